// From the published file to the analysis report: dates, register, schedules read back, regularisation, marks, ranking.

import type { Db } from 'db/client';
import { listConsultationFiles, listConsultations } from 'db/consultations';
import { listRequestLetters } from 'db/offer-letters';
import { listAnalysisReports, listPublications } from 'db/offers';
import { readDocumentBytes } from 'db/records';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { SignedIn } from '~/domain/accounts/permissions';
import { registerOf } from '~/domain/consultations/deposits';
import { assessOffer } from '~/domain/consultations/offers';
import { lastAnswerDay } from '~/domain/consultations/publication';
import { day } from '~/domain/shared/day';
import type { Siret } from '~/domain/shared/identifiers';
import { cents, unitPrice } from '~/domain/shared/money';
import { readOfferWorkbook } from '~/imports/offer-workbook';
import { action as freeze } from '~/routes/consolidation/freeze';
import { action as examine } from '~/routes/consultations/candidacy-step';
import { offerVocabulary } from '~/routes/consultations/conduct.server';
import { action as addDeposit } from '~/routes/consultations/deposits';
import { loader as lotPage, action as mark } from '~/routes/consultations/lot-analysis';
import { action as readOffer } from '~/routes/consultations/offer';
import { action as open } from '~/routes/consultations/open';
import { action as openTenders } from '~/routes/consultations/opening';
import { action as produce } from '~/routes/consultations/produce';
import { action as publish } from '~/routes/consultations/publication';
import { action as regularise } from '~/routes/consultations/regularisation';
import { action as report } from '~/routes/consultations/report';
import { action as letters } from '~/routes/consultations/request-letters';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat } from '../database';
import { plain, readPdf } from '../documents/reading';
import { aPlatform, cookieOf, read, send } from '../orders/asking';
import { explainSingleLot } from './builders';
import { addSignedNeeds } from './signed-needs';

test('a deposit after the deadline is late, and the last one in time counts alone', () => {
  const deposit = (id: string, siret: string, time: string, withdrawn = false) => ({
    id,
    candidate: id,
    siret: siret as Siret,
    lots: [1],
    day: day('2026-12-29'),
    time,
    withdrawn,
  });
  const register = registerOf(
    [
      deposit('late', '1', '12:00:01'),
      deposit('last', '1', '12:00:00'),
      deposit('first', '1', '09:00:00'),
      deposit('gone', '2', '08:00:00', true),
    ],
    { day: day('2026-12-29'), time: '12:00' },
  );
  expect(register.map(({ id, standing }) => [id, standing])).toEqual([
    ['gone', 'withdrawn'],
    ['first', 'replaced'],
    ['last', 'kept'],
    ['late', 'late'],
  ]);
});

test('the last day to answer questions is a working day', () => {
  // Six days before Monday 4 January 2027 is Tuesday 29 December; before the 7th, New Year's Day: the eve.
  expect(lastAnswerDay(day('2027-01-04'), 6)).toBe('2026-12-29');
  expect(lastAnswerDay(day('2027-01-07'), 6)).toBe('2026-12-31');
});

test('a price is never taken from the estimate, and every alteration is found', () => {
  const lot = {
    number: 1,
    title: 'Tablettes',
    maximumNet: cents(100_000_00),
    lines: [
      { number: '1.001', designation: 'Tablette', unit: 'unité', quantity: 10 },
      { number: '1.002', designation: 'Coque', unit: 'unité', quantity: 5 },
    ],
  };
  const row = (number: string, designation: string, price: number | null) => ({
    row: 8,
    number,
    designation,
    unit: 'unité',
    unitPriceNet: price === null ? null : unitPrice(price),
    priceText: null,
    hidden: false,
    vatRate: 2000,
    ecoContributionNet: null,
    model: null,
    condition: null,
    warrantyYears: null,
    repairability: null,
    deliveryDays: null,
  });
  const estimate = [{ row: 8, number: '1.002', quantity: 5, unitPriceNet: unitPrice(100_000), net: cents(50_00) }];
  const none = { estimate, declaredTotalNet: null, strangeSheets: [] };
  const missing = assessOffer(lot, {
    ...none,
    schedule: [row('1.001', 'Tablette', 2_000_000), row('1.002', 'Coque', null)],
  });
  expect(missing.recomputedNet).toBeNull();
  expect(missing.findings).toMatchObject([{ kind: 'priceMissing', number: '1.002' }]);
  const altered = assessOffer(lot, {
    ...none,
    declaredTotalNet: cents(1),
    schedule: [row('1.001', 'Tablette 4G', 2_000_000), row('1.002', 'Coque', 90_000), row('9.999', 'Bonus', 1)],
  });
  expect(altered.findings.map(({ kind }) => kind)).toEqual([
    'designationChanged',
    'otherPriceInEstimate',
    'lineArithmetic',
    'lineAdded',
    'totalArithmetic',
  ]);
  expect(altered.recomputedNet).toBe(2000_00 + 45_00);
});

const at = (text: string) => `${text}:00.000Z`;

async function aPublishedConsultation() {
  const db = aDatabase();
  const syndicat = aSyndicat(db);
  db.$client.prepare('update organisations set email = ? where id = ?').run('marches@essai.example', syndicat);
  const buyer = aPerson(db, syndicat, 'syndicatBuyer');
  const adviser = aPerson(db, syndicat, 'adviser');
  const communes = [aCommune(db, 0), aCommune(db, 1)];
  const { lotId } = aLot(db);
  aProduct(db, lotId, { id: 'tablet', label: 'Tablette 10 pouces', euros: 250 });
  aProduct(db, lotId, { id: 'laptop', category: 'laptop', label: 'Portable 14 pouces', euros: 500 });
  const campaignId = addSignedNeeds(db, buyer, communes, (index) => 10 + index);
  const platform = (now: string) => ({ ...aPlatform(db, at(now)), demonstration: true });
  const launch = platform('2026-11-24T09:00');
  expect(await send(launch, buyer, freeze, {}, { id: campaignId })).toMatchObject({ status: 302 });
  const opening = { reference: '2027-TERM', object: 'Terminaux des écoles', launchOn: '2026-11-24' };
  expect(await send(launch, buyer, open, opening, { id: campaignId })).toMatchObject({ status: 302 });
  const id = listConsultations(db)[0]?.id ?? '';
  explainSingleLot(db, id);
  const publication = { id: crypto.randomUUID(), sentOn: '2026-11-24', 'media-profile': 'on' };
  const early = await send(launch, buyer, publish, publication, { id });
  expect(early.reasons.join()).toContain('produisez-le d’abord');
  expect(await send(launch, buyer, produce, {}, { id })).toMatchObject({ status: 302 });
  const future = await send(launch, buyer, publish, { ...publication, sentOn: '2026-11-30' }, { id });
  expect(future.reasons.join()).toContain('dans le futur');
  for (const _ of [1, 2]) await send(launch, buyer, publish, publication, { id });
  expect(listPublications(db, id)).toMatchObject([{ version: 1, deadline: '2026-12-29', deadlineTime: '12:00' }]);
  return { db, id, buyer, adviser, platform };
}

/** The workbook of the lot as the market file sends it. */
async function sentWorkbook(db: Db, id: string): Promise<ExcelJS.Workbook> {
  const file = listConsultationFiles(db, id)[0];
  const entries = unzipSync(readDocumentBytes(db, file?.documentId ?? ''));
  const [, bytes] = Object.entries(entries).find(([name]) => name.endsWith('.xlsx')) ?? [];
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
}

/** Fills the prices of the schedule by line number; a text stands where a candidate wrote one. */
function price(workbook: ExcelJS.Workbook, prices: Readonly<Record<string, number | string>>): void {
  workbook.getWorksheet('BPU lot 1')?.eachRow((row) => {
    const value = prices[String(row.getCell(1).value)];
    if (value !== undefined) row.getCell(4).value = value;
  });
}

async function upload(db: Db, person: SignedIn, now: string, id: string, deposit: string, workbook: ExcelJS.Workbook) {
  const form = new FormData();
  form.set('id', crypto.randomUUID());
  form.set('deposit', deposit);
  form.set('file', new File([await workbook.xlsx.writeBuffer()], `bpu-${deposit.slice(0, 4)}.xlsx`));
  const context = { platform: aPlatform(db, at(now)), nonce: '' };
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: form,
    headers: { Cookie: await cookieOf(db, person, at(now)) },
  });
  await readOffer({ request, params: { id, lot: '1' }, context } as never);
}

test('two offers are read, one put right, both marked by two people, and the report says what the database says', async () => {
  const { db, id, buyer, adviser, platform } = await aPublishedConsultation();
  const deposited = platform('2026-12-29T10:30');
  const deposit = (candidate: string, siret: string, time: string) => ({
    id: crypto.randomUUID(),
    candidate,
    siret,
    day: '2026-12-29',
    time,
    'lot[]': '1',
  });
  const [alpha, beta, late] = [
    deposit('Alpha', '21350001000011', '10:00:00'),
    deposit('Beta', '21350002800013', '11:59:59'),
    deposit('Tardif', '21350003600016', '12:00:30'),
  ];
  for (const one of [alpha, beta, late]) await send(deposited, buyer, addDeposit, one, { id });
  const tooSoon = await send(deposited, buyer, openTenders, { present: 'Le président' }, { id });
  expect(tooSoon.reasons.join()).toContain('après la date limite');
  const opened = platform('2026-12-30T09:00');
  expect(await send(opened, buyer, openTenders, { present: 'Le président' }, { id })).toMatchObject({ status: 302 });

  const first = await sentWorkbook(db, id);
  price(first, { '1.001': 450, '1.002': 230.5 });
  await upload(db, buyer, '2026-12-30T09:10', id, alpha.id, first);
  const second = await sentWorkbook(db, id);
  price(second, { '1.001': 'inclus', '1.002': 225 });
  await upload(db, buyer, '2026-12-30T09:20', id, beta.id, second);
  type Page = Awaited<ReturnType<typeof lotPage>>;
  const pageAt = async (now: string) => (await read(platform(now), buyer, lotPage as never, { id, lot: '1' })) as Page;
  expect((await pageAt('2026-12-30T09:30')).offers.map(({ candidate, state }) => [candidate, state])).toEqual([
    ['Alpha', 'admitted'],
    ['Beta', 'toRegularise'],
  ]);
  const against = (await send(opened, buyer, report, {}, { id })).reasons.map(plain);
  expect(against.slice(0, 2)).toEqual([
    'Alpha : candidature à examiner (CCP R2144-3).',
    'Beta : candidature à examiner (CCP R2144-3).',
  ]);
  expect(against.join()).toContain('Lot 1, Beta');
  for (const { id: depositId } of [alpha, beta]) {
    const step = { id: crypto.randomUUID(), kind: 'admitted' };
    expect(await send(opened, buyer, examine, step, { id, deposit: depositId })).toMatchObject({ status: 302 });
  }
  const asked = { id: crypto.randomUUID(), deadline: '2027-01-05', text: 'Donnez un prix à chaque ligne.' };
  await send(opened, buyer, regularise, asked, { id, lot: '1' });
  const [letter, ...others] = listRequestLetters(db, id);
  expect(others).toEqual([]);
  const asking = await readPdf(new Uint8Array(readDocumentBytes(db, letter?.pdfDocumentId ?? '')));
  for (const said of [
    'DEM-2026-0001',
    'Beta',
    'SIRET 21350002800013',
    '« inclus » n’est pas un prix',
    'Donnez un prix à chaque ligne.',
    '5 janvier 2027',
    'R2152-2',
  ])
    expect(plain(asking.text)).toContain(said);
  expect(asking.text).not.toContain('Alpha');
  await send(opened, buyer, letters, {}, { id, lot: '1' });
  expect(listRequestLetters(db, id)).toHaveLength(1);
  price(second, { '1.001': 440 });
  await upload(db, buyer, '2027-01-04T09:00', id, beta.id, second);
  expect((await pageAt('2027-01-04T10:00')).offers[1]).toMatchObject({ state: 'admitted', earlier: [{}] });

  const marks = (tenths: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(tenths).flatMap(([depositId, value]) =>
        [1, 2, 3].flatMap((criterion) => [
          [`mark-${criterion}-${depositId}`, value],
          [`reason-${criterion}-${depositId}`, 'Réponse étayée'],
        ]),
      ),
    );
  const judged = platform('2027-01-06T09:00');
  const bad = await send(
    judged,
    buyer,
    mark,
    { ...marks({ [alpha.id]: '8' }), [`mark-1-${alpha.id}`]: '12' },
    { id, lot: '1' },
  );
  expect(bad.status).toBe(422);
  await send(judged, buyer, mark, marks({ [alpha.id]: '8', [beta.id]: '6' }), { id, lot: '1' });
  await send(judged, adviser, mark, marks({ [alpha.id]: '7', [beta.id]: '6,5' }), { id, lot: '1' });

  // Line 1.001 is the tablet (21 of them), 1.002 the laptop (4): 21 x 450 + 4 x 230,50 and 21 x 440 + 4 x 225.
  const page = await pageAt('2027-01-06T10:00');
  expect(page.ranking.map(({ candidate, priceNet, total, rank }) => [candidate, priceNet, total, rank])).toEqual([
    // 45 x 10 140 / 10 372 + 55 x 0,75, and 45 + 55 x 0,625.
    ['Alpha', 1_037_200, 8524, 1],
    ['Beta', 1_014_000, 7938, 2],
  ]);
  expect(await send(platform('2027-01-06T11:00'), buyer, report, {}, { id })).toMatchObject({ status: 302 });
  const [issued] = listAnalysisReports(db, id);
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, issued?.pdfDocumentId ?? '')));
  for (const said of [
    'Alpha',
    'Beta',
    'Tardif',
    'hors délai',
    '10 372,00 €',
    '10 140,00 €',
    '85,24',
    '79,38',
    'Donnez un prix à chaque ligne',
  ])
    expect(text).toContain(said);
  // Its 11 tablets and 2 laptops: 11 x 450 + 2 x 230,50.
  expect(text).toContain('Commune 1 5 411,00 €');
  await send(platform('2027-01-06T11:05'), buyer, report, {}, { id });
  expect(listAnalysisReports(db, id)).toHaveLength(1);
});

test('a returned workbook is read by names, whatever moved in it', async () => {
  const { db, id } = await aPublishedConsultation();
  const workbook = await sentWorkbook(db, id);
  price(workbook, { '1.001': 450, '1.002': '1 230,5' });
  const sheet = workbook.getWorksheet('BPU lot 1');
  sheet?.spliceColumns(1, 0, []);
  sheet?.spliceRows(1, 0, [], []);
  workbook.addWorksheet('Caché', { state: 'hidden' }).getCell('A1').value = 'remise 10 %';
  const reading = readOfferWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), offerVocabulary({ number: 1 }));
  if (!reading.read) throw new Error(reading.refusal.tag);
  expect(reading.offer.schedule.map(({ number, unitPriceNet }) => [number, unitPriceNet])).toEqual([
    ['1.001', 4_500_000],
    ['1.002', 12_305_000],
  ]);
  expect(reading.offer.strangeSheets).toEqual(['Caché']);
});
