// Evaluates a condition over facts in three values: what is not known is never a no.
import type { FactDefinition, FactName } from 'catalog/grants/facts';
import type { Condition } from 'catalog/grants/types';
import type { Facts, KnownFact } from './facts';

export type FactDefinitions = Readonly<Record<FactName, FactDefinition>>;

/** One fact held against one figure of the text. */
export interface Comparison {
  readonly fact: FactName;
  readonly operator: 'is' | 'oneOf' | 'includes' | 'atMost' | 'below' | 'above';
  readonly asked: boolean | number | string | readonly string[];
  /** Null when the fact is not known. */
  readonly found: KnownFact | null;
  readonly answer: 'yes' | 'no' | 'unknown';
  /** Within 3 % of the threshold: the definition and the year of the population decide, and a person confirms them. */
  readonly nearThreshold: boolean;
}

export interface Evaluation {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** The comparisons that lead to the answer. */
  readonly comparisons: readonly Comparison[];
}

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/** Whether a count lies within 3 % of a threshold, in whole numbers. */
export function isNearThreshold(count: number, threshold: number): boolean {
  return Math.abs(count - threshold) * 100 <= threshold * 3;
}

function operatorOf(leaf: Leaf): Pick<Comparison, 'operator' | 'asked'> {
  if ('is' in leaf) return { operator: 'is', asked: leaf.is };
  if ('oneOf' in leaf) return { operator: 'oneOf', asked: leaf.oneOf };
  if ('includes' in leaf) return { operator: 'includes', asked: leaf.includes };
  if ('atMost' in leaf) return { operator: 'atMost', asked: leaf.atMost };
  if ('below' in leaf) return { operator: 'below', asked: leaf.below };
  return { operator: 'above', asked: leaf.above };
}

function holds(leaf: Leaf, value: KnownFact['value']): boolean {
  if ('is' in leaf) return value === leaf.is;
  if ('oneOf' in leaf) return typeof value === 'string' && leaf.oneOf.includes(value);
  if ('includes' in leaf) return Array.isArray(value) && value.includes(leaf.includes);
  if (typeof value !== 'number') throw new TypeError(`Not a number: ${leaf.fact}`);
  if ('atMost' in leaf) return value <= leaf.atMost;
  if ('below' in leaf) return value < leaf.below;
  return value > leaf.above;
}

function compare(leaf: Leaf, facts: Facts, definitions: FactDefinitions): Comparison {
  const found = facts[leaf.fact] ?? null;
  const { operator, asked } = operatorOf(leaf);
  if (found === null) return { fact: leaf.fact, operator, asked, found, answer: 'unknown', nearThreshold: false };
  const nearThreshold =
    definitions[leaf.fact].population === true &&
    typeof asked === 'number' &&
    typeof found.value === 'number' &&
    isNearThreshold(found.value, asked);
  const answer = nearThreshold && found.confirmed !== true ? 'unknown' : holds(leaf, found.value) ? 'yes' : 'no';
  return { fact: leaf.fact, operator, asked, found, answer, nearThreshold };
}

const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' } as const;

/** The branch of a text that concerns the other side of the sea explains nothing to this commune. */
const concernsAnotherZone = (evaluation: Evaluation) =>
  evaluation.answer === 'no' && evaluation.comparisons.some((comparison) => comparison.fact === 'commune.zone');

function combine(evaluations: readonly Evaluation[], decisive: 'yes' | 'no'): Evaluation {
  const answer = evaluations.some((evaluation) => evaluation.answer === decisive)
    ? decisive
    : evaluations.some((evaluation) => evaluation.answer === 'unknown')
      ? 'unknown'
      : opposite[decisive];
  // What waits for one fact among several still shows those already met.
  const kept = (part: Evaluation) =>
    part.answer === answer || (answer === 'unknown' && part.answer === opposite[decisive]);
  return { answer, comparisons: evaluations.filter(kept).flatMap(({ comparisons }) => comparisons) };
}

/** Holds facts against a condition: yes, no or unknown, with the comparisons that lead there. */
export function evaluate(condition: Condition, facts: Facts, definitions: FactDefinitions): Evaluation {
  if ('all' in condition) {
    const parts = condition.all.map((part) => evaluate(part, facts, definitions));
    const elsewhere = parts.find(concernsAnotherZone);
    return elsewhere ?? combine(parts, 'no');
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => evaluate(part, facts, definitions));
    const here = parts.filter((part) => !concernsAnotherZone(part));
    return combine(here.length > 0 ? here : parts, 'yes');
  }
  if ('not' in condition) {
    const { answer, comparisons } = evaluate(condition.not, facts, definitions);
    return {
      answer: opposite[answer],
      comparisons: comparisons.map((comparison) => ({ ...comparison, answer: opposite[comparison.answer] })),
    };
  }
  const comparison = compare(condition, facts, definitions);
  return { answer: comparison.answer, comparisons: [comparison] };
}

/** The facts a condition reads, each once, in its order. */
export function factsIn(condition: Condition): readonly FactName[] {
  if ('all' in condition) return [...new Set(condition.all.flatMap(factsIn))];
  if ('any' in condition) return [...new Set(condition.any.flatMap(factsIn))];
  return 'not' in condition ? factsIn(condition.not) : [condition.fact];
}
