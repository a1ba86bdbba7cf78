// A consultation held against the rules about consultations: what its choices say is computed, the rest is asked.
import { expect, test } from 'vitest';
import { knownConsultationFacts } from '~/domain/consultations/checked-facts';
import { day } from '~/domain/shared/day';
import { consultationChecks, readConsultationFactsForm } from '~/routes/consultations/consultation-checks.server';
import type { Prepared } from '~/routes/consultations/subject.server';
import { aDatabase } from '../database';
import { aConsolidation, someChoices } from './builders';

const products = { includesIndexedProducts: false, includesDurabilityIndexedProducts: false };

function prepared(choices = someChoices()): Prepared {
  return {
    consultation: { id: 'consultation', launchOn: day('2027-01-04'), choices },
    consolidation: { needs: { consolidation: aConsolidation() } },
  } as unknown as Prepared;
}

test('criteria, their weights and the price alone are read in the choices', () => {
  const facts = (criteria: Parameters<typeof knownConsultationFacts>[0]['criteria']) =>
    knownConsultationFacts({ criteria }, '2027-01-04', products);
  expect(facts(someChoices().criteria)).toMatchObject({
    environmentalCriteria: 1,
    environmentWeightPercent: 15,
    priceOnlyCriterion: false,
  });
  expect(facts([{ nature: 'price', label: 'Prix', weight: 100 }])).toMatchObject({
    environmentalCriteria: 0,
    priceOnlyCriterion: true,
  });
});

test('a price alone is refused by the texts, and what nobody said stays undecided', () => {
  const db = aDatabase();
  const answersOf = (of: Prepared) =>
    new Map(consultationChecks(db, of, day('2026-11-23')).results.map(({ ruleId, answer }) => [ruleId, answer]));
  const usual = answersOf(prepared());
  expect([usual.get('CCP-01'), usual.get('CCP-02'), usual.get('CCP-03'), usual.get('GAN-01')]).toEqual([
    'met',
    'met',
    'met',
    'unknown',
  ]);
  const priceOnly = answersOf(prepared(someChoices({ criteria: [{ nature: 'price', label: 'Prix', weight: 100 }] })));
  expect([priceOnly.get('CCP-01'), priceOnly.get('CCP-03')]).toEqual(['unmet', 'unmet']);
});

test('an answer is read from the form, an unknown one stays unknown, and what is no number is said', () => {
  const form = new FormData();
  form.set('sourcingDone', 'oui');
  form.set('securityUpdatesYears', 'cinq');
  const { answers, problems } = readConsultationFactsForm(form);
  expect([answers.get('sourcingDone'), answers.get('weeeProofsAsked')]).toEqual([true, null]);
  expect(Object.keys(problems)).toEqual(['securityUpdatesYears']);
});
