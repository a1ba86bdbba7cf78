// Amounts of money as whole numbers: no float ever holds an amount.

declare const centsBrand: unique symbol;
declare const unitPriceBrand: unique symbol;

/** An amount in euro cents. Every variable that holds one says net, vat or gross in its name. */
export type Cents = number & { readonly [centsBrand]: true };

/** A unit price in ten-thousandths of a euro: price schedules give up to four decimals. */
export type UnitPrice = number & { readonly [unitPriceBrand]: true };

/** A rate in basis points: 20 % is 2000, 5.5 % is 550. */
export type BasisPoints = number;

export const zeroCents = 0 as Cents;

/** Brands a whole number of cents. Throws when it is not a safe integer: that is a bug, not bad input. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of cents: ${value}`);
  return value as Cents;
}

/** Brands a whole number of ten-thousandths of a euro. Throws when it is not a safe integer. */
export function unitPrice(value: number): UnitPrice {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of ten-thousandths: ${value}`);
  return value as UnitPrice;
}

/**
 * The one rounding of the house: divides two whole numbers, half away from zero.
 * Exact for any safe integers, as it works on BigInt.
 */
export function divideRounded(dividend: bigint, divisor: bigint): number {
  if (divisor <= 0n) throw new RangeError('The divisor must be positive');
  const negative = dividend < 0n;
  const magnitude = negative ? -dividend : dividend;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return Number(negative ? -rounded : rounded);
}

/** Sum of amounts, in cents. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/** Net amount in cents of a quantity at a unit price, rounded once. */
export function netOf(quantity: number, price: UnitPrice): Cents {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`Not a whole quantity: ${quantity}`);
  return cents(divideRounded(BigInt(quantity) * BigInt(price), 100n));
}

/** A share of an amount at a rate in basis points, in cents: VAT of a net amount, a grant of a cost. */
export function shareOf(amount: Cents, rate: BasisPoints): Cents {
  return cents(divideRounded(BigInt(amount) * BigInt(rate), 10_000n));
}

/**
 * Splits an amount by weights so that the parts add up to it exactly (largest remainder;
 * on a tie the earlier part gets the cent). Weights are whole and not negative; all zero throws.
 */
export function splitByLargestRemainder(amount: Cents, weights: readonly number[]): Cents[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n) throw new RangeError('No weight to split by');
  const sign = amount < 0 ? -1n : 1n;
  const magnitude = BigInt(amount) * sign;
  const parts = weights.map((weight, index) => {
    const product = magnitude * BigInt(weight);
    return { index, floor: product / total, remainder: product % total };
  });
  let left = magnitude - parts.reduce((sum, part) => sum + part.floor, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left <= 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map((part) => cents(Number(part.floor * sign)));
}
