// Hypotheses: what is said to change is what the needs computed anew would be, to the cent, for lots and communes.
import { thresholds } from 'catalog/thresholds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenariosWorkbook } from '~/documents/consolidation/scenarios-workbook';
import { writeXlsx } from '~/documents/xlsx/write-xlsx';
import { consolidate } from '~/domain/consolidation/consolidate';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import { chooseProcedure } from '~/domain/consultations/procedure';
import { movedBy, scenarioSentence } from '~/domain/consultations/scenario-sentences';
import {
  asIs,
  parseScenario,
  parseSignedRate,
  type Scenario,
  type ScenarioBasis,
  scenarioResult,
  scenarioText,
} from '~/domain/consultations/scenarios';
import { day } from '~/domain/shared/day';
import { cents, unitPrice, zeroCents } from '~/domain/shared/money';
import { aNeed, anAnswer } from '../campaigns/builders';
import { readWorkbookRows } from '../consultations/reading';
import { anInput, answersArbitrary } from './arbitraries';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function basisOf({ lots, members }: Consolidation, over: Partial<ScenarioBasis> = {}): ScenarioBasis {
  return { lots, members, maxima: null, coveredMonths: 12, months: 48, ...over };
}

const scenarioArbitrary: fc.Arbitrary<Scenario> = fc.record({
  leaving: fc.uniqueArray(
    fc.nat(9).map((index) => `commune-${index}`),
    { maxLength: 3 },
  ),
  failedLots: fc.uniqueArray(fc.constantFrom(1, 2), { maxLength: 2 }),
  priceRate: fc.integer({ min: -9_999, max: 20_000 }),
  maximumRate: fc.integer({ min: -9_999, max: 20_000 }),
});

test('members add up to lots to the cent under any hypothesis, and what no maximum covers is shared exactly', () => {
  fc.assert(
    fc.property(answersArbitrary, scenarioArbitrary, fc.nat(10_000_000), (answers, scenario, maximum) => {
      const consolidation = consolidate(anInput(answers));
      const maxima = consolidation.lots.map(({ number }) => ({ number, maximumNet: cents(maximum) }));
      const result = scenarioResult(basisOf(consolidation, { maxima }), scenario);
      expect(sum(result.members.map(({ needNet }) => needNet))).toBe(result.needNet);
      expect(sum(result.lots.map(({ needNet }) => needNet))).toBe(result.needNet);
      const missing = result.lots.filter((lot) => lot.needNet > 0).map(({ roomNet }) => Math.max(0, -roomNet));
      expect(sum(result.members.map(({ uncoveredNet }) => uncoveredNet))).toBe(sum(missing));
    }),
  );
});

test('without any change the hypothesis is the consolidation itself', () => {
  fc.assert(
    fc.property(answersArbitrary, (answers) => {
      const consolidation = consolidate(anInput(answers));
      const result = scenarioResult(basisOf(consolidation), asIs);
      expect(result.needNet).toBe(consolidation.totalNet);
      expect(result.members.map(({ needNet }) => needNet)).toEqual(consolidation.members.map(({ net }) => net));
    }),
  );
});

test('a member that leaves changes lots as if it had never answered', () => {
  fc.assert(
    fc.property(answersArbitrary, fc.nat(8), (answers, index) => {
      const leaving = [`commune-${index}`];
      const prices = { 'ref|product-a': unitPrice(1_234_567), 'ref|product-b': unitPrice(8_765_432) };
      const priced = answers.map((answer) => ({ ...answer, needs: answer.needs.filter((need) => need.productId) }));
      const whole = consolidate(anInput(priced, { buyerPrices: prices }));
      const without = consolidate(
        anInput(
          priced.filter(({ communeId }) => communeId !== leaving[0]),
          { buyerPrices: prices },
        ),
      );
      const result = scenarioResult(basisOf(whole), { ...asIs, leaving });
      expect(result.needNet).toBe(without.totalNet);
    }),
  );
});

const display = aNeed({
  id: 'd',
  productId: 'product-display',
  category: 'interactiveDisplay',
  label: 'Écran interactif',
  quantity: 2,
  estimatedUnitPriceNet: unitPrice(18_900_000),
});
const answers = [
  anAnswer({ needs: [aNeed({ quantity: 100, estimatedUnitPriceNet: unitPrice(3_000_000) }), display] }),
  anAnswer({
    communeId: 'commune-b',
    communeName: 'Betton',
    needs: [aNeed({ id: 'b', quantity: 50, estimatedUnitPriceNet: unitPrice(3_000_000) })],
  }),
];

test('prices up by 8 %, a maximum down by 10 %: each lot says what its maximum leaves, each commune what it loses', () => {
  const consolidation = consolidate(anInput(answers));
  const maxima = [
    { number: 1, maximumNet: cents(20_000_000) },
    { number: 2, maximumNet: cents(2_000_000) },
  ];
  const result = scenarioResult(basisOf(consolidation, { maxima }), { ...asIs, priceRate: 800, maximumRate: -1_000 });
  expect(
    result.lots.map(({ needNet, extendedNet, maximumNet, roomNet }) => [needNet, extendedNet, maximumNet, roomNet]),
  ).toEqual([
    [4_860_000, 19_440_000, 18_000_000, -1_440_000],
    [408_240, 1_632_960, 1_800_000, 167_040],
  ]);
  expect(result.members.map(({ name, needNet, uncoveredNet }) => [name, needNet, uncoveredNet])).toEqual([
    ['Acigné', 3_648_240, 960_000],
    ['Betton', 1_620_000, 480_000],
  ]);
  expect(movedBy(cents(4_500_000), cents(4_860_000)).replace(/\s/g, ' ')).toBe('+8 %');
});

test('a failed lot is not bought but still counts in the value; a departure can bring the need below a threshold', () => {
  const consolidation = consolidate(anInput(answers));
  const procedureOf = (scenario: Scenario) => {
    const result = scenarioResult(basisOf(consolidation), scenario);
    const outcome = chooseProcedure(
      {
        lots: result.lots.filter(({ maximumNet }) => maximumNet > 0),
        durationMonths: 48,
        launchDay: day('2027-01-04'),
        alreadyBoughtNet: zeroCents,
        accordCadre: true,
        electronicOffers: true,
        documentsOnProfile: true,
        priorNotice: false,
        urgent: false,
        longDurationReason: null,
      },
      thresholds,
    );
    return outcome.kind === 'chosen' ? [outcome.advice.procedure, outcome.advice.valueNet] : [];
  };
  expect(procedureOf(asIs)).toEqual(['openCall', 23_420_000]);
  expect(procedureOf({ ...asIs, failedLots: [2] })).toEqual(['openCall', 23_420_000]);
  expect(procedureOf({ ...asIs, leaving: ['commune-b'] })).toEqual(['adaptedPublished', 16_220_000]);
  const failed = scenarioResult(basisOf(consolidation), { ...asIs, failedLots: [2] });
  expect(failed.lots[1]).toMatchObject({ failed: true, needNet: 0 });
});

test('a scenario travels in an address and comes back; what is not a scenario is left out', () => {
  fc.assert(
    fc.property(scenarioArbitrary, (scenario) => {
      const back = parseScenario(scenarioText(scenario));
      expect({ ...back, leaving: new Set(back.leaving), failedLots: new Set(back.failedLots) }).toEqual({
        ...scenario,
        leaving: new Set(scenario.leaving),
        failedLots: new Set(scenario.failedLots),
      });
    }),
  );
  expect(parseScenario('prix=tout;lots=x,2;n=1')).toEqual({ ...asIs, failedLots: [2] });
  expect(['8', '-2,5', '+10', '1e3', '-100', ''].map(parseSignedRate)).toEqual([
    800,
    -250,
    1_000,
    undefined,
    undefined,
    undefined,
  ]);
  const names = new Map([['commune-b', 'Betton']]);
  const said = scenarioSentence(parseScenario('depart=commune-b;lots=2;prix=8'), names);
  expect(said.replace(/\s/g, ' ')).toBe('Betton part ; lot 2 infructueux ; prix +8 %');
});

test('the workbook says the same figures as the result', async () => {
  const consolidation = consolidate(anInput(answers));
  const basis = basisOf(consolidation);
  const result = scenarioResult(basis, { ...asIs, leaving: ['commune-b'] });
  const bytes = await writeXlsx(
    scenariosWorkbook({
      campaignTitle: 'Besoins 2026',
      issuer: 'Syndicat',
      madeOn: day('2026-12-20'),
      present: scenarioResult(basis, asIs),
      scenarios: [{ sentence: 'Betton part', procedure: 'Procédure adaptée', valueNet: null, result }],
    }),
  );
  const rows = readWorkbookRows(bytes, 'Hypothèse 1');
  const row = (name: string) => rows.find((cells) => cells[0] === name);
  expect(row('Betton')?.slice(1, 5)).toEqual([15_000, 0, -15_000, -1]);
  expect(row('Acigné')?.slice(1, 4)).toEqual([33_780, 33_780, 0]);
  expect(row('Total')?.slice(1, 4)).toEqual([48_780, 33_780, -15_000]);
});
