// The rows of the form in which the syndicat writes a rule: to a condition of the language, and back.
import type { FactPath } from 'catalog/frameworks/facts';
import type { Condition, FactReference, FactValue, Operand, RuleScope } from 'catalog/frameworks/types';
import { parseDay } from '../shared/day';

/** What the form must know of a fact to read its value. */
export interface FormFact {
  readonly label: string;
  readonly type: 'boolean' | 'integer' | 'number' | 'text' | 'choice' | 'choices' | 'day';
  readonly unit?: string | undefined;
  readonly choices?: Readonly<Record<string, string>> | undefined;
}

export const rowOperators = {
  gte: 'au moins',
  lte: 'au plus',
  gt: 'plus de',
  lt: 'moins de',
  eq: 'égal à',
  ne: 'autre que',
  in: 'l’un de',
  nin: 'aucun de',
  known: 'est renseigné',
} as const;
export type RowOperator = keyof typeof rowOperators;

export interface ConditionRow {
  readonly fact: string;
  readonly operator: RowOperator;
  /** As typed: '4', '2,5', 'oui', 'iPadOS ; Android', '31/12/2027'. */
  readonly value: string;
  /** Another fact to compare with, alone or times `value` (years after it, when it is a day). */
  readonly other: string;
}

export type RowProblem =
  | { readonly tag: 'unknownFact'; readonly fact: string }
  | { readonly tag: 'valueMissing'; readonly label: string }
  | { readonly tag: 'notNumber'; readonly label: string; readonly value: string }
  | { readonly tag: 'notDay'; readonly label: string; readonly value: string }
  | { readonly tag: 'notYesNo'; readonly label: string; readonly value: string }
  | { readonly tag: 'notChoice'; readonly label: string; readonly value: string; readonly choices: readonly string[] }
  | { readonly tag: 'notOrdered'; readonly label: string; readonly operator: RowOperator }
  | { readonly tag: 'otherKind'; readonly label: string; readonly other: string };

/** The French sentence of a problem. */
export function rowProblemSentence(problem: RowProblem): string {
  switch (problem.tag) {
    case 'unknownFact':
      return `Le fait « ${problem.fact} » n’existe pas.`;
    case 'valueMissing':
      return `${problem.label} : indiquez une valeur, ou un autre fait.`;
    case 'notNumber':
      return `${problem.label} : « ${problem.value} » n’est pas un nombre.`;
    case 'notDay':
      return `${problem.label} : « ${problem.value} » n’est pas une date (attendu : 31/12/2027).`;
    case 'notYesNo':
      return `${problem.label} : répondez par oui ou non, « ${problem.value} » n’est ni l’un ni l’autre.`;
    case 'notChoice':
      return `${problem.label} : « ${problem.value} » n’est pas proposé. Valeurs possibles : ${problem.choices.join(' ; ')}.`;
    case 'notOrdered':
      return `${problem.label} : « ${rowOperators[problem.operator]} » demande un nombre ou une date.`;
    case 'otherKind':
      return `${problem.label} ne se compare pas à ${problem.other} : l’un des deux n’est pas de même nature.`;
  }
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();

/** Hundredths are stored for amounts and rates: what is typed in euros or in percent is multiplied exactly. */
const scaleOf = (fact: FormFact) => (fact.unit === 'centimes' || fact.unit === 'points de base' ? 100 : 1);

function readNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function readValue(fact: FormFact, typed: string): { readonly value: FactValue } | { readonly problem: RowProblem } {
  const { label } = fact;
  const text = typed.trim();
  if (text === '') return { problem: { tag: 'valueMissing', label } };
  if (fact.type === 'boolean') {
    const answer = folded(text);
    if (answer === 'oui' || answer === 'non') return { value: answer === 'oui' };
    return { problem: { tag: 'notYesNo', label, value: text } };
  }
  if (fact.type === 'integer' || fact.type === 'number') {
    const value = readNumber(text.replace(/\s*(€|%)$/, ''));
    if (value === undefined) return { problem: { tag: 'notNumber', label, value: text } };
    return { value: Math.round(value * scaleOf(fact) * 1e6) / 1e6 };
  }
  if (fact.type === 'day') {
    const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
    const iso = french ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}` : text;
    const day = parseDay(iso);
    return day ? { value: day } : { problem: { tag: 'notDay', label, value: text } };
  }
  if (fact.choices) {
    const found = Object.entries(fact.choices).find(
      ([code, name]) => folded(name) === folded(text) || folded(code) === folded(text),
    );
    if (found) return { value: found[0] };
    return { problem: { tag: 'notChoice', label, value: text, choices: Object.values(fact.choices) } };
  }
  return { value: text };
}

type Read = { readonly condition: Condition } | { readonly problems: readonly RowProblem[] };
type Describe = (path: string) => FormFact | undefined;

const isNumeric = (fact: FormFact) => fact.type === 'integer' || fact.type === 'number';

function readRow(row: ConditionRow, describe: Describe): Read {
  const fact = describe(row.fact);
  if (fact === undefined) return { problems: [{ tag: 'unknownFact', fact: row.fact }] };
  const reference = `$${row.fact}` as FactReference;
  const { operator } = row;
  if (operator === 'known') return { condition: { known: reference } };
  const ordered = operator === 'gte' || operator === 'lte' || operator === 'gt' || operator === 'lt';
  if (ordered && !isNumeric(fact) && fact.type !== 'day') {
    return { problems: [{ tag: 'notOrdered', label: fact.label, operator }] };
  }
  if (operator === 'in' || operator === 'nin') {
    const typed = row.value.split(';').filter((one) => one.trim() !== '');
    if (typed.length === 0) return { problems: [{ tag: 'valueMissing', label: fact.label }] };
    const read = typed.map((one) => readValue(fact, one));
    const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
    if (problems.length > 0) return { problems };
    const values = read.flatMap((one) => ('value' in one ? [String(one.value)] : []));
    if (fact.type === 'choices' && operator === 'in') return { condition: { intersects: [reference, values] } };
    return { condition: operator === 'in' ? { in: [reference, values] } : { nin: [reference, values] } };
  }
  const operand = row.other === '' ? readValue(fact, row.value) : readOther(row, fact, describe);
  if ('problem' in operand) return { problems: [operand.problem] };
  return { condition: { [operator]: [reference, operand.value] } as unknown as Condition };
}

function readOther(
  row: ConditionRow,
  fact: FormFact,
  describe: Describe,
): { readonly value: Operand } | { readonly problem: RowProblem } {
  const other = describe(row.other);
  if (other === undefined) return { problem: { tag: 'unknownFact', fact: row.other } };
  const alike = other.type === fact.type || (isNumeric(fact) && isNumeric(other));
  if (!alike) return { problem: { tag: 'otherKind', label: fact.label, other: other.label } };
  const reference = `$${row.other}` as FactReference;
  if (row.value.trim() === '') return { value: reference };
  const times = readNumber(row.value);
  if (times === undefined || !(isNumeric(fact) || (fact.type === 'day' && Number.isInteger(times)))) {
    return { problem: { tag: 'notNumber', label: fact.label, value: row.value } };
  }
  return { value: fact.type === 'day' ? { addYears: [reference, times] } : { mul: [times, reference] } };
}

/** The condition of the rows that name a fact; undefined without any, and every problem of every row. */
export function conditionOfRows(
  rows: readonly ConditionRow[],
  combine: 'all' | 'any',
  describe: Describe,
): { readonly condition: Condition | undefined } | { readonly problems: readonly RowProblem[] } {
  const read = rows.filter(({ fact }) => fact !== '').map((row) => readRow(row, describe));
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return { problems };
  const conditions = read.flatMap((one) => ('condition' in one ? [one.condition] : []));
  const [only] = conditions;
  if (conditions.length < 2) return { condition: only };
  return { condition: combine === 'all' ? { all: conditions } : { any: conditions } };
}

function writtenValue(value: FactValue, fact: FormFact | undefined): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value / (fact ? scaleOf(fact) : 1)).replace('.', ',');
  if (typeof value !== 'string') return value.map((one) => writtenValue(one, fact)).join(' ; ');
  const day = fact?.type === 'day' ? parseDay(value) : undefined;
  return day ? day.split('-').reverse().join('/') : (fact?.choices?.[value] ?? value);
}

function rowOf(condition: Condition, describe: Describe): ConditionRow | undefined {
  if ('known' in condition) return { fact: condition.known.slice(1), operator: 'known', value: '', other: '' };
  if ('all' in condition || 'any' in condition || 'not' in condition) return undefined;
  const [written, [reference, operand]] = Object.entries(condition)[0] as [string, readonly [FactReference, Operand]];
  const operator = (written === 'intersects' ? 'in' : written) as RowOperator;
  const path = reference.slice(1);
  if (typeof operand === 'string' && operand.startsWith('$')) {
    return { fact: path, operator, value: '', other: operand.slice(1) };
  }
  if (typeof operand !== 'object' || Array.isArray(operand)) {
    return { fact: path, operator, value: writtenValue(operand as FactValue, describe(path)), other: '' };
  }
  if ('addYears' in operand && typeof operand.addYears[0] === 'string') {
    return { fact: path, operator, value: String(operand.addYears[1]), other: operand.addYears[0].slice(1) };
  }
  if ('mul' in operand && typeof operand.mul[0] === 'number' && typeof operand.mul[1] === 'string') {
    return { fact: path, operator, value: String(operand.mul[0]).replace('.', ','), other: operand.mul[1].slice(1) };
  }
  return undefined;
}

/** The rows that write a condition; undefined when it says more than the form can. */
export function rowsOfCondition(
  condition: Condition,
  describe: Describe,
): { readonly rows: readonly ConditionRow[]; readonly combine: 'all' | 'any' } | undefined {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];
  const rows = parts.map((part) => rowOf(part, describe));
  if (rows.some((row) => row === undefined)) return undefined;
  return { rows: rows.filter((row) => row !== undefined), combine: 'any' in condition ? 'any' : 'all' };
}

/** Whom a rule is about, from the facts it reads: the narrowest subject that knows them all; undefined when none does. */
export function scopeOfFacts(paths: readonly FactPath[]): RuleScope | undefined {
  const contexts = new Set(paths.map((path) => path.split('.')[0] ?? ''));
  const within = (...known: readonly string[]) => [...contexts].every((context) => known.includes(context));
  if (contexts.size === 0) return undefined;
  if (within('product')) return 'product';
  if (within('consultation', 'buyer')) return 'consultation';
  if (within('order', 'buyer')) return 'order';
  if (within('school', 'order', 'buyer')) return 'school';
  return within('product', 'line', 'school', 'order', 'buyer') ? 'line' : undefined;
}
