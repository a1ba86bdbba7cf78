// What a price schedule would change is decided line by line; no line and no reference is lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BlankChoices,
  type ChangeRules,
  type CurrentReference,
  comparePriceSchedule,
  type LineDecision,
} from '~/domain/products/price-schedule-changes';
import type { ScheduleLine } from '~/domain/products/schedule-line';
import { day } from '~/domain/shared/day';
import { type UnitPrice, unitPrice } from '~/domain/shared/money';
import { aLine, aReference } from './builders';

const nothingChosen: BlankChoices = { vatRate: null, noEcoContribution: false, category: null, unit: 'unité' };
const rules: ChangeRules = { flaggedPriceChange: 1000, categoriesWithoutEcoContribution: new Set(['training']) };

function decisionOn(
  line: ScheduleLine,
  current: readonly CurrentReference[] = [],
  choices = nothingChosen,
): LineDecision {
  const [decision] = comparePriceSchedule([line], current, choices, rules).decisions;
  if (!decision) throw new Error('No decision');
  return decision;
}

function tagsOf({ problems }: LineDecision): string[] {
  return problems.map(({ tag }) => tag);
}

test('a reference that the lot does not have is created', () => {
  expect(decisionOn(aLine())).toMatchObject({
    kind: 'created',
    facts: { reference: 'TAB-001', unitPriceNet: 3_290_000 },
  });
});

test('the same line again is unchanged, whatever the case and spaces of its reference', () => {
  expect(decisionOn(aLine({ reference: 'tab - 001' }), [aReference()])).toMatchObject({
    kind: 'unchanged',
    id: 'product-1',
  });
});

test('a change is told field by field, with the share by which the price moves', () => {
  const line = aLine({ label: 'Tablette 11 pouces', unitPriceNet: unitPrice(3_454_500), attributes: { ramGb: 8 } });
  expect(decisionOn(line, [aReference({ attributes: { ramGb: 4, storageGb: 64 } })])).toMatchObject({
    kind: 'changed',
    newPrice: true,
    facts: { attributes: { ramGb: 8, storageGb: 64 } },
    changes: [
      { field: 'label', before: 'Tablette 10,9 pouces', after: 'Tablette 11 pouces' },
      { field: 'attribute', code: 'ramGb', before: 4, after: 8 },
      { field: 'unitPriceNet', before: 3_290_000, after: 3_454_500, share: 500, flagged: false },
    ],
  });
});

test.each([
  [1_100_000, false],
  [1_100_001, true],
  [900_000, false],
  [899_999, true],
])('a price that moves from 100 € to %i ten-thousandths is flagged: %s', (after, flagged) => {
  const before = aReference({
    price: {
      unitPriceNet: unitPrice(1_000_000),
      vatRate: 2000,
      ecoContributionNet: unitPrice(2500),
      validFrom: day('2026-01-01'),
    },
  });
  const decision = decisionOn(aLine({ unitPriceNet: unitPrice(after) }), [before]);
  expect(decision).toMatchObject({ changes: [{ field: 'unitPriceNet', flagged }] });
});

test('a description alone changes no price', () => {
  expect(decisionOn(aLine({ label: 'Autre' }), [aReference()])).toMatchObject({ kind: 'changed', newPrice: false });
});

test('a blank erases nothing that the catalogue knows', () => {
  const known = aReference({ brand: 'Apple', model: 'A16', attributes: { ramGb: 4 } });
  expect(decisionOn(aLine({ brand: null, model: null, unit: null, category: null }), [known]).kind).toBe('unchanged');
});

test('a blank VAT rate or eco-contribution is refused until the buyer decides, and then said', () => {
  const line = aLine({ vatRate: null, ecoContributionNet: null, category: null, unit: null });
  const refused = decisionOn(line);
  expect([refused.kind, tagsOf(refused)]).toEqual([
    'refused',
    ['missingCategory', 'missingVatRate', 'missingEcoContribution'],
  ]);
  const chosen = decisionOn(line, [], { vatRate: 2000, noEcoContribution: true, category: 'tablet', unit: 'unité' });
  expect([chosen.kind, tagsOf(chosen)]).toEqual([
    'created',
    ['categoryAssumed', 'vatRateAssumed', 'ecoContributionAssumed', 'unitAssumed'],
  ]);
});

test('a service bears no eco-contribution', () => {
  expect(decisionOn(aLine({ category: 'training', ecoContributionNet: null }))).toMatchObject({
    kind: 'created',
    problems: [],
    facts: { ecoContributionNet: 0 },
  });
});

test('a choice for blanks never covers a rate that the file states wrongly', () => {
  const at = { sheet: 'BPU', row: 10, column: 'E' };
  const line = aLine({
    vatRate: null,
    problems: [{ tag: 'unknownVatRate', cell: '19,6', allowed: [2000], severity: 'refusal', at }],
  });
  expect(decisionOn(line, [], { ...nothingChosen, vatRate: 2000 })).toMatchObject({ kind: 'refused' });
});

test('a reference without a price in force gets one', () => {
  expect(decisionOn(aLine(), [aReference({ price: null })])).toMatchObject({
    kind: 'changed',
    newPrice: true,
    changes: [
      { field: 'unitPriceNet', before: null, share: null, flagged: false },
      { field: 'vatRate', before: null },
      { field: 'ecoContributionNet', before: null },
    ],
  });
});

test('a price already recorded for later is never rewritten', () => {
  const current = aReference({ laterPriceFrom: day('2027-01-01') });
  expect(decisionOn(aLine({ unitPriceNet: unitPrice(1) }), [current])).toMatchObject({
    kind: 'refused',
    problems: [{ tag: 'laterPrice', validFrom: '2027-01-01' }],
  });
  expect(decisionOn(aLine({ label: 'Autre' }), [current]).kind).toBe('changed');
});

test('references that the file does not name are listed; a refused line still names its own', () => {
  const current = [
    aReference(),
    aReference({ id: 'product-2', reference: 'TAB-002' }),
    aReference({ id: 'product-3', reference: 'PC-001' }),
  ];
  const lines = [aLine(), aLine({ reference: 'TAB-002', unitPriceNet: null })];
  expect(comparePriceSchedule(lines, current, nothingChosen, rules).absent.map(({ reference }) => reference)).toEqual([
    'PC-001',
  ]);
});

const references = fc.constantFrom('A', 'B', 'C', 'a', ' B ');
const anyLine = fc
  .record({
    reference: fc.option(references),
    label: fc.option(fc.string({ minLength: 1 })),
    unitPriceNet: fc.option(fc.integer({ min: 1, max: 10_000_000 }).map((value) => value as UnitPrice)),
    vatRate: fc.option(fc.constantFrom(2000, 550)),
    ecoContributionNet: fc.option(fc.integer({ min: 0, max: 10_000 }).map((value) => value as UnitPrice)),
    category: fc.option(fc.constantFrom('tablet', 'training')),
    unit: fc.option(fc.constant('unité')),
  })
  .map((facts) => aLine(facts));

test('every line gets one decision with all its facts, every reference is named or listed as absent', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine),
      fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D')),
      fc.record({
        vatRate: fc.option(fc.constant(2000)),
        noEcoContribution: fc.boolean(),
        category: fc.option(fc.constant('tablet')),
        unit: fc.constant('unité'),
      }),
      (lines, codes, choices) => {
        const current = codes.map((reference) => aReference({ id: reference, reference }));
        const { decisions, absent } = comparePriceSchedule(lines, current, choices, rules);
        expect(decisions.map(({ line }) => line)).toEqual(lines);
        const named = new Set(lines.map(({ reference }) => reference?.trim().toUpperCase()));
        expect(
          [...absent.map(({ reference }) => reference), ...codes.filter((code) => named.has(code))].sort(),
        ).toEqual([...codes].sort());
        for (const decision of decisions) {
          const refusals = decision.problems.filter(({ severity }) => severity === 'refusal');
          if (
            decision.kind === 'refused' &&
            decision.line.label !== null &&
            decision.line.unitPriceNet !== null &&
            decision.line.reference !== null
          ) {
            expect(refusals).not.toEqual([]);
          }
          if (decision.kind !== 'refused') expect(refusals).toEqual([]);
          if (decision.kind === 'changed') expect(decision.changes).not.toEqual([]);
          if (decision.kind === 'created' || decision.kind === 'changed')
            expect(decision.facts.unitPriceNet).toBe(decision.line.unitPriceNet);
        }
      },
    ),
  );
});

test('applied, a schedule compared again changes nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyLine, { selector: ({ reference }) => reference?.trim().toUpperCase() }), (lines) => {
      const choices: BlankChoices = { vatRate: 2000, noEcoContribution: true, category: 'tablet', unit: 'unité' };
      const applied = comparePriceSchedule(lines, [], choices, rules).decisions.flatMap((decision, index) => {
        if (decision.kind !== 'created') return [];
        const { unitPriceNet, vatRate, ecoContributionNet, ...facts } = decision.facts;
        return [
          {
            id: String(index),
            ...facts,
            price: { unitPriceNet, vatRate, ecoContributionNet, validFrom: day('2026-01-01') },
            laterPriceFrom: null,
          },
        ];
      });
      const again = comparePriceSchedule(lines, applied, choices, rules);
      expect(again.decisions.filter(({ kind }) => kind === 'created' || kind === 'changed')).toEqual([]);
      expect(again.absent).toEqual([]);
    }),
  );
});
