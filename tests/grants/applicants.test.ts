// Who applies: the documents of a file name the body that runs the school, its assembly and who represents it.
import { labelEcolesNumeriques2020 } from 'catalog/grants/label-ecoles-numeriques-2020';
import { write } from 'db/client';
import { addGrantFile, changeGivenFacts, findGrantFile } from 'db/grants';
import { readDocumentBytes } from 'db/records';
import * as tables from 'db/schema';
import { testNow } from 'tests/database';
import { plain, readPdf } from 'tests/documents/reading';
import { textOfDocx } from 'tests/journeys/files';
import { read, send } from 'tests/orders/asking';
import { aCentrale, type Centrale } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { applicationFileModel } from '~/documents/grants/application-file';
import type { ApplicationFileFacts } from '~/documents/grants/facts';
import { fieldText, knownTexts } from '~/documents/grants/field-texts';
import { partsOf } from '~/documents/grants/parts';
import { writePdf } from '~/documents/pdf/write-pdf';
import { renderJob } from '~/documents/render-job';
import { noAnswers } from '~/domain/grants/answers';
import {
  applicantBodyOf,
  missingOfBody,
  type RecordedApplicant,
  type RecordedBody,
  rolesOf,
} from '~/domain/grants/applicant-body';
import type { Siren, Siret } from '~/domain/shared/identifiers';
import { loader as readApplicant, action as saveApplicant } from '~/routes/grants/applicant';
import { loader as readFile } from '~/routes/grants/file';
import { action as issue } from '~/routes/grants/issue';
import { loader as readPieces } from '~/routes/grants/pieces';
import { anApplicationFile, writtenAnswers } from './application-builders';

const aSivos: RecordedBody = {
  kind: 'schoolSyndicate',
  form: 'syndicate',
  name: 'SIVOS des Trois Ruisseaux (fictif)',
  siren: '200000008' as Siren,
  siret: null,
  addressLines: ['3 chemin du Bourg', '35120 Baguer-Morvan'],
  department: null,
  arrondissement: null,
};
const aCommunity: RecordedBody = {
  ...aSivos,
  kind: 'epci',
  form: 'community',
  name: 'Communauté de communes des Essais (fictive)',
};
const aMetropolis: RecordedBody = { ...aCommunity, form: 'metropolis', name: 'Métropole des Essais (fictive)' };

/** Every page and every letter of a file, read back from its PDF and DOCX. */
async function wordsOf(
  facts: ApplicationFileFacts,
): Promise<{ pdf: string; letters: Map<string, string>; all: string }> {
  const pdf = (await readPdf(await writePdf(applicationFileModel(facts)))).text;
  const letters = new Map<string, string>();
  for (const { fileName, job } of partsOf(facts)) {
    if (job.kind === 'docx') letters.set(fileName, textOfDocx(await renderJob(job)));
  }
  return { pdf, letters, all: plain([pdf, ...letters.values()].join(' ')) };
}

const recordedAs = (applicant: RecordedApplicant) => ({ ...writtenAnswers, applicant });

const bodies = [
  {
    what: 'a commune whose mayor is a woman',
    kind: 'commune',
    applicant: { head: 'mayorFeminine', body: null },
    says: [
      'Le conseil municipal',
      'l’exposé de la maire',
      'autorise la maire',
      'La maire',
      'Part propre de la commune',
    ],
    never: ['Le maire', 'exposé du maire', 'présidente', 'conseil communautaire', 'comité syndical'],
  },
  {
    what: 'a community led by a woman',
    kind: 'epci',
    applicant: { head: 'presidentFeminine', body: aCommunity },
    says: [
      aCommunity.name,
      'Le conseil communautaire',
      'l’exposé de la présidente',
      'autorise la présidente',
      'Mme Jeanne Exemple (fictive), présidente, représentant Communauté',
      'cachet de la communauté',
      'Lettre d’engagement de la communauté',
      'Part propre de la communauté',
      'La communauté est seule demandeur',
      'signé par la présidente',
      'L. 5211-1',
      'SIREN 200000008',
    ],
    never: [
      'Le maire',
      'la maire',
      'exposé du maire',
      'conseil municipal',
      'Part propre de la commune ',
      'Lettre d’engagement de la commune ',
    ],
  },
  {
    what: 'a metropolis',
    kind: 'epci',
    applicant: { head: 'president', body: aMetropolis },
    says: ['Le conseil de la métropole', 'l’exposé du président', 'cachet de la métropole'],
    never: ['Le maire', 'conseil municipal', 'conseil communautaire'],
  },
  {
    what: 'a school syndicate',
    kind: 'schoolSyndicate',
    applicant: { head: 'president', body: aSivos },
    says: [
      aSivos.name,
      '3 chemin du Bourg',
      'Le comité syndical',
      'l’exposé du président',
      'Part propre du syndicat scolaire',
      'Le syndicat scolaire est seul demandeur',
      'dont le syndicat scolaire est adhérent (adhésion à vérifier',
      'L. 5212-1',
    ],
    never: ['Le maire', 'exposé du maire', 'conseil municipal', 'conseil communautaire', 'cachet de la commune'],
  },
] as const;

for (const { what, kind, applicant, says, never } of bodies) {
  test(`PDF and DOCX of a file of ${what} name the body, its assembly and who represents it`, async () => {
    const facts = anApplicationFile({ kind, answers: recordedAs(applicant) });
    const { all, letters } = await wordsOf(facts);
    expect(says.filter((words) => !all.includes(plain(words)))).toEqual([]);
    expect(never.filter((words) => all.includes(plain(words)))).toEqual([]);
    const ofCommune = anApplicationFile().applicant;
    if (kind === 'commune') return;
    expect(all.includes(`SIREN ${ofCommune.siren}`)).toBe(false);
    for (const [name, text] of letters) {
      if (/^[456]-/.test(name)) expect(text, name).not.toContain(ofCommune.name);
    }
  });
}

test('a body not recorded is to be completed, in the documents and on the checklist, and is never the commune', async () => {
  const commune = anApplicationFile().applicant;
  const ofSyndicate = anApplicationFile({ kind: 'schoolSyndicate' });
  expect(ofSyndicate.applicant).toMatchObject({ name: 'Demandeur à compléter', siren: null, siret: null });
  const { pdf, letters } = await wordsOf(ofSyndicate);
  expect(pdf).toContain('Demandeur à compléter');
  expect(pdf).not.toContain(`SIREN ${commune.siren}`);
  expect(letters.get('5-engagement-syndicat-scolaire.docx')).toContain('président ou présidente');
  const form = ofSyndicate.dossier.checklist.find(({ piece }) => piece === 'applicationForm');
  expect(form).toMatchObject({ state: 'toWrite' });
  expect(form?.missing).toEqual([
    'nom du demandeur',
    'SIREN du demandeur',
    'SIRET du demandeur',
    'adresse du demandeur',
    'fonction de son représentant',
  ]);
  expect(ofSyndicate.dossier.checklist.map(({ piece }) => piece)).toContain('statutes');
  expect(anApplicationFile().dossier.checklist.find(({ piece }) => piece === 'applicationForm')?.missing).toEqual([]);
});

test('the national list names the EPCI; what was recorded for one kind never serves another', () => {
  const { applicant } = anApplicationFile({ kind: 'epci' });
  expect(applicant.name).toMatch(/^(CC|CA)/);
  expect(applicant.siren).toMatch(/^\d{9}$/);
  expect(missingOfBody(applicant.body)).toEqual(['siret', 'address', 'head']);
  const asSyndicate = anApplicationFile({
    kind: 'schoolSyndicate',
    answers: recordedAs({ head: 'president', body: aCommunity }),
  });
  expect(asSyndicate.applicant).toMatchObject({ name: 'Demandeur à compléter', siren: null });
  const body = applicantBodyOf(
    'commune',
    { name: 'Commune', siren: '1', siret: null, addressLines: [], department: null, arrondissement: null },
    null,
    { head: 'president', body: aCommunity },
  );
  expect([body.name, body.head, missingOfBody(body)]).toEqual(['Commune', null, []]);
  expect(rolesOf('syndicate')).toEqual(rolesOf('community'));
});

test('the deposit form takes the SIREN of a grouping where it takes the Insee code of a commune', () => {
  const code = { id: 'code', label: '', type: 'text', from: 'known', shows: 'applicant.code' } as const;
  const sent = (facts: ApplicationFileFacts) => fieldText(facts, knownTexts(facts), 'nationalApplicant', code);
  const commune = anApplicationFile();
  expect(sent(commune)).toBe(commune.applicant.inseeCode);
  const grouping = anApplicationFile({ kind: 'epci', answers: recordedAs({ head: null, body: aCommunity }) });
  expect(sent(grouping)).toBe('200000008');
  expect(knownTexts(grouping)['applicant.epci']).toContain('Sans objet');
});

function aFileRunBy(centrale: Centrale, runBy: 'epci' | 'schoolSyndicate'): string {
  const { db, communeId, uai, secretary } = centrale;
  write(db, (tx) => {
    addGrantFile(tx, {
      id: 'file-1',
      schemeId: labelEcolesNumeriques2020.id,
      schemeVersion: '1',
      communeId,
      schoolUai: uai,
      orderId: null,
      answers: { ...noAnswers, purpose: 'period' },
      createdAt: testNow,
      createdBy: secretary.id,
      updatedAt: testNow,
    });
    changeGivenFacts(tx, 'file-1', [{ key: 'school.runBy', value: { value: runBy }, source: 'Arrêté préfectoral' }], {
      userId: secretary.id,
      at: testNow,
    });
  });
  return 'file-1';
}

const recorded = {
  name: aSivos.name,
  siren: '200 000 008',
  siret: '',
  address: '3 chemin du Bourg\n35120 Baguer-Morvan',
  head: 'presidentFeminine',
};

test('the body is recorded once, with its keys checked, and every page and issued document says it', async () => {
  const centrale = aCentrale();
  const { platform, db, secretary } = centrale;
  const params = { id: aFileRunBy(centrale, 'schoolSyndicate') };
  const save = (fields: Record<string, string>) => send(platform, secretary, saveApplicant, fields, params);
  const before = await read(platform, secretary, readFile, params);
  if (typeof before === 'number') throw new Error(`Answered ${before}`);
  expect(before.applicant).toBe('Demandeur à compléter');
  expect(before.steps.find(({ label }) => label === 'Demandeur')).toMatchObject({ state: 'À compléter' });

  const wrong = await save({ ...recorded, siren: '200000009', siret: '21350001000011' });
  expect([wrong.status, wrong.typed['name']]).toEqual([400, aSivos.name]);
  expect((await save({ ...recorded, siret: '21350001000011' })).status).toBe(400);
  expect((await save({ ...recorded, head: 'mayor' })).status).toBe(400);
  expect(findGrantFile(db, 'file-1', { kind: 'syndicat' })?.answers.applicant).toBeUndefined();

  expect((await save(recorded)).status).toBe(302);
  const form = await read(platform, secretary, readApplicant, params);
  expect(form).toMatchObject({
    applicant: { grouping: true, values: { siren: '200000008', head: 'presidentFeminine' } },
  });
  const shown = await read(platform, secretary, readFile, params);
  if (typeof shown === 'number') throw new Error(`Answered ${shown}`);
  expect(shown.applicant).toBe(aSivos.name);
  const pieces = await read(platform, secretary, readPieces, params);
  if (typeof pieces === 'number') throw new Error(`Answered ${pieces}`);
  const deliberation = pieces.pieces.find(({ code }) => code === 'deliberation');
  expect(deliberation?.details.join(' ')).toContain('À signer par la présidente.');
  const applicationForm = pieces.pieces.find(({ code }) => code === 'applicationForm');
  expect(applicationForm?.details.join(' ')).toContain('SIRET du demandeur');

  expect((await send(platform, secretary, issue, {}, params)).status).toBe(302);
  const documents = db.select().from(tables.documents).all();
  const pdf = documents.find(({ kind }) => kind === 'grantFile');
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, pdf?.id ?? '')));
  expect(text).toContain(aSivos.name);
  expect(text).toContain('La présidente');
  expect(text).not.toMatch(/Le maire|conseil municipal/);
  const draft = documents.find(({ fileName }) => fileName.startsWith('4-'));
  expect(textOfDocx(readDocumentBytes(db, draft?.id ?? ''))).toContain('Le comité syndical');
});

test('a SIRET that is right and of the same SIREN completes the body', () => {
  const siret = '20000000800010' as Siret;
  const body = applicantBodyOf(
    'epci',
    { name: 'Commune', siren: '1', siret: null, addressLines: [], department: null, arrondissement: null },
    null,
    { head: 'president', body: { ...aCommunity, siret } },
  );
  expect(missingOfBody(body)).toEqual([]);
});
