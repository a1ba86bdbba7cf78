// Lines of price schedules and references of the catalogue for the tests, with speaking defaults.
import type { CurrentReference } from '~/domain/products/price-schedule-changes';
import type { ScheduleLine } from '~/domain/products/schedule-line';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';

export function aLine(facts: Partial<ScheduleLine> = {}): ScheduleLine {
  return {
    sheet: 'BPU',
    row: 10,
    reference: 'TAB-001',
    manufacturerReference: null,
    label: 'Tablette 10,9 pouces',
    brand: 'Apple',
    model: null,
    description: null,
    unit: 'unité',
    category: 'tablet',
    unitPriceNet: unitPrice(3_290_000),
    vatRate: 2000,
    ecoContributionNet: unitPrice(2500),
    attributes: {},
    problems: [],
    ...facts,
  };
}

export function aReference(facts: Partial<CurrentReference> = {}): CurrentReference {
  return {
    id: 'product-1',
    reference: 'TAB-001',
    label: 'Tablette 10,9 pouces',
    brand: 'Apple',
    model: null,
    description: null,
    unit: 'unité',
    category: 'tablet',
    attributes: {},
    price: {
      unitPriceNet: unitPrice(3_290_000),
      vatRate: 2000,
      ecoContributionNet: unitPrice(2500),
      validFrom: day('2026-01-01'),
    },
    laterPriceFrom: null,
    ...facts,
  };
}
