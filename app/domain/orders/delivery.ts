// What may be attested as received, and how far a purchase order is delivered.
import type { Day, Instant } from '../shared/day';
import { dayInParis } from '../shared/day';
import type { OrderRefusal } from './refusals';

export interface LineToReceive {
  readonly id: string;
  readonly label: string;
  readonly ordered: number;
  readonly received: number;
}

/** All reasons against attesting these quantities (by line id) as delivered on a day; whole quantities, never more than remain. */
export function deliveryRefusals(asked: {
  readonly lines: readonly LineToReceive[];
  readonly quantities: ReadonlyMap<string, number>;
  readonly deliveredOn: Day;
  readonly today: Day;
  readonly issuedAt: Instant;
}): readonly OrderRefusal[] {
  const refusals: OrderRefusal[] = [];
  const wanted = asked.lines.filter(({ id }) => (asked.quantities.get(id) ?? 0) > 0);
  if (wanted.length === 0) refusals.push({ tag: 'nothingReceived' });
  for (const { id, label, ordered, received } of wanted) {
    const quantity = asked.quantities.get(id) ?? 0;
    if (quantity > ordered - received) {
      refusals.push({ tag: 'alreadyReceived', label, asked: quantity, remaining: ordered - received });
    }
  }
  if (asked.deliveredOn > asked.today) refusals.push({ tag: 'futureDelivery', day: asked.deliveredOn });
  if (asked.deliveredOn < dayInParis(asked.issuedAt)) {
    refusals.push({ tag: 'deliveredBeforeIssue', day: asked.deliveredOn, issuedAt: asked.issuedAt });
  }
  return refusals;
}

/** Whether nothing remains to be received. */
export function isDelivered(lines: readonly LineToReceive[]): boolean {
  return lines.every(({ ordered, received }) => received >= ordered);
}
