// A school's equipment on a day: what it declared, what was delivered since, what other orders will still bring.

import type { Day, Instant } from '../shared/day';
import { dayInParis } from '../shared/day';
import { countWith, type DeclaredCount, type DeclaredEquipment } from './after-order';
import type { LineToCheck } from './check';
import { declaredCounts } from './starting-point';

/** An answer of someone about a school; null is 'je ne sais pas'. */
export interface Declared {
  readonly value: string | number | boolean | null;
  readonly by: string;
  readonly at: Instant;
}

export interface Delivered {
  readonly quantity: number;
  readonly deliveredOn: Day;
  readonly attestedAt: Instant;
}

/** A line of a submitted order for the school: what it is, what came of it, what is still to come. */
export interface SchoolLine {
  readonly line: LineToCheck;
  readonly orderId: string;
  readonly ordered: number;
  readonly delivered: readonly Delivered[];
}

/** One count of equipment; null is unknown. */
export interface EquipmentCount {
  readonly count: DeclaredCount;
  readonly declared: number | null;
  readonly declaredAt: Instant | null;
  /** Delivered after what was declared; null when it cannot be told, or when nothing was declared. */
  readonly delivered: number | null;
  readonly today: number | null;
  /** Ordered and not yet delivered. */
  readonly expected: number | null;
  readonly after: number | null;
}

/**
 * Whether a delivery came after a declaration. The declaration holds what stood in the school when it was made, so
 * what was delivered on an earlier day is in it, even when the delivery was attested later.
 */
export function cameAfter(delivery: Delivered, declaredAt: Instant): boolean {
  const declaredOn = dayInParis(declaredAt);
  return delivery.deliveredOn > declaredOn || (delivery.deliveredOn === declaredOn && delivery.attestedAt > declaredAt);
}

const withQuantity = ({ line }: SchoolLine, quantity: number): LineToCheck => ({
  ...line,
  facts: { ...line.facts, quantity },
});

const sumOf = (quantities: readonly { readonly quantity: number }[]) =>
  quantities.reduce((sum, { quantity }) => sum + quantity, 0);

/** Every count of a school, from what it declared and the lines of its submitted orders. */
export function equipmentOf(
  declared: Readonly<Record<string, Declared>>,
  lines: readonly SchoolLine[],
): readonly EquipmentCount[] {
  return declaredCounts.map((count): EquipmentCount => {
    const said = declared[count];
    const value = typeof said?.value === 'number' ? said.value : null;
    const since = said
      ? lines.flatMap((line) => {
          const came = sumOf(line.delivered.filter((delivery) => cameAfter(delivery, said.at)));
          return came === 0 ? [] : [withQuantity(line, came)];
        })
      : [];
    const coming = lines.flatMap((line) => {
      const left = line.ordered - sumOf(line.delivered);
      return left > 0 ? [withQuantity(line, left)] : [];
    });
    const today = countWith(count, value, since);
    return {
      count,
      declared: value,
      declaredAt: said?.at ?? null,
      delivered: value === null ? null : countWith(count, 0, since),
      today,
      expected: countWith(count, 0, coming),
      after: countWith(count, today, coming),
    };
  });
}

/** The counts as the checks of a further order start from: today's, and what other orders will bring. */
export function equipmentBefore(counts: readonly EquipmentCount[]): DeclaredEquipment {
  return Object.fromEntries(counts.map(({ count, after }) => [count, after]));
}
