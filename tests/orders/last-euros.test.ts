// Fifty communes submit at once, from several threads, against the last euros of a lot: exactly what fits is accepted.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { committedNetByLot } from 'db/accords-cadres';
import { write } from 'db/client';
import { openCart, putCartLine } from 'db/orders';
import { findProduct } from 'db/products';
import * as tables from 'db/schema';
import { expect, test } from 'vitest';
import { testNow } from '../database';
import { cookieOf } from './asking';
import { today } from './builders';
import { bundled } from './bundling';
import { aCentrale, manyCommunes } from './centrale';
import type { CartToSubmit, Submitted, SubmittingThread } from './submitting-thread';

test('of fifty carts of 1 000 € submitted at once, the seventeen that fit are accepted and the others told what remains', async () => {
  const centrale = aCentrale({ lotMaximum: 17_999_99 });
  const { db, productId } = centrale;
  const { price } = findProduct(db, productId, today) ?? {};
  if (!price) throw new Error('No price');
  const carts: CartToSubmit[] = [];
  for (const { communeId, uai, secretary } of manyCommunes(db, 50, 'lot-1', 5_000_00)) {
    const who = { communeId, userId: secretary.id, now: testNow };
    const orderId = write(db, (tx) => {
      putCartLine(tx, who, { schoolUai: uai, productId, price, quantity: 10 });
      return openCart(tx, who);
    });
    carts.push({ orderId, cookie: await cookieOf(db, secretary) });
  }

  const script = await bundled('submitting-thread.ts');
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const threads = Array.from({ length: 5 }, (_, index) => {
    const own = carts.filter((_cart, at) => at % 5 === index);
    const workerData: SubmittingThread = { file: db.$client.name, now: testNow, carts: own, signal };
    return new Worker(script, { workerData });
  });
  await Promise.all(threads.map((thread) => once(thread, 'message')));
  const answers = Promise.all(threads.map((thread) => once(thread, 'message')));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
  const submitted = (await answers).flatMap(([some]) => some as Submitted[]);
  await Promise.all(threads.map((thread) => thread.terminate()));

  const refused = submitted.filter(({ status }) => status === 422);
  expect(submitted.filter(({ status }) => status === 302)).toHaveLength(17);
  expect(refused).toHaveLength(33);
  for (const { reasons } of refused) {
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(/1\s000,00\s€ HT demandés, il reste 999,99\s€ HT sous le maximum du lot/);
  }
  expect(committedNetByLot(db).get('lot-1')).toBe(17_000_00);
  const orders = db.select().from(tables.orders).all();
  expect(orders.filter(({ state }) => state === 'draft')).toHaveLength(33);
  const references = orders.flatMap(({ reference }) => reference ?? []).sort();
  expect(references).toEqual(Array.from({ length: 17 }, (_, n) => `CMD-2026-${String(n + 1).padStart(5, '0')}`));
}, 60_000);
