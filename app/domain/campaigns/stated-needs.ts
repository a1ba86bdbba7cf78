// The needs of a commune as a statement lists them: school by school, with the value of each line and the sums.
import type { Uai } from '~/domain/shared/identifiers';
import { type Cents, netOf, sumCents } from '~/domain/shared/money';
import type { Need } from './campaigns';

export interface StatedLine extends Need {
  /** Quantity × estimated price excluding VAT; null when the price is unknown. */
  readonly net: Cents | null;
}

export interface StatedSchool {
  /** Null for what the commune needs without a school. */
  readonly uai: Uai | null;
  readonly name: string;
  readonly lines: readonly StatedLine[];
  /** Of the lines that have a price, excluding VAT. */
  readonly net: Cents;
}

export interface StatedNeeds {
  readonly schools: readonly StatedSchool[];
  readonly lineCount: number;
  /** Of the lines that have a price, excluding VAT. */
  readonly net: Cents;
  readonly unpriced: number;
}

/** The needs by school, in the order of the schools given; what belongs to no school of theirs comes last. */
export function statedNeeds(
  needs: readonly Need[],
  schools: readonly { readonly uai: Uai; readonly name: string }[],
): StatedNeeds {
  const lines = needs.map((need): StatedLine => {
    const price = need.estimatedUnitPriceNet;
    return { ...need, net: price === null ? null : netOf(need.quantity, price) };
  });
  const sum = (some: readonly StatedLine[]) => sumCents(some.flatMap(({ net }) => (net === null ? [] : [net])));
  const known = new Set(schools.map(({ uai }) => uai));
  const places = [
    ...schools.map((school) => ({ ...school, own: lines.filter((line) => line.schoolUai === school.uai) })),
    {
      uai: null,
      name: 'Commune',
      own: lines.filter((line) => line.schoolUai === null || !known.has(line.schoolUai)),
    },
  ];
  return {
    schools: places
      .filter(({ own }) => own.length > 0)
      .map(({ uai, name, own }) => ({ uai, name, lines: own, net: sum(own) })),
    lineCount: lines.length,
    net: sum(lines),
    unpriced: lines.filter(({ net }) => net === null).length,
  };
}
