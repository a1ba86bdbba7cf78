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
import {
  aMarketplace,
  aSubmittedOrder,
  cartOf,
  idIn,
  type Marketplace,
  orderAsStored,
  put,
  submit,
} from './marketplace';

function linesOf(market: Marketplace) {
  const cart = cartOf(market);
  return cart ? orderAsStored(market.db, cart.id).lines : [];
}

/** A new price of a reference from a day on; the one before ends the day before. */
function changePrice(market: Marketplace, productId: string, changes: Partial<typeof tables.prices.$inferInsert>) {
  write(market.db, (tx) => {
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
async function accept(market: Marketplace) {
  const page = await read(market.platform, market.secretary, readCart);
  if (typeof page === 'number' || !page.cart) throw new Error('No cart');
  const shown = page.priceChanges.map(({ lineId, priceId }) => [`price:${lineId}`, priceId ?? ''] as const);
  await send(market.platform, market.secretary, acceptPrices, Object.fromEntries(shown));
}

test('the same request sent twice is one line with one quantity', async () => {
  const market = aMarketplace();
  const answers = await Promise.all([put(market, 4), put(market, 4)]);
  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect(linesOf(market)).toMatchObject([{ quantity: 4, net: 400_00 }]);
  await put(market, 6);
  expect(linesOf(market)).toMatchObject([{ quantity: 6, net: 600_00 }]);
  expect(countCartLines(market.db, market.communeId)).toBe(1);
  expect(listDeeds(market.db, 'order', cartOf(market)?.id ?? '')).toHaveLength(4);
});

test.each(['0', '-3', '1,5', '', 'douze', '10000', '1e3', '0x10'])(
  'a quantity written %j is refused',
  async (quantity) => {
    const market = aMarketplace();
    const answer = await put(market, quantity);
    expect(answer.status).toBe(422);
    expect(answer.reasons[0]).toContain('n’est pas une quantité');
    expect(cartOf(market)).toBeUndefined();
  },
);

test('a quantity changed to nothing in the cart is refused, and the line keeps the one it had', async () => {
  const market = aMarketplace();
  await put(market, 5);
  const [line] = linesOf(market);
  const answer = await submit(market, { [`quantity:${line?.id}`]: '0', title: 'Visualiseurs' });
  expect(answer.status).toBe(422);
  expect(linesOf(market)).toMatchObject([{ quantity: 5 }]);
  expect(cartOf(market)?.title).toBe('Visualiseurs');
});

test('a school of another commune is not found', async () => {
  const market = aMarketplace();
  const { uai } = aCommune(market.db, 1);
  expect((await put({ ...market, uai }, 1)).status).toBe(404);
  expect(cartOf(market)).toBeUndefined();
});

test('another commune can neither change nor remove a line of the cart', async () => {
  const market = aMarketplace();
  await put(market, 2);
  const [line] = linesOf(market);
  const { communeId } = aCommune(market.db, 1);
  const stranger = aPerson(market.db, communeId, 'secretary');
  await send(market.platform, stranger, removeLine, {}, { id: line?.id ?? '' });
  await send(market.platform, stranger, saveCart, { orderId: line?.orderId ?? '', [`quantity:${line?.id}`]: '9' });
  expect(linesOf(market)).toMatchObject([{ quantity: 2 }]);
});

test('a line is removed once; removing it again does nothing', async () => {
  const market = aMarketplace();
  await put(market, 2);
  await put(market, 1, market.otherId);
  const id = linesOf(market)[0]?.id ?? '';
  await send(market.platform, market.secretary, removeLine, {}, { id });
  await send(market.platform, market.secretary, removeLine, {}, { id });
  expect(linesOf(market)).toHaveLength(1);
});

test('submission freezes lines, numbers the order, and leaves step, checks and journal', async () => {
  const market = aMarketplace();
  await put(market, 3);
  await put(market, 7, market.otherId);
  const answer = await submit(market, { title: 'Visualiseurs', commitmentNumber: 'ENG-1' });
  const id = idIn(answer);
  expect(answer.status).toBe(302);
  expect(orderAsStored(market.db, id)).toMatchObject({
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
  const checks = market.db.select().from(tables.orderChecks).where(eq(tables.orderChecks.orderId, id)).all();
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.every(({ ruleVersion, result }) => ruleVersion !== '' && 'inputs' in (result as object))).toBe(true);
  expect(listDeeds(market.db, 'order', id)[0]?.deed).toBe('order.submit');
  changePrice(market, market.productId, { unitPriceNet: unitPrice(200_0000) });
  expect(orderAsStored(market.db, id).lines[0]?.unitPriceNet).toBe(100_0000);
});

test('submitted twice at once, or again from the page behind, the order exists once', async () => {
  const market = aMarketplace();
  await put(market, 1);
  const first = cartOf(market)?.id ?? '';
  const answers = await Promise.all([1, 2, 3].map(() => submit(market)));
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
  expect(market.db.select().from(tables.orders).all()).toMatchObject([{ id: first, reference: 'CMD-2026-00001' }]);
});

test('the page of a cart already submitted, sent again, does not touch the next cart', async () => {
  const market = aMarketplace();
  await put(market, 1);
  const first = cartOf(market)?.id ?? '';
  await submit(market);
  await put(market, 8, market.otherId);
  const stale = { orderId: first, title: 'Ancien', comment: 'ancien' };
  const again = await send(market.platform, market.secretary, submitCart, stale);
  expect(again.status).toBe(302);
  await send(market.platform, market.secretary, saveCart, stale);
  expect(cartOf(market)).toMatchObject({ state: 'draft', title: null });
  expect(linesOf(market)).toMatchObject([{ quantity: 8 }]);
});

test('a price that changed since is shown and must be accepted before submitting', async () => {
  const market = aMarketplace();
  await put(market, 2);
  changePrice(market, market.productId, { unitPriceNet: unitPrice(120_0000) });
  const refused = await submit(market);
  expect(refused.status).toBe(422);
  expect(refused.reasons.join()).toMatch(/100,00\s€ à 120,00\s€/);
  await accept(market);
  expect((await submit(market)).status).toBe(302);
  expect(market.db.select().from(tables.orderLines).all()).toMatchObject([{ unitPriceNet: 120_0000, net: 240_00 }]);
});

test('a price that nobody has seen is not accepted', async () => {
  const market = aMarketplace();
  await put(market, 2);
  changePrice(market, market.productId, { unitPriceNet: unitPrice(120_0000) });
  const line = linesOf(market)[0]?.id ?? '';
  await send(market.platform, market.secretary, acceptPrices, { [`price:${line}`]: 'price-camera-1' });
  await send(market.platform, market.secretary, acceptPrices);
  expect(linesOf(market)).toMatchObject([{ unitPriceNet: 100_0000 }]);
});

test('a VAT rate that changed since must be accepted too', async () => {
  const market = aMarketplace();
  await put(market, 2);
  changePrice(market, market.productId, { vatRate: 550 });
  expect((await submit(market)).status).toBe(422);
  await accept(market);
  expect((await submit(market)).status).toBe(302);
  expect(market.db.select().from(tables.orderLines).all()).toMatchObject([{ vatRate: 550 }]);
});

test('a reference without a price in force cannot be submitted', async () => {
  const market = aMarketplace();
  await put(market, 2);
  write(market.db, (tx) =>
    tx
      .update(tables.prices)
      .set({ validTo: day('2026-11-22') })
      .run(),
  );
  const answer = await submit(market);
  expect(answer).toMatchObject({ status: 422 });
  expect(answer.reasons.join()).toContain('plus de prix en vigueur');
});

test('the same reference for two schools is summed before it is held against the ceiling', async () => {
  const market = aMarketplace({ ceiling: 500_00 });
  const second = market.db.select().from(tables.schools).get();
  if (!second) throw new Error('No school');
  write(market.db, (tx) =>
    tx
      .insert(tables.schools)
      .values({ ...second, uai: '0359999Z' as typeof second.uai, name: 'École B' })
      .run(),
  );
  await put(market, 3);
  await put({ ...market, uai: '0359999Z' as typeof second.uai }, 3);
  const answer = await submit(market);
  expect(answer.status).toBe(422);
  expect(answer.reasons.join()).toMatch(
    /600,00\s€ HT demandés, il reste 500,00\s€ HT sous le plafond de votre commune/,
  );
});

test('all reasons come at once, and nothing typed is lost', async () => {
  const market = aMarketplace({ ceiling: 100_00, lotMaximum: 150_00, accordCadre: { endsOn: day('2026-11-01') } });
  write(market.db, (tx) => tx.delete(tables.memberships).run());
  await put(market, 2);
  const answer = await submit(market, { comment: 'Pour la rentrée' });
  expect(answer.status).toBe(422);
  const said = answer.reasons.join('\n');
  expect(said).toContain('n’est pas adhérente');
  expect(said).toMatch(/il reste 150,00\s€ HT sous le maximum du lot/);
  expect(said).toMatch(/il reste 100,00\s€ HT sous le plafond/);
  expect(answer.reasons).toHaveLength(4);
  expect(cartOf(market)?.comment).toBe('Pour la rentrée');
});

test('without a ceiling of its own a commune cannot order under the lot', async () => {
  const market = aMarketplace({ ceiling: null });
  await put(market, 1);
  expect((await submit(market)).reasons.join()).toContain('n’a pas de plafond sous ce lot');
});

test('the exact remainder is accepted, one unit more is not, and a returned order frees what it took', async () => {
  const market = aMarketplace({ ceiling: 300_00 });
  const id = await aSubmittedOrder(market, 2);
  await put(market, 2);
  const refused = await submit(market);
  expect(refused.reasons.join()).toMatch(/200,00\s€ HT demandés, il reste 100,00\s€ HT/);
  await put(market, 1);
  expect((await submit(market)).status).toBe(302);
  await send(market.platform, market.elected, sendBack, { comment: 'Trop' }, { id });
  await put(market, 2);
  expect((await submit(market)).status).toBe(302);
});

test('a returned order comes back to the cart with all its lines, and keeps its reference', async () => {
  const market = aMarketplace();
  const id = await aSubmittedOrder(market, 3);
  await send(market.platform, market.elected, sendBack, { comment: 'Ajoutez une école' }, { id });
  await send(market.platform, market.secretary, resume, {}, { id });
  expect(cartOf(market)).toMatchObject({ id, reference: 'CMD-2026-00001' });
  await put(market, 4);
  expect(idIn(await submit(market))).toBe(id);
  expect(orderAsStored(market.db, id)).toMatchObject({
    state: 'submitted',
    reference: 'CMD-2026-00001',
    lines: [{ quantity: 4 }],
  });
});

test('a returned order waits while another cart is in use', async () => {
  const market = aMarketplace();
  const id = await aSubmittedOrder(market);
  await send(market.platform, market.elected, sendBack, { comment: 'Non' }, { id });
  await put(market, 1, market.otherId);
  const answer = await send(market.platform, market.secretary, resume, {}, { id });
  expect(answer).toMatchObject({ status: 422 });
  expect(orderAsStored(market.db, id).state).toBe('returned');
  expect(linesOf(market)).toHaveLength(1);
});

test('a numbered order emptied in the cart is never forgotten: no reference disappears', async () => {
  const market = aMarketplace();
  const first = await aSubmittedOrder(market, 1);
  const second = await aSubmittedOrder(market, 2);
  for (const id of [first, second]) {
    await send(market.platform, market.elected, sendBack, { comment: 'Non' }, { id });
  }
  await send(market.platform, market.secretary, resume, {}, { id: first });
  const line = linesOf(market)[0]?.id ?? '';
  await send(market.platform, market.secretary, removeLine, {}, { id: line });
  await send(market.platform, market.secretary, resume, {}, { id: second });
  const references = market.db.select({ reference: tables.orders.reference }).from(tables.orders).all();
  expect(references.map(({ reference }) => reference).sort()).toEqual(['CMD-2026-00001', 'CMD-2026-00002']);
  expect(cartOf(market)?.id).toBe(second);
});

test('the page of the cart shows totals, remainders and what stands against submitting', async () => {
  const market = aMarketplace({ ceiling: 250_00 });
  await put(market, 3);
  const page = await read(market.platform, market.secretary, readCart);
  if (typeof page === 'number' || !page.cart) throw new Error('No cart');
  expect(page.totals).toMatchObject({ net: 300_00, vat: 60_00, gross: 360_00 });
  expect(page.reasons.join()).toMatch(/il reste 250,00\s€ HT/);
  expect(page.lots).toMatchObject([{ memberMaximumNet: cents(250_00), askedNet: 300_00 }]);
});

test('a cart over two accords-cadres is held against each of their lots', async () => {
  const market = aMarketplace();
  aLot(market.db, { id: 'lot-2', maximumNet: 50_00, ceilings: { [market.communeId]: 50_00 } });
  const { productId } = aProduct(market.db, 'lot-2', { id: 'camera-3', euros: 60, category: 'documentCamera' });
  await put(market, 1);
  await put(market, 1, productId);
  const answer = await submit(market);
  expect(answer.reasons).toHaveLength(2);
  expect(answer.reasons.every((reason) => reason.includes('AC-lot-2'))).toBe(true);
});
