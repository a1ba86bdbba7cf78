// Signs that an offer may be abnormally low. They only call for a question: no formula excludes an offer.
import type { LowOfferTests } from 'catalog/thresholds/types';
import { type Cents, cents, divideRounded } from '~/domain/shared/money';

export interface LowOfferSign {
  readonly offerId: string;
  readonly test: keyof LowOfferTests;
  /** What the test says of the offer. */
  readonly label: string;
  readonly priceNet: Cents;
  /** The amount under which the test points the offer out, net. */
  readonly limitNet: Cents;
}

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

const shareOf = (amount: Cents, share: number) => cents(divideRounded(BigInt(amount) * BigInt(share), 10_000n));

function limitsOf(
  own: PricedOffer,
  all: readonly PricedOffer[],
  estimateNet: Cents | null,
  tests: LowOfferTests,
): [keyof LowOfferTests, Cents][] {
  const { belowDeviation, halfOfMean, doubleMean, belowEstimate } = tests;
  const limits: [keyof LowOfferTests, Cents][] = [];
  const prices = all.map(({ priceNet }) => priceNet);
  const others = all.filter((offer) => offer !== own).map(({ priceNet }) => priceNet);
  const mean = meanOf(prices);
  if (prices.length >= belowDeviation.offersAtLeast) {
    const squares = prices.reduce((sum, price) => sum + BigInt(price - mean) * BigInt(price - mean), 0n);
    const deviation = wholeRoot(squares / BigInt(prices.length));
    limits.push(['belowDeviation', cents(mean - Number(deviation) * belowDeviation.deviations)]);
  }
  if (prices.length >= doubleMean.offersAtLeast) {
    const near = prices.filter((price) => price <= shareOf(mean, doubleMean.nearMean));
    if (near.length > 0) limits.push(['doubleMean', shareOf(meanOf(near), doubleMean.share)]);
  }
  if (prices.length >= halfOfMean.offersAtLeast) {
    const next = others.reduce((low, price) => (price < low ? price : low));
    const half = shareOf(meanOf(others), halfOfMean.shareOfMean);
    limits.push(['halfOfMean', cents(Math.min(half, shareOf(next, halfOfMean.shareOfNext)))]);
  }
  if (estimateNet !== null && estimateNet > 0)
    limits.push(['belowEstimate', shareOf(estimateNet, belowEstimate.share)]);
  return limits;
}

/**
 * The signs found among the offers of a lot; limits are usual practice, not law. An offer that shows one must be asked
 * to justify its prices (CCP R2152-3), and is only rejected if it does not (R2152-4).
 */
export function lowOfferSigns(
  offers: readonly PricedOffer[],
  estimateNet: Cents | null,
  tests: LowOfferTests,
): readonly LowOfferSign[] {
  return offers.flatMap((offer) =>
    limitsOf(offer, offers, estimateNet, tests).flatMap(([test, limitNet]) =>
      offer.priceNet < limitNet
        ? [{ offerId: offer.offerId, test, label: tests[test].label, priceNet: offer.priceNet, limitNet }]
        : [],
    ),
  );
}
