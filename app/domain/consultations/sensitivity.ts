// How firm a ranking is: from which weight of the price another offer would come first.
import type { Criterion } from './consultation';
import type { PriceFormula } from './price-formula';
import { rankOffers, type ScoredOffer } from './scoring';

export interface WinnerRange {
  /** Offers that come first, more than one when they are equal. */
  readonly winners: readonly string[];
  /** Weights of the price, in whole percent, from which and up to which they do. */
  readonly from: number;
  readonly to: number;
}

/** The weights with the price at `priceWeight`, the others keeping their proportions; in ten-thousandths of a percent. */
function reweighted(criteria: readonly Criterion[], priceWeight: number): readonly Criterion[] {
  const prices = criteria.filter(({ nature }) => nature === 'price').reduce((sum, { weight }) => sum + weight, 0);
  const others = 100 - prices;
  return criteria.map((criterion) => {
    const of = criterion.nature === 'price' ? prices : others;
    const share = criterion.nature === 'price' ? priceWeight : 100 - priceWeight;
    const weighted = (weight: number) => (of === 0 ? 0 : Math.round((weight * share * 10_000) / of));
    return {
      ...criterion,
      weight: weighted(criterion.weight),
      subCriteria: criterion.subCriteria?.map((sub) => ({ ...sub, weight: weighted(sub.weight) })),
    };
  });
}

/**
 * Who comes first at each whole weight of the price from 0 to 100 %, as ranges. Empty while marks are missing, or
 * with fewer than two offers.
 */
export function winnersByPriceWeight(
  offers: readonly ScoredOffer[],
  criteria: readonly Criterion[],
  formula: PriceFormula,
): readonly WinnerRange[] {
  if (offers.length < 2) return [];
  const ranges: WinnerRange[] = [];
  for (let weight = 0; weight <= 100; weight += 1) {
    const first = rankOffers(offers, reweighted(criteria, weight), formula).filter(({ rank }) => rank === 1);
    if (first.length === 0) return [];
    const winners = first.map(({ offerId }) => offerId).toSorted();
    const last = ranges.at(-1);
    if (last && last.winners.join() === winners.join()) ranges[ranges.length - 1] = { ...last, to: weight };
    else ranges.push({ winners, from: weight, to: weight });
  }
  return ranges;
}
