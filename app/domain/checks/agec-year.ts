// A buyer's civil year under AGEC article 58: per category, spend without VAT, reused, donated and recycled parts.
import type { AgecCode, AgecRate } from 'catalog/thresholds/agec';
import { type BasisPoints, type Cents, cents, sumCents } from '../shared/money';

export type YearLineFact = 'reuseProof' | 'recycled';
export type YearEntryKind = 'purchase' | 'donation';
export type YearFactName = 'derogationReason' | 'declaredOn' | 'nothingWithdrawn';

/** A line of a purchase order issued in the year; the net amount holds its eco-contribution. */
export interface YearLine {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly category: AgecCode;
  readonly net: Cents;
  readonly condition: string | null;
  /** Whether a proof of reuse is held; null is unknown. */
  readonly reuseProof: boolean | null;
  /** Whether the product holds recycled material; null is unknown. */
  readonly recycled: boolean | null;
}

export interface YearEntry {
  readonly id: string;
  readonly category: AgecCode;
  readonly kind: YearEntryKind;
  readonly label: string;
  readonly net: Cents;
  readonly reuseNet: Cents;
  readonly recycledNet: Cents;
}

/** What is certain, and what it may reach once every unknown is settled in its favour. */
export interface Range {
  readonly least: Cents;
  readonly most: Cents;
}

export interface CategoryYear {
  readonly category: AgecCode;
  /** Purchases, and donations at their flat value: so that no share passes 100 %. */
  readonly totalNet: Cents;
  readonly reuse: Range;
  readonly donated: Cents;
  readonly recycled: Range;
  /** Of reuse and donations together; null when the total is zero. */
  readonly reuseShare: { readonly least: BasisPoints; readonly most: BasisPoints } | null;
  readonly recycledShare: { readonly least: BasisPoints; readonly most: BasisPoints } | null;
  readonly minimumReuse: BasisPoints | null;
  readonly minimumRecycled: BasisPoints | null;
  /** Reused goods still to be bought instead of new ones, from what is certain; null without a minimum. */
  readonly missingReuse: Cents | null;
  readonly lines: readonly YearLine[];
  readonly entries: readonly YearEntry[];
  /** Lines of which a part is unknown. */
  readonly open: readonly YearLine[];
}

/** The rate of a category in a civil year; absent before the decree of 2024. */
export function rateOf(rates: readonly AgecRate[], category: AgecCode, year: number): AgecRate | undefined {
  return rates.find(
    (rate) => rate.category === category && rate.fromYear <= year && (rate.toYear === null || year <= rate.toYear),
  );
}

/** Whether a line counts as reused: never without proof, never when it is new, unknown until its condition is known. */
export function isReused({ condition, reuseProof }: YearLine): boolean | null {
  if (condition === 'new') return false;
  if (reuseProof === false) return false;
  return condition !== null && reuseProof === true ? true : null;
}

/** Whether a line counts as recycled: a line counted as reused is not counted twice. */
export function isRecycled(line: YearLine): boolean | null {
  const reused = isReused(line);
  if (reused === true || line.recycled === false) return false;
  return line.recycled === true && reused === false ? true : null;
}

/** A share in basis points, rounded down: no share is said to be reached before it is. */
function shareFloor(part: Cents, total: Cents): BasisPoints {
  return Number((BigInt(part) * 10_000n) / BigInt(total));
}

const netWhere = (lines: readonly YearLine[], keep: (line: YearLine) => boolean): Cents =>
  sumCents(lines.filter(keep).map(({ net }) => net));

/**
 * The year in one category, in net cents. Shares count donations with reuse (décret n° 2024-134, art. 1er).
 * Throws when the parts pass the total, which no entry that was accepted can make.
 */
export function categoryYear(
  category: AgecCode,
  year: number,
  rates: readonly AgecRate[],
  allLines: readonly YearLine[],
  allEntries: readonly YearEntry[],
): CategoryYear {
  const lines = allLines.filter((line) => line.category === category);
  const entries = allEntries.filter((entry) => entry.category === category);
  const totalNet = sumCents([...lines, ...entries].map(({ net }) => net));
  const donated = sumCents(entries.filter(({ kind }) => kind === 'donation').map(({ net }) => net));
  const enteredReuse = sumCents(entries.map(({ reuseNet }) => reuseNet));
  const enteredRecycled = sumCents(entries.map(({ recycledNet }) => recycledNet));
  const range = (entered: Cents, of: (line: YearLine) => boolean | null): Range => ({
    least: cents(entered + netWhere(lines, (line) => of(line) === true)),
    most: cents(entered + netWhere(lines, (line) => of(line) !== false)),
  });
  const reuse = range(enteredReuse, isReused);
  const recycled = range(enteredRecycled, isRecycled);
  if (reuse.least + donated + recycled.least > totalNet || reuse.most + donated > totalNet) {
    throw new RangeError(`The parts of ${category} in ${year} pass its total`);
  }
  const share = ({ least, most }: Range) =>
    totalNet > 0 ? { least: shareFloor(least, totalNet), most: shareFloor(most, totalNet) } : null;
  const rate = rateOf(rates, category, year);
  const minimumReuse = rate?.reuse ?? null;
  const needed = minimumReuse === null ? null : (BigInt(totalNet) * BigInt(minimumReuse) + 9_999n) / 10_000n;
  return {
    category,
    totalNet,
    reuse,
    donated,
    recycled,
    reuseShare: share({ least: cents(reuse.least + donated), most: cents(reuse.most + donated) }),
    recycledShare: share(recycled),
    minimumReuse,
    minimumRecycled: rate?.recycled ?? null,
    missingReuse: needed === null ? null : cents(Math.max(0, Number(needed) - reuse.least - donated)),
    lines,
    entries,
    open: lines.filter((line) => isReused(line) === null || isRecycled(line) === null),
  };
}

/** The last day to declare a year: 30 June of the next (arrêté du 13 janvier 2025). */
export function declarationDueOn(year: number): string {
  return `${year + 1}-06-30`;
}
