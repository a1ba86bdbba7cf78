// Compliance reports, read back from their PDF and held against the frozen results.
import { write } from 'db/client';
import { freezeChecks, listFrozenChecks } from 'db/orders';
import { declareFacts } from 'db/organisations';
import { readDocumentBytes } from 'db/records';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { inspect, installed, plain, type ReadPdf, readPdf } from 'tests/documents/reading';
import { read, send } from 'tests/orders/asking';
import { aCentrale, aSubmittedOrder, type Centrale, cartOf, idIn, put, submit } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import type { SignedIn } from '~/domain/accounts/permissions';
import { complianceReportOf } from '~/domain/checks/report';
import type { Answer, CheckResult } from '~/domain/checks/results';
import { loader as orderReport } from '~/routes/checks/order-report';
import { loader as schoolReport } from '~/routes/checks/school-report';
import { action as accept } from '~/routes/orders/acceptance';
import { action as approve } from '~/routes/orders/approval';
import { loader as cartPage } from '~/routes/orders/cart';
import { action as issue } from '~/routes/orders/issue';
import { loader as orderPage } from '~/routes/orders/order';
import { aCommune, aPerson, aProduct, testNow } from '../database';

async function bytesOf(answer: Response | number): Promise<Uint8Array> {
  if (typeof answer === 'number') throw new Error(`The report answers ${answer}`);
  return new Uint8Array(await answer.arrayBuffer());
}

const orderPdf = async (centrale: Centrale, id: string, person: SignedIn = centrale.secretary) =>
  bytesOf(await read(centrale.platform, person, orderReport, { id }));

function rowOf(pdf: ReadPdf, label: string): readonly number[] {
  const after = pdf.text.split(label)[1] ?? '';
  return (after.match(/\d+/g) ?? []).slice(0, 5).map(Number);
}

const tally = (results: readonly CheckResult[]) =>
  (['unmet', 'unknown', 'met', 'notApplicable'] as const satisfies readonly Answer[]).map(
    (answer) => results.filter((result) => result.answer === answer).length,
  );

/** An order of tablets that leaves reservations, each with the secretary's comment. */
async function aReservedOrder(centrale: Centrale): Promise<string> {
  aProduct(centrale.db, 'lot-1', { id: 'tablet-1', euros: 200, attributes: { parentalControl: false, ramGb: 2 } });
  await put(centrale, 4, 'tablet-1');
  const page = await read(centrale.platform, centrale.secretary, cartPage);
  if (typeof page === 'number' || !page.cart) throw new Error('There is no cart');
  const elsewhere = new Set(page.forSyndicat);
  const asked = page.results.filter(
    ({ key, effect }) => (effect === 'needsAcknowledgement' || effect === 'needsJustification') && !elsewhere.has(key),
  );
  const comments = Object.fromEntries(asked.map(({ key }, index) => [`comment:${key}`, `Vu, point ${index + 1}`]));
  const answer = await submit(centrale, comments);
  expect(answer.reasons).toEqual([]);
  return idIn(answer);
}

test('the counts, rules, citations and comments of an order’s report are those that were frozen', async () => {
  const centrale = aCentrale();
  const id = await aReservedOrder(centrale);
  const frozen = listFrozenChecks(centrale.db, id);
  const pdf = await readPdf(await orderPdf(centrale, id));
  const tallied = tally(frozen);
  expect(rowOf(pdf, 'Contrôles, un par objet')).toEqual([...tallied, frozen.length]);
  expect(rowOf(pdf, 'Règles, au moins favorable').at(-1)).toBe(new Set(frozen.map(({ ruleId }) => ruleId)).size);
  const reserved = frozen.filter(({ effect }) => effect === 'needsAcknowledgement');
  expect(reserved.length).toBeGreaterThan(0);
  for (const result of frozen.filter(({ effect }) => effect !== 'none')) {
    expect(pdf.text).toContain(`${result.ruleId} v${result.ruleVersion}`);
  }
  for (const { sentence } of reserved) expect(pdf.text).toContain(plain(sentence));
  expect(pdf.text).toContain('Vu, point 1');
  expect(pdf.text).toContain('CMD-2026-00001');
  expect(pdf.text).toContain('23 novembre 2026');
});

test('the report of an ordinary order is one tagged page', async () => {
  const centrale = aCentrale();
  const bytes = await orderPdf(centrale, await aSubmittedOrder(centrale));
  const pdf = await readPdf(bytes);
  expect(pdf.pages).toHaveLength(1);
  if (!installed('pdfinfo', '-v')) return;
  expect(inspect('pdfinfo', [], bytes).output).toMatch(/Tagged:\s+yes/);
});

test('the same rule on two lines is said once, with both lines; the least favourable answer counts', () => {
  const result = (id: string, answer: Answer, effect: CheckResult['effect']): CheckResult => ({
    key: `R-1@2/line/${id}`,
    ruleId: 'R-1',
    ruleVersion: 2,
    title: 'Une règle',
    subject: { kind: 'line', id },
    stage: 'order',
    answer,
    effect,
    severity: 'reservation',
    nature: 'law',
    opposable: true,
    sentence: answer === 'unmet' ? 'Il manque une prise.' : 'Une règle',
    citation: 'Loi, art. 1 (2020)',
    sources: [],
    missing: [],
    evidence: { what: 'Fiche technique', from: 'supplier' },
    inputs: {},
    comparisons: [],
  });
  const report = complianceReportOf(
    [
      result('a', 'unmet', 'needsAcknowledgement'),
      result('b', 'unmet', 'needsAcknowledgement'),
      result('c', 'met', 'none'),
    ],
    { replies: [], closures: [{ key: 'R-1@2/line/a', comment: 'Prouvé', by: 'B', at: testNow, documents: [] }] },
    { a: 'Ligne A', b: 'Ligne B' },
  );
  expect(report.counts.unmet).toEqual({ rules: 1, results: 2 });
  expect(report.counts.met).toEqual({ rules: 0, results: 1 });
  expect(report.reserved.map(({ subjects }) => subjects)).toEqual([['Ligne A', 'Ligne B']]);
  // Closed for one line only, the reservation is still open.
  expect(report.reserved[0]?.closed).toBeUndefined();
});

test('a cart gives no report, and another commune finds none', async () => {
  const centrale = aCentrale();
  await put(centrale, 1);
  const id = cartOf(centrale)?.id ?? '';
  expect(await read(centrale.platform, centrale.secretary, orderReport, { id })).toBe(404);
  await submit(centrale);
  const other = aPerson(centrale.db, aCommune(centrale.db, 1).communeId, 'secretary');
  expect(await read(centrale.platform, other, orderReport, { id })).toBe(404);
  expect(await read(centrale.platform, other, schoolReport, { uai: centrale.uai })).toBe(404);
  expect((await orderPdf(centrale, id, centrale.buyer)).byteLength).toBeGreaterThan(1000);
});

test('the report of a school shows how each count adds up, and what is unknown', async () => {
  const centrale = aCentrale();
  const { db, uai, secretary } = centrale;
  write(db, (tx) => declareFacts(tx, uai, { documentCameras: 17, accessPoints: 2 }, secretary.id, testNow));
  await aSubmittedOrder(centrale, 3);
  const pdf = await readPdf(await bytesOf(await read(centrale.platform, secretary, schoolReport, { uai })));
  expect(pdf.text).toContain('Visualiseurs 17 23/11/2026 0 3 20');
  expect(pdf.text).toContain('ABE-04 v');
  expect(pdf.text).toMatch(/Non déclaré, donc inconnu : [^.]*Microphones/);
});

/** Takes a submitted order to its purchase orders, with or without the report. */
async function issued(centrale: Centrale, id: string, fields: Readonly<Record<string, string>>) {
  await send(centrale.platform, centrale.elected, approve, {}, { id });
  await send(centrale.platform, centrale.buyer, accept, { comment: 'Demandé' }, { id });
  return send(centrale.platform, centrale.buyer, issue, fields, { id });
}

test('on request the report is issued with the purchase order, once, and says afterwards what it said then', async () => {
  const centrale = aCentrale();
  const id = await aSubmittedOrder(centrale);
  expect((await issued(centrale, id, { joinReport: 'on' })).status).toBe(302);
  await send(centrale.platform, centrale.buyer, issue, { joinReport: 'on' }, { id });
  const stored = centrale.db.select().from(tables.documents).all();
  expect(stored.map(({ kind, number }) => [kind, number]).sort()).toEqual([
    ['complianceReport', 'RC-2026-00001'],
    ['purchaseOrder', 'BC-2026-00001'],
  ]);
  const first = await orderPdf(centrale, id);
  const order = stored.find(({ kind }) => kind === 'purchaseOrder');
  const purchaseOrder = await readPdf(Uint8Array.from(readDocumentBytes(centrale.db, order?.id ?? '')));
  expect(purchaseOrder.text).toContain('Rapport de conformité RC-2026-00001');
  // Results that change later do not change what was issued.
  centrale.db.update(tables.orderChecks).set({ answer: 'unmet' }).where(eq(tables.orderChecks.orderId, id)).run();
  centrale.db.update(tables.organisations).set({ name: 'Autre nom' }).run();
  expect(Buffer.compare(first, await orderPdf(centrale, id, centrale.communeFinance))).toBe(0);
  expect((await readPdf(first)).text).toContain('RC-2026-00001');
});

test('without the request no report is issued, and the next order proposes none', async () => {
  const centrale = aCentrale();
  const id = await aSubmittedOrder(centrale);
  const page = () => read(centrale.platform, centrale.buyer, orderPage, { id });
  expect(await page()).toMatchObject({ joinReport: true });
  await issued(centrale, id, {});
  expect(centrale.db.select().from(tables.documents).all()).toHaveLength(1);
  expect(await page()).toMatchObject({ joinReport: false });
});

test('an order sent back and submitted again loses the report that spoke of its former results', async () => {
  const centrale = aCentrale();
  const id = await aSubmittedOrder(centrale);
  await issued(centrale, id, { joinReport: 'on' });
  write(centrale.db, (tx) => freezeChecks(tx, id, []));
  const order = centrale.db.select().from(tables.orders).where(eq(tables.orders.id, id)).get();
  expect(order?.reportDocumentId).toBeNull();
});
