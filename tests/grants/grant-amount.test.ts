// The published cases of grant amounts, to the cent, and what no amount may ever do.
import { fctvaRate } from 'catalog/grants';
import { detr2026 } from 'catalog/grants/detr-2026';
import { enir2017 } from 'catalog/grants/enir-2017';
import { enir2018 } from 'catalog/grants/enir-2018';
import { labelEcolesNumeriques2020 } from 'catalog/grants/label-ecoles-numeriques-2020';
import { snee2021 } from 'catalog/grants/snee-2021';
import { tneVienne } from 'catalog/grants/tne-vienne';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fctvaOf, grantAmountOf, settledGrant, wholeEurosBelow } from '~/domain/grants/grant-amount';
import { cents, zeroCents } from '~/domain/shared/money';
import { aBase, euros } from './builders';

const label = (amount: number) =>
  grantAmountOf(labelEcolesNumeriques2020, [aBase('school', { project: euros(amount) })]);
const stepsOf = (amount: ReturnType<typeof grantAmountOf>) => amount.perBase[0]?.parts.flatMap(({ steps }) => steps);

test('T1: the 2020 label pays half of 12 480 €', () => {
  expect(label(12_480).total).toBe(euros(6240));
});

test('T2: the 2020 label retains 14 000 € of 18 000 € and pays 7 000 €', () => {
  const amount = label(18_000);
  expect(amount.perBase[0]?.parts[0]?.base).toBe(euros(14_000));
  expect(amount.total).toBe(euros(7000));
  expect(stepsOf(amount)).toEqual([{ kind: 'costCapped', cap: euros(14_000), notAided: euros(4000), sure: true }]);
});

test('T3: 2 400 € is 600 € short of the floor of the 2020 label', () => {
  const amount = label(2400);
  expect(amount.total).toBe(zeroCents);
  expect(stepsOf(amount)).toEqual([{ kind: 'costFloorNotReached', floor: euros(3000), missing: euros(600) }]);
});

test('T4: 3 000 € reaches the floor and gives 1 500 €', () => {
  expect(label(3000).total).toBe(euros(1500));
});

test('T5: six schools of one EPCI in 2018 receive 29 210,97 €, each capped for itself', () => {
  const costs = [14_500, 12_900, 9800, 8400, 7300, 6021.93];
  const amount = grantAmountOf(
    enir2018,
    costs.map((cost, index) => aBase(`school ${index}`, { project: euros(cost) })),
  );
  expect(amount.perBase.map(({ grant }) => grant)).toEqual([7000, 6450, 4900, 4200, 3650, 3010.97].map(euros));
  expect(amount.total).toBe(euros(29_210.97));
});

test('T6: four classes and 96 pupils in 2021 receive 10 600 €', () => {
  const amount = grantAmountOf(snee2021, [
    aBase(
      'school',
      { equipment: euros(15_600), services: euros(1600) },
      { 'school.cycle2And3Classes': 4, 'school.cycle2And3Pupils': 96 },
    ),
  ]);
  expect(amount.perBase[0]?.parts.map(({ grant }) => grant)).toEqual([euros(9800), euros(800)]);
  expect(amount.total).toBe(euros(10_600));
});

test('a class count that is not known makes the 2021 amount unknown, not zero', () => {
  const amount = grantAmountOf(snee2021, [aBase('school', { equipment: euros(15_600), services: euros(1600) })]);
  expect(amount.total).toBeNull();
  expect(amount.missing).toEqual(['school.cycle2And3Classes', 'school.cycle2And3Pupils']);
});

test('the DETR amount is unknown until the department gives its rate, then in whole euros', () => {
  const bases = [aBase('school', { operation: euros(10_401.57) })];
  expect(grantAmountOf(detr2026, bases).total).toBeNull();
  expect(grantAmountOf(detr2026, bases, { rate: 4000 }).total).toBe(euros(4160));
});

test('T9: FCTVA is 2 047,22 € of 12 480 € gross, 1 023,61 € when a State grant of 6 240 € is deducted', () => {
  expect(fctvaOf(euros(12_480), zeroCents, fctvaRate.investment)).toBe(euros(2047.22));
  expect(fctvaOf(euros(12_480), euros(6240), fctvaRate.investment)).toBe(euros(1023.61));
});

test('T15: 1 € more costs 39 999 € in the Vienne, and the edge says so on both sides', () => {
  const under = grantAmountOf(tneVienne, [aBase('project', { equipment: euros(199_999) })]);
  const over = grantAmountOf(tneVienne, [aBase('project', { equipment: euros(200_000) })]);
  expect(under.total).toBe(euros(139_999.3));
  expect(over.total).toBe(euros(100_000));
  expect(stepsOf(under)).toContainEqual({
    kind: 'rateCliff',
    from: cents(19_999_999),
    loss: cents(3_999_999),
    headroom: cents(99),
  });
  expect(stepsOf(over)?.map(({ kind }) => kind)).toContain('rateCliff');
  const small = grantAmountOf(tneVienne, [aBase('project', { equipment: euros(20_000) })]);
  expect(stepsOf(small)?.map(({ kind }) => kind)).not.toContain('rateCliff');
});

test('in 2017 a grant under 2 000 € is refused and the missing cost is told', () => {
  const amount = grantAmountOf(enir2017, [aBase('school', { project: euros(3900) })]);
  expect(amount.total).toBe(zeroCents);
  expect(stepsOf(amount)).toEqual([{ kind: 'grantFloorNotReached', floor: euros(2000), missing: euros(100) }]);
});

test('in 2018 the floor was not read, so it is shown and takes nothing away', () => {
  const amount = grantAmountOf(enir2018, [aBase('school', { project: euros(3000) })]);
  expect(amount.total).toBe(euros(1500));
  expect(stepsOf(amount)).toEqual([{ kind: 'grantFloorToVerify', floor: euros(2000) }]);
});

test('an award is a maximum: less spent is less paid, more spent is not', () => {
  expect(settledGrant(euros(6240), euros(10_000), 5000)).toBe(euros(5000));
  expect(settledGrant(euros(6240), euros(20_000), 5000)).toBe(euros(6240));
});

const enir = fc.constantFrom(enir2017, enir2018, labelEcolesNumeriques2020);
const cost = fc.integer({ min: 0, max: 10_000_000 }).map(cents);

test('no ENIR grant passes its ceiling, its rate or the cost', () => {
  fc.assert(
    fc.property(enir, cost, (scheme, project) => {
      const { total } = grantAmountOf(scheme, [aBase('school', { project })]);
      expect(total).not.toBeNull();
      expect(total ?? 0).toBeLessThanOrEqual(700_000);
      expect((total ?? 0) * 2).toBeLessThanOrEqual(project + 1);
      expect(total ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('an ENIR grant never falls when the eligible cost rises', () => {
  fc.assert(
    fc.property(enir, cost, cost, (scheme, a, b) => {
      const grant = (project: typeof a) => grantAmountOf(scheme, [aBase('school', { project })]).total ?? -1;
      expect(grant(cents(Math.min(a, b)))).toBeLessThanOrEqual(grant(cents(Math.max(a, b))));
    }),
  );
});

test('what is aided and what is not add up to the cost, and schools add up to the total', () => {
  fc.assert(
    fc.property(enir, fc.array(cost, { minLength: 1, maxLength: 8 }), (scheme, costs) => {
      const amount = grantAmountOf(
        scheme,
        costs.map((project, index) => aBase(String(index), { project })),
      );
      for (const { parts } of amount.perBase) {
        for (const part of parts) {
          const capped = part.steps.find((step) => step.kind === 'costCapped');
          const below = part.steps.some((step) => step.kind === 'costFloorNotReached');
          if (!below) expect(part.base + (capped?.kind === 'costCapped' ? capped.notAided : 0)).toBe(part.cost);
        }
      }
      expect(amount.perBase.reduce((sum, { grant }) => sum + (grant ?? 0), 0)).toBe(amount.total);
    }),
  );
});

test('whole euros never ask for more than the amount', () => {
  fc.assert(
    fc.property(cost, (amount) => {
      const whole = wholeEurosBelow(amount);
      expect(whole % 100).toBe(0);
      expect(amount - whole).toBeGreaterThanOrEqual(0);
      expect(amount - whole).toBeLessThan(100);
    }),
  );
});
