// Price revision by formula: the coefficient from index values, exactly, then each price from its initial one.
import { type BasisPoints, divideRounded, type UnitPrice, unitPrice } from '../shared/money';

/** A value of an index in ten-thousandths: 104,6 is 1046000. */
export type IndexValue = number;

export type CoefficientRounding = 'half' | 'up' | 'down';

export interface RevisionIndex {
  /** Identifier of the series, as the contract writes it. */
  readonly identifier: string;
  readonly label: string;
  /** Its share in the formula. */
  readonly weight: BasisPoints;
  /** Its value at month zero. */
  readonly baseValue: IndexValue;
  /** Month zero, in words. */
  readonly basePeriod: string;
  readonly source: string;
}

/** P = P0 × [fixed + Σ weight × I / I0], as the contract fixes it. */
export interface RevisionTerms {
  readonly fixedShare: BasisPoints;
  readonly indices: readonly RevisionIndex[];
  /** Decimals of the coefficient, and how the last one is rounded. */
  readonly coefficientDecimals: number;
  readonly rounding: CoefficientRounding;
  /** Decimals of the revised unit prices, in euros. */
  readonly priceDecimals: 2 | 4;
  readonly everyMonths: number;
  /** Largest rise at one revision, over the coefficient before; null without a cap. */
  readonly capShare: BasisPoints | null;
  /** Rise over the coefficient before above which the buyer may end the contract; null without such a clause. */
  readonly safeguardShare: BasisPoints | null;
}

export interface RevisionStep {
  readonly index: RevisionIndex;
  readonly value: IndexValue;
}

export interface Coefficient {
  /** Before rounding, cut after eight decimals, as text: '1,01234567'. */
  readonly exact: string;
  /** Rounded as the contract says, as a whole number of its last decimal. */
  readonly rounded: bigint;
  /** The one that applies: the rounded one, or what the cap leaves of it. */
  readonly applied: bigint;
  readonly capped: boolean;
  /** Whether the rise over the coefficient before passes the safeguard. */
  readonly overSafeguard: boolean;
}

function quotient(numerator: bigint, denominator: bigint, rounding: CoefficientRounding): bigint {
  if (rounding === 'half') return (numerator * 2n + denominator) / (denominator * 2n);
  const floor = numerator / denominator;
  return rounding === 'up' && numerator % denominator !== 0n ? floor + 1n : floor;
}

/** A whole number of the last of some decimals as French text: 1023n with 3 is '1,023'. */
export function decimalText(value: bigint, decimals: number): string {
  const digits = String(value).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
}

/** Whether the shares of the formula make one whole. */
export function sharesMakeOne({ fixedShare, indices }: RevisionTerms): boolean {
  return indices.reduce((sum, { weight }) => sum + weight, fixedShare) === 10_000;
}

/**
 * The coefficient of a revision. Fractions are put over one denominator and rounded once, so that no intermediate
 * rounding moves it. `before` is the coefficient of the last revision (one, when there is none), in the same decimals.
 * Throws when an index has no value, or a value is not positive: that is checked before.
 */
export function coefficientOf(terms: RevisionTerms, values: readonly IndexValue[], before: bigint): Coefficient {
  const { indices, fixedShare, coefficientDecimals, rounding, capShare, safeguardShare } = terms;
  const bases = indices.map(({ baseValue }) => BigInt(baseValue));
  const denominator = bases.reduce((product, base) => product * base, 1n) * 10_000n;
  const whole = denominator / 10_000n;
  const numerator = indices.reduce((sum, { weight }, at) => {
    const [value, base] = [values[at], bases[at]];
    if (value === undefined || value <= 0 || base === undefined || base <= 0n)
      throw new RangeError(`No value for index ${at}`);
    return sum + BigInt(weight) * BigInt(value) * (whole / base);
  }, BigInt(fixedShare) * whole);
  const scale = 10n ** BigInt(coefficientDecimals);
  const rounded = quotient(numerator * scale, denominator, rounding);
  const ceiling = capShare === null ? null : (before * BigInt(10_000 + capShare)) / 10_000n;
  const capped = ceiling !== null && rounded > ceiling;
  const applied = capped ? ceiling : rounded;
  return {
    exact: decimalText((numerator * 100_000_000n) / denominator, 8),
    rounded,
    applied,
    capped,
    overSafeguard: safeguardShare !== null && applied * 10_000n > before * BigInt(10_000 + safeguardShare),
  };
}

/** A revised unit price, net: the initial one times the coefficient, rounded once to the decimals of the contract. */
export function revisedPrice(
  initial: UnitPrice,
  applied: bigint,
  { coefficientDecimals, priceDecimals }: Pick<RevisionTerms, 'coefficientDecimals' | 'priceDecimals'>,
): UnitPrice {
  const step = priceDecimals === 2 ? 100 : 1;
  return unitPrice(divideRounded(BigInt(initial) * applied, 10n ** BigInt(coefficientDecimals) * BigInt(step)) * step);
}

/** The coefficient before any revision: one. */
export function unrevised({ coefficientDecimals }: Pick<RevisionTerms, 'coefficientDecimals'>): bigint {
  return 10n ** BigInt(coefficientDecimals);
}
