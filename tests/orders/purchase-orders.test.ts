// From an approved order to its purchase orders, deliveries and invoices: each issued once, numbered in a row, to the cent.
import { randomUUID } from 'node:crypto';
import { write } from 'db/client';
import { listPurchaseOrders } from 'db/orders';
import { findDocument, listDeeds, readDocumentBytes } from 'db/records';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { DocumentJob } from '~/documents/render-job';
import type { SignedIn } from '~/domain/accounts/permissions';
import { type OrderDeed, type OrderState, orderTransitions, stateAfter } from '~/domain/orders/order-states';
import { day } from '~/domain/shared/day';
import { action as accept } from '~/routes/orders/acceptance';
import { action as approve } from '~/routes/orders/approval';
import { action as cancel } from '~/routes/orders/cancellation';
import { action as invoice } from '~/routes/orders/invoice';
import { action as issue } from '~/routes/orders/issue';
import { loader as readOrder } from '~/routes/orders/order';
import { action as receive } from '~/routes/orders/reception';
import { action as changeReferences } from '~/routes/orders/references';
import { action as refuse } from '~/routes/orders/refusal';
import { action as sendBack } from '~/routes/orders/return';
import { aCommune, aLot, aPerson, aProduct } from '../database';
import { readPdf } from '../documents/reading';
import { type Answer, aPlatform, read, send } from './asking';
import { aCentrale, aSubmittedOrder, type Centrale, idIn, orderAsStored, put, submit } from './centrale';

/** A centrale whose documents are their own facts, as text: quick to make, easy to read back. */
function aQuickCentrale(wanted: Parameters<typeof aCentrale>[0] = {}) {
  const centrale = aCentrale(wanted);
  const rendered: DocumentJob[] = [];
  const platform = {
    ...centrale.platform,
    documents: {
      render: async (job: DocumentJob) => {
        rendered.push(job);
        await new Promise((resolve) => setTimeout(resolve, rendered.length % 3));
        return new TextEncoder().encode(JSON.stringify(job));
      },
      close: async () => undefined,
    },
  };
  return { ...centrale, platform, rendered };
}

const by = (centrale: Centrale, person: SignedIn, action: Parameters<typeof send>[2], id: string, fields = {}) =>
  send(centrale.platform, person, action, fields, { id });

async function anAcceptedOrder(centrale: Centrale, quantity = 3): Promise<string> {
  const id = await aSubmittedOrder(centrale, quantity);
  await by(centrale, centrale.elected, approve, id);
  await by(centrale, centrale.buyer, accept, id);
  expect(orderAsStored(centrale.db, id).state).toBe('accepted');
  return id;
}

async function anIssuedOrder(centrale: Centrale, quantity = 3): Promise<string> {
  const id = await anAcceptedOrder(centrale, quantity);
  await by(centrale, centrale.buyer, issue, id);
  expect(orderAsStored(centrale.db, id).state).toBe('issued');
  return id;
}

function purchaseOrderOf(centrale: Centrale, orderId: string) {
  const [first] = listPurchaseOrders(centrale.db, orderId);
  if (!first) throw new Error('No purchase order');
  return first;
}

function attest(
  centrale: Centrale,
  orderId: string,
  quantity: number | string,
  changes: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const [line] = orderAsStored(centrale.db, orderId).lines;
  const fields = {
    deliveryId: randomUUID(),
    deliveredOn: '2026-11-23',
    [`received:${line?.id}`]: String(quantity),
    ...changes,
  };
  return by(centrale, centrale.secretary, receive, purchaseOrderOf(centrale, orderId).id, fields);
}

const deliveriesOf = (centrale: Centrale) => centrale.db.select().from(tables.deliveries).all();

test('the table of states leads from the cart to delivery, and nowhere out of what is over', () => {
  const states = Object.keys(orderTransitions) as OrderState[];
  const reached = new Set<OrderState>(['draft']);
  for (const state of reached) for (const next of Object.values(orderTransitions[state])) reached.add(next);
  expect(reached).toEqual(new Set(states));
  expect(orderTransitions.delivered).toEqual({});
  expect(orderTransitions.cancelled).toEqual({});
  const path: OrderDeed[] = ['submit', 'approve', 'accept', 'issue', 'attestAll'];
  expect(path.reduce<OrderState | undefined>((state, deed) => state && stateAfter(state, deed), 'draft')).toBe(
    'delivered',
  );
});

test('a deed out of its turn is refused with the state, and a repeated one is harmless', async () => {
  const centrale = aQuickCentrale();
  const id = await aSubmittedOrder(centrale);
  expect((await by(centrale, centrale.buyer, accept, id)).reasons.join()).toContain('À valider par l’élu');
  expect((await by(centrale, centrale.buyer, issue, id)).status).toBe(422);
  const twice = await Promise.all([1, 2].map(() => by(centrale, centrale.elected, approve, id)));
  expect(twice.map(({ status }) => status)).toEqual([302, 302]);
  const steps = centrale.db.select().from(tables.orderSteps).where(eq(tables.orderSteps.orderId, id)).all();
  expect(steps.map(({ state }) => state)).toEqual(['submitted', 'approved']);
  expect((await by(centrale, centrale.elected, sendBack, id, { comment: 'Trop tard' })).status).toBe(422);
});

test('sending back, refusing and cancelling say why', async () => {
  const centrale = aQuickCentrale();
  const id = await aSubmittedOrder(centrale);
  for (const action of [sendBack, cancel]) {
    expect((await by(centrale, centrale.elected, action, id, { comment: '  ' })).status).toBe(422);
  }
  await by(centrale, centrale.elected, cancel, id, { comment: 'Budget refusé' });
  expect(orderAsStored(centrale.db, id).state).toBe('cancelled');
  expect(listDeeds(centrale.db, 'order', id)[0]).toMatchObject({ deed: 'order.cancel' });
});

test('the people of another commune do not find the order, whatever they ask', async () => {
  const centrale = aQuickCentrale();
  const id = await anIssuedOrder(centrale);
  const { communeId } = aCommune(centrale.db, 1);
  const elected = aPerson(centrale.db, communeId, 'electedApprover', 'secretary', 'communeFinance');
  const before = listDeeds(centrale.db, 'order', id).length;
  for (const action of [approve, sendBack, cancel, changeReferences]) {
    expect((await by(centrale, elected, action, id, { comment: 'x' })).status).toBe(404);
  }
  expect((await by(centrale, elected, receive, purchaseOrderOf(centrale, id).id)).status).toBe(404);
  expect(await read(centrale.platform, elected, readOrder, { id })).toBe(404);
  expect(listDeeds(centrale.db, 'order', id)).toHaveLength(before);
});

test('an accepted order becomes one purchase order, its amounts and its PDF the same to the cent', async () => {
  const centrale = aCentrale();
  await put(centrale, 3);
  await put(centrale, 7, centrale.otherId);
  const id = idIn(await submit(centrale, { title: 'Visualiseurs' }));
  await by(centrale, centrale.elected, approve, id);
  await by(centrale, centrale.buyer, accept, id);
  expect((await by(centrale, centrale.buyer, issue, id)).status).toBe(302);
  const { documentId, number } = purchaseOrderOf(centrale, id);
  expect(number).toBe('BC-2026-00001');
  // Lines 300.00 + 233.35, eco 0.09: net 533.44, VAT 106.69 (106.688).
  const document = findDocument(centrale.db, documentId, { kind: 'commune', communeId: centrale.communeId });
  expect(document).toMatchObject({ number, net: 533_44, vat: 106_69, gross: 640_13, issuerId: 'syndicat' });
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(centrale.db, documentId)));
  for (const wanted of ['BC-2026-00001', '300,00 €', '233,35 €', '0,09 €', '533,44 €', '106,69 €', '640,13 €']) {
    expect(text).toContain(wanted);
  }
  expect(orderAsStored(centrale.db, id).state).toBe('issued');
});

test('a wholesaler syndicat orders, is invoiced and pays; the commune owns; an intermediary leaves all four to the commune', async () => {
  const parties = async (mode: 'wholesaler' | 'intermediary') => {
    const centrale = aQuickCentrale({ mode });
    await anIssuedOrder(centrale);
    const row = centrale.db.select().from(tables.purchaseOrders).get();
    return [row?.issuerId, row?.invoiceeId, row?.payerId, row?.ownerId];
  };
  expect(await parties('wholesaler')).toEqual(['syndicat', 'syndicat', 'syndicat', 'commune-0']);
  expect(await parties('intermediary')).toEqual(['commune-0', 'commune-0', 'commune-0', 'commune-0']);
});

test('one order over several lots becomes one purchase order each, numbered in a row', async () => {
  const centrale = aQuickCentrale();
  aLot(centrale.db, { id: 'lot-2', ceilings: { [centrale.communeId]: 5_000_00 } });
  const { productId } = aProduct(centrale.db, 'lot-2', { id: 'camera-3', euros: 60, category: 'documentCamera' });
  await put(centrale, 1);
  await put(centrale, 1, productId);
  const id = idIn(await submit(centrale));
  await by(centrale, centrale.elected, approve, id);
  await by(centrale, centrale.buyer, accept, id);
  await by(centrale, centrale.buyer, issue, id);
  const issued = listPurchaseOrders(centrale.db, id);
  expect(issued.map(({ number, net }) => [number, net])).toEqual([
    ['BC-2026-00001', 100_00],
    ['BC-2026-00002', 60_02],
  ]);
});

test('issued five times at once, or again later, an order has one purchase order and its series no gap', async () => {
  const centrale = aQuickCentrale();
  const ids = [
    await anAcceptedOrder(centrale, 1),
    await anAcceptedOrder(centrale, 2),
    await anAcceptedOrder(centrale, 3),
  ];
  const answers = await Promise.all(
    ids.flatMap((id) => [1, 2, 3, 4, 5].map(() => by(centrale, centrale.buyer, issue, id))),
  );
  expect(answers.every(({ status }) => status === 302)).toBe(true);
  await by(centrale, centrale.buyer, issue, ids[0] ?? '');
  const numbers = centrale.db.select({ number: tables.documents.number }).from(tables.documents).all();
  expect(numbers.map(({ number }) => number).sort()).toEqual(['BC-2026-00001', 'BC-2026-00002', 'BC-2026-00003']);
  expect(ids.map((id) => listPurchaseOrders(centrale.db, id).length)).toEqual([1, 1, 1]);
});

test('the gate before issue names every reference that is missing', async () => {
  const centrale = aQuickCentrale({
    commune: { siret: null, serviceCodeRequired: true, commitmentNumberRequired: true },
  });
  const id = await anAcceptedOrder(centrale);
  const answer = await by(centrale, centrale.buyer, issue, id);
  expect(answer.status).toBe(422);
  expect(answer.reasons).toHaveLength(3);
  write(centrale.db, (tx) =>
    tx
      .update(tables.organisations)
      .set({ siret: '21350001000012' as never })
      .where(eq(tables.organisations.id, centrale.communeId))
      .run(),
  );
  await by(centrale, centrale.secretary, changeReferences, id, { commitmentNumber: 'ENG-7', serviceCode: 'SCOL' });
  const wrongKey = await by(centrale, centrale.buyer, issue, id);
  expect(wrongKey.reasons.join()).toContain('SIRET');
  expect(wrongKey.reasons).toHaveLength(1);
  expect(centrale.rendered).toEqual([]);
});

test('nothing is issued after the accord-cadre has ended', async () => {
  const centrale = aQuickCentrale();
  const id = await anAcceptedOrder(centrale);
  write(centrale.db, (tx) =>
    tx
      .update(tables.accordsCadres)
      .set({ endsOn: day('2026-11-22') })
      .run(),
  );
  expect((await by(centrale, centrale.buyer, issue, id)).status).toBe(422);
  expect(listPurchaseOrders(centrale.db, id)).toEqual([]);
});

test('amounts that no longer reconcile stop the issue, with the difference', async () => {
  const centrale = aQuickCentrale();
  const id = await anAcceptedOrder(centrale);
  const damage = () => centrale.db.$client.prepare('update order_lines set net = net + 1').run();
  expect(damage).toThrow(/never change/);
  centrale.db.$client.exec('drop trigger order_lines_never_change');
  damage();
  const answer = await by(centrale, centrale.buyer, issue, id);
  expect(answer.status).toBe(422);
  expect(answer.reasons.join()).toMatch(/300,00\s€ attendus, 300,01\s€ trouvés/);
});

test('an order changed while its document is drawn is not issued, and takes no number', async () => {
  const centrale = aQuickCentrale();
  const id = await anAcceptedOrder(centrale);
  const platform = {
    ...centrale.platform,
    documents: {
      render: async () => {
        await by(centrale, centrale.communeFinance, changeReferences, id, { commitmentNumber: 'ENG-NEW' });
        return new Uint8Array([1]);
      },
      close: async () => undefined,
    },
  };
  const answer = await by({ ...centrale, platform }, centrale.buyer, issue, id);
  expect(answer).toMatchObject({ status: 422 });
  expect(
    centrale.db
      .select()
      .from(tables.numberSeries)
      .all()
      .filter(({ series }) => series === 'purchaseOrder'),
  ).toEqual([]);
  expect((await by(centrale, centrale.buyer, issue, id)).status).toBe(302);
  expect(JSON.stringify(centrale.rendered)).toContain('BC-2026-00001');
});

test('a document that cannot be made leaves nothing behind; once part is issued the order can no longer go back', async () => {
  const centrale = aQuickCentrale();
  aLot(centrale.db, { id: 'lot-2', ceilings: { [centrale.communeId]: 5_000_00 } });
  const { productId } = aProduct(centrale.db, 'lot-2', { id: 'camera-3', category: 'documentCamera' });
  await put(centrale, 1);
  await put(centrale, 1, productId);
  const id = idIn(await submit(centrale));
  await by(centrale, centrale.elected, approve, id);
  await by(centrale, centrale.buyer, accept, id);
  let made = 0;
  const failing = {
    ...aPlatform(centrale.db),
    documents: {
      render: async () => {
        if (made++ > 0) throw new Error('no paper');
        return new Uint8Array([1]);
      },
      close: async () => undefined,
    },
  };
  await expect(by({ ...centrale, platform: failing }, centrale.buyer, issue, id)).rejects.toThrow('no paper');
  expect(listPurchaseOrders(centrale.db, id)).toHaveLength(1);
  expect(orderAsStored(centrale.db, id).state).toBe('accepted');
  expect((await by(centrale, centrale.buyer, refuse, id, { comment: 'x' })).reasons.join()).toContain('BC-2026-00001');
  expect((await by(centrale, centrale.secretary, changeReferences, id, { commitmentNumber: 'x' })).status).toBe(422);
  await by(centrale, centrale.buyer, issue, id);
  expect(listPurchaseOrders(centrale.db, id).map(({ number }) => number)).toEqual(['BC-2026-00001', 'BC-2026-00002']);
  expect(orderAsStored(centrale.db, id).state).toBe('issued');
});

test('goods arrive in parts; the order is delivered when all is received', async () => {
  const centrale = aQuickCentrale();
  const id = await anIssuedOrder(centrale, 5);
  expect((await attest(centrale, id, 2)).status).toBe(302);
  expect(orderAsStored(centrale.db, id).state).toBe('issued');
  expect((await attest(centrale, id, 4)).reasons.join()).toContain('4 déclarés reçus, il en reste 3');
  expect((await attest(centrale, id, 3)).status).toBe(302);
  expect(orderAsStored(centrale.db, id).state).toBe('delivered');
  expect((await attest(centrale, id, 1)).status).toBe(422);
});

test('a delivery form sent twice is one delivery; with other quantities it is refused', async () => {
  const centrale = aQuickCentrale();
  const id = await anIssuedOrder(centrale, 5);
  const deliveryId = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => attest(centrale, id, 2, { deliveryId })));
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
  expect(deliveriesOf(centrale)).toHaveLength(1);
  expect((await attest(centrale, id, 3, { deliveryId })).status).toBe(422);
  expect(deliveriesOf(centrale)).toHaveLength(1);
});

test.each([
  [{ deliveredOn: '2026-11-24' }, 'ce jour n’est pas encore venu'],
  [{ deliveredOn: '2026-11-22' }, 'le bon de commande a été émis'],
  [{ deliveredOn: '2026-02-30' }, 'n’est pas une date'],
  [{ deliveryId: 'x' }, 'rechargez la page'],
])('a delivery is refused when %j', async (changes, sentence) => {
  const centrale = aQuickCentrale();
  const id = await anIssuedOrder(centrale);
  const answer = await attest(centrale, id, 1, changes as Record<string, string>);
  expect(answer.status).toBe(422);
  expect(answer.reasons.join()).toContain(sentence);
  expect(deliveriesOf(centrale)).toEqual([]);
});

test.each(['0', '', '-1', '1,5', 'deux'])('a received quantity of %j is refused', async (quantity) => {
  const centrale = aQuickCentrale();
  const id = await anIssuedOrder(centrale);
  expect((await attest(centrale, id, quantity)).status).toBe(422);
  expect(deliveriesOf(centrale)).toEqual([]);
});

test('an attested delivery is invoiced once, five times asked', async () => {
  const centrale = aQuickCentrale();
  const id = await anIssuedOrder(centrale);
  await attest(centrale, id, 3);
  const delivery = deliveriesOf(centrale)[0]?.id ?? '';
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => by(centrale, centrale.finance, invoice, delivery)));
  expect(answers.every(({ status }) => status === 302)).toBe(true);
  expect(centrale.db.select().from(tables.invoices).all()).toMatchObject([
    { number: 'F-2026-00001', customerId: centrale.communeId, issuerId: 'syndicat' },
  ]);
});

test('the invoice of a delivery is a PDF whose figures are those stored', async () => {
  const centrale = aCentrale();
  const id = await anIssuedOrder(centrale, 3);
  await attest(centrale, id, 2);
  await by(centrale, centrale.finance, invoice, deliveriesOf(centrale)[0]?.id ?? '');
  const row = centrale.db.select().from(tables.invoices).get();
  const document = findDocument(centrale.db, row?.documentId ?? '', { kind: 'syndicat' });
  expect(document).toMatchObject({ kind: 'invoice', net: 200_00, vat: 40_00, gross: 240_00 });
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(centrale.db, row?.documentId ?? '')));
  for (const wanted of ['F-2026-00001', 'BC-2026-00001', '200,00 €', '40,00 €', '240,00 €']) {
    expect(text).toContain(wanted);
  }
});

test('the invoices of a line delivered in parts add up to its ordered amount, to the cent', async () => {
  const centrale = aQuickCentrale();
  await put(centrale, 7, centrale.otherId);
  const id = idIn(await submit(centrale));
  await by(centrale, centrale.elected, approve, id);
  await by(centrale, centrale.buyer, accept, id);
  await by(centrale, centrale.buyer, issue, id);
  for (const quantity of [1, 1, 2, 3]) await attest(centrale, id, quantity);
  for (const { id: delivery } of [...deliveriesOf(centrale)].reverse()) {
    await by(centrale, centrale.finance, invoice, delivery);
  }
  const invoiced = centrale.db.select().from(tables.documents).where(eq(tables.documents.kind, 'invoice')).all();
  expect(invoiced).toHaveLength(4);
  expect(invoiced.reduce((sum, { net }) => sum + (net ?? 0), 0)).toBe(233_35 + 9);
});

test('under an intermediary there is nothing to invoice', async () => {
  const centrale = aQuickCentrale({ mode: 'intermediary' });
  const id = await anIssuedOrder(centrale);
  await attest(centrale, id, 3);
  const answer = await by(centrale, centrale.finance, invoice, deliveriesOf(centrale)[0]?.id ?? '');
  expect(answer).toMatchObject({ status: 422 });
  expect(centrale.db.select().from(tables.invoices).all()).toEqual([]);
});
