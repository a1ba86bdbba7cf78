// The cart: filled, changed and submitted by a secretary in a hurry, on a real database.
import { write } from 'db/client';
import { countCartLines } from 'db/orders';
import { listDeeds } from 'db/records';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { day } from '~/domain/shared/day';
import { cents, unitPrice } from '~/domain/shared/money';
import { loader as readCart, action as saveCart } from '~/routes/orders/cart';
import { action as removeLine } from '~/routes/orders/cart-line-removal';
import { action as acceptPrices } from '~/routes/orders/cart-prices';
import { action as resume } from '~/routes/orders/resumption';
import { action as sendBack } from '~/routes/orders/return';
import { action as submitCart } from '~/routes/orders/submission';
import { aCommune, aLot, aPerson, aProduct } from '../database';
import { read, send } from './asking';
import { aCentrale, aSubmittedOrder, type Centrale, cartOf, idIn, orderAsStored, put, submit } from './centrale';

function linesOf(centrale: Centrale) {
  const cart = cartOf(centrale);
  return cart ? orderAsStored(centrale.db, cart.id).lines : [];
}

/** A new price of a reference from a day on; the one before ends the day before. */
function changePrice(centrale: Centrale, productId: string, changes: Partial<typeof tables.prices.$inferInsert>) {
  write(centrale.db, (tx) => {
    const old = tx.select().from(tables.prices).where(eq(tables.prices.productId, productId)).get();
    if (!old) throw new Error(`No price of ${productId}`);
    tx.update(tables.prices)
      .set({ validTo: day('2026-11-22') })
      .where(eq(tables.prices.id, old.id))
      .run();
    tx.insert(tables.prices)
      .values({ ...old, id: `${old.id}-new`, validFrom: day('2026-11-23'), validTo: null, ...changes })
      .run();
  });
}

/** Accepts the prices that the page of the cart shows. */
async function accept(centrale: Centrale) {
  const page = await read(centrale.platform, centrale.secretary, readCart);
  if (typeof page === 'number' || !page.cart) throw new Error('No cart');
  const shown = page.priceChanges.map(({ lineId, priceId }) => [`price:${lineId}`, priceId ?? ''] as const);
  await send(centrale.platform, centrale.secretary, acceptPrices, Object.fromEntries(shown));
}

test('the same request sent twice is one line with one quantity', async () => {
  const centrale = aCentrale();
  const answers = await Promise.all([put(centrale, 4), put(centrale, 4)]);
  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect(linesOf(centrale)).toMatchObject([{ quantity: 4, net: 400_00 }]);
  await put(centrale, 6);
  expect(linesOf(centrale)).toMatchObject([{ quantity: 6, net: 600_00 }]);
  expect(countCartLines(centrale.db, centrale.communeId)).toBe(1);
  expect(listDeeds(centrale.db, 'order', cartOf(centrale)?.id ?? '')).toHaveLength(4);
});

test.each(['0', '-3', '1,5', '', 'douze', '10000', '1e3', '0x10'])(
  'a quantity written %j is refused',
  async (quantity) => {
    const centrale = aCentrale();
    const answer = await put(centrale, quantity);
    expect(answer.status).toBe(422);
    expect(answer.reasons[0]).toContain('n’est pas une quantité');
    expect(cartOf(centrale)).toBeUndefined();
  },
);

test('a quantity changed to nothing in the cart is refused, and the line keeps the one it had', async () => {
  const centrale = aCentrale();
  await put(centrale, 5);
  const [line] = linesOf(centrale);
  const answer = await submit(centrale, { [`quantity:${line?.id}`]: '0', title: 'Visualiseurs' });
  expect(answer.status).toBe(422);
  expect(linesOf(centrale)).toMatchObject([{ quantity: 5 }]);
  expect(cartOf(centrale)?.title).toBe('Visualiseurs');
});

test('a school of another commune is not found', async () => {
  const centrale = aCentrale();
  const { uai } = aCommune(centrale.db, 1);
  expect((await put({ ...centrale, uai }, 1)).status).toBe(404);
  expect(cartOf(centrale)).toBeUndefined();
});

test('another commune can neither change nor remove a line of the cart', async () => {
  const centrale = aCentrale();
  await put(centrale, 2);
  const [line] = linesOf(centrale);
  const { communeId } = aCommune(centrale.db, 1);
  const stranger = aPerson(centrale.db, communeId, 'secretary');
  await send(centrale.platform, stranger, removeLine, {}, { id: line?.id ?? '' });
  await send(centrale.platform, stranger, saveCart, { orderId: line?.orderId ?? '', [`quantity:${line?.id}`]: '9' });
  expect(linesOf(centrale)).toMatchObject([{ quantity: 2 }]);
});

test('a line is removed once; removing it again does nothing', async () => {
  const centrale = aCentrale();
  await put(centrale, 2);
  await put(centrale, 1, centrale.otherId);
  const id = linesOf(centrale)[0]?.id ?? '';
  await send(centrale.platform, centrale.secretary, removeLine, {}, { id });
  await send(centrale.platform, centrale.secretary, removeLine, {}, { id });
  expect(linesOf(centrale)).toHaveLength(1);
});

test('submission freezes lines, numbers the order, and leaves step, checks and journal', async () => {
  const centrale = aCentrale();
  await put(centrale, 3);
  await put(centrale, 7, centrale.otherId);
  const answer = await submit(centrale, { title: 'Visualiseurs', commitmentNumber: 'ENG-1' });
  const id = idIn(answer);
  expect(answer.status).toBe(302);
  expect(orderAsStored(centrale.db, id)).toMatchObject({
    state: 'submitted',
    reference: 'CMD-2026-00001',
    title: 'Visualiseurs',
    commitmentNumber: 'ENG-1',
    lines: [
      { label: 'Visualiseur', unit: 'unité', unitPriceNet: 100_0000, vatRate: 2000, net: 300_00, ecoNet: 0 },
      // 7 x 33.335 = 233.35 (233.345); 7 x 0.0125 = 0.09 (0.0875).
      { unitPriceNet: 33_3350, net: 233_35, ecoNet: 9 },
    ],
  });
  const checks = centrale.db.select().from(tables.orderChecks).where(eq(tables.orderChecks.orderId, id)).all();
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.every(({ ruleVersion, result }) => ruleVersion !== '' && 'inputs' in (result as object))).toBe(true);
  expect(listDeeds(centrale.db, 'order', id)[0]?.deed).toBe('order.submit');
  changePrice(centrale, centrale.productId, { unitPriceNet: unitPrice(200_0000) });
  expect(orderAsStored(centrale.db, id).lines[0]?.unitPriceNet).toBe(100_0000);
});

test('submitted twice at once, or again from the page behind, the order exists once', async () => {
  const centrale = aCentrale();
  await put(centrale, 1);
  const first = cartOf(centrale)?.id ?? '';
  const answers = await Promise.all([1, 2, 3].map(() => submit(centrale)));
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
  expect(centrale.db.select().from(tables.orders).all()).toMatchObject([{ id: first, reference: 'CMD-2026-00001' }]);
});

test('the page of a cart already submitted, sent again, does not touch the next cart', async () => {
  const centrale = aCentrale();
  await put(centrale, 1);
  const first = cartOf(centrale)?.id ?? '';
  await submit(centrale);
  await put(centrale, 8, centrale.otherId);
  const stale = { orderId: first, title: 'Ancien', comment: 'ancien' };
  const again = await send(centrale.platform, centrale.secretary, submitCart, stale);
  expect(again.status).toBe(302);
  await send(centrale.platform, centrale.secretary, saveCart, stale);
  expect(cartOf(centrale)).toMatchObject({ state: 'draft', title: null });
  expect(linesOf(centrale)).toMatchObject([{ quantity: 8 }]);
});

test('a price that changed since is shown and must be accepted before submitting', async () => {
  const centrale = aCentrale();
  await put(centrale, 2);
  changePrice(centrale, centrale.productId, { unitPriceNet: unitPrice(120_0000) });
  const refused = await submit(centrale);
  expect(refused.status).toBe(422);
  expect(refused.reasons.join()).toMatch(/100,00\s€ à 120,00\s€/);
  await accept(centrale);
  expect((await submit(centrale)).status).toBe(302);
  expect(centrale.db.select().from(tables.orderLines).all()).toMatchObject([{ unitPriceNet: 120_0000, net: 240_00 }]);
});

test('a price that nobody has seen is not accepted', async () => {
  const centrale = aCentrale();
  await put(centrale, 2);
  changePrice(centrale, centrale.productId, { unitPriceNet: unitPrice(120_0000) });
  const line = linesOf(centrale)[0]?.id ?? '';
  await send(centrale.platform, centrale.secretary, acceptPrices, { [`price:${line}`]: 'price-camera-1' });
  await send(centrale.platform, centrale.secretary, acceptPrices);
  expect(linesOf(centrale)).toMatchObject([{ unitPriceNet: 100_0000 }]);
});

test('a VAT rate that changed since must be accepted too', async () => {
  const centrale = aCentrale();
  await put(centrale, 2);
  changePrice(centrale, centrale.productId, { vatRate: 550 });
  expect((await submit(centrale)).status).toBe(422);
  await accept(centrale);
  expect((await submit(centrale)).status).toBe(302);
  expect(centrale.db.select().from(tables.orderLines).all()).toMatchObject([{ vatRate: 550 }]);
});

test('a reference without a price in force cannot be submitted', async () => {
  const centrale = aCentrale();
  await put(centrale, 2);
  write(centrale.db, (tx) =>
    tx
      .update(tables.prices)
      .set({ validTo: day('2026-11-22') })
      .run(),
  );
  const answer = await submit(centrale);
  expect(answer).toMatchObject({ status: 422 });
  expect(answer.reasons.join()).toContain('plus de prix en vigueur');
});

test('the same reference for two schools is summed before it is held against the ceiling', async () => {
  const centrale = aCentrale({ ceiling: 500_00 });
  const second = centrale.db.select().from(tables.schools).get();
  if (!second) throw new Error('No school');
  write(centrale.db, (tx) =>
    tx
      .insert(tables.schools)
      .values({ ...second, uai: '0359999Z' as typeof second.uai, name: 'École B' })
      .run(),
  );
  await put(centrale, 3);
  await put({ ...centrale, uai: '0359999Z' as typeof second.uai }, 3);
  const answer = await submit(centrale);
  expect(answer.status).toBe(422);
  expect(answer.reasons.join()).toMatch(
    /600,00\s€ HT demandés, il reste 500,00\s€ HT sous le plafond de votre commune/,
  );
});

test('all reasons come at once, and nothing typed is lost', async () => {
  const centrale = aCentrale({ ceiling: 100_00, lotMaximum: 150_00, accordCadre: { endsOn: day('2026-11-01') } });
  write(centrale.db, (tx) => tx.delete(tables.memberships).run());
  await put(centrale, 2);
  const answer = await submit(centrale, { comment: 'Pour la rentrée' });
  expect(answer.status).toBe(422);
  const said = answer.reasons.join('\n');
  expect(said).toContain('n’est pas adhérente');
  expect(said).toMatch(/il reste 150,00\s€ HT sous le maximum du lot/);
  expect(said).toMatch(/il reste 100,00\s€ HT sous le plafond/);
  expect(answer.reasons).toHaveLength(4);
  expect(cartOf(centrale)?.comment).toBe('Pour la rentrée');
});

test('a commune orders once its deliberation of membership is enforceable, not before', async () => {
  const centrale = aCentrale({});
  await put(centrale, 1);
  const enforceable = (on: string | null) =>
    write(centrale.db, (tx) =>
      tx
        .update(tables.memberships)
        .set({ enforceableOn: on === null ? null : day(on) })
        .run(),
    );
  enforceable(null);
  expect((await submit(centrale)).reasons.join()).toContain('n’a pas de date de caractère exécutoire');
  enforceable('2999-01-02');
  expect((await submit(centrale)).reasons.join()).toContain('exécutoire qu’à compter du 2 janvier 2999');
  enforceable('2023-11-20');
  expect(await submit(centrale)).toMatchObject({ status: 302 });
});

test('without a ceiling of its own a commune cannot order under the lot', async () => {
  const centrale = aCentrale({ ceiling: null });
  await put(centrale, 1);
  expect((await submit(centrale)).reasons.join()).toContain('n’a pas de plafond sous ce lot');
});

test('the exact remainder is accepted, one unit more is not, and a returned order frees what it took', async () => {
  const centrale = aCentrale({ ceiling: 300_00 });
  const id = await aSubmittedOrder(centrale, 2);
  await put(centrale, 2);
  const refused = await submit(centrale);
  expect(refused.reasons.join()).toMatch(/200,00\s€ HT demandés, il reste 100,00\s€ HT/);
  await put(centrale, 1);
  expect((await submit(centrale)).status).toBe(302);
  await send(centrale.platform, centrale.elected, sendBack, { comment: 'Trop' }, { id });
  await put(centrale, 2);
  expect((await submit(centrale)).status).toBe(302);
});

test('a returned order comes back to the cart with all its lines, and keeps its reference', async () => {
  const centrale = aCentrale();
  const id = await aSubmittedOrder(centrale, 3);
  await send(centrale.platform, centrale.elected, sendBack, { comment: 'Ajoutez une école' }, { id });
  await send(centrale.platform, centrale.secretary, resume, {}, { id });
  expect(cartOf(centrale)).toMatchObject({ id, reference: 'CMD-2026-00001' });
  await put(centrale, 4);
  expect(idIn(await submit(centrale))).toBe(id);
  expect(orderAsStored(centrale.db, id)).toMatchObject({
    state: 'submitted',
    reference: 'CMD-2026-00001',
    lines: [{ quantity: 4 }],
  });
});

test('a returned order waits while another cart is in use', async () => {
  const centrale = aCentrale();
  const id = await aSubmittedOrder(centrale);
  await send(centrale.platform, centrale.elected, sendBack, { comment: 'Non' }, { id });
  await put(centrale, 1, centrale.otherId);
  const answer = await send(centrale.platform, centrale.secretary, resume, {}, { id });
  expect(answer).toMatchObject({ status: 422 });
  expect(orderAsStored(centrale.db, id).state).toBe('returned');
  expect(linesOf(centrale)).toHaveLength(1);
});

test('a numbered order emptied in the cart is never forgotten: no reference disappears', async () => {
  const centrale = aCentrale();
  const first = await aSubmittedOrder(centrale, 1);
  const second = await aSubmittedOrder(centrale, 2);
  for (const id of [first, second]) {
    await send(centrale.platform, centrale.elected, sendBack, { comment: 'Non' }, { id });
  }
  await send(centrale.platform, centrale.secretary, resume, {}, { id: first });
  const line = linesOf(centrale)[0]?.id ?? '';
  await send(centrale.platform, centrale.secretary, removeLine, {}, { id: line });
  await send(centrale.platform, centrale.secretary, resume, {}, { id: second });
  const references = centrale.db.select({ reference: tables.orders.reference }).from(tables.orders).all();
  expect(references.map(({ reference }) => reference).sort()).toEqual(['CMD-2026-00001', 'CMD-2026-00002']);
  expect(cartOf(centrale)?.id).toBe(second);
});

test('the page of the cart shows totals, remainders and what stands against submitting', async () => {
  const centrale = aCentrale({ ceiling: 250_00 });
  await put(centrale, 3);
  const page = await read(centrale.platform, centrale.secretary, readCart);
  if (typeof page === 'number' || !page.cart) throw new Error('No cart');
  expect(page.totals).toMatchObject({ net: 300_00, vat: 60_00, gross: 360_00 });
  expect(page.reasons.join()).toMatch(/il reste 250,00\s€ HT/);
  expect(page.lots).toMatchObject([{ memberMaximumNet: cents(250_00), askedNet: 300_00 }]);
});

test('a cart over two accords-cadres is held against each of their lots', async () => {
  const centrale = aCentrale();
  aLot(centrale.db, { id: 'lot-2', maximumNet: 50_00, ceilings: { [centrale.communeId]: 50_00 } });
  const { productId } = aProduct(centrale.db, 'lot-2', { id: 'camera-3', euros: 60, category: 'documentCamera' });
  await put(centrale, 1);
  await put(centrale, 1, productId);
  const answer = await submit(centrale);
  expect(answer.reasons).toHaveLength(2);
  expect(answer.reasons.every((reason) => reason.includes('AC-lot-2'))).toBe(true);
});
