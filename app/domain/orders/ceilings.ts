// The two ceilings in euros, per lot and per member: what stands, what is asked, what exactly remains.
import { type OrderingRefusal, orderingRefusals, remainingNet, type Validity } from '../accords-cadres/accord-cadre';
import type { Day } from '../shared/day';
import type { Cents } from '../shared/money';

/** A lot that an order asks for, with what already stands on it. Amounts net, eco-contribution included. */
export interface AskedLot extends Validity {
  readonly lotId: string;
  readonly title: string;
  /** Sum of the order's lines under this lot. */
  readonly askedNet: Cents;
  readonly maximumNet: Cents;
  /** Standing orders of all members. */
  readonly committedNet: Cents;
  /** The member's own ceiling; null when it has no right to order under the lot. */
  readonly memberMaximumNet: Cents | null;
  /** Standing orders of this member. */
  readonly memberCommittedNet: Cents;
}

export type CeilingRefusal =
  | { readonly tag: 'accordCadre'; readonly lot: string; readonly refusal: OrderingRefusal }
  | { readonly tag: 'notEntitled'; readonly lot: string }
  | { readonly tag: 'lotCeiling'; readonly lot: string; readonly askedNet: Cents; readonly remainingNet: Cents }
  | { readonly tag: 'memberCeiling'; readonly lot: string; readonly askedNet: Cents; readonly remainingNet: Cents };

/** What remains under a ceiling, in cents net, never below zero. */
export function remainderOf(maximumNet: Cents, committedNet: Cents): Cents {
  return remainingNet({ maximumNet, committedNet });
}

/** All reasons, lot by lot, why the amounts asked cannot be ordered that day (CCP R2162-4 to R2162-6). */
export function ceilingRefusals(lots: readonly AskedLot[], day: Day): readonly CeilingRefusal[] {
  return lots.flatMap((lot): CeilingRefusal[] => {
    const refusals: CeilingRefusal[] = orderingRefusals(lot, day)
      .filter(({ tag }) => tag !== 'maximumReached')
      .map((refusal) => ({ tag: 'accordCadre', lot: lot.title, refusal }));
    if (lot.memberMaximumNet === null) return [...refusals, { tag: 'notEntitled', lot: lot.title }];
    const ofLot = remainderOf(lot.maximumNet, lot.committedNet);
    const ofMember = remainderOf(lot.memberMaximumNet, lot.memberCommittedNet);
    const asked = { lot: lot.title, askedNet: lot.askedNet };
    if (lot.askedNet > ofLot) refusals.push({ tag: 'lotCeiling', ...asked, remainingNet: ofLot });
    if (lot.askedNet > ofMember) refusals.push({ tag: 'memberCeiling', ...asked, remainingNet: ofMember });
    return refusals;
  });
}
