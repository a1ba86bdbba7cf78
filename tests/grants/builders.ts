// Communes, schools, lines and facts with speaking defaults, for the grant tests.
import type { FactName } from 'catalog/grants/facts';
import type { FundingPart } from 'catalog/grants/types';
import type { GrantLine } from '~/domain/grants/eligible-costs';
import type { KnownFact } from '~/domain/grants/facts';
import type { Aid } from '~/domain/grants/financing-plan';
import type { GrantBase } from '~/domain/grants/grant-amount';
import { type Cents, cents, unitPrice } from '~/domain/shared/money';

export const euros = (amount: number): Cents => cents(Math.round(amount * 100));

export function facts(values: Partial<Record<FactName, KnownFact['value']>>): Partial<Record<FactName, KnownFact>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value: value as KnownFact['value'], origin: 'essai' }]),
  );
}

export function aBase(
  key: string,
  costs: Partial<Record<FundingPart, Cents>>,
  known: Partial<Record<FactName, KnownFact['value']>> = {},
): GrantBase {
  return { key, costs, facts: facts(known) };
}

export function anAid(aid: Partial<Aid> = {}): Aid {
  return {
    id: 'state',
    funder: 'state',
    label: 'État',
    schemeId: 'detr',
    amount: euros(4160),
    state: 'requested',
    reference: null,
    ...aid,
  };
}

export function aLine(line: Partial<GrantLine> = {}): GrantLine {
  return {
    id: 'line-1',
    schoolUai: '0350114J',
    reference: 'TAB-10',
    label: 'Tablette 10 pouces (démonstration)',
    categoryCode: 'tablet',
    categoryLabel: 'Tablette',
    quantity: 10,
    unitPriceNet: unitPrice(3_000_000),
    totalNet: euros(3000),
    vat: euros(600),
    totalGross: euros(3600),
    ...line,
  };
}
