// What must hold before an order is submitted, and before its purchase orders are issued.
import type { Gate } from '../checks/gate';
import type { Day } from '../shared/day';
import { parseSiret } from '../shared/identifiers';
import type { UnitPrice } from '../shared/money';
import { type AskedLot, ceilingRefusals } from './ceilings';
import type { OrderRefusal } from './refusals';

export interface LineToSubmit {
  readonly label: string;
  /** Price in the cart, and the one in force that day; null when none is. */
  readonly unitPriceNet: UnitPrice;
  readonly ecoContributionNet: UnitPrice;
  readonly current: { readonly unitPriceNet: UnitPrice; readonly ecoContributionNet: UnitPrice } | null;
}

/** All reasons against submitting a cart that day. */
export function submissionRefusals(asked: {
  readonly day: Day;
  readonly isMember: boolean;
  readonly lines: readonly LineToSubmit[];
  readonly lots: readonly AskedLot[];
  readonly gate: Gate;
}): readonly OrderRefusal[] {
  const refusals: OrderRefusal[] = [];
  if (asked.lines.length === 0) refusals.push({ tag: 'empty' });
  if (!asked.isMember) refusals.push({ tag: 'notMember', day: asked.day });
  for (const { label, unitPriceNet, ecoContributionNet, current } of asked.lines) {
    if (current === null) refusals.push({ tag: 'notOrderable', label });
    else if (current.unitPriceNet !== unitPriceNet || current.ecoContributionNet !== ecoContributionNet) {
      refusals.push({ tag: 'priceChanged', label, before: unitPriceNet, after: current.unitPriceNet });
    }
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
