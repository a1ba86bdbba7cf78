// Eligibility: the published cases, every reason at once, and unknown that is never no.
import { enirSchemes, grantFacts, grantSchemes, openRoutes } from 'catalog/grants';
import { detr2026 } from 'catalog/grants/detr-2026';
import { enir2017 } from 'catalog/grants/enir-2017';
import { enir2018 } from 'catalog/grants/enir-2018';
import type { FactName } from 'catalog/grants/facts';
import { labelEcolesNumeriques2020 } from 'catalog/grants/label-ecoles-numeriques-2020';
import { classCountsYear, populationSources, territory } from 'catalog/territory';
import { expect, test } from 'vitest';
import { assessEligibility, callPeriod, listProspects } from '~/domain/grants/eligibility';
import { type KnownFact, startedBeforeReception } from '~/domain/grants/facts';
import { proposeRoutes } from '~/domain/grants/open-routes';
import { comparisonText, missingText } from '~/domain/grants/wording';
import { organisationsOf } from '~/domain/organisations/territory';
import { day } from '~/domain/shared/day';
import { facts } from './builders';

const rural = {
  'commune.zone': 'metro',
  'commune.totalPopulation': 910,
  'school.level': 'primary',
  'school.earlierGrants': [],
} as const satisfies Partial<Record<FactName, KnownFact['value']>>;

const assess = (scheme: (typeof grantSchemes)[number], known: Partial<Record<FactName, KnownFact['value']>>) =>
  assessEligibility(scheme, 'commune', facts({ ...rural, ...known }), grantFacts);

test('T10: 910 inhabitants in an urban unit above 5 000: 2017 yes, 2018 no, DETR yes', () => {
  const known = {
    'commune.urbanUnitPopulation': 12_000,
    'commune.dgfPopulation': 930,
    'operation.localCategoryFound': true,
    'operation.startedBeforeRequestReceived': false,
    'operation.investment': true,
  } as const;
  expect(assess(enir2017, known).outcome).toBe('eligible');
  expect(assess(enir2018, known).outcome).toBe('ineligible');
  expect(assess(detr2026, known).outcome).toBe('eligible');
});

test('T11: 2 600 inhabitants outside any urban unit or area: 2017 yes, 2018 no, 2020 yes', () => {
  const known = {
    'commune.totalPopulation': 2600,
    'commune.urbanUnitPopulation': 0,
    'commune.urbanAreaPopulation': 0,
  } as const;
  expect(assess(enir2017, known).outcome).toBe('eligible');
  expect(assess(enir2018, known).outcome).toBe('ineligible');
  expect(assess(labelEcolesNumeriques2020, known).outcome).toBe('eligible');
});

test('T12: an urban unit that is not known leaves 2017 yes and 2018 unknown, and says where to find it', () => {
  expect(assess(enir2017, {}).outcome).toBe('eligible');
  const answer = assess(enir2018, {});
  expect(answer.outcome).toBe('unknown');
  expect(answer.missing).toEqual(['commune.urbanUnitPopulation']);
  expect(missingText('commune.urbanUnitPopulation', grantFacts)).toContain('insee.fr');
});

test('T13: an order signed before the request is received loses the DETR', () => {
  const started = startedBeforeReception(day('2026-02-01'), day('2026-02-03'));
  expect(started?.value).toBe(true);
  expect(startedBeforeReception(day('2026-02-03'), day('2026-02-03'))?.value).toBe(false);
  expect(startedBeforeReception(day('2026-02-01'), null)?.value).toBe(true);
  expect(startedBeforeReception(null, null)?.value).toBe(false);
  expect(startedBeforeReception(undefined, null)).toBeUndefined();
  const answer = assess(detr2026, {
    'commune.dgfPopulation': 930,
    'operation.investment': true,
    'operation.startedBeforeRequestReceived': true,
  });
  expect(answer.outcome).toBe('ineligible');
  expect(answer.answers.filter(({ answer }) => answer === 'unmet').map(({ id }) => id)).toEqual(['DETR-NONCOM']);
});

test('T14: a closed syndicat mixte of 80 000 inhabitants has no DETR, an open one neither', () => {
  const known = facts({ 'applicant.population': 80_000, 'operation.investment': true });
  const closed = assessEligibility(detr2026, 'closedSyndicate', known, grantFacts);
  expect(closed.outcome).toBe('ineligible');
  expect(closed.answers.filter(({ answer }) => answer === 'unmet').map(({ id }) => id)).toEqual(['DETR-SYND']);
  const open = assessEligibility(detr2026, 'openSyndicate', known, grantFacts);
  expect(open.answers.filter(({ answer }) => answer === 'unmet').map(({ id }) => id)).toEqual(['APPLICANT']);
});

test('no ENIR call lets a syndicat mixte apply in place of the commune', () => {
  for (const scheme of enirSchemes) {
    expect(assessEligibility(scheme, 'openSyndicate', {}, grantFacts).outcome).toBe('ineligible');
  }
});

test('all reasons are told at once, with what was found and what is asked', () => {
  const answer = assess(enir2018, {
    'commune.totalPopulation': 2600,
    'commune.urbanUnitPopulation': 12_000,
    'school.level': 'nursery',
    'school.earlierGrants': ['enir-2017'],
  });
  const unmet = answer.answers.filter(({ answer }) => answer === 'unmet');
  expect(unmet.map(({ id }) => id)).toEqual(['ENIR18-COM', 'ENIR18-NIV', 'ENIR18-DEJA']);
  const told = unmet.flatMap(({ comparisons }) =>
    comparisons.map((comparison) => comparisonText(comparison, grantFacts)),
  );
  expect(told).toHaveLength(4);
  expect(told[0]).toMatch(/2.600.hab\. \(au plus 2.000.hab\.\)/);
  expect(told.join('\n')).toContain('maternelle');
  expect(told.join('\n')).toContain('ENIR 2017');
});

test('a branch of the text for overseas explains nothing to a commune of the mainland', () => {
  const answer = assess(enir2017, { 'commune.totalPopulation': 9000 });
  expect(answer.outcome).toBe('ineligible');
  expect(answer.missing).toEqual([]);
  const shown = answer.answers.flatMap(({ comparisons }) => comparisons.map(({ fact }) => fact));
  expect(shown).not.toContain('commune.listedInAnnexVIII');
  expect(shown).not.toContain('commune.zone');
});

test('within 3 % of a threshold the answer waits for the definition and the year', () => {
  const near = assess(enir2018, { 'commune.totalPopulation': 2047, 'commune.urbanUnitPopulation': 0 });
  expect(near.outcome).toBe('unknown');
  expect(near.toConfirm.map(({ fact, asked }) => [fact, asked])).toEqual([['commune.totalPopulation', 2000]]);
  const confirmed = assessEligibility(
    enir2018,
    'commune',
    {
      ...facts({ ...rural, 'commune.urbanUnitPopulation': 0 }),
      'commune.totalPopulation': {
        value: 1985,
        origin: 'essai',
        definition: 'population totale',
        year: 2018,
        confirmed: true,
      },
    },
    grantFacts,
  );
  expect(confirmed.outcome).toBe('eligible');
});

test('each confirmed blocking criterion alone refuses, and each missing fact alone leaves it unknown', () => {
  const complete = { 'commune.urbanUnitPopulation': 0, 'commune.urbanAreaPopulation': 0 } as const;
  expect(assess(labelEcolesNumeriques2020, complete).outcome).toBe('eligible');
  expect(assess(labelEcolesNumeriques2020, { ...complete, 'commune.totalPopulation': 4000 }).outcome).toBe(
    'ineligible',
  );
  expect(assess(labelEcolesNumeriques2020, { ...complete, 'commune.urbanAreaPopulation': 700_000 }).outcome).toBe(
    'ineligible',
  );
  expect(assess(labelEcolesNumeriques2020, { 'commune.urbanUnitPopulation': 0 }).outcome).toBe('unknown');
});

test('the three ENIR calls and the 2021 call are closed today; the dotations come back each year', () => {
  const today = day('2026-11-23');
  expect(grantSchemes.map((scheme) => [scheme.id, callPeriod(scheme, today)])).toEqual([
    ['label-ecoles-numeriques-2020', 'closed'],
    ['enir-2018', 'closed'],
    ['enir-2017', 'closed'],
    ['snee-2021', 'closed'],
    ['tne-vienne', 'unknown'],
    ['detr', 'yearly'],
    ['dsil', 'yearly'],
  ]);
});

test('a route that is refused is told last, and routes without a scheme are for a person to verify', () => {
  const known = facts({ ...rural, 'commune.dgfPopulation': 930, 'operation.startedBeforeRequestReceived': true });
  const routes = proposeRoutes(openRoutes, grantSchemes, 'commune', known, grantFacts);
  expect(routes.map(({ route }) => route.id)).toEqual(['department', 'epci', 'fctva', 'detr', 'dsil']);
  expect(routes.find(({ route }) => route.id === 'department')?.eligibility).toBeNull();
});

test('every public school of the department has an answer to each call, none of them by guessing the urban unit', () => {
  const { communes, schools } = organisationsOf(territory, populationSources, classCountsYear);
  const outcomes = (scheme: (typeof grantSchemes)[number]) => {
    const prospects = listProspects(scheme, communes, schools, new Map(), grantFacts);
    expect(prospects).toHaveLength(421);
    const count = (outcome: string) => prospects.filter(({ eligibility }) => eligibility.outcome === outcome).length;
    return { eligible: count('eligible'), unknown: count('unknown'), ineligible: count('ineligible') };
  };
  const of2017 = outcomes(enir2017);
  expect(of2017.eligible).toBeGreaterThan(0);
  expect(of2017.ineligible).toBeGreaterThan(0);
  // The urban unit decides in 2018, the urban area in 2020, and neither is in our data.
  expect(outcomes(enir2018).eligible).toBe(0);
  expect(outcomes(labelEcolesNumeriques2020).eligible).toBe(0);
});
