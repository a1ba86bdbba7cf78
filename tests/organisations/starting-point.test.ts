// The starting point of a school: what is said, by whom, what deliveries add to it, and what the rules then say.
import { write } from 'db/client';
import { countDeclaredFacts, declareFacts, listStartingPoint, readStartingPoint } from 'db/organisations';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { read, send } from 'tests/orders/asking';
import { aCentrale, aSubmittedOrder, type Centrale } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { questionGroupsOf } from '~/domain/checks/starting-point';
import { day } from '~/domain/shared/day';
import { action as accept } from '~/routes/orders/acceptance';
import { action as approve } from '~/routes/orders/approval';
import { action as issue } from '~/routes/orders/issue';
import { action as receive } from '~/routes/orders/reception';
import { action as declare, loader as schoolPage } from '~/routes/organisations/school';
import { questions, readStartingPointForm } from '~/routes/organisations/starting-point.server';
import { testNow } from '../database';

const today = day('2026-11-23');

function aForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function pageOf(centrale: Centrale) {
  const page = await read(centrale.platform, centrale.secretary, schoolPage, { uai: centrale.uai });
  if (typeof page === 'number') throw new Error(`The page of the school answers ${page}`);
  return page;
}

async function countOf(centrale: Centrale, label: string) {
  return (await pageOf(centrale)).counts.find((one) => one.label === label);
}

/** Takes an order of the first reference (a document camera) to its purchase order. */
async function anIssuedOrder(centrale: Centrale, quantity: number) {
  const { platform, db } = centrale;
  const id = await aSubmittedOrder(centrale, quantity);
  await send(platform, centrale.elected, approve, {}, { id });
  await send(platform, centrale.buyer, accept, { comment: 'Demandé au fournisseur' }, { id });
  const { status } = await send(platform, centrale.buyer, issue, {}, { id });
  expect(status).toBe(302);
  const line = db.select().from(tables.orderLines).where(eq(tables.orderLines.orderId, id)).get();
  const order = db.select().from(tables.purchaseOrders).where(eq(tables.purchaseOrders.orderId, id)).get();
  if (!line || !order) throw new Error('No purchase order was issued');
  return { id, lineId: line.id, purchaseOrderId: order.id };
}

test('an answer is kept with who gave it; left as shown it stays his; emptied, it is no longer known', () => {
  const centrale = aCentrale();
  const { db, uai, secretary, elected } = centrale;
  const first = readStartingPointForm(
    aForm({ projections: '4', mobileDevices: '', internetFiltering: '?', councilInformedOfWifiOn: '2026-03-10' }),
    today,
  );
  expect(first).toEqual({
    changes: { projections: 4, internetFiltering: null, councilInformedOfWifiOn: '2026-03-10' },
    problems: {},
  });
  write(db, (tx) => declareFacts(tx, uai, first.changes, secretary.id, testNow));
  expect(readStartingPoint(db, uai)).toEqual({ projections: 4, councilInformedOfWifiOn: '2026-03-10' });
  expect(listStartingPoint(db, uai)['internetFiltering']?.value).toBeNull();
  expect(listStartingPoint(db, uai)['mobileDevices']).toBeUndefined();
  expect(countDeclaredFacts(db, { kind: 'commune', communeId: centrale.communeId })).toEqual({ [uai]: 2 });

  const second = readStartingPointForm(
    aForm({
      projections: '4',
      'shown:projections': '4',
      councilInformedOfWifiOn: '',
      'shown:councilInformedOfWifiOn': '2026-03-10',
      internetFiltering: 'non',
      'shown:internetFiltering': '?',
    }),
    today,
  );
  expect(second.changes).toEqual({ councilInformedOfWifiOn: null, internetFiltering: false });
  const later = '2026-12-01T09:00:00.000Z';
  write(db, (tx) => declareFacts(tx, uai, second.changes, elected.id, later));
  expect(listStartingPoint(db, uai)['projections']?.at).toBe(testNow);
  expect(listStartingPoint(db, uai)['internetFiltering']?.at).toBe(later);
});

test('what is not a number, a date or a date past is refused beside its field', () => {
  const { problems, changes } = readStartingPointForm(
    aForm({ projections: 'quatre', internetCharterOn: '31/02/2026', councilInformedOfWifiOn: '2026-11-24' }),
    today,
  );
  expect(Object.keys(problems).sort()).toEqual(['councilInformedOfWifiOn', 'internetCharterOn', 'projections']);
  expect(changes).toEqual({});
});

test('each question is asked once; the directory and computed facts are not asked', () => {
  const names = questions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['internetFiltering', 'wifiCutOffInPlace', 'councilInformedOfWifiOn']));
  for (const name of ['pupils', 'level', 'projectionsAfter']) expect(names).not.toContain(name);
  const lone = questionGroupsOf({ newFact: { label: 'Fait nouveau', type: 'boolean' } });
  expect(lone.flatMap((group) => group.questions).map(({ name }) => name)).toContain('newFact');
});

test('a delivery adds to what was declared before it, what is ordered adds to that, and nothing adds to the unknown', async () => {
  const centrale = aCentrale();
  const { platform, secretary, uai } = centrale;
  const { purchaseOrderId, lineId } = await anIssuedOrder(centrale, 3);
  expect(await countOf(centrale, 'Visualiseurs')).toMatchObject({ declared: null, expected: 3, after: null });

  await send(platform, secretary, declare, { documentCameras: '2' }, { uai });
  expect(await countOf(centrale, 'Visualiseurs')).toMatchObject({ declared: 2, delivered: 0, expected: 3, after: 5 });

  const later = { ...platform, now: () => '2026-11-25T09:00:00.000Z' };
  const delivery = { deliveryId: '2b7c1a52-6f0e-4f7e-9f63-0c9f3f5f2a11', deliveredOn: '2026-11-24' };
  await send(later, secretary, receive, { ...delivery, [`received:${lineId}`]: '2' }, { id: purchaseOrderId });
  expect(await countOf(centrale, 'Visualiseurs')).toMatchObject({ declared: 2, delivered: 2, expected: 1, after: 5 });

  // The field shows what stands today: left as it is, the declaration and the delivery stay apart.
  const shown = (await pageOf(centrale)).groups
    .flatMap(({ questions: asked }) => asked)
    .find(({ name }) => name === 'documentCameras');
  expect(shown?.value).toBe('4');
  expect(shown?.origin).toContain('dont 2 livrés depuis');
  const same = { documentCameras: '4', 'shown:documentCameras': '4' };
  await send(later, secretary, declare, same, { uai });
  expect(await countOf(centrale, 'Visualiseurs')).toMatchObject({ declared: 2, delivered: 2, after: 5 });

  // A new count made after the delivery holds it already.
  await send(later, secretary, declare, { documentCameras: '3', 'shown:documentCameras': '4' }, { uai });
  expect(await countOf(centrale, 'Visualiseurs')).toMatchObject({ declared: 3, delivered: 0, expected: 1, after: 4 });
});

test('what was delivered before a declaration is in it, even when it is attested afterwards', async () => {
  const centrale = aCentrale();
  const { platform, secretary, uai } = centrale;
  const { purchaseOrderId, lineId } = await anIssuedOrder(centrale, 3);
  const twoDaysLater = { ...platform, now: () => '2026-11-25T09:00:00.000Z' };
  await send(twoDaysLater, secretary, declare, { documentCameras: '5' }, { uai });
  const delivery = { deliveryId: '2b7c1a52-6f0e-4f7e-9f63-0c9f3f5f2a11', deliveredOn: '2026-11-24' };
  const third = { ...platform, now: () => '2026-11-26T09:00:00.000Z' };
  await send(third, secretary, receive, { ...delivery, [`received:${lineId}`]: '3' }, { id: purchaseOrderId });
  expect(await countOf(centrale, 'Visualiseurs')).toMatchObject({ declared: 5, delivered: 0, expected: 0, after: 5 });
});

test('the rules about the school answer on its page, and say unknown until someone answers', async () => {
  const centrale = aCentrale();
  const { platform, secretary, uai } = centrale;
  const answerOf = async (ruleId: string) =>
    (await pageOf(centrale)).results.find((result) => result.ruleId === ruleId)?.answer;
  expect(await answerOf('ABE-04')).toBe('unknown');
  await send(platform, secretary, declare, { accessPoints: '0' }, { uai });
  expect(await answerOf('ABE-04')).toBe('notApplicable');
  await send(platform, secretary, declare, { accessPoints: '2', 'shown:accessPoints': '0' }, { uai });
  expect(await answerOf('ABE-04')).toBe('unmet');
  await send(platform, secretary, declare, { councilInformedOfWifiOn: '2026-03-10' }, { uai });
  expect(await answerOf('ABE-04')).toBe('met');
});
