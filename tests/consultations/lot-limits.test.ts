// Limits on lots by candidate: what the pieces say, whose offers are not examined, and whom the rules designate.
import { lowOfferTests, thresholds } from 'catalog/thresholds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeDce } from '~/documents/consultations/compose';
import { expectedStatements, foundStatements } from '~/documents/consultations/statements';
import { analyseLot } from '~/domain/consultations/analysis';
import { type AwardBasis, type AwardQuestion, awardRefusals } from '~/domain/consultations/award';
import { limitedBasis, limitedCandidates, lotDesignations } from '~/domain/consultations/award-limits';
import { awardRefusalSentence } from '~/domain/consultations/award-sentences';
import { procedureQuestion } from '~/domain/consultations/consultation';
import { contradictionReport } from '~/domain/consultations/contradictions';
import { conditionRefusalSentence, conditionRefusals } from '~/domain/consultations/execution-conditions';
import { designations, type LotLimits, lotsBeyond, type RankedForLot } from '~/domain/consultations/lot-limits';
import { chooseProcedure } from '~/domain/consultations/procedure';
import type { PublishedContent } from '~/domain/consultations/publication';
import { day } from '~/domain/shared/day';
import type { Siret } from '~/domain/shared/identifiers';
import { cents } from '~/domain/shared/money';
import { plain } from '../documents/reading';
import { aConsolidation, aSubject, quantitiesOf, someChoices } from './builders';

const limits = (offers: number | null, awards: number | null): LotLimits => ({ offers, awards });
const lots = [
  { number: 1, title: 'Tablettes', maximumNet: cents(9_000_000), lines: [] },
  { number: 2, title: 'Écrans', maximumNet: cents(30_000_000), lines: [] },
  { number: 3, title: 'Réseau', maximumNet: cents(9_000_000), lines: [] },
];
const ranked = (...ids: string[]): RankedForLot[] => ids.map((depositId, index) => ({ depositId, rank: index + 1 }));

test('lots are awarded by decreasing maximum, and the candidate at its limit gives way to the next one', () => {
  const found = designations({
    limit: 1,
    order: [2, 1, 3],
    rankings: new Map([
      [1, ranked('alpha', 'beta')],
      [2, ranked('alpha', 'beta')],
      [3, ranked('alpha')],
    ]),
    decided: new Map(),
  });
  expect(found.get(2)).toMatchObject({ designated: ['alpha'], waived: false });
  expect(found.get(1)).toMatchObject({ designated: ['beta'], waived: false });
  expect(found.get(1)?.atLimit.get('alpha')).toEqual([2]);
  // Nobody else is ranked for lot 3: the limit would leave it without any holder.
  expect(found.get(3)).toMatchObject({ designated: ['alpha'], waived: true });
});

test('a lot declared without follow-up takes nobody to its limit, one already awarded does', () => {
  const rankings = new Map([
    [1, ranked('alpha', 'beta')],
    [2, ranked('alpha', 'beta')],
  ]);
  const order = [2, 1];
  const closed = designations({ limit: 1, order, rankings, decided: new Map([[2, null]]) });
  expect(closed.get(1)?.designated).toEqual(['alpha']);
  const smallFirst = designations({ limit: 1, order, rankings, decided: new Map([[1, 'alpha']]) });
  expect(smallFirst.get(2)?.designated).toEqual(['beta']);
});

test('nobody is designated beyond the limit while another is ranked, and without limit the first is', () => {
  const rankings = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(rankings, fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }), (each, limit) => {
      const order = each.map((_, index) => index + 1);
      const byLot = new Map(each.map((ids, index) => [index + 1, ranked(...ids)]));
      const found = designations({ limit, order, rankings: byLot, decided: new Map() });
      const held = new Map<string, number>();
      for (const [lot, { designated, waived }] of found) {
        const ids = each[lot - 1] ?? [];
        expect(designated).toHaveLength(Math.min(1, ids.length));
        const [only] = designated;
        if (only === undefined) continue;
        if (limit === null) expect(only).toBe(ids[0]);
        else if (!waived) expect(held.get(only) ?? 0).toBeLessThan(limit);
        else for (const id of ids) expect(held.get(id) ?? 0).toBeGreaterThanOrEqual(limit);
        held.set(only, (held.get(only) ?? 0) + 1);
      }
    }),
  );
});

test('a limit that limits nothing, or allows more awards than offers, is refused before any file', () => {
  const said = (lotLimits: LotLimits) => {
    const choices = someChoices({ lotLimits });
    const launch = chooseProcedure(procedureQuestion(choices, day('2027-01-04')), thresholds);
    return conditionRefusals(choices, launch).map(conditionRefusalSentence);
  };
  expect(said(limits(null, null))).toEqual([]);
  expect(said(limits(1, 1))).toEqual([]);
  expect(said(limits(2, null)).join()).toContain('Limiter à 2 lot(s) ne limite rien');
  expect(said(limits(1, 2)).join()).toContain('plus de lots (2) qu’il ne peut présenter d’offres (1)');
});

test('the rules, the notice and the candidacy forms say the same limits, and a piece that says others is named', () => {
  const needs = quantitiesOf(aConsolidation());
  const free = composeDce(aSubject(), needs);
  expect(free.report.contradictions).toEqual([]);
  const rulesOf = (file: typeof free) =>
    plain(JSON.stringify(file.written.find(({ piece }) => piece === 'RC')?.model.blocks));
  expect(rulesOf(free)).toContain('une offre pour un, plusieurs ou tous les lots');
  const subject = aSubject({}, { lotLimits: limits(null, 1) });
  const file = composeDce(subject, needs);
  expect(file.report.contradictions).toEqual([]);
  expect(rulesOf(file)).toContain('ne peut se voir attribuer plus de 1 lot');
  expect(rulesOf(file)).toContain('attribution d’un seul lot');
  const mixed = [
    ...free.written.filter(({ piece }) => piece === 'AAPC'),
    ...file.written.filter(({ piece }) => piece !== 'AAPC'),
  ];
  const report = contradictionReport(
    expectedStatements(subject, needs),
    foundStatements(mixed, file.workbooks, subject.reference),
  );
  expect(report.contradictions.map(({ piece, subject: what }) => `${piece} ${what}`)).toEqual(['AAPC lotLimits']);
});

function content(lotLimits: LotLimits): PublishedContent {
  return {
    reference: 'R',
    object: 'Équipements',
    procedure: 'openCall',
    lots,
    criteria: someChoices().criteria,
    priceFormula: 'inverse',
    offersValidityDays: 120,
    lotLimits,
    estimates: [],
  };
}

test('beyond the limit on offers, only those for the largest lots are examined, whatever else is decided', () => {
  expect(lotsBeyond(limits(2, null), lots, [1, 2, 3])).toEqual([3]);
  expect(lotsBeyond(limits(2, null), lots, [1, 3])).toEqual([]);
  const deposit = {
    id: 'alpha',
    candidate: 'Alpha',
    siret: '73282932000074' as Siret,
    lots: [1, 2, 3],
    day: day('2027-02-10'),
    time: '10:00:00',
    withdrawn: false,
  };
  const stateIn = (lot: number) =>
    analyseLot(content(limits(2, null)), lot, [deposit], [], [], [], lowOfferTests)?.offers[0];
  expect(stateIn(1)).toMatchObject({ state: 'noFile', barred: null });
  expect(stateIn(3)).toMatchObject({ state: 'eliminated' });
  expect(stateIn(3)?.barred).toContain('3 lots, pour 2 au plus');
});

function basis(...ids: string[]): AwardBasis {
  const ranking = ids.map((depositId, index) => ({
    depositId,
    candidate: depositId,
    siret: '73282932000074' as Siret,
    rank: index + 1,
    total: 9_000 - index,
    points: [],
    priceNet: cents(1_000_00),
    reasons: [],
  }));
  return { title: 'Lot', criteria: [], ranking, setAside: [] };
}

test('an award beyond the limit is refused with the lots held, and the next candidate needs no other reason', () => {
  const bases = new Map([1, 2].map((lot) => [lot, basis('alpha', 'beta')]));
  const ask = (decisions: readonly (readonly [lot: number, depositId: string])[]) => {
    const proposed = decisions.map(([lotNumber, depositId]) => ({
      lotNumber,
      outcome: 'awarded' as const,
      depositId,
      reason: null,
      votes: null,
    }));
    const question: AwardQuestion = {
      procedure: 'adapted',
      opened: true,
      report: { version: 1, current: true, on: day('2027-03-01') },
      validUntil: day('2027-06-01'),
      extendedUntil: null,
      session: {
        body: 'executive',
        decidedOn: day('2027-03-02'),
        convenedOn: null,
        votingMembers: null,
        secondConvocation: false,
        voting: [],
        advisory: [],
        reference: 'Délibération 12',
        signatory: 'La présidente',
        minutes: null,
      },
      decisions: proposed,
      bases,
      decided: new Map(),
      designations: lotDesignations(content(limits(null, 1)), bases, new Map(), proposed),
      today: day('2027-03-02'),
    };
    return awardRefusals(question).map(awardRefusalSentence).map(plain);
  };
  expect(
    ask([
      [2, 'alpha'],
      [1, 'beta'],
    ]),
  ).toEqual([]);
  const both = ask([
    [2, 'alpha'],
    [1, 'alpha'],
  ]);
  expect(both.join()).toContain('Lot 1 : alpha a atteint le nombre maximal de lots du règlement avec le(s) lot(s) 2');
  // The larger lot comes first: alpha would win it, and can't take the smaller one before.
  expect(ask([[1, 'alpha']]).join()).toContain('avec le(s) lot(s) 2');
  expect(ask([[2, 'beta']]).join()).toContain('beta est classée 2e');

  const rules = lotDesignations(content(limits(null, 1)), bases, new Map(), [{ lotNumber: 2, depositId: 'alpha' }]);
  const frozen = limitedBasis(basis('alpha', 'beta'), 1, rules.get(1));
  expect(limitedCandidates(frozen).map(({ candidate }) => candidate)).toEqual(['alpha']);
});
