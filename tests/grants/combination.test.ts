// Schemes together: never above a cap, never against the law, never less than the best one alone.

import { grantFacts } from 'catalog/grants';
import { detr2026 } from 'catalog/grants/detr-2026';
import { dsil2026 } from 'catalog/grants/dsil-2026';
import { labelEcolesNumeriques2020 } from 'catalog/grants/label-ecoles-numeriques-2020';
import { snee2021 } from 'catalog/grants/snee-2021';
import type { DepartmentTerms, GrantScheme } from 'catalog/grants/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cashFlowOf } from '~/domain/grants/cash-flow';
import { bestCombinations, combine } from '~/domain/grants/combination';
import { withDepartmentTerms } from '~/domain/grants/department-terms';
import { estimateOf } from '~/domain/grants/estimate';
import { financingPlanOf } from '~/domain/grants/financing-plan';
import { day } from '~/domain/shared/day';
import { type Cents, cents, shareOf, sumCents } from '~/domain/shared/money';
import { aLine, anAid, euros, facts } from './builders';

const rural = facts({
  'commune.zone': 'metro',
  'commune.totalPopulation': 900,
  'commune.dgfPopulation': 930,
  'commune.urbanAreaPopulation': 0,
  'commune.urbanUnitPopulation': 0,
  'school.level': 'primary',
  'school.cycle2And3Classes': 4,
  'school.cycle2And3Pupils': 96,
  'operation.startedBeforeRequestReceived': false,
  'operation.investment': true,
  'operation.dsilCategory': '4',
});

const terms = (changes: Partial<DepartmentTerms> = {}): DepartmentTerms => ({
  schemeId: 'detr',
  departmentCode: '35',
  year: 2026,
  retained: true,
  category: 'Numérique scolaire',
  lowestRate: 4000,
  highestRate: 4000,
  minimumCostCents: null,
  maximumCostCents: null,
  maximumGrantCents: null,
  advanceRate: null,
  opensOn: null,
  closesOn: null,
  source: 'Circulaire d’essai',
  confidence: 'confirmed',
  ...changes,
});

/** A call of the department: 40 % of the net cost, 3,500 euros at most, beside other aids. */
const department: GrantScheme = {
  ...labelEcolesNumeriques2020,
  id: 'departement-35',
  shortName: 'Département',
  funderKind: 'department',
  status: 'open',
  criteria: [],
  basis: { value: 'net', confidence: 'confirmed', sources: [] },
  funding: [
    {
      part: 'project',
      per: 'school',
      rate: { value: 4000, confidence: 'confirmed', sources: [] },
      maximumGrantCents: { value: 350_000, confidence: 'confirmed', sources: [] },
      rounding: { value: 'cent', confidence: 'confirmed', sources: [] },
    },
  ],
  stacking: { highestShare: null, otherPublicAid: { value: 'admitted', confidence: 'confirmed', sources: [] } },
};

const detr = (rate = 4000) => withDepartmentTerms(detr2026, terms({ lowestRate: rate, highestRate: rate }));
const lines = (net: Cents) => [
  aLine({ totalNet: net, vat: shareOf(net, 2000), totalGross: cents(net + shareOf(net, 2000)) }),
];
const estimate = (scheme: GrantScheme, net: Cents) =>
  estimateOf(scheme, 'commune', 'school', rural, lines(net), grantFacts);

test('the department’s 40 % capped and a DETR of 40 % stand together: own share 2,740 euros (case T7)', () => {
  const { best } = bestCombinations([estimate(detr(), euros(10_400)), estimate(department, euros(10_400))], []);
  expect(best?.aids.map(({ label, amount }) => [label, amount])).toEqual([
    ['DETR', euros(4160)],
    ['Département', euros(3500)],
  ]);
  expect(best?.ownShare).toBe(euros(2740));
});

test('aids beyond 80 % are lowered to the cent the law leaves, and the step names its article (case T8)', () => {
  const uncapped = { ...department, funding: department.funding.map(({ maximumGrantCents, ...rule }) => rule) };
  const both = combine([estimate(detr(5000), euros(10_400)), estimate(uncapped, euros(10_400))], []);
  expect(both?.total).toBe(euros(8320));
  expect(both?.steps.find(({ kind }) => kind === 'ownShareCut')).toMatchObject({ cut: euros(1040) });
});

test('DETR and DSIL together are held to 80 % of the net eligible cost', () => {
  const dsil = estimateOf(
    dsil2026,
    'commune',
    'school',
    { ...rural, ...facts({ 'operation.requestedRate': 6000 }) },
    lines(euros(10_000)),
    grantFacts,
  );
  const both = combine([estimate(detr(5000), euros(10_000)), dsil], []);
  expect(both?.total).toBe(euros(8000));
  expect(both?.steps.some(({ kind }) => kind === 'dotationsCut')).toBe(true);
});

test('a scheme that forbids other public aids stands alone', () => {
  const alone: GrantScheme = {
    ...department,
    id: 'seul',
    stacking: { highestShare: null, otherPublicAid: { value: 'forbidden', confidence: 'confirmed', sources: [] } },
  };
  expect(combine([estimate(alone, euros(5000)), estimate(detr(), euros(5000))], [])).toBeUndefined();
  expect(combine([estimate(alone, euros(5000))], [anAid({ funder: 'region', schemeId: null })])).toBeUndefined();
  expect(bestCombinations([estimate(alone, euros(5000))], []).best?.aids).toHaveLength(1);
});

test('a rate nobody set is the lowest of the text by assumption, and the figure is never certain', () => {
  const assumed = estimate(detr2026, euros(10_000));
  expect(assumed.grant).toBe(euros(2000));
  expect(assumed.doubts.map(({ kind }) => kind)).toContain('rate');
  expect(bestCombinations([assumed], []).certain).toBeNull();
  const known = estimate(detr(3500), euros(10_000));
  expect(known.grant).toBe(euros(3500));
  expect(known.doubts).toEqual([]);
});

test('a rate asked beyond the text is held to it', () => {
  const asked = { ...rural, ...facts({ 'operation.requestedRate': 9000 }) };
  const range = withDepartmentTerms(detr2026, terms({ lowestRate: 2500, highestRate: 4500 }));
  const held = estimateOf(range, 'commune', 'school', asked, lines(euros(1000)), grantFacts);
  expect(held.grant).toBe(euros(450));
  expect(held.amount.perBase[0]?.parts[0]?.steps).toMatchObject([{ kind: 'rateHeld', asked: 9000, rate: 4500 }]);
});

test('what the department does not retain is not eligible, and what nobody knows is not refused', () => {
  const refused = withDepartmentTerms(detr2026, terms({ retained: false }));
  expect(estimate(refused, euros(1000)).grant).toBe(0);
  const unknown = estimate(detr2026, euros(1000));
  expect(unknown.doubts.map(({ kind }) => kind)).toContain('lines');
});

const schemes = [detr(), dsil2026, department, labelEcolesNumeriques2020, snee2021];
const someCost = fc.integer({ min: 1, max: 60_000_000 }).map(cents);
const someSchemes = fc.subarray(schemes, { minLength: 1 });
const someKnown = fc.array(
  fc.record({
    funder: fc.constantFrom('region' as const, 'private' as const, 'epci' as const),
    amount: fc.integer({ min: 0, max: 2_000_000 }).map(cents),
  }),
  { maxLength: 2 },
);

test('whatever the cost and the schemes, the combination is lawful and its sums are exact', () => {
  fc.assert(
    fc.property(someCost, someSchemes, someKnown, (net, chosen, known) => {
      const estimates = chosen.map((scheme) => estimate(scheme, net));
      const aids = known.map((aid, index) => anAid({ id: `k${index}`, schemeId: null, ...aid }));
      const { best, certain } = bestCombinations(
        estimates.filter(({ grant }) => (grant ?? 0) > 0),
        aids,
      );
      if (!best) return;
      expect(sumCents(best.aids.map(({ amount }) => amount))).toBe(best.total);
      for (const { alone, amount } of best.aids) expect(amount).toBeLessThanOrEqual(alone);
      if (certain) expect(certain.total).toBeLessThanOrEqual(best.total);
      const others = sumCents(aids.map(({ amount }) => amount));
      if (others <= best.cost - best.minimumOwnShare) {
        expect(best.total + others + best.ownShare).toBe(best.cost);
        const [first, ...rest] = best.aids.map(({ schemeId, funder, amount }) =>
          anAid({ id: schemeId, schemeId, funder, amount }),
        );
        const plan = financingPlanOf({
          basis: best.basis,
          basisConfirmed: true,
          cost: best.cost,
          costNet: net,
          costGross: cents(net + shareOf(net, 2000)),
          eligibleNet: net,
          grant: first ?? anAid(),
          otherAids: [...rest, ...aids],
          highestShare: null,
          otherPublicAid: 'admitted',
          stateDotations: { share: 8000, schemes: ['detr', 'dsil', 'dpv', 'dsid'] },
          fctvaRate: 16_404,
        });
        expect(plan.alerts.filter(({ kind }) => kind !== 'contributionAboveOwnShare')).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

test('one more scheme never lowers the best combination', () => {
  fc.assert(
    fc.property(someCost, someSchemes, fc.constantFrom(...schemes), (net, chosen, more) => {
      const of = (set: readonly GrantScheme[]) =>
        bestCombinations(
          [...new Set(set)].map((scheme) => estimate(scheme, net)).filter(({ grant }) => (grant ?? 0) > 0),
          [],
        ).best?.total ?? 0;
      expect(of([...chosen, more])).toBeGreaterThanOrEqual(of(chosen));
    }),
    { numRuns: 200 },
  );
});

test('an aid grows with its lines and stays under its caps, where no rate changes with the total', () => {
  fc.assert(
    fc.property(someCost, fc.integer({ min: 0, max: 1_000_000 }), (net, more) => {
      for (const scheme of [detr(), department]) {
        const [less, greater] = [estimate(scheme, net), estimate(scheme, cents(net + more))];
        expect(greater.grant).toBeGreaterThanOrEqual(less.grant ?? 0);
        expect(less.grant).toBeLessThanOrEqual(less.cost);
      }
      expect(estimate(department, net).grant).toBeLessThanOrEqual(350_000);
    }),
  );
});

test('the unused base is exactly what would bring the scheme to its cap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 3_000_000 }).map(cents), (net) => {
      const now = estimate(department, net);
      const [unused] = now.unused;
      if (!unused) {
        expect(now.grant).toBe(350_000);
        return;
      }
      expect(estimate(department, cents(net + unused.cost)).grant).toBe(cents((now.grant ?? 0) + unused.grant));
      expect((now.grant ?? 0) + unused.grant).toBe(350_000);
    }),
  );
});

test('the cash that goes out and comes in ends at what is never paid back, and never hides the deepest day', () => {
  fc.assert(
    fc.property(someCost, fc.nat(10_000), fc.option(fc.nat(10_000), { nil: null }), (gross, share, advance) => {
      const amount = shareOf(gross, Math.min(share, 8000));
      const flow = cashFlowOf({
        costGross: gross,
        aids: [{ label: 'DETR', amount, advance: { value: advance, confidence: 'recalled', sources: [] } }],
        fctva: shareOf(gross, 1640),
        startsOn: day('2027-02-01'),
        paidOn: day('2027-04-01'),
        balanceOn: day('2027-09-01'),
        fctvaYears: 2,
      });
      const sum = flow.moves.reduce((total, move) => total + move.amount, 0);
      expect(sum).toBe(amount + shareOf(gross, 1640) - gross);
      expect(flow.finalCost).toBe(Math.max(0, -sum));
      expect(flow.toAdvance).toBe(Math.max(0, ...flow.moves.map(({ balance }) => -balance)));
      expect(flow.moves.at(-1)?.balance).toBe(sum);
    }),
  );
});
