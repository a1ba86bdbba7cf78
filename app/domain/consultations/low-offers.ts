// Signs that an offer may be abnormally low. They only call for a question: no formula excludes an offer.
import { type Cents, cents, divideRounded } from '~/domain/shared/money';

export type LowOfferTest = 'belowDeviation' | 'halfOfMean' | 'doubleMean' | 'belowEstimate';

export interface LowOfferSign {
  readonly offerId: string;
  readonly test: LowOfferTest;
  readonly priceNet: Cents;
  /** The amount under which the test points the offer out, net. */
  readonly limitNet: Cents;
}

export const lowOfferTests: Readonly<Record<LowOfferTest, string>> = {
  belowDeviation: 'moins que la moyenne diminuée d’un écart-type',
  halfOfMean: 'moins de la moitié de la moyenne des autres et 20\u00a0% sous l’offre suivante',
  doubleMean: 'moins de 80\u00a0% de la moyenne des offres proches de la moyenne',
  belowEstimate: 'moins de 70\u00a0% de l’estimation',
};

/** Square root of a whole number, rounded down. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = BigInt(Math.floor(Math.sqrt(Number(value))));
  while (root * root > value) root -= 1n;
  while ((root + 1n) * (root + 1n) <= value) root += 1n;
  return root;
}

function meanOf(prices: readonly Cents[]): Cents {
  const sum = prices.reduce((total, price) => total + BigInt(price), 0n);
  return cents(divideRounded(sum, BigInt(prices.length)));
}

interface PricedOffer {
  readonly offerId: string;
  readonly priceNet: Cents;
}

function limitsOf(own: PricedOffer, all: readonly PricedOffer[], estimateNet: Cents | null): [LowOfferTest, Cents][] {
  const limits: [LowOfferTest, Cents][] = [];
  const prices = all.map(({ priceNet }) => priceNet);
  const others = all.filter((offer) => offer !== own).map(({ priceNet }) => priceNet);
  const mean = meanOf(prices);
  if (prices.length >= 3) {
    const squares = prices.reduce((sum, price) => sum + BigInt(price - mean) * BigInt(price - mean), 0n);
    const deviation = wholeRoot(squares / BigInt(prices.length));
    limits.push(['belowDeviation', cents(mean - Number(deviation))]);
    const near = prices.filter((price) => BigInt(price) * 10n <= BigInt(mean) * 12n);
    if (near.length > 0) limits.push(['doubleMean', cents(divideRounded(BigInt(meanOf(near)) * 8n, 10n))]);
  }
  if (others.length >= 2) {
    const next = others.reduce((low, price) => (price < low ? price : low));
    const half = divideRounded(BigInt(meanOf(others)), 2n);
    const underNext = divideRounded(BigInt(next) * 8n, 10n);
    limits.push(['halfOfMean', cents(Math.min(half, underNext))]);
  }
  if (estimateNet !== null && estimateNet > 0)
    limits.push(['belowEstimate', cents(divideRounded(BigInt(estimateNet) * 7n, 10n))]);
  return limits;
}

/**
 * The signs found among the offers of a lot; limits are usual practice, not law. An offer that shows one must be asked
 * to justify its prices (CCP R2152-3), and is only rejected if it does not (R2152-4).
 */
export function lowOfferSigns(offers: readonly PricedOffer[], estimateNet: Cents | null): readonly LowOfferSign[] {
  return offers.flatMap((offer) =>
    limitsOf(offer, offers, estimateNet).flatMap(([test, limitNet]) =>
      offer.priceNet < limitNet ? [{ offerId: offer.offerId, test, priceNet: offer.priceNet, limitNet }] : [],
    ),
  );
}
