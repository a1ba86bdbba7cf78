// After the award: what is spent, what the grant pays for it, the dates, the evidence and the results.
import { randomUUID } from 'node:crypto';
import { write } from 'db/client';
import { listStatements } from 'db/grant-awards';
import { addGrantFile } from 'db/grants';
import { listPurchaseOrders } from 'db/orders';
import { findDocument, listDeeds, readDocumentBytes } from 'db/records';
import * as tables from 'db/schema';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { aCommune, aPerson, testNow } from 'tests/database';
import { readPdf } from 'tests/documents/reading';
import { read, send } from 'tests/orders/asking';
import { aCentrale, aSubmittedOrder, type Centrale, orderAsStored } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { writeCalendar } from '~/documents/calendar';
import type { SignedIn } from '~/domain/accounts/permissions';
import { noAnswers } from '~/domain/grants/answers';
import { awardDatesOf, nearnessOf, pressingDates } from '~/domain/grants/award-dates';
import { indicatorsIn } from '~/domain/grants/award-results';
import { type Spending, settlementOf, spendingTotals } from '~/domain/grants/award-spending';
import { centsText, parseRate, rateText } from '~/domain/grants/award-wording';
import type { FileState, FileStep } from '~/domain/grants/file-steps';
import { equityOf, type FileFigures, scaleStep, sumFigures, sumsBy } from '~/domain/grants/overview';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { loader as agenda } from '~/routes/grants/award-calendar';
import { action as decide } from '~/routes/grants/decision';
import { action as removeExpense } from '~/routes/grants/expense-removal';
import { action as follow } from '~/routes/grants/follow';
import { action as link } from '~/routes/grants/linked-order';
import { action as unlink } from '~/routes/grants/linked-order-removal';
import { loader as readOverview } from '~/routes/grants/overview';
import { loader as overviewExport } from '~/routes/grants/overview-export';
import { loader as readResults, action as tellResults } from '~/routes/grants/results';
import { action as addExpense, loader as readSpending } from '~/routes/grants/spending';
import { action as issueStatement } from '~/routes/grants/statement';
import { loader as archive } from '~/routes/grants/statement-archive';
import { action as accept } from '~/routes/orders/acceptance';
import { action as approve } from '~/routes/orders/approval';
import { action as invoice } from '~/routes/orders/invoice';
import { action as issue } from '~/routes/orders/issue';
import { action as receive } from '~/routes/orders/reception';

type Action = Parameters<typeof send>[2];
const by = (centrale: Centrale, person: SignedIn, action: Action, id: string, fields: Record<string, string> = {}) =>
  send(centrale.platform, person, action, fields, { id });

/** Three cameras at 100 € net, ordered, delivered and invoiced: 300 € net, 360 € gross. */
async function anInvoicedOrder(centrale: Centrale): Promise<string> {
  const id = await aSubmittedOrder(centrale);
  await by(centrale, centrale.elected, approve, id);
  await by(centrale, centrale.buyer, accept, id, { comment: 'Preuves demandées' });
  await by(centrale, centrale.buyer, issue, id);
  const [line] = orderAsStored(centrale.db, id).lines;
  const [purchaseOrder] = listPurchaseOrders(centrale.db, id);
  const fields = { deliveryId: randomUUID(), deliveredOn: '2026-11-23', [`received:${line?.id}`]: '3' };
  await by(centrale, centrale.secretary, receive, purchaseOrder?.id ?? '', fields);
  const delivery = centrale.db.select().from(tables.deliveries).get();
  expect((await by(centrale, centrale.finance, invoice, delivery?.id ?? '')).status).toBe(302);
  return id;
}

function aFileOn(centrale: Centrale, orderId: string | null, written: Record<string, string> = {}): string {
  const id = randomUUID();
  write(centrale.db, (tx) =>
    addGrantFile(tx, {
      id,
      schemeId: 'enir-2018',
      schemeVersion: '1',
      communeId: centrale.communeId,
      schoolUai: centrale.uai,
      orderId,
      answers: { ...noAnswers, purpose: 'period', written },
      createdAt: testNow,
      createdBy: centrale.secretary.id,
      updatedAt: testNow,
    }),
  );
  return id;
}

async function tell(centrale: Centrale, fileId: string, ...steps: readonly Record<string, string>[]) {
  for (const step of steps) {
    const fields = { id: randomUUID(), on: '2026-11-20', ...step };
    expect((await by(centrale, centrale.secretary, follow, fileId, fields)).status).toBe(302);
  }
}

const awardOf = (amount: string) => [
  { state: 'deposited' },
  { state: 'received', reference: '2026-35-1' },
  { state: 'awarded', amount, reference: 'Décision 12' },
];

async function page(centrale: Centrale, fileId: string, person = centrale.secretary) {
  const shown = await read(centrale.platform, person, readSpending, { id: fileId });
  if (typeof shown === 'number') throw new Error(`Answered ${shown}`);
  return shown;
}

const anExpense = (changes: Record<string, string> = {}) => ({
  id: randomUUID(),
  supplier: 'Électricité Martin',
  number: '2026-77',
  label: 'Câblage de la salle',
  invoicedOn: '2026-11-10',
  serviceDoneOn: '2026-11-09',
  net: '100',
  vat: '20',
  gross: '120',
  eligibleNet: '100',
  eligibleGross: '120',
  ...changes,
});

test('the grant pays its rate on the real invoices, capped at the award; too large an advance is a refund', async () => {
  const centrale = aCentrale();
  const fileId = aFileOn(centrale, await anInvoicedOrder(centrale));
  expect((await page(centrale, fileId)).settlement).toMatchObject({ award: null, payable: null, eligible: 360_00 });
  await tell(centrale, fileId, ...awardOf('200'), { state: 'advancePaid', amount: '190' });
  const shown = await page(centrale, fileId);
  expect(shown.spendings).toMatchObject([{ number: 'F-2026-00001', net: 300_00, vat: 60_00, gross: 360_00 }]);
  expect(shown.settlement).toMatchObject({
    award: 200_00,
    rate: 5000,
    payable: 180_00,
    received: 190_00,
    refund: 10_00,
    balance: 0,
    lost: 20_00,
    missingSpending: 40_00,
  });
  expect((await by(centrale, centrale.secretary, addExpense, fileId, anExpense())).status).toBe(302);
  expect((await page(centrale, fileId)).settlement).toMatchObject({ payable: 200_00, refund: 0, balance: 10_00 });
});

test('an invoice entered by hand must add up, counts once, and leaves a trace when taken out', async () => {
  const centrale = aCentrale();
  const fileId = aFileOn(centrale, null);
  const expense = anExpense();
  for (const wrong of [{ gross: '121' }, { eligibleNet: '100,01' }, { invoicedOn: '2027-01-01' }, { supplier: ' ' }]) {
    expect((await by(centrale, centrale.communeFinance, addExpense, fileId, anExpense(wrong))).status).toBe(400);
  }
  for (const _ of [1, 2]) await by(centrale, centrale.communeFinance, addExpense, fileId, expense);
  expect((await page(centrale, fileId)).totals).toEqual({ net: 100_00, vat: 20_00, gross: 120_00, eligible: 120_00 });
  const params = { id: fileId, expense: expense.id };
  for (const _ of [1, 2]) await send(centrale.platform, centrale.secretary, removeExpense, {}, params);
  expect((await page(centrale, fileId)).spendings).toEqual([]);
  expect(listDeeds(centrale.db, 'grantFile', fileId).map(({ deed }) => deed)).toEqual([
    'grantFile.expenseRemoved',
    'grantFile.expenseAdded',
  ]);
});

test('another order of the school counts once it is linked, and only then', async () => {
  const centrale = aCentrale();
  const orderId = await anInvoicedOrder(centrale);
  const fileId = aFileOn(centrale, null);
  expect((await page(centrale, fileId)).spendings).toEqual([]);
  expect((await by(centrale, centrale.secretary, link, fileId, { order: randomUUID() })).status).toBe(404);
  for (const _ of [1, 2]) await by(centrale, centrale.secretary, link, fileId, { order: orderId });
  expect((await page(centrale, fileId)).totals.gross).toBe(360_00);
  await send(centrale.platform, centrale.secretary, unlink, {}, { id: fileId, order: orderId });
  expect((await page(centrale, fileId)).spendings).toEqual([]);
});

test('the evidence is issued once, with the figures stored, and its archive holds what the reader may read', async () => {
  const centrale = aCentrale();
  const fileId = aFileOn(centrale, await anInvoicedOrder(centrale));
  const early = await by(centrale, centrale.secretary, issueStatement, fileId);
  expect(early).toMatchObject({ status: 422, reasons: [expect.stringContaining('aide accordée')] });
  await tell(centrale, fileId, ...awardOf('150'));
  for (const _ of [1, 2]) expect((await by(centrale, centrale.secretary, issueStatement, fileId)).status).toBe(302);
  const [statement, ...others] = listStatements(centrale.db, fileId);
  expect(others).toEqual([]);
  const { text } = await readPdf(Uint8Array.from(readDocumentBytes(centrale.db, statement?.documentId ?? '')));
  for (const wanted of ['F-2026-00001', '300,00 €', '60,00 €', '360,00 €', '150,00 €', 'comptable public']) {
    expect(text.replace(/[\u202f\u00a0]/g, ' ')).toContain(wanted);
  }
  expect(findDocument(centrale.db, statement?.documentId ?? '', { kind: 'syndicat' })).toMatchObject({
    net: 300_00,
    vat: 60_00,
    gross: 360_00,
  });
  const params = { id: fileId, statement: statement?.id ?? '' };
  const names = async (person: SignedIn) => {
    const answer = await read(centrale.platform, person, archive, params);
    if (typeof answer === 'number') return answer;
    return Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer()))).sort();
  };
  const common = ['ETAT-2026-00001.pdf', 'ETAT-2026-00001.xlsx', 'empreintes-sha256.txt', 'factures.csv'];
  expect(await names(centrale.communeFinance)).toEqual([...common.slice(0, 2), 'F-2026-00001.pdf', ...common.slice(2)]);
  expect(await names(centrale.secretary)).toEqual(common);
  expect(await names(aPerson(centrale.db, aCommune(centrale.db, 1).communeId, 'communeFinance'))).toBe(404);
});

test('an invoice whose lines no longer give its amount refuses the evidence, with both figures', async () => {
  const centrale = aCentrale();
  const fileId = aFileOn(centrale, await anInvoicedOrder(centrale));
  await tell(centrale, fileId, ...awardOf('150'));
  centrale.db.update(tables.deliveryLines).set({ quantity: 2 }).run();
  const answer = await by(centrale, centrale.secretary, issueStatement, fileId);
  expect(answer.status).toBe(422);
  expect(answer.reasons.join().replace(/[\u202f\u00a0]/g, ' ')).toContain(
    '360,00 € TTC et ses lignes donnent 240,00 €',
  );
});

test('what the decision says replaces the text, and is read back by the agenda', async () => {
  const centrale = aCentrale();
  const fileId = aFileOn(centrale, await anInvoicedOrder(centrale));
  await tell(centrale, fileId, ...awardOf('150'));
  const said = {
    id: randomUUID(),
    rate: '40',
    highestBase: '300',
    completeBefore: '2026-12-31',
    source: 'Arrêté 7; art. 2',
  };
  expect((await by(centrale, centrale.secretary, decide, fileId, { ...said, rate: '140' })).status).toBe(400);
  for (const _ of [1, 2]) expect((await by(centrale, centrale.secretary, decide, fileId, said)).status).toBe(302);
  expect(centrale.db.select().from(tables.grantAwardTerms).all()).toHaveLength(1);
  const shown = await page(centrale, fileId, centrale.buyer);
  expect(shown.mayWrite).toBe(false);
  expect(shown.settlement).toMatchObject({ payable: 120_00, beyondBase: 60_00 });
  expect(shown.dates).toMatchObject([{ on: '2026-12-31', state: 'Proche' }]);
  const answer = await read(centrale.platform, centrale.secretary, agenda, { id: fileId });
  const calendar = typeof answer === 'number' ? '' : await answer.text();
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
  expect(calendar.replace(/\r\n /g, '')).toContain('Arrêté 7\\; art. 2');
});

test('the results take each announced indicator, and the latest told is shown', async () => {
  const centrale = aCentrale();
  const fileId = aFileOn(centrale, null, { 'pedagogy.indicators': '- Fluence en CE1\n- Séances par semaine' });
  const told = { id: randomUUID(), state0: 'reached', observed0: '+ 12 mots', state1: 'notMeasured', observed1: '' };
  const texts = { worked: 'Les ateliers', didNotWork: 'Le Wi-Fi' };
  expect((await by(centrale, centrale.secretary, tellResults, fileId, told)).status).toBe(400);
  expect((await by(centrale, centrale.secretary, tellResults, fileId, { ...told, ...texts })).status).toBe(302);
  const shown = await read(centrale.platform, centrale.buyer, readResults, { id: fileId });
  expect(typeof shown !== 'number' && shown.results).toMatchObject({
    worked: 'Les ateliers',
    indicators: [
      { indicator: 'Fluence en CE1', state: 'reached', observed: '+ 12 mots' },
      { indicator: 'Séances par semaine', state: 'notMeasured' },
    ],
  });
});

test('neither the syndicat nor another commune changes what a commune spends', async () => {
  const centrale = aCentrale();
  const fileId = aFileOn(centrale, null);
  const stranger = aPerson(centrale.db, aCommune(centrale.db, 1).communeId, 'secretary', 'communeFinance');
  for (const action of [addExpense, decide, issueStatement, link, tellResults] as const) {
    expect((await by(centrale, stranger, action, fileId, anExpense())).status).toBe(404);
    expect((await by(centrale, centrale.buyer, action, fileId, anExpense())).status).toBe(403);
  }
  expect(await read(centrale.platform, stranger, readSpending, { id: fileId })).toBe(404);
});

const aSpending = (eligible: number, part: 'project' | 'equipment' | 'services' = 'project'): Spending => ({
  id: randomUUID(),
  origin: 'entered',
  supplier: 'S',
  number: '1',
  label: 'L',
  invoicedOn: day('2026-11-01'),
  serviceDoneOn: null,
  serviceReference: null,
  net: cents(eligible),
  vat: cents(0),
  gross: cents(eligible),
  eligible: { [part]: cents(eligible) },
  documentId: null,
});

test('the amount payable never passes the award, grows with spending, and the refund is what was received beyond it', () => {
  const amount = fc.integer({ min: 0, max: 100_000_000 });
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      amount,
      fc.integer({ min: 0, max: 10_000 }),
      (award, first, more, paid, rate) => {
        const settle = (...spent: readonly number[]) =>
          settlementOf({
            award: cents(award),
            spendings: spent.map((one) => aSpending(one)),
            decidedRate: rate,
            highestBase: null,
            schemeRates: { project: 5000 },
            received: cents(paid),
          });
        const less = settle(first);
        const greater = settle(first, more);
        expect(greater.payable).toBeLessThanOrEqual(award);
        expect(greater.payable).toBeGreaterThanOrEqual(less.payable ?? Number.POSITIVE_INFINITY);
        expect((less.balance ?? 0) - (less.refund ?? 0)).toBe((less.payable ?? 0) - paid);
        expect((less.payable ?? 0) + (less.lost ?? 0)).toBe(award);
        const reached = settle(first, less.missingSpending ?? 0);
        if (rate > 0) expect(award - (reached.payable ?? 0)).toBeLessThanOrEqual(0);
      },
    ),
  );
});

test('parts with rates of their own are added, and one unknown rate makes the amount unknown', () => {
  const spendings = [aSpending(100_00, 'equipment'), aSpending(50_00, 'services')];
  const asked = { award: cents(1_000_00), spendings, decidedRate: null, highestBase: null, received: cents(0) };
  expect(settlementOf({ ...asked, schemeRates: { equipment: 7000, services: 5000 } }).payable).toBe(95_00);
  expect(settlementOf({ ...asked, schemeRates: { equipment: 7000, services: null } }).payable).toBeNull();
  expect(
    settlementOf({ ...asked, highestBase: cents(1), schemeRates: { equipment: 7000, services: 5000 } }).payable,
  ).toBe(null);
  expect(spendingTotals(spendings)).toEqual({ net: 150_00, vat: 0, gross: 150_00, eligible: 150_00 });
});

const aStep = (state: FileState, on: string): FileStep => ({
  id: state,
  state,
  on: day(on),
  reference: null,
  amount: null,
  comment: null,
  cancels: null,
  at: testNow,
});

test('dates count from the award and the start, the decision first, and press only while the file runs', () => {
  const months = (value: number | null) => ({ value, confidence: 'confirmed' as const, sources: [] });
  const scheme = { deadlines: { startWithinMonths: months(24), completeWithinMonths: months(48) } };
  const none = {
    agreementBefore: null,
    startBefore: null,
    completeBefore: null,
    evidenceBefore: null,
    resultsBefore: null,
    startedOn: null,
    completedOn: null,
  };
  const steps = [aStep('awarded', '2024-12-31')];
  expect(awardDatesOf(scheme, undefined, [], null)).toEqual([]);
  expect(awardDatesOf(scheme, undefined, steps, null)).toMatchObject([
    { kind: 'start', on: '2026-12-31', origin: 'scheme' },
  ]);
  const started = awardDatesOf(scheme, { ...none, startedOn: day('2025-02-01') }, steps, null);
  expect(started.map(({ kind, on }) => [kind, on])).toEqual([
    ['start', '2026-12-31'],
    ['completion', '2029-02-01'],
  ]);
  const decided = awardDatesOf(scheme, { ...none, startBefore: day('2026-11-22') }, steps, null);
  expect(decided).toMatchObject([{ origin: 'decision', on: '2026-11-22' }]);
  expect(nearnessOf({ on: day('2026-11-22'), doneOn: null }, day('2026-11-23'))).toBe('passed');
  expect(pressingDates(decided, steps, day('2026-11-23'))).toHaveLength(1);
  expect(pressingDates(decided, [...steps, aStep('lapsed', '2026-11-23')], day('2026-11-23'))).toEqual([]);
});

test('the agreement is done once signed or paid, and the results stay due after the last payment', () => {
  const scheme = {
    deadlines: {
      startWithinMonths: { value: null, confidence: 'unsure' as const, sources: [] },
      completeWithinMonths: { value: null, confidence: 'unsure' as const, sources: [] },
    },
  };
  const terms = {
    agreementBefore: day('2026-11-30'),
    startBefore: null,
    completeBefore: null,
    evidenceBefore: null,
    resultsBefore: day('2026-12-20'),
    startedOn: null,
    completedOn: null,
  };
  const awarded = [aStep('awarded', '2026-11-02')];
  const kinds = (steps: readonly FileStep[], told: string | null) =>
    pressingDates(awardDatesOf(scheme, terms, steps, told === null ? null : day(told)), steps, day('2026-11-23')).map(
      ({ kind }) => kind,
    );
  expect(kinds(awarded, null)).toEqual(['agreement', 'results']);
  expect(kinds([...awarded, aStep('agreementSigned', '2026-11-10')], null)).toEqual(['results']);
  const advanced = [...awarded, aStep('advancePaid', '2026-11-12')];
  expect(kinds(advanced, null)).toEqual(['results']);
  const paid = [...advanced, aStep('balanceRequested', '2026-11-14'), aStep('paid', '2026-11-20')];
  expect(kinds(paid, null)).toEqual(['results']);
  expect(kinds(paid, '2026-11-22')).toEqual([]);
  expect(kinds([...awarded, aStep('lapsed', '2026-11-22')], null)).toEqual([]);
});

test('a calendar has lines of 75 octets at most, joined by CRLF, and the same text once unfolded', () => {
  const title = 'Échéance très éloignée, à vérifier ; '.repeat(6).trim();
  const event = { id: 'a', on: day('2026-12-31'), title, details: 'a\nb', link: 'https://preau.example/x' };
  const bytes = writeCalendar('Préau', [{ ...event, remindDaysBefore: [14] }], testNow);
  const text = new TextDecoder().decode(bytes);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const lines = text.split('\r\n');
  expect(lines.every((line) => !line.includes('\n') && new TextEncoder().encode(line).length <= 75)).toBe(true);
  const unfolded = text.replace(/\r\n /g, '');
  expect(unfolded).toContain(`SUMMARY:${title.replace(/([,;])/g, '\\$1')}\r\n`);
  expect(unfolded).toContain('DESCRIPTION:a\\nb\r\n');
  expect(unfolded).toContain('DTSTAMP:20261123T090000Z\r\n');
});

test('rates, amounts and indicators are read as people write them', () => {
  expect([parseRate('33,33'), parseRate('50 %'), parseRate('101'), parseRate('-1'), parseRate('x')]).toEqual([
    3333,
    5000,
    undefined,
    undefined,
    undefined,
  ]);
  expect([rateText(3333), rateText(5000), rateText(null), centsText(cents(123_405))]).toEqual([
    '33,33',
    '50',
    '',
    '1234,05',
  ]);
  expect(indicatorsIn('1. Un\n• Deux ; trois\n\n')).toEqual(['Un', 'Deux', 'trois']);
});

const aFigure = (changes: Partial<FileFigures> = {}): FileFigures => ({
  id: 'f',
  scheme: 'ENIR',
  state: 'awarded',
  year: 2026,
  communeId: 'c',
  asked: cents(500_00),
  granted: null,
  paid: cents(0),
  reasons: [],
  ...changes,
});

test('the sums of the groups are the sum of all, and an unknown amount is counted as unknown', () => {
  const late = { tag: 'missingPieces', count: 2 } as const;
  const files = [
    aFigure(),
    aFigure({ scheme: 'DETR', asked: null, granted: cents(300_00), paid: cents(100_00), reasons: [late] }),
    aFigure({ year: 2025, granted: cents(450_00), paid: cents(450_00), reasons: [late] }),
  ];
  const total = sumFigures(files);
  expect(total).toEqual({
    files: 3,
    asked: 1_000_00,
    askedUnknown: 1,
    granted: 750_00,
    paid: 550_00,
    atRisk: 200_00,
  });
  for (const labelOf of [(file: FileFigures) => file.scheme, (file: FileFigures) => String(file.year)]) {
    const groups = sumsBy(files, labelOf);
    expect(groups).toHaveLength(2);
    for (const column of ['files', 'asked', 'askedUnknown', 'granted', 'paid', 'atRisk'] as const) {
      expect(groups.reduce((sum, group) => sum + group[column], 0)).toBe(total[column]);
    }
  }
});

test('what a school did not say stays out of the figures per pupil, and is never zero', () => {
  const place = { communeId: 'c', name: 'C', epci: null, rural: true, granted: cents(1_000_00) };
  const known = { pupils: 100, mobileDevices: 25, displays: 4 };
  const silent = { pupils: 50, mobileDevices: null, displays: null };
  const uncounted = { pupils: null, mobileDevices: 10, displays: 1 };
  const two = equityOf([{ ...place, schools: [known, silent] }]);
  expect(two).toMatchObject({ pupils: 150, grantPerPupil: 6_67, mobileDevices: { per100: 250, schools: 1, of: 2 } });
  const unknown = equityOf([{ ...place, schools: [known, uncounted] }]);
  expect(unknown).toMatchObject({ schoolsWithoutPupils: 1, grantPerPupil: null, mobileDevices: { count: 25 } });
  expect(equityOf([{ ...place, schools: [silent] }]).mobileDevices.per100).toBeNull();
  expect([scaleStep(null, 10), scaleStep(0, 10), scaleStep(1, 10), scaleStep(10, 10)]).toEqual([null, 0, 1, 4]);
});

test('the overview sums the stored steps of every member, and only the syndicat reads it', async () => {
  const centrale = aCentrale();
  const fileId = aFileOn(centrale, null);
  await tell(centrale, fileId, ...awardOf('1 200'), { state: 'advancePaid', amount: '300' });
  const said = { id: randomUUID(), startBefore: '2026-12-01' };
  await by(centrale, centrale.secretary, decide, fileId, said);
  const shown = await read(centrale.platform, centrale.buyer, readOverview);
  if (typeof shown === 'number') throw new Error(`Answered ${shown}`);
  expect(shown.total).toMatchObject({ files: 1, granted: 1_200_00, paid: 300_00, atRisk: 900_00 });
  expect(shown.risks).toMatchObject([{ id: fileId, amount: 900_00 }]);
  expect(shown.groups.at(-1)).toMatchObject({ label: 'Ensemble', granted: 1_200_00, grantPerPupil: 10_00 });
  expect(await read(centrale.platform, centrale.secretary, readOverview)).toBe(403);
  const answer = await read(centrale.platform, centrale.buyer, overviewExport);
  expect(typeof answer === 'number' ? '' : await answer.text()).toContain('Commune 0;;inconnu;1;0;120;1;');
});
