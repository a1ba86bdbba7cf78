// Reads what people write in a grant file: texts of a part, basis, lines to count, other aids.
import { z } from 'zod';
import type { FileAnswers } from '~/domain/grants/answers';
import type { Aid, FunderKind } from '~/domain/grants/financing-plan';
import type { EditedField } from '~/domain/grants/section-edit';
import { parseAmount } from '~/domain/shared/amount-text';
import { parseDay } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import type { FormProblems } from '../form.server';
import { readForm, typedOf } from '../form.server';
import type { ComposedFile } from './composition.server';

const choiceSchema = z.object({
  purpose: z.enum(['deposit', 'period', 'template']),
  orderId: z.string().optional(),
  basis: z.enum(['net', 'gross', '']).optional(),
  basisReason: z.string().trim().max(1000, 'Au plus 1 000 caractères.').optional(),
});

/** Who may fund beside the call; a State dotation is named, as its own ceilings hold. */
export const funderOptions: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'department', label: 'Département' },
  { value: 'region', label: 'Région' },
  { value: 'epci', label: 'EPCI (fonds de concours)' },
  { value: 'state:detr', label: 'État, DETR' },
  { value: 'state:dsil', label: 'État, DSIL' },
  { value: 'state', label: 'État, autre' },
  { value: 'europe', label: 'Union européenne' },
  { value: 'otherPublic', label: 'Autre financeur public' },
  { value: 'private', label: 'Financeur privé' },
];
const aidStates = ['planned', 'requested', 'obtained'] as const;
/** Rows of the form: those already there and two more. */
export const aidRows = (answers: FileAnswers) => answers.otherAids.length + 2;

function readAids(form: FormData, problems: Record<string, string>): readonly Aid[] {
  const text = (row: number, field: string) => String(form.get(`aid:${row}:${field}`) ?? '').trim();
  const aids: Aid[] = [];
  for (let row = 0; form.has(`aid:${row}:funder`) && row < 20; row += 1) {
    const [wanted, typed] = [text(row, 'funder'), text(row, 'amount')];
    if (wanted === '' && typed === '') continue;
    const option = funderOptions.find(({ value }) => value === wanted);
    const amount = parseAmount(typed);
    if (!option) problems[`aid:${row}:funder`] = 'Choisissez le financeur.';
    if (amount === undefined || amount < 0) problems[`aid:${row}:amount`] = 'Écrivez un montant, comme 1 234,56.';
    const [funder = '', schemeId = null] = wanted.split(':');
    aids.push({
      id: `aid-${row}`,
      funder: funder as FunderKind,
      label: text(row, 'label').slice(0, 120) || (option?.label ?? ''),
      schemeId,
      amount: amount ?? cents(0),
      state: aidStates.find((state) => state === text(row, 'state')) ?? 'planned',
      reference: text(row, 'reference').slice(0, 60) || null,
    });
  }
  return aids;
}

/** What was typed in the fields of one part, and what is wrong beside each. */
export function readWritten(
  form: FormData,
  fields: readonly EditedField[],
): { readonly written: FileAnswers['written']; readonly problems: Readonly<Record<string, string>> } {
  const written: Record<string, string | readonly string[]> = {};
  const problems: Record<string, string> = {};
  for (const { key, field } of fields) {
    const name = `w:${key}`;
    if (field.type === 'choices') {
      const chosen = form.getAll(`${name}[]`).map(String);
      written[key] = (field.options ?? []).filter((option) => chosen.includes(option));
      continue;
    }
    const text = String(form.get(name) ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
    if (text.length > 8000) problems[name] = 'Au plus 8 000 caractères.';
    if (field.type === 'date' && text !== '' && !parseDay(text)) problems[name] = 'Cette date n’existe pas.';
    if (field.type === 'count' && !/^\d{0,9}$/.test(text.replace(/\s/g, ''))) {
      problems[name] = 'Écrivez un nombre entier.';
    }
    if (text !== '') written[key] = text;
  }
  return { written, problems };
}

/** The answers of the form and the order it rests on, or what is wrong beside each field. */
export function readAnswers(
  form: FormData,
  composed: ComposedFile,
): { readonly answers: FileAnswers; readonly orderId: string | null } | FormProblems {
  const read = readForm(form, choiceSchema);
  if (!('value' in read)) return read;
  const { purpose, orderId, basis, basisReason } = read.value;
  const problems: Record<string, string> = {};
  if (basis && !basisReason) problems['basisReason'] = 'Dites pourquoi cette assiette est retenue.';
  const shown = form.getAll('open[]').map(String);
  const counted = new Set(form.getAll('counted[]').map(String));
  const answers: FileAnswers = {
    purpose,
    applicant: composed.file.answers.applicant,
    basis: basis && basisReason ? { choice: basis, reason: basisReason } : null,
    written: composed.file.answers.written,
    otherAids: readAids(form, problems),
    countedLines: Object.fromEntries(shown.map((id) => [id, counted.has(id)])),
  };
  return Object.keys(problems).length > 0 ? { problems, typed: typedOf(form) } : { answers, orderId: orderId || null };
}

/** What the form of amounts was made from, to see that nobody changed it meanwhile. */
export function amountsReading({ answers, orderId }: ComposedFile['file']): string {
  const { purpose, basis, otherAids, countedLines } = answers;
  return JSON.stringify([purpose, basis, otherAids, countedLines, orderId]);
}
