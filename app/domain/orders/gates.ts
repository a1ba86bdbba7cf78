// What must hold before an order is submitted, and before its purchase orders are issued.
import type { Gate } from '../checks/gate';
import type { Day } from '../shared/day';
import { parseSiret } from '../shared/identifiers';
import type { BasisPoints, UnitPrice } from '../shared/money';
import { type AskedLot, ceilingRefusals } from './ceilings';
import type { OrderRefusal } from './refusals';

export interface LinePrice {
  readonly unitPriceNet: UnitPrice;
  readonly ecoContributionNet: UnitPrice;
  readonly vatRate: BasisPoints;
}

/** A line at its price in the cart, with the one in force that day; null when none is. */
export interface LineToSubmit extends LinePrice {
  readonly label: string;
  readonly current: LinePrice | null;
}

export type PriceRefusal = Extract<OrderRefusal, { tag: `${'price' | 'eco' | 'vat'}Changed` }>;

/** What changed in the price of a line since it was put in the cart: each must be seen and accepted. */
export function priceChanges({ label, current, ...line }: LineToSubmit): readonly PriceRefusal[] {
  if (current === null) return [];
  const changes: PriceRefusal[] = [];
  if (current.unitPriceNet !== line.unitPriceNet) {
    changes.push({ tag: 'priceChanged', label, before: line.unitPriceNet, after: current.unitPriceNet });
  }
  if (current.ecoContributionNet !== line.ecoContributionNet) {
    changes.push({ tag: 'ecoChanged', label, before: line.ecoContributionNet, after: current.ecoContributionNet });
  }
  if (current.vatRate !== line.vatRate) {
    changes.push({ tag: 'vatChanged', label, before: line.vatRate, after: current.vatRate });
  }
  return changes;
}

/** What a commune lacks to order through the centrale: a membership, and a deliberation in effect (CGCT L2131-1). */
export function membershipRefusals(
  membership: { readonly enforceableOn: Day | null } | undefined,
  day: Day,
): readonly OrderRefusal[] {
  if (!membership) return [{ tag: 'notMember', day }];
  const { enforceableOn } = membership;
  return enforceableOn !== null && enforceableOn <= day ? [] : [{ tag: 'membershipNotEnforceable', enforceableOn }];
}

/** All reasons against submitting a cart that day. */
export function submissionRefusals(asked: {
  readonly day: Day;
  /** The membership in force that day, if any. */
  readonly membership: { readonly enforceableOn: Day | null } | undefined;
  readonly lines: readonly LineToSubmit[];
  readonly lots: readonly AskedLot[];
  readonly gate: Gate;
}): readonly OrderRefusal[] {
  const refusals: OrderRefusal[] = [];
  if (asked.lines.length === 0) refusals.push({ tag: 'empty' });
  refusals.push(...membershipRefusals(asked.membership, asked.day));
  for (const line of asked.lines) {
    if (line.current === null) refusals.push({ tag: 'notOrderable', label: line.label });
    refusals.push(...priceChanges(line));
  }
  refusals.push(...ceilingRefusals(asked.lots, asked.day));
  const cited = ({ sentence, citation }: { sentence: string; citation: string }) => ({ sentence, citation });
  refusals.push(...asked.gate.blocking.map((result) => ({ tag: 'blocked' as const, ...cited(result) })));
  refusals.push(...asked.gate.toJustify.map((result) => ({ tag: 'toJustify' as const, ...cited(result) })));
  refusals.push(...asked.gate.toAcknowledge.map((result) => ({ tag: 'toAcknowledge' as const, ...cited(result) })));
  return refusals;
}

export interface BillingOf {
  readonly name: string;
  readonly siret: string | null;
  readonly serviceCodeRequired: boolean;
  readonly commitmentNumberRequired: boolean;
  readonly serviceCodes: readonly string[];
}

/** All reasons against issuing: references without which an invoice is rejected (CCP D2192-2). */
export function billingRefusals(
  commune: BillingOf,
  references: { readonly serviceCode: string | null; readonly commitmentNumber: string | null },
): readonly OrderRefusal[] {
  const refusals: OrderRefusal[] = [];
  if (commune.siret === null || parseSiret(commune.siret) === undefined) {
    refusals.push({ tag: 'siretMissing', name: commune.name });
  }
  const { serviceCode, commitmentNumber } = references;
  if (serviceCode === null) {
    if (commune.serviceCodeRequired) refusals.push({ tag: 'serviceCodeMissing' });
  } else if (commune.serviceCodes.length > 0 && !commune.serviceCodes.includes(serviceCode)) {
    refusals.push({ tag: 'serviceCodeUnknown', code: serviceCode });
  }
  if (commitmentNumber === null && commune.commitmentNumberRequired) refusals.push({ tag: 'commitmentNumberMissing' });
  return refusals;
}
