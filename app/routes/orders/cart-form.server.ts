// Reads the cart's form: quantities, facts of lines, references, comments on reservations.
import { type FactDefinition, facts } from 'catalog/frameworks/facts';
import type { CartEdits, OrderLine } from 'db/orders';
import { countedByUsage } from '~/domain/checks/after-order';
import type { CheckResult } from '~/domain/checks/results';
import type { OrderRefusal } from '~/domain/orders/refusals';
import { keysAnswered } from '../checks/proofs.server';

/** A quantity as typed: a whole number from 1 to 9,999; undefined otherwise. */
export function parseQuantity(text: string): number | undefined {
  const compact = text.replace(/[\s\u202f\u00a0]/g, '');
  return /^\d{1,4}$/.test(compact) && Number(compact) > 0 ? Number(compact) : undefined;
}

/** The facts a line is asked, with their choices; the rules that read them answer 'unknown' without. */
export const lineQuestions = (['usage', 'room', 'leavesSchool'] as const).map((name) => {
  const definition: FactDefinition = facts.line[name];
  return {
    name,
    label: definition.label,
    options: definition.choices
      ? Object.entries(definition.choices).map(([value, label]) => ({ value, label }))
      : [
          { value: 'oui', label: 'oui' },
          { value: 'non', label: 'non' },
        ],
  };
});

/** The use that a proposal gives to a new line, when it is one that lines may have. */
export function usageOf(form: FormData): Readonly<Record<string, string>> {
  const usage = String(form.get('usage') ?? '');
  const known = lineQuestions.find(({ name }) => name === 'usage')?.options.some(({ value }) => value === usage);
  return known ? { usage } : {};
}

/** The questions that matter for a line: a rule reads the fact, a count of the school needs it, or it was answered. */
export function questionsFor({ line, category }: OrderLine, results: readonly CheckResult[]): readonly string[] {
  const own = results.filter(({ subject }) => subject.id === line.id);
  return lineQuestions
    .map(({ name }) => name)
    .filter(
      (name) =>
        line.facts[name] !== undefined ||
        own.some(({ inputs }) => `line.${name}` in inputs) ||
        (name === 'usage' && countedByUsage.includes(category)),
    );
}

function lineFactsOf(form: FormData, lineId: string): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    lineQuestions.flatMap(({ name, options }) => {
      const value = String(form.get(`${name}:${lineId}`) ?? '');
      if (!options.some((option) => option.value === value)) return [];
      return [[name, value === 'oui' ? true : value === 'non' ? false : value]];
    }),
  );
}

function shortText(form: FormData, name: string, max: number): string | null {
  return (
    String(form.get(name) ?? '')
      .trim()
      .slice(0, max) || null
  );
}

/** What was typed, and a refusal for each quantity that is none: the line then keeps the one it had. */
export function readCartForm(
  form: FormData,
  lines: readonly OrderLine[],
): { readonly edits: CartEdits; readonly refusals: readonly OrderRefusal[] } {
  const refusals: OrderRefusal[] = [];
  const edited: [string, { quantity: number; facts: Readonly<Record<string, string | number | boolean>> }][] = [];
  for (const { line } of lines) {
    const typed = form.get(`quantity:${line.id}`);
    if (typed === null) continue;
    const quantity = parseQuantity(String(typed));
    if (quantity === undefined) refusals.push({ tag: 'quantity', label: line.label, typed: String(typed) });
    edited.push([line.id, { quantity: quantity ?? line.quantity, facts: lineFactsOf(form, line.id) }]);
  }
  const acknowledgements = [...form]
    .filter((entry): entry is [string, string] => entry[0].startsWith('comment:') && typeof entry[1] === 'string')
    // One comment may answer the same rule on several lines.
    .flatMap(([name, text]) =>
      keysAnswered(form, name.slice('comment:'.length)).map((key) => [key, text.trim().slice(0, 2000)] as const),
    );
  return {
    refusals,
    edits: {
      title: shortText(form, 'title', 120),
      commitmentNumber: shortText(form, 'commitmentNumber', 50),
      serviceCode: shortText(form, 'serviceCode', 100),
      comment: shortText(form, 'comment', 2000),
      lines: new Map(edited),
      acknowledgements: new Map(acknowledgements),
    },
  };
}
