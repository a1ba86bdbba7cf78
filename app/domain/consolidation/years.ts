// Consolidated needs by budget year: quantities of each line as asked, and its amount split so that the years add up to it.
import { type Cents, splitByLargestRemainder, sumCents } from '~/domain/shared/money';
import type { ConsolidatedLine, Consolidation } from './consolidation';

export interface YearPart {
  readonly year: number;
  readonly quantity: number;
  /** Excluding VAT; null while the line has no estimated price. */
  readonly net: Cents | null;
}

/** The parts of a line by year, in order; empty where no year is asked. Packaging keeps the proportions asked. */
export function yearsOfLine({ shares, net }: Pick<ConsolidatedLine, 'shares' | 'net'>): readonly YearPart[] {
  const quantities = new Map<number, number>();
  for (const { years = {} } of shares)
    for (const [year, quantity] of Object.entries(years))
      quantities.set(Number(year), (quantities.get(Number(year)) ?? 0) + quantity);
  const asked = [...quantities].sort(([a], [b]) => a - b);
  if (asked.length === 0) return [];
  const nets =
    net === null
      ? null
      : splitByLargestRemainder(
          net,
          asked.map(([, quantity]) => quantity),
        );
  return asked.map(([year, quantity], index) => ({ year, quantity, net: nets?.[index] ?? null }));
}

export interface LotYears {
  readonly number: number;
  readonly title: string;
  readonly parts: readonly { readonly year: number; readonly net: Cents }[];
}

/** The amount of each lot by year; empty where no year is asked. The years of a lot add up to it. */
export function lotYears({ lots }: Pick<Consolidation, 'lots'>): readonly LotYears[] {
  const parts = lots.map((lot) => ({ lot, parts: lot.lines.flatMap(yearsOfLine) }));
  const years = [...new Set(parts.flatMap(({ parts: own }) => own.map(({ year }) => year)))].sort((a, b) => a - b);
  if (years.length === 0) return [];
  return parts
    .filter(({ lot }) => lot.lines.length > 0)
    .map(({ lot: { number, title }, parts: own }) => ({
      number,
      title,
      parts: years.map((year) => ({
        year,
        net: sumCents(own.flatMap((part) => (part.year === year && part.net !== null ? [part.net] : []))),
      })),
    }));
}
