// The examination of candidacies: completed within one deadline for all, admitted or not, before anything is awarded.
import { listAwardLetters, listLotDecisions } from 'db/award';
import { listCandidacyLetters, listCandidacySteps } from 'db/candidacies';
import { listAnalysisReports } from 'db/offers';
import { readDocumentBytes } from 'db/records';
import { expect, test } from 'vitest';
import { action as decide } from '~/routes/consultations/award';
import { action as issueLetters } from '~/routes/consultations/award-letters';
import { action as examine } from '~/routes/consultations/candidacy-step';
import { loader as lotPage } from '~/routes/consultations/lot-analysis';
import { action as report } from '~/routes/consultations/report';
import { plain, readPdf } from '../documents/reading';
import { read, send } from '../orders/asking';
import { aDecision, aNotifiedContract, anAnalysedConsultation } from './awarding';

const done = { status: 302, reasons: [] };
const step = (over: Readonly<Record<string, string>>) => ({ id: crypto.randomUUID(), ...over });

test('a candidate is asked to complete by a letter, within the same days as the others', async () => {
  const { db, id, buyer, platform, deposits } = await anAnalysedConsultation();
  const on = platform('2027-01-05T10:00');
  const ask = (over: Readonly<Record<string, string>>, deposit = deposits.alpha) =>
    send(on, buyer, examine, step({ kind: 'completionAsked', ...over }), { id, deposit });
  expect((await ask({})).reasons).toEqual([
    'Cochez les pièces à compléter.',
    'Donnez au candidat une date de réponse à venir.',
  ]);
  const form = step({ kind: 'completionAsked', 'missing[]': 'insurance', deadline: '2027-01-12' });
  for (const _ of [1, 2])
    expect(await send(on, buyer, examine, form, { id, deposit: deposits.alpha })).toMatchObject(done);
  expect(listCandidacySteps(db, id).filter(({ kind }) => kind === 'completionAsked')).toHaveLength(1);
  const [letter, ...others] = listCandidacyLetters(db, id);
  expect(others).toEqual([]);
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, letter?.pdfDocumentId ?? '')));
  for (const said of ['Alpha Informatique', 'attestation d’assurance', '12 janvier 2027', 'R2144-2'])
    expect(plain(text)).toContain(said);
  expect(text).not.toContain('Beta');

  const other = await ask({ 'missing[]': 'honour', deadline: '2027-01-13' }, deposits.beta);
  expect(other.reasons.map(plain).join()).toContain('une demande en cours donne jusqu’au 12 janvier 2027');
  expect(await ask({ 'missing[]': 'honour', deadline: '2027-01-12' }, deposits.beta)).toMatchObject(done);
  const admitted = step({ kind: 'admitted', 'missing[]': 'insurance' });
  const refused = await send(on, buyer, examine, admitted, { id, deposit: deposits.alpha });
  expect(refused.reasons.map(plain)).toEqual([
    'La candidature ne peut être admise tant qu’il manque : l’attestation d’assurance pour risques professionnels.',
  ]);
  const stopped = await send(on, buyer, report, {}, { id });
  expect(stopped.reasons.map(plain)).toContain('Alpha Informatique : candidature à compléter (CCP R2144-3).');
});

test('an inadmissible candidacy leaves the ranking, the report and the letters say why, and it can be taken back', async () => {
  const { db, id, buyer, platform, deposits } = await anAnalysedConsultation();
  const on = platform('2027-01-05T10:00');
  const alpha = { id, deposit: deposits.alpha };
  const bare = await send(on, buyer, examine, step({ kind: 'rejected' }), alpha);
  expect(bare.reasons).toEqual(['Choisissez le motif d’irrecevabilité.', 'Écrivez les motifs de la décision.']);
  const rejection = { kind: 'rejected', ground: 'falseStatements', text: 'Les références sont inventées.' };
  expect(await send(on, buyer, examine, step(rejection), alpha)).toMatchObject(done);
  type Page = Awaited<ReturnType<typeof lotPage>>;
  const ranked = async () => {
    const page = (await read(on, buyer, lotPage as never, { id, lot: '1' })) as Page;
    return page.ranking.map(({ candidate }) => candidate);
  };
  expect(await ranked()).toEqual(['Beta Éducation']);
  const outdated = await send(platform('2027-01-06T15:00'), buyer, decide, aDecision(deposits.beta), { id });
  expect(outdated.reasons.join()).toContain('rapport');
  expect(await send(on, buyer, report, {}, { id })).toMatchObject(done);
  const [last] = listAnalysisReports(db, id);
  const rao = plain((await readPdf(new Uint8Array(readDocumentBytes(db, last?.pdfDocumentId ?? '')))).text);
  for (const said of ['irrecevable', 'Faux renseignements ou documents', 'Les références sont inventées.'])
    expect(rao).toContain(said);

  expect(await send(platform('2027-01-06T15:00'), buyer, decide, aDecision(deposits.beta), { id })).toMatchObject(done);
  expect(listLotDecisions(db, id)[0]?.basis.setAside).toMatchObject([
    { candidate: 'Gamma', why: 'eliminated' },
    { candidate: 'Alpha Informatique', why: 'inadmissible' },
    { candidate: 'Tardif', why: 'late' },
  ]);
  const planned = { plannedOn: '2027-01-07', certificatesDue: '2027-01-15', electronic: 'on' };
  const lot = { id, lot: '1' };
  expect(await send(platform('2027-01-06T16:00'), buyer, issueLetters, planned, lot)).toMatchObject(done);
  const letter = listAwardLetters(db, id).find(({ kind }) => kind === 'inadmissible');
  const said = plain((await readPdf(new Uint8Array(readDocumentBytes(db, letter?.pdfDocumentId ?? '')))).text);
  for (const words of ['Votre candidature est irrecevable', 'R2144-7', 'Les références sont inventées.', '11 jours'])
    expect(said).toContain(words);

  const back = await send(on, buyer, examine, step({ kind: 'admitted' }), alpha);
  expect(back.reasons).toEqual(['Écrivez les motifs de la décision.']);
  const reason = 'Les références sont confirmées par leurs destinataires.';
  expect(await send(on, buyer, examine, step({ kind: 'admitted', text: reason }), alpha)).toMatchObject(done);
  expect(await ranked()).toContain('Alpha Informatique');
});

test('a late tender has no candidacy to examine, and a signed contract closes the examination', async () => {
  const { id, buyer, platform, deposits } = await aNotifiedContract();
  const on = platform('2027-02-01T10:00');
  const rejection = { kind: 'rejected', ground: 'exclusion', text: 'Liquidation judiciaire.' };
  const late = await send(on, buyer, examine, step(rejection), { id, deposit: deposits.late });
  expect(late.reasons.join()).toContain('hors délai');
  const signed = await send(on, buyer, examine, step(rejection), { id, deposit: deposits.alpha });
  expect(signed.reasons.join()).toContain('Un marché est signé');
  const other = step({ kind: 'admitted', 'missing[]': 'piano' });
  const unknown = await send(on, buyer, examine, other, { id, deposit: deposits.beta });
  expect(unknown.reasons.join()).toContain('rechargez la page');
});
