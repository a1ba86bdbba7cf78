// The ranking of the offers of a lot: points by criterion, total, rank, and what decides between equals.
import { type Cents, divideRounded } from '~/domain/shared/money';
import type { Criterion } from './consultation';
import { type PriceFormula, pointScale, pricePoints } from './price-formula';
import { type MarkedItem, markedItems } from './sub-criteria';

/** A criterion, or each of its sub-criteria, is marked from 0 to 10 by each evaluator, in tenths: 75 is 7,5. */
export const highestMark = 100;

export interface ScoredOffer {
  readonly offerId: string;
  readonly candidate: string;
  /** Estimate recomputed from the prices of the schedule, net. */
  readonly priceNet: Cents;
  /** Marks of the evaluators for each marked item, in tenths. */
  readonly marks: readonly (readonly number[])[];
}

export interface RankedOffer {
  readonly offerId: string;
  readonly candidate: string;
  readonly priceNet: Cents;
  /** Hundred-thousandths of a point, criterion by criterion; null while nobody has marked it. */
  readonly points: readonly (number | null)[];
  /** Hundredths of a point, of 10 000; null while a mark is missing. */
  readonly total: number | null;
  /** From 1; equal offers share a rank. Null while any total of the lot is missing. */
  readonly rank: number | null;
}

/** Mean of the marks as points of an item; null without a mark. */
function markedPoints(weight: number, marks: readonly number[]): number | null {
  if (marks.length === 0) return null;
  const sum = marks.reduce((total, mark) => total + mark, 0);
  return divideRounded(BigInt(sum) * BigInt(weight) * BigInt(pointScale), BigInt(marks.length) * BigInt(highestMark));
}

/** Points of a criterion: the sum over its marked items; null while one is not marked. */
function criterionPoints(items: readonly MarkedItem[], criterion: number, marks: ScoredOffer['marks']): number | null {
  return items.reduce<number | null>((sum, item, index) => {
    if (item.criterion !== criterion || sum === null) return sum;
    const own = markedPoints(item.weight, marks[index] ?? []);
    return own === null ? null : sum + own;
  }, 0);
}

function better(a: RankedOffer, b: RankedOffer, criteria: readonly Criterion[]): number {
  const byTotal = (b.total ?? 0) - (a.total ?? 0);
  if (byTotal !== 0) return byTotal;
  // At equal totals the better marked on the environment comes first, as the rules of the consultation say.
  const green = criteria.findIndex(({ nature }) => nature === 'environmental');
  return green === -1 ? 0 : (b.points[green] ?? 0) - (a.points[green] ?? 0);
}

/**
 * Ranks the offers of a lot that are admitted. The total is the sum of the points, rounded once to two decimals
 * (CCP R2152-11 and R2152-12). Without all marks no rank is given: a half-marked ranking would mislead.
 */
export function rankOffers(
  offers: readonly ScoredOffer[],
  criteria: readonly Criterion[],
  formula: PriceFormula,
): readonly RankedOffer[] {
  if (offers.length === 0) return [];
  const lowest = offers.reduce((low, { priceNet }) => (priceNet < low ? priceNet : low), offers[0]?.priceNet as Cents);
  const items = markedItems(criteria);
  const scored = offers.map(({ offerId, candidate, priceNet, marks }): RankedOffer => {
    const points = criteria.map(({ nature, weight }, criterion) =>
      nature === 'price' ? pricePoints(formula, weight, priceNet, lowest) : criterionPoints(items, criterion, marks),
    );
    const known = points.every((one) => one !== null);
    const sum = points.reduce<number>((total, one) => total + (one ?? 0), 0);
    const total = known ? divideRounded(BigInt(sum), BigInt(pointScale / 100)) : null;
    return { offerId, candidate, priceNet, points, total, rank: null };
  });
  if (scored.some(({ total }) => total === null)) return scored;
  const sorted = scored.toSorted((a, b) => better(a, b, criteria));
  let rank = 0;
  return sorted.map((offer, index) => {
    const before = sorted[index - 1];
    if (before === undefined || better(before, offer, criteria) !== 0) rank = index + 1;
    return { ...offer, rank };
  });
}
