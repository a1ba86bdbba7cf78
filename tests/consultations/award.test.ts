// From the analysis report to the notified contract: the decision, the letters, the standstill, the signature.
import { listAwardLetters, listAwardSessions, listLotDecisions } from 'db/award';
import { listContracts } from 'db/contracts';
import { readDocumentBytes } from 'db/records';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { action as decide } from '~/routes/consultations/award';
import { loader as archive } from '~/routes/consultations/award-archive';
import { action as certify } from '~/routes/consultations/award-certificates';
import { action as dispute } from '~/routes/consultations/award-dispute';
import { action as issueLetters } from '~/routes/consultations/award-letters';
import { action as rule } from '~/routes/consultations/award-ruling';
import { action as sendLetters } from '~/routes/consultations/award-sending';
import { action as sign } from '~/routes/consultations/award-signature';
import { loader as lotPage } from '~/routes/consultations/awarded-lot';
import { loader as contractDocument } from '~/routes/consultations/contract-document';
import { action as issueNotification } from '~/routes/consultations/contract-letter';
import { action as notify } from '~/routes/consultations/contract-notification';
import { action as prefect } from '~/routes/consultations/contract-prefect';
import { action as mark } from '~/routes/consultations/lot-analysis';
import { plain, readPdf } from '../documents/reading';
import { read, send } from '../orders/asking';
import { aDecision, anAnalysedConsultation, aSignature, everyCertificate } from './awarding';

type Led = Awaited<ReturnType<typeof anAnalysedConsultation>>;
const done = { status: 302, reasons: [] };

async function textOf({ db }: Led, documentId: string | null | undefined): Promise<string> {
  return (await readPdf(new Uint8Array(readDocumentBytes(db, documentId ?? '')))).text;
}

test('a decision says every reason against it at once, and is written once with its minutes', async () => {
  const led = await anAnalysedConsultation();
  const { db, id, buyer, platform, deposits } = led;
  const on = platform('2027-01-06T15:00');
  const wrong = aDecision(deposits.beta, {
    convenedOn: '2027-01-06',
    voting: 'Mme A\nM. B\nMme C',
    decidedOn: '2027-05-03',
    'for-1': '1',
    'against-1': '2',
    'abstentions-1': '0',
  });
  const refused = await send(on, buyer, decide, wrong, { id });
  expect(refused.status).toBe(422);
  for (const said of ['dans le futur', 'jusqu’au 28 avril 2027', 'il en faut 4', 'pas adoptée', 'classée 2e'])
    expect(refused.reasons.map(plain).join('\n')).toContain(said);
  const byExecutive = aDecision(deposits.alpha, { body: 'executive' });
  const executive = (await send(on, buyer, decide, byExecutive, { id })).reasons.join('\n');
  expect(executive).toContain('commission d’appel d’offres');
  expect(executive).toContain('délègue');
  const unsuccessful = aDecision('', { 'outcome-1': 'unsuccessful', 'reason-1': 'Rien ne convient' });
  expect((await send(on, buyer, decide, unsuccessful, { id })).reasons.join()).toContain('des offres restent admises');
  expect(listLotDecisions(db, id)).toHaveLength(0);

  const form = aDecision(deposits.alpha);
  for (const _ of [1, 2]) expect(await send(on, buyer, decide, form, { id })).toMatchObject(done);
  expect(listAwardSessions(db, id)).toHaveLength(1);
  expect(listLotDecisions(db, id)).toMatchObject([
    { outcome: 'awarded', depositId: deposits.alpha, votesFor: 4, abstentions: 1 },
  ]);
  const [session] = listAwardSessions(db, id);
  const minutes = await textOf(led, session?.minutesPdfId);
  for (const said of [
    'Mme E',
    'Le comptable public',
    '4 membres',
    'Alpha Informatique',
    '4 pour, 0 contre, 1 abst',
    '270 922,00',
    '264 974,04',
  ])
    expect(minutes).toContain(said);
  expect(await textOf(led, session?.decisionPdfId)).toContain('Le lot est attribué à Alpha Informatique');
});

test('a mark given after the report stops the decision until the report says it', async () => {
  const { id, buyer, platform, deposits } = await anAnalysedConsultation();
  const later = platform('2027-01-05T16:00');
  const marks = { [`mark-1-${deposits.beta}`]: '9', [`reason-1-${deposits.beta}`]: 'Relue' };
  expect(await send(later, buyer, mark, marks, { id, lot: '1' })).toMatchObject(done);
  const refused = await send(platform('2027-01-06T15:00'), buyer, decide, aDecision(deposits.alpha), { id });
  expect(refused.reasons.join()).toContain('analyse a changé');
});

test('each letter tells its candidate its own rank, points and reasons, and nobody the prices of another', async () => {
  const led = await anAnalysedConsultation();
  const { db, id, buyer, platform, deposits } = led;
  const on = platform('2027-01-06T15:00');
  await send(on, buyer, decide, aDecision(deposits.alpha), { id });
  const sending = { plannedOn: '2027-01-07', certificatesDue: '2027-01-15', electronic: 'on' };
  for (const _ of [1, 2]) expect(await send(on, buyer, issueLetters, sending, { id, lot: '1' })).toMatchObject(done);
  const letters = listAwardLetters(db, id);
  expect(letters.map(({ kind, candidate }) => [kind, candidate]).toSorted()).toEqual([
    ['award', 'Alpha Informatique'],
    ['elimination', 'Gamma'],
    ['late', 'Tardif'],
    ['rejection', 'Beta Éducation'],
  ]);
  const of = (kind: string) => textOf(led, letters.find((letter) => letter.kind === kind)?.pdfDocumentId);
  const [award, rejection, elimination, late] = await Promise.all(
    ['award', 'rejection', 'elimination', 'late'].map(of),
  );
  for (const said of ['15 janvier 2027', 'URSSAF', 'ne vaut pas notification', '19 janvier 2027'])
    expect(award).toContain(said);
  for (const said of [
    'classée 2e sur 2 offres',
    'Réponse de beta au critère 2',
    'Alpha Informatique',
    'à compter du 19 janvier 2027',
    'L551-1',
    'Tribunal administratif',
  ])
    expect(rejection).toContain(said);
  expect(rejection).not.toContain('Réponse de alpha');
  expect(elimination).toContain('anormalement bas');
  expect(late).toContain('R2151-5');
  // Unit prices of the two offers, and their totals over 600 tablets and 4 laptops.
  for (const letter of [rejection, elimination, late])
    for (const secret of ['450,00', '230,50', '440,12', '270 922', '264 974']) expect(letter).not.toContain(secret);
  const zip = (await read(on, buyer, archive as never, { id })) as Response;
  const names = Object.keys(unzipSync(new Uint8Array(await zip.arrayBuffer())));
  expect(names.filter((name) => /\.(pdf|docx)$/.test(name))).toHaveLength(8);
});

test('a contract is signed after the standstill, its certificates and any dispute, then notified once the prefect has it', async () => {
  const led = await anAnalysedConsultation();
  const { db, id, buyer, platform, deposits } = led;
  const lot = { id, lot: '1' };
  const decided = platform('2027-01-06T15:00');
  await send(decided, buyer, decide, aDecision(deposits.alpha), { id });
  const early = await send(decided, buyer, sign, aSignature({ signedOn: '2027-01-06' }), lot);
  for (const said of ['pas tous établis', 'URSSAF']) expect(early.reasons.join('\n')).toContain(said);
  await send(
    decided,
    buyer,
    issueLetters,
    { plannedOn: '2027-01-07', certificatesDue: '2027-01-15', electronic: 'on' },
    lot,
  );
  const sent = new URLSearchParams({ sentOn: '2027-01-07' });
  for (const letter of listAwardLetters(db, id)) sent.append('letter[]', letter.id);
  const form = new FormData();
  for (const [key, value] of sent) form.append(key, value);
  expect(await send(platform('2027-01-07T10:00'), buyer, sendLetters, form, lot)).toMatchObject(done);

  const eve = platform('2027-01-18T10:00');
  expect(await send(eve, buyer, certify, { ...everyCertificate, receivedOn: '2027-01-14' }, lot)).toMatchObject(done);
  const case_ = { id: crypto.randomUUID(), filedOn: '2027-01-15', reference: '2700123' };
  expect(await send(eve, buyer, dispute, case_, lot)).toMatchObject(done);
  const tooSoon = await send(eve, buyer, sign, aSignature({ signedOn: '2027-01-18' }), lot);
  expect(tooSoon.reasons.map(plain)).toEqual([
    expect.stringContaining('qu’à compter du 19 janvier 2027'),
    expect.stringContaining('2700123'),
  ]);
  const day = platform('2027-01-19T10:00');
  expect((await send(day, buyer, sign, aSignature(), lot)).reasons.join()).toContain('suspend la signature');
  const ruling = { closedOn: '2027-01-19', ruling: 'Rejet' };
  expect(await send(day, buyer, rule, ruling, { ...lot, dispute: case_.id })).toMatchObject(done);
  const badNumber = await send(day, buyer, sign, aSignature({ number: '2027-TERM-LOT-0001', cpv: '302' }), lot);
  expect(badNumber.reasons.join()).toMatch(/seize caractères.*huit chiffres/);
  const signature = aSignature();
  for (const _ of [1, 2]) expect(await send(day, buyer, sign, signature, lot)).toMatchObject({ status: 302 });
  const [signed] = listContracts(db, id);
  expect(signed).toMatchObject({
    contract: { number: '2027-TERM-L01', legalityControl: true, offersReceived: 3, firmMonths: 12, renewals: 3 },
    holder: { name: 'Alpha Informatique', siret: '73282932000074', kind: 'supplier' },
  });

  const contract = { id: signature['id'] ?? '' };
  const blocked = await send(day, buyer, notify, { sentOn: '2027-01-19', readOn: '2027-01-19' }, contract);
  expect(blocked.reasons.join()).toContain('préfecture');
  expect((await send(day, buyer, issueNotification, {}, contract)).reasons.join()).toContain('préfecture');
  const received = platform('2027-01-22T10:00');
  expect(
    await send(received, buyer, prefect, { sentOn: '2027-01-19', receiptOn: '2027-01-21' }, contract),
  ).toMatchObject(done);
  expect(await send(received, buyer, issueNotification, {}, contract)).toMatchObject(done);
  const unread = await send(received, buyer, notify, { sentOn: '2027-01-22', readOn: '' }, contract);
  expect(plain(unread.reasons.join())).toContain('réputé reçu le 30 janvier 2027');
  const deemed = platform('2027-02-05T10:00');
  expect(await send(deemed, buyer, notify, { sentOn: '2027-01-22', readOn: '2027-02-04' }, contract)).toMatchObject(
    done,
  );
  const [notified] = listContracts(db, id);
  expect(notified?.contract).toMatchObject({ notifiedOn: '2027-01-30', startsOn: '2027-01-30', endsOn: '2031-01-29' });
  const letter = await textOf(led, notified?.contract.notificationDocumentId);
  for (const said of ['2027-TERM-L01', '21 janvier 2027', '48 mois', 'Alpha Informatique'])
    expect(letter).toContain(said);
  const address = { ...contract, document: notified?.contract.notificationDocumentId ?? '' };
  const file = (await read(deemed, buyer, contractDocument as never, address)) as Response;
  expect(file.headers.get('Content-Type')).toBe('application/pdf');
  expect(await read(deemed, buyer, contractDocument as never, { ...contract, document: 'other' })).toBe(404);
  // Once signed, the decision on the lot no longer changes.
  const again = aDecision(deposits.beta, { 'reason-1': 'Le titulaire renonce.' });
  expect((await send(day, buyer, decide, again, { id })).reasons.join()).toContain('le marché est signé');
});

test('a lone candidate waits for no standstill, nor does an adapted procedure decided by the executive', async () => {
  const alone = await anAnalysedConsultation({ alone: true });
  const on = alone.platform('2027-01-06T15:00');
  const lot = { id: alone.id, lot: '1' };
  await send(on, alone.buyer, decide, aDecision(alone.deposits.alpha), { id: alone.id });
  await send(on, alone.buyer, issueLetters, { plannedOn: '2027-01-06', certificatesDue: '2027-01-15' }, lot);
  const [letter] = listAwardLetters(alone.db, alone.id);
  const today = { sentOn: '2027-01-06', 'letter[]': letter?.id ?? '' };
  expect(await send(on, alone.buyer, sendLetters, today, lot)).toMatchObject(done);
  await send(on, alone.buyer, certify, { ...everyCertificate, receivedOn: '2027-01-06' }, lot);
  expect(await send(on, alone.buyer, sign, aSignature({ signedOn: '2027-01-06' }), lot)).toMatchObject({ status: 302 });

  const adapted = await anAnalysedConsultation({ formal: false });
  const then = adapted.platform('2027-01-06T15:00');
  const decision = aDecision(adapted.deposits.alpha, { body: 'executive', reference: 'Délibération 2026-03' });
  expect(await send(then, adapted.buyer, decide, decision, { id: adapted.id })).toMatchObject(done);
  const there = { id: adapted.id, lot: '1' };
  await send(then, adapted.buyer, issueLetters, { plannedOn: '2027-01-06', certificatesDue: '2027-01-15' }, there);
  const rejection = listAwardLetters(adapted.db, adapted.id).find(({ kind }) => kind === 'rejection');
  expect(await textOf(adapted, rejection?.pdfDocumentId)).toContain('aucun délai de suspension');
  await send(then, adapted.buyer, certify, { ...everyCertificate, receivedOn: '2027-01-06' }, there);
  const page = (await read(then, adapted.buyer, lotPage as never, there)) as Awaited<ReturnType<typeof lotPage>>;
  expect(page).toMatchObject({ formal: false, proposed: { number: '2027-TERM-L01' } });
  expect(await send(then, adapted.buyer, sign, aSignature({ signedOn: '2027-01-06' }), there)).toMatchObject({
    status: 302,
  });
  expect(listContracts(adapted.db)[0]?.contract).toMatchObject({ legalityControl: false });
});

test('a lot without follow-up tells all its candidates why, and a new decision may still replace it', async () => {
  const led = await anAnalysedConsultation();
  const { db, id, buyer, platform, deposits } = led;
  const on = platform('2027-01-06T15:00');
  const closed = aDecision('', { 'outcome-1': 'withoutFollowUp' });
  expect((await send(on, buyer, decide, closed, { id })).reasons.join()).toContain('sans suite');
  const why = { ...closed, 'reason-1': 'Le besoin a changé.' };
  expect(await send(on, buyer, decide, why, { id })).toMatchObject(done);
  const lot = { id, lot: '1' };
  await send(on, buyer, issueLetters, { plannedOn: '2027-01-06', certificatesDue: '2027-01-15' }, lot);
  expect(listAwardLetters(db, id).map(({ kind }) => kind)).toEqual(Array(4).fill('withoutFollowUp'));
  const letter = await textOf(led, listAwardLetters(db, id)[0]?.pdfDocumentId);
  for (const said of ['Le besoin a changé', 'excès de pouvoir']) expect(letter).toContain(said);
  expect((await send(on, buyer, sign, aSignature(), lot)).reasons.join()).toContain('pas attribué');
  const next = platform('2027-01-07T15:00');
  const silent = aDecision(deposits.alpha, { decidedOn: '2027-01-07' });
  expect((await send(next, buyer, decide, silent, { id })).reasons.join()).toContain('dites pourquoi');
  const again = { ...silent, 'reason-1': 'Erreur sur le besoin.' };
  expect(await send(next, buyer, decide, again, { id })).toMatchObject(done);
  expect(listLotDecisions(db, id)).toMatchObject([{ outcome: 'awarded' }]);
});
