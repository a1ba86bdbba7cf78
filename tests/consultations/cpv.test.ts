// CPV codes: read as typed, searched by words, proposed from the needs, and said by the pieces that carry them.
import { cpvList } from 'catalog/codes/cpv';
import { categories } from 'catalog/products/categories';
import { thresholds } from 'catalog/thresholds';
import { expect, test } from 'vitest';
import { composeDce } from '~/documents/consultations/compose';
import { procedureQuestion } from '~/domain/consultations/consultation';
import { cpvRefusalSentence, parseCpv, proposedCpv, searchCpv } from '~/domain/consultations/cpv';
import { fileRefusalSentence, fileRefusals } from '~/domain/consultations/file-refusals';
import { chooseProcedure } from '~/domain/consultations/procedure';
import { day } from '~/domain/shared/day';
import { categoryCpv } from '~/routes/consultations/cpv.server';
import { aConsolidation, aSubject, quantitiesOf, someChoices } from './builders';

test('the list holds every code of the vocabulary once, and the categories carry codes that it knows', () => {
  expect(Object.keys(cpvList.labels)).toHaveLength(9_454);
  for (const code of Object.keys(cpvList.labels)) expect(code).toMatch(/^\d{8}-\d$/);
  expect(cpvList.labels['30213200-7']).toBe('Ordinateur tablette');
  for (const [name, { cpv }] of Object.entries(categories)) expect(cpvList.labels[cpv], name).toBeDefined();
});

test('a code is read with or without its check digit, and a wrong digit names the right one', () => {
  expect(parseCpv('30213200', cpvList)).toEqual({ code: '30213200-7' });
  expect(parseCpv(' 30213200-7 Ordinateur tablette', cpvList)).toEqual({ code: '30213200-7' });
  const wrong = parseCpv('30213200-1', cpvList);
  expect(wrong).toEqual({ refusal: 'wrongCheckDigit', expected: '30213200-7' });
  if ('refusal' in wrong) expect(cpvRefusalSentence(wrong.refusal, wrong.expected)).toContain('30213200-7');
  expect(parseCpv('99999999', cpvList)).toEqual({ refusal: 'unknown' });
  for (const text of ['', 'tablette', '3021320', '302132007']) {
    expect(parseCpv(text, cpvList)).toEqual({ refusal: 'notACode' });
  }
});

test('a search finds every word whatever the accents and the plural, or the first digits', () => {
  expect(searchCpv('videoprojecteurs', cpvList).map(({ code }) => code)).toContain('38652120-7');
  expect(searchCpv('maintenance matériel informatique', cpvList).map(({ code }) => code)).toContain('50312000-5');
  expect(searchCpv('3021320', cpvList)[0]).toEqual({ code: '30213200-7', label: 'Ordinateur tablette' });
  expect(searchCpv('  ', cpvList)).toEqual([]);
});

test('the code proposed for a lot is that of the category that weighs most', () => {
  const lines = [
    { category: 'tablet', net: 100, quantity: 90 },
    { category: 'interactiveDisplay', net: 300, quantity: 1 },
    { category: 'tablet', net: 150, quantity: 5 },
  ];
  expect(proposedCpv(lines, categoryCpv)).toBe('30231320-6');
  expect(proposedCpv([{ category: 'unknown', net: 1, quantity: 1 }], categoryCpv)).toBeNull();
  expect(someChoices().lots.map(({ cpv }) => cpv)).toEqual(['30213200-7', '30231320-6']);
});

test('a published notice needs the code of each lot, free publicity does not', () => {
  const choices = someChoices();
  const lots = choices.lots.map(({ cpv: _, ...lot }) => lot);
  const kinds = (maximumNet?: number) => {
    const own = {
      ...choices,
      lots: lots.map((lot) => ({ ...lot, maximumNet: (maximumNet ?? lot.maximumNet) as never })),
    };
    const outcome = chooseProcedure(procedureQuestion(own, day('2027-01-04')), thresholds);
    const question = { reference: 'R', object: 'Objet', launchDay: day('2027-01-04'), choices: own, outcome };
    return fileRefusals({ ...question, lots: aConsolidation().lots.map((lot) => ({ ...lot, net: 0 as never })) });
  };
  expect(kinds(20_000_000).map(fileRefusalSentence).join()).toContain('Sans code CPV : lot(s) 1, 2');
  expect(kinds(3_500_000).map(({ kind }) => kind)).not.toContain('cpvMissing');
});

test('the rules, the clauses and the act of commitment say the same code for a lot', () => {
  const subject = aSubject();
  const file = composeDce(subject, quantitiesOf(aConsolidation()));
  const agreement = file.report.agreements.find(({ subject: about }) => about === 'cpv');
  expect(agreement).toEqual({
    subject: 'cpv',
    agreed: true,
    pieces: ['RC', 'CCAP', 'AAPC', 'AE du lot 1', 'AE du lot 2'],
  });
  const [first, ...others] = subject.lots;
  if (!first) throw new Error('no lot');
  const forged = { ...subject, lots: [{ ...first, cpv: '30213100-6' }, ...others] };
  const { contradictions } = composeDce(forged, quantitiesOf(aConsolidation())).report;
  expect(contradictions.map(({ piece, subject: about }) => `${piece} ${about}`)).toEqual([
    'RC cpv',
    'CCAP cpv',
    'AAPC cpv',
    'AE du lot 1 cpv',
  ]);
});
