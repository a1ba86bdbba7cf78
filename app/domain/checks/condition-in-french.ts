// Writes a rule's condition in French, from the labels and units of the facts: what the data says, and nothing more.
import type { FactPath } from 'catalog/frameworks/facts';
import type { Condition, FactReference, FactValue, Operand, Rule } from 'catalog/frameworks/types';

/** How facts, values and categories are named; made from the catalogue by whoever shows them. */
export interface Words {
  label(path: FactPath): string;
  value(path: FactPath, value: FactValue): string;
  isDay(path: FactPath): boolean;
  /** Plural of a category, as in 'pour les tablettes'. */
  category(code: string): string;
}

const pathOf = (reference: FactReference) => reference.slice(1) as FactPath;
const isReference = (operand: Operand): operand is FactReference =>
  typeof operand === 'string' && operand.startsWith('$');
const named = (words: Words, reference: FactReference) => `«\u00a0${words.label(pathOf(reference))}\u00a0»`;

/** 'a', 'a ou b', 'a, b ou c'. */
export function listed(parts: readonly string[], last: 'et' | 'ou'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

function operandText(operand: Operand, of: FactPath, words: Words): string {
  if (isReference(operand)) return named(words, operand);
  if (typeof operand !== 'object' || Array.isArray(operand)) return words.value(of, operand as FactValue);
  if ('mul' in operand) return operand.mul.map((part) => operandText(part, of, words)).join(' × ');
  if ('div' in operand) return operand.div.map((part) => operandText(part, of, words)).join(' / ');
  if ('ceil' in operand) return `(${operandText(operand.ceil, of, words)}, arrondi au-dessus)`;
  if (!('addYears' in operand)) return '';
  const [from, years] = operand.addYears;
  return `${years}\u00a0an${Math.abs(years) > 1 ? 's' : ''} après ${operandText(from, of, words)}`;
}

const comparisons = {
  gte: ['d’au moins', 'à partir du'],
  lte: ['d’au plus', 'au plus tard le'],
  gt: ['de plus de', 'après le'],
  lt: ['de moins de', 'avant le'],
} as const;

/** 'si … est', 'il faut que … soit'. */
type Mood = 'is' | 'be';
const verbs = { is: { yes: 'est', no: 'n’est' }, be: { yes: 'soit', no: 'ne soit' } } as const;

function comparisonText(condition: Condition, words: Words, mood: Mood): string {
  const { yes, no } = verbs[mood];
  if ('known' in condition) return `${named(words, condition.known)} ${yes} renseigné`;
  const [operator, [reference, operand]] = Object.entries(condition)[0] as [
    'eq' | 'ne' | 'in' | 'nin' | 'intersects' | keyof typeof comparisons,
    readonly [FactReference, Operand],
  ];
  const path = pathOf(reference);
  const fact = named(words, reference);
  if (operator === 'in' || operator === 'nin' || operator === 'intersects') {
    const values = (Array.isArray(operand) ? operand : [operand]).map((one) => words.value(path, one as FactValue));
    if (operator === 'nin') return `${fact} ${no} ni ${values.join(' ni ')}`;
    return operator === 'in'
      ? `${fact} ${yes} ${listed(values, 'ou')}`
      : `${fact} ${mood === 'is' ? 'comprend' : 'comprenne'} ${listed(values, 'ou')}`;
  }
  const text = operandText(operand, path, words);
  if (operator === 'eq') return `${fact} ${yes} ${text}`;
  if (operator === 'ne') return `${fact} ${yes} autre que ${text}`;
  const [ofNumber, ofDay] = comparisons[operator];
  if (!words.isDay(path)) return `${fact} ${yes} ${ofNumber} ${text}`;
  const relative = isReference(operand) || typeof operand === 'object';
  return `${fact} ${yes} ${relative ? ofDay.replace(/ (le|du)$/, '') : ofDay} ${relative && operator === 'gte' ? 'de ' : ''}${text}`;
}

/** The condition in French; a group inside a group stands between parentheses. */
export function conditionInFrench(condition: Condition, words: Words, mood: Mood = 'is', inside = false): string {
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    const that = mood === 'be' ? 'que ' : '';
    const text = parts
      .map((part) => conditionInFrench(part, words, mood, parts.length > 1))
      .join('all' in condition ? ` et ${that}` : ` ou ${that}`);
    return inside && parts.length > 1 ? `(${text})` : text;
  }
  if (!('not' in condition)) return comparisonText(condition, words, mood);
  if ('known' in condition.not) return `${named(words, condition.not.known)} ${verbs[mood].no} pas renseigné`;
  return `l’on n’${mood === 'is' ? 'a' : 'ait'} pas\u00a0: ${conditionInFrench(condition.not, words, 'is', true)}`;
}

const uncapitalised = (text: string) => text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);

const everyScope: Readonly<Record<Rule['scope'], string>> = {
  product: 'tout produit',
  line: 'toute ligne de commande',
  school: 'toute école',
  order: 'toute commande',
  year: 'toute année',
  consultation: 'toute consultation',
};

function subjectInFrench(rule: Pick<Rule, 'scope' | 'categories'>, words: Words): string {
  const codes = rule.categories;
  if (codes === undefined) return `Pour ${everyScope[rule.scope]}`;
  const names = codes.map((code) => uncapitalised(words.category(code)));
  const of = { school: 'Pour une école, avec ', order: 'Pour une commande, avec ' }[rule.scope as string] ?? 'Pour ';
  const said =
    names.length > 4 ? `${names.slice(0, 3).join(', ')} et ${names.length - 3} autres catégories` : undefined;
  return `${of}les ${said ?? listed(names, 'et')}`;
}

/** The whole rule in one sentence: whom it concerns, when, and what it asks. */
export function ruleInFrench(rule: Pick<Rule, 'scope' | 'categories' | 'when' | 'require'>, words: Words): string {
  const when = rule.when === undefined ? '' : `, si ${conditionInFrench(rule.when, words)}`;
  const asked =
    rule.require === false ? 'un rappel est fait' : `il faut que ${conditionInFrench(rule.require, words, 'be')}`;
  return `${subjectInFrench(rule, words)}${when}, ${asked}.`;
}
