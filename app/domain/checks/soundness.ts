// Finds what is wrong with a rule as data: its words, kinds, units, versions, standing and message.
import type { FactPath } from 'catalog/frameworks/facts';
import type { Condition, FactReference, Operand, Rule } from 'catalog/frameworks/types';
import { addDays, parseDay } from '../shared/day';
import { pathsOf } from './conditions';
import { mayBlock } from './results';
import type { RuleFault } from './rule-faults';

/** What the catalogue says of facts and categories, as the faults need it. */
export interface Vocabulary {
  describe(path: string): DescribedFact | undefined;
  isCategory(code: string): boolean;
}
export interface DescribedFact {
  readonly type: 'boolean' | 'integer' | 'number' | 'text' | 'choice' | 'choices' | 'day';
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** Absent: describes every category. */
  readonly categories?: readonly string[];
}

const ordered = ['gte', 'lte', 'gt', 'lt'];
const operatorsOf: Readonly<Record<DescribedFact['type'], readonly string[]>> = {
  boolean: ['eq', 'ne'],
  integer: ['eq', 'ne', ...ordered],
  number: ['eq', 'ne', ...ordered],
  day: ['eq', 'ne', ...ordered],
  text: ['eq', 'ne', 'in', 'nin'],
  choice: ['eq', 'ne', 'in', 'nin'],
  choices: ['in', 'nin', 'intersects'],
};
const contextsOf: Readonly<Record<Rule['scope'], readonly string[]>> = {
  product: ['product'],
  line: ['product', 'line', 'school', 'order', 'buyer', 'invoice', 'year'],
  school: ['school', 'order', 'buyer', 'invoice'],
  order: ['order', 'buyer', 'invoice'],
  year: ['year', 'buyer'],
  consultation: ['consultation', 'buyer'],
};
/** The largest value that makes sense in a unit. */
const largest: Readonly<Record<string, number>> = { '%': 100, 'points de base': 10_000, '/10': 10 };
const isNumeric = ({ type }: DescribedFact) => type === 'integer' || type === 'number';
const isReference = (operand: Operand): operand is FactReference =>
  typeof operand === 'string' && operand.startsWith('$');

function literalFaults(path: FactPath, fact: DescribedFact, value: Operand, words: Vocabulary): readonly RuleFault[] {
  const shown = { path, value: JSON.stringify(value) };
  const wrong: readonly RuleFault[] = [{ tag: 'wrongType', ...shown }];
  if (fact.type === 'boolean') return typeof value === 'boolean' ? [] : wrong;
  if (isNumeric(fact)) {
    if (typeof value !== 'number') return wrong;
    const whole = fact.type === 'number' || Number.isInteger(value);
    const sensible = whole && value >= 0 && value <= (largest[fact.unit ?? ''] ?? Number.POSITIVE_INFINITY);
    return sensible ? [] : [{ tag: 'outOfSense', ...shown }];
  }
  if (typeof value !== 'string') return wrong;
  if (fact.type === 'day') return parseDay(value) ? [] : wrong;
  if (path === 'product.category') return words.isCategory(value) ? [] : [{ tag: 'unknownCategory', category: value }];
  return fact.choices === undefined || value in fact.choices ? [] : [{ tag: 'notChoice', ...shown }];
}

function operandFaults(path: FactPath, fact: DescribedFact, operand: Operand, words: Vocabulary): readonly RuleFault[] {
  if (isReference(operand)) {
    const other = words.describe(operand.slice(1));
    if (!other) return [];
    if (other.type !== fact.type && !(isNumeric(other) && isNumeric(fact)))
      return [{ tag: 'otherKind', path, other: operand.slice(1) }];
    return other.unit === fact.unit ? [] : [{ tag: 'otherUnit', path, other: operand.slice(1) }];
  }
  if (typeof operand !== 'object') return literalFaults(path, fact, operand, words);
  const wrong: readonly RuleFault[] = [{ tag: 'wrongType', path, value: JSON.stringify(operand) }];
  if (Array.isArray(operand)) return wrong;
  if ('addYears' in operand) {
    if (fact.type !== 'day' || !Number.isInteger(operand.addYears[1])) return wrong;
    return operandFaults(path, fact, operand.addYears[0], words);
  }
  if (!isNumeric(fact)) return wrong;
  const parts =
    'mul' in operand ? operand.mul : 'div' in operand ? operand.div : 'ceil' in operand ? [operand.ceil] : [];
  const sound = parts.length > 0 && parts.every((part) => isNumericOperand(part, words));
  return sound ? [] : wrong;
}

function isNumericOperand(operand: Operand, words: Vocabulary): boolean {
  if (typeof operand === 'number') return true;
  if (isReference(operand)) return ['integer', 'number', undefined].includes(words.describe(operand.slice(1))?.type);
  if (typeof operand !== 'object' || Array.isArray(operand)) return false;
  if ('mul' in operand) return operand.mul.every((part) => isNumericOperand(part, words));
  if ('div' in operand) return operand.div.every((part) => isNumericOperand(part, words));
  return 'ceil' in operand && isNumericOperand(operand.ceil, words);
}

/** Faults of the comparisons of a condition: operators, kinds, choices and units. */
export function conditionFaults(condition: Condition, words: Vocabulary): readonly RuleFault[] {
  if ('all' in condition) return condition.all.flatMap((part) => conditionFaults(part, words));
  if ('any' in condition) return condition.any.flatMap((part) => conditionFaults(part, words));
  if ('not' in condition) return conditionFaults(condition.not, words);
  if ('known' in condition) return [];
  const [operator, [reference, operand]] = Object.entries(condition)[0] as [string, readonly [FactReference, Operand]];
  const path = reference.slice(1) as FactPath;
  const fact = words.describe(path);
  if (!fact) return [];
  if (!operatorsOf[fact.type].includes(operator)) return [{ tag: 'wrongOperator', path, operator, type: fact.type }];
  if (operator !== 'in' && operator !== 'nin' && operator !== 'intersects')
    return operandFaults(path, fact, operand, words);
  if (!Array.isArray(operand)) return [{ tag: 'wrongType', path, value: JSON.stringify(operand) }];
  return operand.flatMap((value: string) => literalFaults(path, fact, value, words));
}

function versionFaults(rule: Rule, rules: readonly Rule[]): readonly RuleFault[] {
  const others = rules.filter((other) => other !== rule && other.id === rule.id);
  const { from, until } = rule;
  const clashes = others.flatMap((other): readonly RuleFault[] => {
    if (other.version === rule.version) return [{ tag: 'standsTwice', version: rule.version }];
    const apart = (other.from ?? '') > (until ?? '9999') || (from ?? '') > (other.until ?? '9999');
    return apart ? [] : [{ tag: 'overlaps', version: other.version }];
  });
  const days = [from, until].flatMap((day): readonly RuleFault[] =>
    day === null || parseDay(day) ? [] : [{ tag: 'notDay', value: day }],
  );
  const backwards = from !== null && until !== null && until < from;
  const end = until === null ? undefined : parseDay(until);
  const next = others
    .filter((other) => end !== undefined && other.from !== null && other.from > end)
    .sort((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))[0];
  const gap = end !== undefined && next !== undefined && next.from !== addDays(end, 1);
  return [
    ...days,
    ...(backwards ? [{ tag: 'endsBeforeStart', from, until } as const] : []),
    ...clashes,
    ...(gap ? [{ tag: 'leavesGap', version: next.version, day: addDays(end, 1) } as const] : []),
  ];
}

function standingFaults(rule: Rule): readonly RuleFault[] {
  const faults: RuleFault['tag'][] = [];
  const ownPolicy = rule.nature === 'syndicatPolicy';
  if (!ownPolicy && rule.confidence === 'confirmed' && rule.sources.length === 0) faults.push('sourceMissing');
  if (!ownPolicy && rule.severity === 'blocking' && !mayBlock(rule)) faults.push('blocksWithoutBinding');
  if (!ownPolicy && rule.enabled && rule.confidence !== 'confirmed') faults.push('onWithoutConfirmation');
  if (ownPolicy && rule.enabled && rule.deliberation === undefined) faults.push('onWithoutVote');
  return faults.map((tag) => ({ tag }) as RuleFault);
}

/** Every fault of a rule among all the versions of its collection; none when it is sound. */
export function faultsOfRule(rule: Rule, rules: readonly Rule[], words: Vocabulary): readonly RuleFault[] {
  const conditions = [...(rule.when ? [rule.when] : []), ...(rule.require ? [rule.require] : [])];
  const read = [...new Set(conditions.flatMap(pathsOf))];
  const shown = [...rule.message.matchAll(/\{([\w.]+)\}/g)].map(([, path = '']) => path);
  const paths = read.flatMap((path): readonly RuleFault[] => {
    const fact = words.describe(path);
    if (!fact) return [{ tag: 'unknownFact', path }];
    if (!contextsOf[rule.scope].includes(path.split('.')[0] ?? ''))
      return [{ tag: 'notKnownToScope', path, scope: rule.scope }];
    return (rule.categories ?? []).flatMap((category) =>
      fact.categories?.includes(category) === false ? [{ tag: 'notDescribing', path, category } as const] : [],
    );
  });
  return [
    ...versionFaults(rule, rules),
    ...standingFaults(rule),
    ...(rule.categories ?? []).flatMap((category) =>
      words.isCategory(category) ? [] : [{ tag: 'unknownCategory', category } as const],
    ),
    ...paths,
    ...conditions.flatMap((condition) => conditionFaults(condition, words)),
    ...shown
      .filter((path) => !read.some((one) => one === path))
      .map((path) => ({ tag: 'messageShowsUnread', path }) as const),
  ];
}
