// The presentation report of a procedure: when it may be issued, what it holds, and that it is never issued twice.
import { listPresentationReports } from 'db/award';
import { readDocumentBytes } from 'db/records';
import { expect, test } from 'vitest';
import { isPresentationDue } from '~/domain/consultations/presentation';
import { cents } from '~/domain/shared/money';
import { action as decide } from '~/routes/consultations/award';
import { loader as page, action as present } from '~/routes/consultations/presentation';
import { loader as download } from '~/routes/consultations/presentation-file';
import { plain, readPdf } from '../documents/reading';
import { read, send } from '../orders/asking';
import { aDecision, anAnalysedConsultation } from './awarding';
import { readDocx } from './reading';

const answers = {
  priorExchanges: 'Sourcing du 3 septembre 2026, questions et réponses jointes au dossier.',
  conflicts: 'Aucun conflit décelé.',
  'subcontracting-1': 'Livraison confiée à Transports Dupont, 8 %.',
  more: '',
};

test('the report is due from the European threshold on, to the cent', () => {
  expect(isPresentationDue(cents(21_599_999), 21_600_000)).toBe(false);
  expect(isPresentationDue(cents(21_600_000), 21_600_000)).toBe(true);
});

test('it waits for every lot to be decided and for what only the buyer knows, and keeps what was typed', async () => {
  const { db, id, buyer, platform, deposits } = await anAnalysedConsultation();
  const on = platform('2027-01-06T16:00');
  const early = await send(on, buyer, present, answers, { id });
  expect(early.status).toBe(422);
  expect(early.reasons.map(plain).join()).toContain('Sans décision : lot(s) 1');
  const decision = aDecision(deposits.alpha);
  expect(await send(platform('2027-01-06T15:00'), buyer, decide, decision, { id })).toMatchObject({ status: 302 });
  const silent = await send(on, buyer, present, { ...answers, conflicts: '' }, { id });
  expect(silent.status).toBe(400);
  expect(listPresentationReports(db, id)).toHaveLength(0);
});

test('it names who was kept, who was rejected and why, and the holder; the same content is not issued again', async () => {
  const { db, id, buyer, platform, deposits } = await anAnalysedConsultation();
  await send(platform('2027-01-06T15:00'), buyer, decide, aDecision(deposits.alpha), { id });
  const on = platform('2027-01-06T16:00');
  for (const _ of [1, 2]) expect(await send(on, buyer, present, answers, { id })).toMatchObject({ status: 302 });
  const [report, ...others] = listPresentationReports(db, id);
  expect(others).toEqual([]);
  expect(report?.answers).toMatchObject({ conflicts: 'Aucun conflit décelé.', more: null });
  const pdf = (await readPdf(new Uint8Array(readDocumentBytes(db, report?.pdfDocumentId ?? '')))).text;
  for (const said of [
    'Le rapport est exigé',
    'Alpha Informatique (SIRET 73282932000074)',
    'Beta Éducation (SIRET 55208131766522) : offre de',
    'Gamma (SIRET 44306184100047) : Prix jugé anormalement bas, non justifié.',
    'Tardif (SIRET 38012986646850) : offre reçue après le',
    'Transports Dupont, 8 %',
    'Sourcing du 3 septembre 2026',
    'R2184-3, 6°',
  ])
    expect(plain(pdf)).toContain(said);
  const docx = plain(readDocx(readDocumentBytes(db, report?.docxDocumentId ?? '')));
  expect(docx).toContain('Gamma (SIRET 44306184100047) : Prix jugé anormalement bas');
  const changed = { ...answers, conflicts: 'Un élu s’est déporté.' };
  expect(await send(on, buyer, present, changed, { id })).toMatchObject({ status: 302 });
  expect(listPresentationReports(db, id).map(({ version }) => version)).toEqual([2, 1]);
  expect(await read(on, buyer, page, { id })).toMatchObject({ due: true, current: true, against: [] });
  expect((await read(on, buyer, download, { id, file: '1.pdf' })) as Response).toMatchObject({ status: 200 });
});
