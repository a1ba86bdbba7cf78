// The market file: what it refuses, what its pieces say, and that they can't contradict each other unseen.
import { award } from 'catalog/award';
import { clauses } from 'catalog/clauses';
import { clauseBlanks } from 'catalog/clauses/types';
import { attributes } from 'catalog/products/attributes';
import { categories } from 'catalog/products/categories';
import { thresholds } from 'catalog/thresholds';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { DocumentModel } from '~/documents/blocks';
import { composeDce } from '~/documents/consultations/compose';
import { expectedStatements, foundStatements } from '~/documents/consultations/statements';
import { writeDce } from '~/documents/consultations/write-dce';
import { procedureQuestion, proposedMaximum } from '~/domain/consultations/consultation';
import { contradictionReport, contradictionSentence } from '~/domain/consultations/contradictions';
import { functionalDesignation } from '~/domain/consultations/designation';
import { fileRefusalSentence, fileRefusals } from '~/domain/consultations/file-refusals';
import { chooseProcedure } from '~/domain/consultations/procedure';
import { requirementsOf } from '~/domain/consultations/requirements';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { readCriteria } from '~/routes/consultations/choices.server';
import { aConsolidation, aSubject, quantitiesOf, someChoices } from './builders';

const allClauses = [...clauses.rc, ...clauses.ae, ...clauses.ccap, ...clauses.cctp];

function textOf(model: DocumentModel): string {
  return JSON.stringify(model.blocks);
}

test('each clause has a legal basis, an own identifier and only blanks that exist', () => {
  expect(new Set(allClauses.map((clause) => clause.id)).size).toBe(allClauses.length);
  for (const clause of allClauses) {
    expect(clause.basis).not.toBe('');
    for (const [, name] of clause.paragraphs.join(' ').matchAll(/\{(\w+)\}/g)) expect(clauseBlanks).toContain(name);
  }
});

test('the pieces of a file agree with the needs, the choices and each other', () => {
  const file = composeDce(aSubject(), quantitiesOf(aConsolidation()));
  expect(file.report.contradictions).toEqual([]);
  expect(file.report.agreements.map((agreement) => agreement.subject)).toEqual([
    'reference',
    'lots',
    'maxima',
    'cpv',
    'duration',
    'criteria',
    'criteriaSum',
    'ccag',
    'lotLimits',
    'deadline',
    'buyers',
    'lineKeys',
    'quantities',
    'quantitySum',
  ]);
  expect(file.report.agreements.find((agreement) => agreement.subject === 'lineKeys')?.pieces).toEqual([
    'CCTP',
    'BPU du lot 1',
    'DQE du lot 1',
    'BPU du lot 2',
    'DQE du lot 2',
  ]);
});

test('a quantity, a maximum or a line that changes in one piece is named with both texts', () => {
  const needs = new Map(quantitiesOf(aConsolidation()));
  needs.set('1.002', 43);
  const report = composeDce(aSubject(), needs).report;
  expect(report.contradictions.map(({ piece, subject }) => `${piece} ${subject}`)).toEqual([
    'DQE du lot 1 quantities',
    'DQE du lot 1 quantitySum',
  ]);
  const subject = aSubject();
  const [first, ...others] = subject.lots;
  if (!first) throw new Error('no lot');
  const forged = { ...subject, lots: [{ ...first, maximumNet: cents(first.maximumNet + 100) }, ...others] };
  const forgedReport = composeDce(forged, quantitiesOf(aConsolidation())).report;
  expect(new Set(forgedReport.contradictions.map(({ piece }) => piece))).toEqual(
    new Set(['RC', 'CCAP', 'AAPC', 'AE du lot 1']),
  );
  for (const contradiction of forgedReport.contradictions)
    expect(contradictionSentence(contradiction)).toMatch(/attendu.*trouvé/);
});

test('a silent piece, a line left out of the specifications and a piece too many are contradictions', () => {
  const subject = aSubject();
  const file = composeDce(subject, quantitiesOf(aConsolidation()));
  const written = file.written.filter((piece) => piece.piece !== 'CCAP');
  const expected = expectedStatements(subject, quantitiesOf(aConsolidation()));
  const report = contradictionReport(expected, foundStatements(written, file.workbooks, subject.reference));
  expect(new Set(report.contradictions.map(({ piece }) => piece))).toEqual(new Set(['CCAP']));
  const extra = contradictionReport([], [{ piece: 'AE du lot 9', says: {} }]);
  expect(extra.contradictions).toHaveLength(1);
});

test('the last article of the CCAP lists the derogations, with the article of the general conditions chosen', () => {
  for (const [ccag, name] of [
    ['tic', 'CCAG-TIC'],
    ['fcs', 'CCAG-FCS'],
  ] as const) {
    const file = composeDce(aSubject({}, { ccag }), quantitiesOf(aConsolidation()));
    const model = file.written.find((piece) => piece.piece === 'CCAP')?.model;
    const articles = model?.blocks.filter((block) => block.kind === 'article') ?? [];
    expect(articles.at(-1)).toMatchObject({ title: 'Dérogations au CCAG' });
    expect(textOf(model as DocumentModel)).toContain(`${name}, article 14.1.3`);
  }
});

test('the clauses of duration and revision say the notice chosen and the figures that revisions apply', () => {
  const { revision } = award;
  const subject = aSubject({}, { renewalNoticeMonths: 4 });
  const ccap = composeDce(subject, quantitiesOf(aConsolidation())).written.find(({ piece }) => piece === 'CCAP');
  const text = textOf(ccap?.model as DocumentModel);
  expect(text).toContain('au plus tard 4 mois avant l’échéance');
  expect(text).toContain(`[0,${revision.fixedShare / 100} + 0,${revision.indexShare / 100} × (I / I0)]`);
  expect(text).toContain('arrondi au millième supérieur');
  expect(revision.rounding).toMatchObject({ coefficientDecimals: 3, mode: 'up', priceDecimals: 4 });
  expect(text).toContain('à 4 décimales d’euro, au plus proche');
  const choices = someChoices({ renewalNoticeMonths: 12 });
  const outcome = chooseProcedure(procedureQuestion(choices, day('2027-01-04')), thresholds);
  const asked = { reference: 'R', object: 'Objet', launchDay: day('2027-01-04'), choices, outcome };
  const refusals = fileRefusals({ ...asked, lots: aConsolidation().lots }).map(fileRefusalSentence);
  expect(refusals.join()).toContain('préavis de non-reconduction (12 mois)');
});

test('clauses follow the procedure, the price form, the renewals and the social duty', () => {
  const big = aSubject({}, { lots: someChoices().lots.map((lot) => ({ ...lot, maximumNet: cents(20_000_000) })) });
  expect(big.advice.procedure).toBe('openCall');
  const textsOf = (subject: ReturnType<typeof aSubject>) =>
    composeDce(subject, quantitiesOf(aConsolidation()))
      .written.map((piece) => textOf(piece.model))
      .join('');
  expect(textsOf(big)).toContain('insertion professionnelle');
  expect(textsOf(big)).toContain('appel d’offres ouvert');
  const small = aSubject(
    {},
    {
      firmMonths: 12,
      renewals: 0,
      priceForm: 'firm',
      lots: someChoices().lots.map((lot) => ({ ...lot, maximumNet: cents(4_000_000) })),
    },
  );
  expect(small.advice.procedure).toBe('adapted');
  expect(textsOf(small)).not.toContain('insertion professionnelle');
  expect(textsOf(small)).not.toContain('reconductible tacitement');
  expect(textsOf(small)).toContain('Les prix sont fermes');
});

test('no blank, no brand and no ordinary space before a colon is left in the pieces', () => {
  const file = composeDce(aSubject(), quantitiesOf(aConsolidation()));
  const text = file.written.map((piece) => textOf(piece.model)).join('') + JSON.stringify(file.workbooks);
  expect(text).not.toContain('Nordika');
  expect(text).not.toContain('E75');
  expect(text).toContain('ou équivalent');
  const written = file.written.map((piece) => textOf(piece.model)).join('');
  expect([...written.matchAll(/.{20}\p{L} [:;?!].{10}/gu)].map(String)).toEqual([]);
  expect([...written.matchAll(/\{\w+\}/g)].map(String)).toEqual([]);
});

test('a designation loses its brand and its model and keeps what the thing is', () => {
  const named = { categoryLabel: 'Tablette', brand: 'Nordika', model: 'T10+' };
  expect(functionalDesignation({ ...named, label: 'Tablette Nordika T10+ 64 Go' })).toBe(
    'Tablette 64 Go, ou équivalent',
  );
  expect(functionalDesignation({ ...named, label: 'Nordika T10+ 64 Go' })).toBe('Tablette 64 Go, ou équivalent');
  expect(functionalDesignation({ ...named, label: 'Nordika T10+' })).toBe('Tablette, ou équivalent');
  const trolley = {
    categoryLabel: 'Chariot de recharge',
    brand: 'Nordika',
    model: 'Joey 30',
    telling: ['30 emplacements'],
  };
  expect(functionalDesignation({ ...trolley, label: 'Chariot de recharge Nordika Joey 30' })).toBe(
    'Chariot de recharge, 30 emplacements, ou équivalent',
  );
  expect(functionalDesignation({ ...named, label: 'Tablette Nordika T10+, 10 pouces' })).toBe(
    'Tablette, 10 pouces, ou équivalent',
  );
  expect(functionalDesignation({ ...named, label: 'Nordika T10+ 64 Go', telling: ['64 Go'] })).toBe(
    'Tablette 64 Go, ou équivalent',
  );
  expect(functionalDesignation({ ...named, brand: null, model: null, label: 'Housse ou équivalent' })).toBe(
    'Housse ou équivalent',
  );
});

test('requirements are minimums drawn from known attributes, never a brand nor a date, and unknown ones ask for nothing', () => {
  const values = {
    ramGb: 4,
    weightKg: 0.477,
    screenInches: 10.9,
    camera: true,
    keyboardIncluded: false,
    eprelId: '123',
  };
  expect(requirementsOf(values, attributes).map(({ label, value }) => `${label} : ${value}`)).toEqual([
    'Diagonale : 10,9\u00a0pouces, à 5 % près',
    'Mémoire vive : au moins 4\u00a0Go',
    'Poids : au plus 0,53\u00a0kg',
    'Appareil photo : oui',
  ]);
  expect(requirementsOf({}, attributes)).toEqual([]);
});

test('the requirements by category are for categories of the catalogue', () => {
  for (const code of Object.keys(clauses.categoryRequirements)) expect(Object.keys(categories)).toContain(code);
});

test('every reason against making the file is given at once, with its figures', () => {
  const choices = someChoices({
    criteria: [{ nature: 'price', label: 'Prix', weight: 90 }],
    lots: [
      { number: 1, title: 'Tablettes et ordinateurs', maximumNet: cents(100) },
      { number: 7, title: 'Autre', maximumNet: cents(30_000_000) },
    ],
    offersDeadline: day('2027-01-20'),
    negotiation: true,
    court: '',
  });
  const refusals = fileRefusals({
    reference: 'une-reference-trop-longue',
    object: ' ',
    launchDay: day('2027-01-04'),
    choices,
    lots: aConsolidation().lots,
    outcome: chooseProcedure(procedureQuestion(choices, day('2027-01-04')), thresholds),
  });
  expect(refusals.map((refusal) => refusal.kind)).toEqual([
    'objectMissing',
    'referenceLength',
    'weights',
    'environmentalCriterionMissing',
    'maximumBelowNeed',
    'lotUnknown',
    'lotForgotten',
    'cpvMissing',
    'deadlineTooEarly',
    'negotiationInOpenCall',
    'detailMissing',
  ]);
  for (const refusal of refusals) expect(fileRefusalSentence(refusal)).toMatch(/\.$/);
});

test('price alone is refused from 21 August 2026 and not the day before', () => {
  const choices = someChoices({
    criteria: [{ nature: 'price', label: 'Prix', weight: 100 }],
    offersDeadline: day('2026-12-01'),
  });
  const kinds = (launchDay: string) =>
    fileRefusals({
      reference: 'R',
      object: 'Objet',
      launchDay: day(launchDay),
      choices,
      lots: aConsolidation().lots,
      outcome: chooseProcedure(procedureQuestion(choices, day(launchDay)), thresholds),
    }).map((refusal) => refusal.kind);
  expect(kinds('2026-08-20')).toEqual([]);
  expect(kinds('2026-08-21')).toEqual(['environmentalCriterionMissing']);
});

test('a proposed maximum extends one year of needs to the whole duration with its margin, up to the next hundred euros', () => {
  expect(proposedMaximum(cents(1_213_800), 12, 48, 2_000)).toBe(5_830_000);
  expect(proposedMaximum(cents(1_000_000), 12, 6, 0)).toBe(1_000_000);
});

test('the ZIP holds each piece as DOCX and PDF, a workbook per lot, a slip and the digests, the same bytes twice', async () => {
  const subject = aSubject();
  const file = composeDce(subject, quantitiesOf(aConsolidation()));
  const first = await writeDce(subject, file);
  const second = await writeDce(subject, file);
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  expect(Object.keys(unzipSync(first.bytes)).sort()).toEqual([
    '00-bordereau-acheteur.txt',
    '01-RC.docx',
    '01-RC.pdf',
    '02-AE-lot-1.docx',
    '02-AE-lot-1.pdf',
    '02-AE-lot-2.docx',
    '02-AE-lot-2.pdf',
    '03-CCAP.docx',
    '03-CCAP.pdf',
    '04-CCTP.docx',
    '04-CCTP.pdf',
    '05-BPU-DQE-lot-1.xlsx',
    '05-BPU-DQE-lot-2.xlsx',
    '06-CRT.docx',
    '06-CRT.pdf',
    '07-AAPC-donnees.docx',
    '07-AAPC-donnees.pdf',
    '08-DC1-DC2-donnees.docx',
    '08-DC1-DC2-donnees.pdf',
    'empreintes-sha256.txt',
  ]);
}, 120_000);

test('sub-criteria stand in the rules of the consultation under their criterion, and a form gives them line by line', () => {
  const form = new FormData();
  const criteria = [
    { nature: 'price', label: 'Prix', weight: '60', subs: '' },
    {
      nature: 'environmental',
      label: 'Environnement',
      weight: '40',
      subs: 'Réparabilité ; 25\n\nLivraison groupée;15',
    },
  ];
  criteria.forEach(({ nature, label, weight, subs }, index) => {
    form.set(`criterionNature${index + 1}`, nature);
    form.set(`criterionLabel${index + 1}`, label);
    form.set(`criterionWeight${index + 1}`, weight);
    form.set(`subCriteria${index + 1}`, subs);
  });
  const problems: Record<string, string> = {};
  const read = readCriteria(form, problems);
  expect(problems).toEqual({});
  const subject = aSubject({}, { criteria: read });
  const { report, written } = composeDce(subject, quantitiesOf(aConsolidation()));
  expect(report.contradictions).toEqual([]);
  const [rc] = written;
  const table = rc?.model.blocks.find(
    (block) => block.kind === 'table' && block.caption === 'Critères et pondérations',
  );
  expect(table).toMatchObject({
    rows: [
      ['Prix', '60\u202f%'],
      ['Environnement', '40\u202f%'],
      ['– dont Réparabilité', '25\u202f%'],
      ['– dont Livraison groupée', '15\u202f%'],
    ],
    totals: [['Total', '100\u202f%']],
  });
  form.set('subCriteria2', 'Réparabilité 25');
  readCriteria(form, problems);
  expect(problems['subCriteria2']).toContain('« Réparabilité 25 »');
});
