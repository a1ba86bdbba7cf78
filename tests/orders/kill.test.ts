// Processes that issue purchase orders are killed fifty times at random points: what was acknowledged stands, and no
// number is without its document.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Db, write } from 'db/client';
import { findProduct } from 'db/products';
import { nextNumber, readDocumentBytes } from 'db/records';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { amountsOf } from '~/domain/orders/totals';
import { action as issue } from '~/routes/orders/issue';
import { aLot, aProduct, testNow } from '../database';
import { cookieOf, send } from './asking';
import { today } from './builders';
import { bundled } from './bundling';
import { aCentrale, type Centrale } from './centrale';

/** Accepted orders of one line under each of two lots: one the syndicat issues, one the commune issues itself. */
function acceptedOrders({ db, communeId, uai, secretary }: Centrale, count: number): readonly string[] {
  aLot(db, { id: 'lot-2', mode: 'intermediary', ceilings: { [communeId]: 1_000_000_00 } });
  const { productId } = aProduct(db, 'lot-2', { id: 'camera-3', category: 'documentCamera' });
  const offers = ['camera-1', productId].map((id) => {
    const { product, price } = findProduct(db, id, today) ?? {};
    if (!product || !price) throw new Error(`No price of ${id}`);
    return { product, price };
  });
  return write(db, (tx) =>
    Array.from({ length: count }, (_, index) => {
      const id = `order-${index}`;
      tx.insert(tables.orders)
        .values({
          id,
          communeId,
          state: 'draft',
          createdBy: secretary.id,
          createdAt: testNow,
        })
        .run();
      offers.forEach(({ product, price }, position) => {
        const { unitPriceNet, ecoContributionNet, vatRate } = price;
        const priced = { quantity: 1 + (index % 5), unitPriceNet, ecoContributionNet, vatRate };
        const { reference, label, unit, lotId } = product;
        tx.insert(tables.orderLines)
          .values({
            ...{ id: `${id}-${position}`, orderId: id, position, schoolUai: uai, productId: product.id, lotId },
            ...{ priceId: price.id, reference, label, unit, facts: {}, ...priced, ...amountsOf(priced) },
          })
          .run();
      });
      // Lines join a draft only.
      tx.update(tables.orders)
        .set({ state: 'accepted', reference: `CMD-${index}` })
        .where(eq(tables.orders.id, id))
        .run();
      return id;
    }),
  );
}

/** Runs the script on some orders and kills it a moment after it is ready; the orders that it acknowledged. */
async function killedWhileIssuing(
  script: string,
  db: Db,
  cookie: string,
  orderIds: readonly string[],
  afterMs: number,
) {
  const child = spawn(process.execPath, [script, db.$client.name, cookie, testNow, ...orderIds], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  // Counted from its first order, so that it dies at work and not while it starts.
  child.stdout.on('data', (chunk) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    said += chunk;
  });
  const [, signal] = await once(child, 'close');
  const lines = said.split('\n').filter((line) => line !== '');
  return { killed: signal === 'SIGKILL', acknowledged: lines.filter((line) => line !== 'done') };
}

/** What no moment of death may break. */
function expectWhole(db: Db): void {
  expect(db.$client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(db.$client.pragma('foreign_key_check')).toEqual([]);
  const documents = db.select().from(tables.documents).all();
  const purchaseOrders = db.select().from(tables.purchaseOrders).all();
  expect(purchaseOrders.map(({ documentId }) => documentId).sort()).toEqual(documents.map(({ id }) => id).sort());
  for (const issuerId of ['syndicat', 'commune-0']) {
    const numbers = documents.filter((one) => one.issuerId === issuerId).map(({ number }) => Number(number.slice(-5)));
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    expect(nextNumber(db, { issuerId, series: 'purchaseOrder', year: 2026 })).toBe(numbers.length + 1);
  }
  for (const { id, number } of documents) {
    // Reading compares the digest; the bytes say the number that the row bears.
    expect(new TextDecoder().decode(readDocumentBytes(db, id))).toBe(number);
  }
  for (const order of db.select().from(tables.orders).all()) {
    const issued = purchaseOrders.filter(({ orderId }) => orderId === order.id).length;
    expect(issued).toBeLessThanOrEqual(2);
    expect([order.id, order.state]).toEqual([order.id, issued === 2 ? 'issued' : 'accepted']);
  }
}

test('after fifty deaths no acknowledged order is lost, no number is without its document, and no series has a gap', async () => {
  const centrale = aCentrale({ lotMaximum: 1_000_000_00, ceiling: 1_000_000_00 });
  const { db } = centrale;
  let waiting = acceptedOrders(centrale, 1500);
  const cookie = await cookieOf(db, centrale.buyer);
  const script = await bundled('issuing-process.ts');
  const acknowledged = new Set<string>();
  let deaths = 0;

  for (let round = 0; deaths < 50; round += 1) {
    expect(round).toBeLessThan(20);
    // Four at a time, two by two on the same orders and in opposite directions: they race for orders and for numbers.
    const [some, others] = [waiting.slice(0, 80), waiting.slice(80, 160)];
    const runs = await Promise.all(
      [some, [...some].reverse(), others, [...others].reverse()].map((ids) =>
        killedWhileIssuing(script, db, cookie, ids, Math.random() * 300),
      ),
    );
    for (const run of runs) {
      if (run.killed) deaths += 1;
      for (const id of run.acknowledged) acknowledged.add(id);
    }
    const issued = new Set(
      db
        .select()
        .from(tables.orders)
        .all()
        .filter(({ state }) => state === 'issued')
        .map(({ id }) => id),
    );
    expect([...acknowledged].filter((id) => !issued.has(id))).toEqual([]);
    waiting = waiting.filter((id) => !issued.has(id));
  }

  expect(acknowledged.size).toBeGreaterThan(25);
  expectWhole(db);

  // Orders cut between their two purchase orders are finished by asking again.
  const begun = new Set(
    db
      .select()
      .from(tables.purchaseOrders)
      .all()
      .map(({ orderId }) => orderId),
  );
  const platform = {
    ...centrale.platform,
    documents: {
      render: async (job: Parameters<typeof centrale.platform.documents.render>[0]) =>
        new TextEncoder().encode(job.kind === 'purchaseOrder' ? job.facts.number : ''),
      close: async () => undefined,
    },
  };
  for (const id of waiting.filter((one) => begun.has(one))) {
    expect((await send(platform, centrale.buyer, issue, {}, { id })).status).toBe(302);
  }
  expectWhole(db);
}, 240_000);
