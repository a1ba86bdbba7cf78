// Dated prices of a reference: which one holds on a day, and how a new one closes the one before.
import { addDays, type Day } from '../shared/day';
import type { BasisPoints, UnitPrice } from '../shared/money';

export interface DatedPrice {
  readonly unitPriceNet: UnitPrice;
  readonly vatRate: BasisPoints;
  /** Per unit, net, apart from the price and never discounted (code de l’environnement, L541-10-20). */
  readonly ecoContributionNet: UnitPrice;
  readonly validFrom: Day;
  /** Last day included; null while no later price is known. */
  readonly validTo: Day | null;
}

/** The price that holds on a day; undefined when none does. Throws when two do: a store must never let that be. */
export function findPriceOn<P extends Pick<DatedPrice, 'validFrom' | 'validTo'>>(
  prices: readonly P[],
  day: Day,
): P | undefined {
  const holding = prices.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
  if (holding.length > 1) throw new Error(`Two prices hold on ${day}`);
  return holding[0];
}

export type PriceSuccession<P> =
  /** The price to close, with its new last day; undefined when none is open. */
  | { readonly possible: true; readonly closed: { readonly price: P; readonly validTo: Day } | undefined }
  | { readonly possible: false; readonly refusal: { readonly tag: 'laterPriceExists'; readonly validFrom: Day } };

/**
 * What a new price from `validFrom` does to the prices before: the one in force ends the day before.
 * Refused when a price already starts that day or later: prices are never rewritten.
 */
export function succeedPrices<P extends Pick<DatedPrice, 'validFrom' | 'validTo'>>(
  prices: readonly P[],
  validFrom: Day,
): PriceSuccession<P> {
  const later = prices.find((price) => price.validFrom >= validFrom);
  if (later) return { possible: false, refusal: { tag: 'laterPriceExists', validFrom: later.validFrom } };
  const open = findPriceOn(prices, validFrom);
  return { possible: true, closed: open ? { price: open, validTo: addDays(validFrom, -1) } : undefined };
}
