// A financing plan: who pays what of a cost, and every rule of public law that the sums meet or break.
import type { FunderKind, OtherPublicAid } from 'catalog/grants/types';
import { type BasisPoints, type Cents, cents, divideRounded, sumCents, zeroCents } from '~/domain/shared/money';
import type { Basis } from './eligible-costs';
import { fctvaOf, wholeEurosBelow } from './grant-amount';

export type { FunderKind } from 'catalog/grants/types';

export interface Aid {
  readonly id: string;
  readonly funder: FunderKind;
  readonly label: string;
  /** Scheme the money comes from, such as 'detr'; null when it has none as data. */
  readonly schemeId: string | null;
  readonly amount: Cents;
  readonly state: 'planned' | 'requested' | 'obtained';
  readonly reference: string | null;
}

export type PlanAlert =
  | { readonly kind: 'ownShareTooSmall'; readonly ownShare: Cents; readonly minimum: Cents; readonly excess: Cents }
  | { readonly kind: 'stateDotationsTooHigh'; readonly total: Cents; readonly maximum: Cents; readonly excess: Cents }
  | { readonly kind: 'aidsAboveCost'; readonly excess: Cents }
  | {
      readonly kind: 'schemeShareExceeded';
      readonly share: BasisPoints;
      readonly maximum: Cents;
      readonly excess: Cents;
    }
  | { readonly kind: 'otherAidToVerify'; readonly aids: Cents }
  | { readonly kind: 'otherAidForbidden'; readonly aids: Cents }
  | {
      readonly kind: 'contributionAboveOwnShare';
      readonly contribution: Cents;
      readonly ownShare: Cents;
      readonly excess: Cents;
    }
  | { readonly kind: 'basisToVerify' };

export interface PlanInput {
  readonly basis: Basis;
  /** Whether the text of the call settles the basis; when not, the plan says so. */
  readonly basisConfirmed: boolean;
  readonly cost: Cents;
  readonly costNet: Cents;
  readonly costGross: Cents;
  readonly eligibleNet: Cents;
  readonly grant: Aid;
  readonly otherAids: readonly Aid[];
  /** Highest share of the cost the call pays, in basis points; null when it sets none. */
  readonly highestShare: BasisPoints | null;
  readonly otherPublicAid: OtherPublicAid;
  readonly stateDotations: { readonly share: BasisPoints; readonly schemes: readonly string[] };
  readonly fctvaRate: number;
}

export interface Resource {
  readonly aid: Aid;
  /** Share of the cost, in basis points, rounded. */
  readonly share: BasisPoints;
}

export interface FinancingPlan {
  readonly basis: Basis;
  readonly cost: Cents;
  readonly costNet: Cents;
  readonly costGross: Cents;
  /** What the call itself gives. */
  readonly grant: Cents;
  readonly resources: readonly Resource[];
  readonly publicAids: Cents;
  readonly ownShare: Cents;
  readonly ownShareRate: BasisPoints;
  /** Least the owner must pay: 20 % of what public bodies pay (CGCT, article L. 1111-10). */
  readonly minimumOwnShare: Cents;
  /** Amount of the request in a form that takes whole euros. */
  readonly requestedWholeEuros: Cents;
  /** Estimates, outside the plan: whether State grants computed on the gross amount are deducted is not settled. */
  readonly fctva: { readonly withoutDeduction: Cents; readonly withDeduction: Cents };
  readonly alerts: readonly PlanAlert[];
}

function shareIn(part: Cents, of: Cents): BasisPoints {
  return of === 0 ? 0 : divideRounded(BigInt(part) * 10_000n, BigInt(of));
}

/** A fifth, rounded up to the cent: the law says at least. */
function fifthOf(amount: number): Cents {
  return cents(Number((BigInt(amount) + 4n) / 5n));
}

/**
 * Least the owner pays of a cost, in cents: a fifth of what public bodies pay together, private money outside the
 * count (CGCT, article L. 1111-10).
 */
export function minimumOwnShareOf(cost: Cents, privateMoney: Cents): Cents {
  return fifthOf(Math.max(0, cost - privateMoney));
}

/**
 * The plan of an operation in cents, on one basis for both sides. The own share is what is left and is never
 * negative; resources and own share add up to the cost unless aids pass it, which is an alert.
 * FCTVA stays outside (a compensation, not a resource of the plan).
 */
export function financingPlanOf(input: PlanInput): FinancingPlan {
  const aids = [input.grant, ...input.otherAids].filter(({ amount }) => amount > 0);
  const all = sumCents(aids.map(({ amount }) => amount));
  const privateMoney = sumOf(aids, ({ funder }) => funder === 'private');
  const publicAids = cents(all - privateMoney);
  const ownShare = cents(Math.max(0, input.cost - all));
  // Private money is outside the count of article L. 1111-10.
  const minimumOwnShare = fifthOf(Math.max(0, input.cost - privateMoney));
  const stateGross = input.basis === 'gross' ? sumOf(aids, ({ funder }) => funder === 'state') : zeroCents;
  return {
    basis: input.basis,
    cost: input.cost,
    costNet: input.costNet,
    costGross: input.costGross,
    grant: input.grant.amount,
    resources: aids.map((aid) => ({ aid, share: shareIn(aid.amount, input.cost) })),
    publicAids,
    ownShare,
    ownShareRate: shareIn(ownShare, input.cost),
    minimumOwnShare,
    requestedWholeEuros: wholeEurosBelow(input.grant.amount),
    fctva: {
      withoutDeduction: fctvaOf(input.costGross, zeroCents, input.fctvaRate),
      withDeduction: fctvaOf(input.costGross, stateGross, input.fctvaRate),
    },
    alerts: alertsOf(input, aids, { all, publicAids, ownShare, minimumOwnShare }),
  };
}

function sumOf(aids: readonly Aid[], which: (aid: Aid) => boolean): Cents {
  return sumCents(aids.filter(which).map(({ amount }) => amount));
}

function alertsOf(
  input: PlanInput,
  aids: readonly Aid[],
  sums: { readonly all: Cents; readonly publicAids: Cents; readonly ownShare: Cents; readonly minimumOwnShare: Cents },
): readonly PlanAlert[] {
  const alerts: PlanAlert[] = [];
  if (!input.basisConfirmed) alerts.push({ kind: 'basisToVerify' });
  if (sums.all > input.cost) alerts.push({ kind: 'aidsAboveCost', excess: cents(sums.all - input.cost) });
  if (sums.publicAids > 0 && sums.ownShare < sums.minimumOwnShare) {
    const excess = cents(sums.all + sums.minimumOwnShare - input.cost);
    alerts.push({ kind: 'ownShareTooSmall', ownShare: sums.ownShare, minimum: sums.minimumOwnShare, excess });
  }
  const dotations = sumOf(aids, ({ schemeId }) => schemeId !== null && input.stateDotations.schemes.includes(schemeId));
  const ceiling = cents(Number((BigInt(input.eligibleNet) * BigInt(input.stateDotations.share)) / 10_000n));
  if (dotations > ceiling) {
    alerts.push({
      kind: 'stateDotationsTooHigh',
      total: dotations,
      maximum: ceiling,
      excess: cents(dotations - ceiling),
    });
  }
  if (input.highestShare !== null) {
    // Rounded as the grant is: half a cent is not a breach.
    const maximum = cents(divideRounded(BigInt(input.cost) * BigInt(input.highestShare), 10_000n));
    if (input.grant.amount > maximum) {
      const excess = cents(input.grant.amount - maximum);
      alerts.push({ kind: 'schemeShareExceeded', share: input.highestShare, maximum, excess });
    }
  }
  const others = sumOf(input.otherAids, ({ funder }) => funder !== 'private');
  if (others > 0 && input.otherPublicAid === 'toVerify') alerts.push({ kind: 'otherAidToVerify', aids: others });
  if (others > 0 && input.otherPublicAid === 'forbidden') alerts.push({ kind: 'otherAidForbidden', aids: others });
  const contribution = sumOf(aids, ({ funder }) => funder === 'epci');
  if (contribution > sums.ownShare) {
    alerts.push({
      kind: 'contributionAboveOwnShare',
      contribution,
      ownShare: sums.ownShare,
      excess: cents(contribution - sums.ownShare),
    });
  }
  return alerts;
}
