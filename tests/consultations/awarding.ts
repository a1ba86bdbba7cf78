// A consultation led by the site's own deeds to its analysis report: two offers kept, one set aside, one late.
import { listAwardLetters } from 'db/award';
import type { Db } from 'db/client';
import { listConsultationFiles, listConsultations } from 'db/consultations';
import { readDocumentBytes } from 'db/records';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { SignedIn } from '~/domain/accounts/permissions';
import { action as freeze } from '~/routes/consolidation/freeze';
import { action as decide } from '~/routes/consultations/award';
import { action as certify } from '~/routes/consultations/award-certificates';
import { action as issueLetters } from '~/routes/consultations/award-letters';
import { action as sendLetters } from '~/routes/consultations/award-sending';
import { action as sign } from '~/routes/consultations/award-signature';
import { action as examineCandidacy } from '~/routes/consultations/candidacy-step';
import { action as notify } from '~/routes/consultations/contract-notification';
import { action as prefect } from '~/routes/consultations/contract-prefect';
import { action as addDeposit } from '~/routes/consultations/deposits';
import { action as mark } from '~/routes/consultations/lot-analysis';
import { action as readOffer } from '~/routes/consultations/offer';
import { action as decideOffer } from '~/routes/consultations/offer-step';
import { action as open } from '~/routes/consultations/open';
import { action as openTenders } from '~/routes/consultations/opening';
import { action as produce } from '~/routes/consultations/produce';
import { action as publish } from '~/routes/consultations/publication';
import { action as report } from '~/routes/consultations/report';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat } from '../database';
import { aPlatform, cookieOf, send } from '../orders/asking';
import { explainSingleLot } from './builders';
import { addSignedNeeds } from './signed-needs';

const at = (text: string) => `${text}:00.000Z`;
const done = { status: 302 };

/** What each candidate writes in its schedule, by line number; the rest of its row is the same for all. */
export const prices = {
  alpha: { '1.001': 450, '1.002': 230.5 },
  beta: { '1.001': 440.1234, '1.002': 225 },
  gamma: { '1.001': 1, '1.002': 1 },
} as const;

export const candidates = {
  alpha: { candidate: 'Alpha Informatique', siret: '73282932000074', time: '10:00:00' },
  beta: { candidate: 'Beta Éducation', siret: '55208131766522', time: '11:59:59' },
  gamma: { candidate: 'Gamma', siret: '44306184100047', time: '11:00:00' },
  late: { candidate: 'Tardif', siret: '38012986646850', time: '12:00:30' },
} as const;

async function workbookOf(db: Db, id: string): Promise<ExcelJS.Workbook> {
  const entries = unzipSync(readDocumentBytes(db, listConsultationFiles(db, id)[0]?.documentId ?? ''));
  const [, bytes] = Object.entries(entries).find(([name]) => name.endsWith('.xlsx')) ?? [];
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
}

async function sendOffer(
  db: Db,
  person: SignedIn,
  id: string,
  deposit: string,
  given: Readonly<Record<string, number>>,
) {
  const workbook = await workbookOf(db, id);
  workbook.getWorksheet('BPU lot 1')?.eachRow((row) => {
    const value = given[String(row.getCell(1).value)];
    if (value === undefined) return;
    row.getCell(4).value = value;
    // The laptops have no VAT rate: the buyer will say it.
    if (row.getCell(1).value === '1.001') row.getCell(5).value = 0.2;
    row.getCell(6).value = 0.0321;
    row.getCell(7).value = `Nordika ${String(row.getCell(1).value)}`;
    row.getCell(8).value = 'Neuf';
    row.getCell(9).value = 4;
  });
  const form = new FormData();
  form.set('id', crypto.randomUUID());
  form.set('deposit', deposit);
  form.set('file', new File([await workbook.xlsx.writeBuffer()], `bpu-${deposit.slice(0, 4)}.xlsx`));
  const now = at('2026-12-30T09:10');
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: form,
    headers: { Cookie: await cookieOf(db, person, now) },
  });
  const context = { platform: aPlatform(db, now), nonce: '' };
  await readOffer({ request, params: { id, lot: '1' }, context } as never);
}

/** Leads frozen needs to a consultation whose choices are made; `formal` decides on the size of the need. */
export async function aPreparedConsultation({ formal = true } = {}) {
  const db = aDatabase();
  const syndicat = aSyndicat(db);
  db.$client.prepare('update organisations set email = ? where id = ?').run('marches@essai.example', syndicat);
  const buyer = aPerson(db, syndicat, 'syndicatBuyer');
  const members = [aCommune(db, 0), aCommune(db, 1)];
  const { lotId } = aLot(db);
  aProduct(db, lotId, {
    id: 'laptop',
    category: 'laptop',
    label: 'Portable 14 pouces',
    euros: 500,
    attributes: { ramGb: 8, warrantyYears: 3 },
  });
  aProduct(db, lotId, { id: 'tablet', label: 'Tablette 10 pouces', euros: 250 });
  const size = formal ? 200 : 20;
  const campaignId = addSignedNeeds(db, buyer, members, (index) => size * (index + 1));
  const platform = (now: string) => ({ ...aPlatform(db, at(now)), demonstration: true });
  const launch = platform('2026-11-24T09:00');
  expect(await send(launch, buyer, freeze, {}, { id: campaignId })).toMatchObject(done);
  const opening = { reference: '2027-TERM', object: 'Terminaux des écoles', launchOn: '2026-11-24' };
  expect(await send(launch, buyer, open, opening, { id: campaignId })).toMatchObject(done);
  const id = listConsultations(db)[0]?.id ?? '';
  explainSingleLot(db, id);
  return { db, id, buyer, members, platform, launch };
}

/** Leads a consultation to its report; `formal` decides on the size of the need, `alone` keeps one candidate. */
export async function anAnalysedConsultation({ formal = true, alone = false } = {}) {
  const { db, id, buyer, members, platform, launch } = await aPreparedConsultation({ formal });
  expect(await send(launch, buyer, produce, {}, { id })).toMatchObject(done);
  const media = { 'media-profile': 'on', 'media-boamp': 'on', 'media-joue': 'on' };
  const published = await send(
    launch,
    buyer,
    publish,
    { id: crypto.randomUUID(), sentOn: '2026-11-24', ...media },
    { id },
  );
  expect(published).toMatchObject(done);
  const kept = alone ? (['alpha'] as const) : (['alpha', 'beta', 'gamma', 'late'] as const);
  const deposits: Partial<Record<keyof typeof candidates, string>> = {};
  for (const name of kept) {
    const depositId = crypto.randomUUID();
    deposits[name] = depositId;
    const form = { id: depositId, ...candidates[name], day: '2026-12-29', 'lot[]': '1' };
    expect(await send(platform('2026-12-29T10:30'), buyer, addDeposit, form, { id })).toMatchObject(done);
  }
  const opened = platform('2026-12-30T09:00');
  expect(await send(opened, buyer, openTenders, { present: 'Le président' }, { id })).toMatchObject(done);
  for (const name of kept) {
    if (name === 'late') continue;
    const step = { id: crypto.randomUUID(), kind: 'admitted' };
    const address = { id, deposit: deposits[name] ?? '' };
    expect(await send(opened, buyer, examineCandidacy, step, address)).toMatchObject(done);
  }
  for (const name of kept) if (name !== 'late') await sendOffer(db, buyer, id, deposits[name] ?? '', prices[name]);
  if (deposits.gamma !== undefined) {
    const text = 'Prix jugé anormalement bas, non justifié.';
    const step = { id: crypto.randomUUID(), deposit: deposits.gamma, kind: 'eliminated', text };
    expect(await send(opened, buyer, decideOffer, step, { id, lot: '1' })).toMatchObject(done);
  }
  const marks: Record<string, string> = {};
  for (const [name, tenths] of [
    ['alpha', '8'],
    ['beta', '6'],
  ] as const)
    for (const criterion of [1, 2, 3]) {
      if (deposits[name] === undefined) continue;
      marks[`mark-${criterion}-${deposits[name]}`] = tenths;
      marks[`reason-${criterion}-${deposits[name]}`] = `Réponse de ${name} au critère ${criterion}`;
    }
  expect(await send(platform('2027-01-04T09:00'), buyer, mark, marks, { id, lot: '1' })).toMatchObject(done);
  const reported = async () => send(platform('2027-01-05T09:00'), buyer, report, {}, { id });
  expect(await reported()).toMatchObject(done);
  return { db, id, buyer, members, platform, deposits: deposits as Readonly<Record<keyof typeof candidates, string>> };
}

/** The form of a decision of the CAO that awards the lot, with five members of seven present. */
export function aDecision(depositId: string, over: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    id: crypto.randomUUID(),
    body: 'cao',
    decidedOn: '2027-01-06',
    convenedOn: '2026-12-30',
    votingMembers: '7',
    voting: ['Mme A, présidente', 'M. B', 'Mme C', 'M. D', 'Mme E'].join('\n'),
    advisory: 'Le comptable public',
    signatory: 'Mme A, présidente de la commission',
    'outcome-1': `awarded:${depositId}`,
    'for-1': '4',
    'against-1': '0',
    'abstentions-1': '1',
    ...over,
  };
}

export const everyCertificate = Object.fromEntries(
  ['social', 'tax', 'registration', 'noExclusion', 'signedAe'].map((code) => [`certificate-${code}`, 'on']),
);

/** The form of a signature on the first day that letters sent on 7 January allow. */
export function aSignature(over: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    id: crypto.randomUUID(),
    signedOn: '2027-01-19',
    signatory: 'Mme Présidente',
    capacity: 'Présidente, délibération 2026-12',
    number: '2027-TERM-L01',
    cpv: '30213200',
    ...over,
  };
}

/** Leads an analysed consultation to its contract, notified on 25 January 2027; `chosen` is the winner's name. */
export async function aNotifiedContract(chosen: 'alpha' | 'beta' = 'alpha') {
  const led = await anAnalysedConsultation();
  const { db, id, buyer, platform, deposits } = led;
  const lot = { id, lot: '1' };
  const decision = aDecision(deposits[chosen], chosen === 'beta' ? { 'reason-1': 'Alpha renonce à son offre.' } : {});
  expect(await send(platform('2027-01-06T15:00'), buyer, decide, decision, { id })).toMatchObject(done);
  const planned = { plannedOn: '2027-01-07', certificatesDue: '2027-01-15', electronic: 'on' };
  expect(await send(platform('2027-01-06T16:00'), buyer, issueLetters, planned, lot)).toMatchObject(done);
  const sending = new FormData();
  sending.set('sentOn', '2027-01-07');
  for (const letter of listAwardLetters(db, id)) sending.append('letter[]', letter.id);
  expect(await send(platform('2027-01-07T10:00'), buyer, sendLetters, sending, lot)).toMatchObject(done);
  const received = { ...everyCertificate, receivedOn: '2027-01-14' };
  expect(await send(platform('2027-01-14T10:00'), buyer, certify, received, lot)).toMatchObject(done);
  const signature = aSignature();
  expect(await send(platform('2027-01-19T10:00'), buyer, sign, signature, lot)).toMatchObject(done);
  const contract = { id: signature['id'] ?? '' };
  const dates = { sentOn: '2027-01-19', receiptOn: '2027-01-21' };
  expect(await send(platform('2027-01-21T10:00'), buyer, prefect, dates, contract)).toMatchObject(done);
  const notified = { sentOn: '2027-01-22', readOn: '2027-01-25' };
  expect(await send(platform('2027-01-25T10:00'), buyer, notify, notified, contract)).toMatchObject(done);
  return { ...led, contractId: contract.id };
}
