// Evaluates a condition over facts in Kleene's three values: what is not known is never a no.
import type { FactContext, FactPath } from 'catalog/frameworks/facts';
import type { Condition, FactReference, FactValue, Operand } from 'catalog/frameworks/types';
import { addMonths, parseDay } from '~/domain/shared/day';

/** Known facts of each context; what is absent or null is unknown. */
export type Facts = Readonly<Partial<Record<FactContext, Readonly<Record<string, FactValue | null | undefined>>>>>;

/** Null is unknown. */
export type Truth = boolean | null;

/** One fact held against one figure. */
export interface Comparison {
  readonly fact: FactPath;
  readonly operator: 'known' | 'eq' | 'ne' | 'gte' | 'lte' | 'gt' | 'lt' | 'in' | 'nin' | 'intersects';
  readonly found: FactValue | null;
  /** Null when what it is compared with is unknown. */
  readonly asked: FactValue | null;
  readonly holds: Truth;
}

export interface Evaluation {
  readonly truth: Truth;
  /** The comparisons that lead there. */
  readonly comparisons: readonly Comparison[];
  /** Unknown facts that keep the condition from being decided. */
  readonly missing: readonly FactPath[];
}

const pathOf = (reference: FactReference) => reference.slice(1) as FactPath;
const isReference = (operand: Operand): operand is FactReference =>
  typeof operand === 'string' && operand.startsWith('$');

/** The value at a path; null when nobody gave it. */
export function factAt(facts: Facts, path: FactPath): FactValue | null {
  const dot = path.indexOf('.');
  return facts[path.slice(0, dot) as FactContext]?.[path.slice(dot + 1)] ?? null;
}

/** The paths that an operand reads. */
export function pathsOfOperand(operand: Operand): readonly FactPath[] {
  if (isReference(operand)) return [pathOf(operand)];
  if (typeof operand !== 'object' || Array.isArray(operand)) return [];
  if ('mul' in operand) return operand.mul.flatMap(pathsOfOperand);
  if ('div' in operand) return operand.div.flatMap(pathsOfOperand);
  if ('ceil' in operand) return pathsOfOperand(operand.ceil);
  return 'addYears' in operand ? pathsOfOperand(operand.addYears[0]) : [];
}

function numberOf(operand: Operand, facts: Facts): number | null {
  const value = resolve(operand, facts);
  return typeof value === 'number' ? value : null;
}

function resolve(operand: Operand, facts: Facts): FactValue | null {
  if (isReference(operand)) return factAt(facts, pathOf(operand));
  if (typeof operand !== 'object') return operand;
  if ('mul' in operand || 'div' in operand) {
    const [left, right] = ('mul' in operand ? operand.mul : operand.div).map((part) => numberOf(part, facts));
    if (left == null || right == null) return null;
    if ('mul' in operand) return left * right;
    return right === 0 ? null : left / right;
  }
  if ('ceil' in operand) {
    const value = numberOf(operand.ceil, facts);
    return value === null ? null : Math.ceil(value);
  }
  if ('addYears' in operand) {
    const from = resolve(operand.addYears[0], facts);
    const day = typeof from === 'string' ? parseDay(from) : undefined;
    return day === undefined ? null : addMonths(day, 12 * operand.addYears[1]);
  }
  return operand;
}

const orders = {
  gte: (found: number | string, asked: number | string) => found >= asked,
  lte: (found: number | string, asked: number | string) => found <= asked,
  gt: (found: number | string, asked: number | string) => found > asked,
  lt: (found: number | string, asked: number | string) => found < asked,
} as const;

function holds(operator: Comparison['operator'], found: FactValue | null, asked: FactValue | null): Truth {
  if (operator === 'known') return found !== null;
  if (found === null || asked === null) return null;
  if (operator === 'eq') return found === asked;
  if (operator === 'ne') return found !== asked;
  if (operator === 'in' || operator === 'nin' || operator === 'intersects') {
    if (!Array.isArray(asked)) return null;
    const values = Array.isArray(found) ? found : [found];
    const shared = values.some((value) => asked.includes(value));
    return operator === 'nin' ? !shared : shared;
  }
  // A number and a day, or a text and a number, can't be ordered: nothing is decided.
  if (typeof found === 'number' && typeof asked === 'number') return orders[operator](found, asked);
  if (typeof found === 'string' && typeof asked === 'string') return orders[operator](found, asked);
  return null;
}

function compare(condition: Condition, facts: Facts): Evaluation {
  const [operator, operands] = Object.entries(condition)[0] as [
    Comparison['operator'],
    FactReference | readonly [FactReference, Operand],
  ];
  const [reference, operand] = typeof operands === 'string' ? [operands, true] : operands;
  const [found, asked] = [factAt(facts, pathOf(reference)), resolve(operand, facts)];
  const truth = holds(operator, found, asked);
  const unknown = [pathOf(reference), ...pathsOfOperand(operand)].filter((path) => factAt(facts, path) === null);
  return {
    truth,
    comparisons: [{ fact: pathOf(reference), operator, found, asked, holds: truth }],
    missing: truth !== null ? [] : unknown.length > 0 ? unknown : [pathOf(reference)],
  };
}

function combine(parts: readonly Evaluation[], decisive: boolean): Evaluation {
  const truth = parts.some((part) => part.truth === decisive)
    ? decisive
    : parts.some((part) => part.truth === null)
      ? null
      : !decisive;
  const leading = parts.filter((part) => part.truth === truth);
  return {
    truth,
    comparisons: leading.flatMap((part) => part.comparisons),
    missing: [...new Set(leading.flatMap((part) => part.missing))],
  };
}

/** Holds facts against a condition; `known` alone never answers unknown: it asks whether a document was filed. */
export function evaluate(condition: Condition, facts: Facts): Evaluation {
  if ('all' in condition) {
    return combine(
      condition.all.map((part) => evaluate(part, facts)),
      false,
    );
  }
  if ('any' in condition) {
    return combine(
      condition.any.map((part) => evaluate(part, facts)),
      true,
    );
  }
  if ('not' in condition) {
    const inner = evaluate(condition.not, facts);
    return { ...inner, truth: inner.truth === null ? null : !inner.truth };
  }
  return compare(condition, facts);
}

/** Every fact that a condition reads. */
export function pathsOf(condition: Condition): readonly FactPath[] {
  if ('all' in condition) return condition.all.flatMap(pathsOf);
  if ('any' in condition) return condition.any.flatMap(pathsOf);
  if ('not' in condition) return pathsOf(condition.not);
  const operands = Object.values(condition)[0] as FactReference | readonly [FactReference, Operand];
  return typeof operands === 'string' ? [pathOf(operands)] : operands.flatMap(pathsOfOperand);
}
