// Accords-cadres and their lots: who holds them, when they may be ordered on, what remains of their maximum.
import type { Day } from '../shared/day';
import { type BasisPoints, type Cents, cents } from '../shared/money';

/**
 * How the syndicat acts as a central purchasing body (code de la commande publique, L2113-2):
 * 'wholesaler', it buys and resells to its members (1°); 'intermediary', it awards, and each member orders and pays (2°).
 */
export type CentralPurchasingMode = 'wholesaler' | 'intermediary';

export const modeLabels: Readonly<Record<CentralPurchasingMode, string>> = {
  wholesaler: 'Grossiste : le syndicat achète et revend',
  intermediary: 'Intermédiaire : chaque commune commande et paie',
};

export interface Validity {
  /** The legal act that starts the contract. */
  readonly notifiedOn: Day;
  readonly startsOn: Day;
  /** Last day on which an order may be issued, included. */
  readonly endsOn: Day;
}

export interface LotStanding extends Validity {
  /** Maximum over the whole duration, all members, net (R2162-4). */
  readonly maximumNet: Cents;
  /** What standing orders already take of it, net. */
  readonly committedNet: Cents;
}

export type OrderingRefusal =
  | { readonly tag: 'notNotified'; readonly notifiedOn: Day }
  | { readonly tag: 'notStarted'; readonly startsOn: Day }
  | { readonly tag: 'ended'; readonly endsOn: Day }
  | { readonly tag: 'maximumReached'; readonly maximumNet: Cents; readonly committedNet: Cents };

/** All reasons why a day is outside a validity: orders are issued during it only (R2162-5). */
export function validityRefusals({ notifiedOn, startsOn, endsOn }: Validity, day: Day): OrderingRefusal[] {
  const refusals: OrderingRefusal[] = [];
  if (day < notifiedOn) refusals.push({ tag: 'notNotified', notifiedOn });
  if (day < startsOn) refusals.push({ tag: 'notStarted', startsOn });
  if (day > endsOn) refusals.push({ tag: 'ended', endsOn });
  return refusals;
}

/**
 * All reasons why nothing can be ordered on a lot that day; none when ordering is possible.
 * An accord-cadre whose maximum is reached is exhausted (CJUE, 17 juin 2021, C-23/20). Whether one order fits in
 * what remains is decided with the order.
 */
export function orderingRefusals(lot: LotStanding, day: Day): OrderingRefusal[] {
  const { maximumNet, committedNet } = lot;
  const refusals = validityRefusals(lot, day);
  if (committedNet >= maximumNet) refusals.push({ tag: 'maximumReached', maximumNet, committedNet });
  return refusals;
}

/** Whether anything can be ordered on a lot that day. */
export function canOrderOn(lot: LotStanding, day: Day): boolean {
  return orderingRefusals(lot, day).length === 0;
}

/** What remains of a lot's maximum, net; never below zero. */
export function remainingNet(lot: Pick<LotStanding, 'maximumNet' | 'committedNet'>): Cents {
  return cents(Math.max(0, lot.maximumNet - lot.committedNet));
}

export interface MaximumUse {
  /** Share of the maximum taken, in basis points, rounded down: 9,999 is not yet reached. */
  readonly share: BasisPoints;
  /** The highest warning level reached; null below the first. */
  readonly alertLevel: BasisPoints | null;
  readonly exhausted: boolean;
}

/** How much of a maximum is taken, and which of the warning levels it reaches. Compared exactly, without rounding. */
export function useOfMaximum(
  { maximumNet, committedNet }: Pick<LotStanding, 'maximumNet' | 'committedNet'>,
  levels: readonly BasisPoints[],
): MaximumUse {
  const exhausted = committedNet >= maximumNet;
  if (maximumNet <= 0) return { share: 10_000, alertLevel: levels.at(-1) ?? null, exhausted };
  const share = Number((BigInt(committedNet) * 10_000n) / BigInt(maximumNet));
  const alertLevel = levels.findLast((level) => share >= level) ?? null;
  return { share, alertLevel, exhausted };
}
