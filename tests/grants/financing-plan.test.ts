// Financing plans: the legal limits to the cent, and sums that always equal the cost.
import { fctvaRate } from 'catalog/grants';
import { labelEcolesNumeriques2020 } from 'catalog/grants/label-ecoles-numeriques-2020';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessLines, eligibleCostOf, operationCostOf } from '~/domain/grants/eligible-costs';
import { financingPlanOf, type PlanInput } from '~/domain/grants/financing-plan';
import { cents, zeroCents } from '~/domain/shared/money';
import { aLine, anAid, euros } from './builders';

const planInput = (input: Partial<PlanInput> = {}): PlanInput => ({
  basis: 'net',
  basisConfirmed: true,
  cost: euros(10_400),
  costNet: euros(10_400),
  costGross: euros(12_480),
  eligibleNet: euros(10_400),
  grant: anAid(),
  otherAids: [],
  highestShare: null,
  otherPublicAid: 'admittedLocally',
  stateDotations: { share: 8000, schemes: ['detr', 'dsil', 'dpv', 'dsid'] },
  fctvaRate: fctvaRate.investment,
  ...input,
});

const department = (amount: number) =>
  anAid({ id: 'department', funder: 'department', schemeId: null, amount: euros(amount) });

test('T7: DETR at 40 % and a capped department aid leave 2 740 €, 26,35 % of the cost', () => {
  const plan = financingPlanOf(planInput({ otherAids: [department(3500)] }));
  expect(plan.ownShare).toBe(euros(2740));
  expect(plan.ownShareRate).toBe(2635);
  expect(plan.alerts).toEqual([]);
});

test('T8: 9 360 € of public aid on 10 400 € passes the limit by 1 040 €', () => {
  const plan = financingPlanOf(planInput({ grant: anAid({ amount: euros(5200) }), otherAids: [department(4160)] }));
  expect(plan.alerts).toEqual([
    { kind: 'ownShareTooSmall', ownShare: euros(1040), minimum: euros(2080), excess: euros(1040) },
  ]);
});

test('private money is outside the count of the own share', () => {
  const foundation = anAid({ id: 'private', funder: 'private', schemeId: null, amount: euros(5000) });
  const plan = financingPlanOf(planInput({ grant: anAid({ amount: euros(4320) }), otherAids: [foundation] }));
  expect(plan.ownShare).toBe(euros(1080));
  expect(plan.minimumOwnShare).toBe(euros(1080));
  expect(plan.alerts).toEqual([]);
});

test('State dotations together stop at 80 % of the net eligible cost', () => {
  const dsil = anAid({ id: 'dsil', schemeId: 'dsil', amount: euros(3000) });
  const plan = financingPlanOf(
    planInput({ eligibleNet: euros(8000), grant: anAid({ amount: euros(4000) }), otherAids: [dsil] }),
  );
  expect(plan.alerts).toContainEqual({
    kind: 'stateDotationsTooHigh',
    total: euros(7000),
    maximum: euros(6400),
    excess: euros(600),
  });
});

test('FCTVA is told outside the plan, with and without the deduction of a State grant computed gross', () => {
  const grant = anAid({ schemeId: 'label-ecoles-numeriques-2020', amount: euros(6240) });
  const plan = financingPlanOf(planInput({ basis: 'gross', cost: euros(12_480), grant, basisConfirmed: false }));
  expect(plan.fctva).toEqual({ withoutDeduction: euros(2047.22), withDeduction: euros(1023.61) });
  expect(plan.ownShare).toBe(euros(6240));
  expect(plan.alerts).toEqual([{ kind: 'basisToVerify' }]);
});

test('another public aid beside a call that does not say whether it may be combined is for a person to verify', () => {
  const plan = financingPlanOf(planInput({ otherAids: [department(1000)], otherPublicAid: 'toVerify' }));
  expect(plan.alerts).toContainEqual({ kind: 'otherAidToVerify', aids: euros(1000) });
});

test('a contribution of the EPCI may not pass what the commune keeps', () => {
  const epci = anAid({ id: 'epci', funder: 'epci', schemeId: null, amount: euros(3500) });
  const plan = financingPlanOf(planInput({ otherAids: [epci] }));
  expect(plan.alerts).toContainEqual({
    kind: 'contributionAboveOwnShare',
    contribution: euros(3500),
    ownShare: euros(2740),
    excess: euros(760),
  });
});

const amount = fc.integer({ min: 0, max: 5_000_000 }).map(cents);

test('resources and own share add up to the cost, or the excess is told', () => {
  fc.assert(
    fc.property(amount, amount, amount, (cost, grant, other) => {
      const plan = financingPlanOf(
        planInput({ cost, grant: anAid({ amount: grant }), otherAids: [anAid({ amount: other })] }),
      );
      const aids = plan.resources.reduce((sum, { aid }) => sum + aid.amount, 0);
      const excess = plan.alerts.find((alert) => alert.kind === 'aidsAboveCost');
      expect(aids + plan.ownShare - (excess?.kind === 'aidsAboveCost' ? excess.excess : 0)).toBe(cost);
    }),
  );
});

test('the own share is lawful exactly when five times it reaches the public financing', () => {
  fc.assert(
    fc.property(amount, amount, (cost, grant) => {
      fc.pre(grant > 0 && grant <= cost);
      const plan = financingPlanOf(planInput({ cost, grant: anAid({ amount: grant }) }));
      const lawful = plan.ownShare * 5 >= plan.ownShare + plan.publicAids;
      expect(plan.alerts.some(({ kind }) => kind === 'ownShareTooSmall')).toBe(!lawful);
    }),
  );
});

test('cutting the told excess makes the own share lawful to the cent', () => {
  fc.assert(
    fc.property(amount, amount, (cost, grant) => {
      fc.pre(cost > 0);
      const alert = financingPlanOf(planInput({ cost, grant: anAid({ amount: grant }) })).alerts.find(
        ({ kind }) => kind === 'ownShareTooSmall',
      );
      if (alert?.kind !== 'ownShareTooSmall') return;
      const cut = financingPlanOf(planInput({ cost, grant: anAid({ amount: cents(grant - alert.excess) }) }));
      expect(cut.alerts.some(({ kind }) => kind === 'ownShareTooSmall')).toBe(false);
    }),
  );
});

test('a line the call names counts, one it does not name waits for a person, a sure refusal never counts', () => {
  const lines = [
    aLine(),
    aLine({ id: 'maintenance', categoryCode: 'maintenanceService' }),
    aLine({ id: 'phone', categoryCode: 'smartphone' }),
  ];
  const alone = assessLines(labelEcolesNumeriques2020, lines);
  expect(alone.map(({ answer, counted }) => [answer, counted])).toEqual([
    ['yes', true],
    ['toVerify', false],
    ['unlisted', false],
  ]);
  const decided = assessLines(labelEcolesNumeriques2020, lines, new Map([['maintenance', true]]));
  expect(eligibleCostOf(alone, 'project', 'net')).toBe(euros(3000));
  expect(eligibleCostOf(decided, 'project', 'gross')).toBe(euros(7200));
  expect(operationCostOf(alone, 'net')).toBe(euros(9000));
  expect(eligibleCostOf([], 'project', 'net')).toBe(zeroCents);
});
