// Reads the starting point of a school out of its form: an empty field is unknown.
import { type FactDefinition, facts } from 'catalog/frameworks/facts';
import { declaredCounts } from '~/domain/checks/starting-point';
import { parseDay } from '~/domain/shared/day';

// The directory and the class counts say these; nobody has to declare them.
const publishedFacts = ['sector', 'level', 'classes', 'classesCycles2And3', 'pupils'];

/** School facts that people are asked, with their definition. */
export const askedFacts: readonly (readonly [name: string, definition: FactDefinition])[] =
  Object.entries<FactDefinition>(facts.school).filter(
    ([name, definition]) => definition.derived !== true && !publishedFacts.includes(name),
  );

export interface ReadStartingPoint {
  readonly declared: Readonly<Record<string, string | number | boolean>>;
  readonly problems: Readonly<Record<string, string>>;
}

/** What was declared, and a message for each field that was not understood. */
export function readStartingPointForm(form: FormData): ReadStartingPoint {
  const declared: Record<string, string | number | boolean> = {};
  const problems: Record<string, string> = {};
  const typed = (name: string) => String(form.get(name) ?? '').trim();
  for (const name of declaredCounts) {
    const text = typed(name);
    if (text === '') continue;
    if (/^\d{1,5}$/.test(text)) declared[name] = Number(text);
    else problems[name] = `« ${text} » n’est pas un nombre entier : écrivez 0, 1, 2… ou laissez vide.`;
  }
  for (const [name, definition] of askedFacts) {
    const text = typed(name);
    if (text === '') continue;
    if (definition.type === 'day') {
      if (parseDay(text)) declared[name] = text;
      else problems[name] = `« ${text} » n’est pas une date : écrivez par exemple 2026-11-23.`;
    } else if (text === 'oui' || text === 'non') {
      declared[name] = text === 'oui';
    } else {
      problems[name] = 'Choisissez oui, non ou je ne sais pas.';
    }
  }
  return { declared, problems };
}
