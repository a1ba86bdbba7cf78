// From purchase orders to the AGEC year: the right buyer, year and category, without VAT, to the cent.
import { randomUUID } from 'node:crypto';
import * as tables from 'db/schema';
import { read, send } from 'tests/orders/asking';
import { aCentrale, aSubmittedOrder, type Centrale, idIn, orderAsStored, put, submit } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { loader as yearPage } from '~/routes/checks/year';
import { action as answerLines } from '~/routes/checks/year-lines';
import { action as accept } from '~/routes/orders/acceptance';
import { action as approve } from '~/routes/orders/approval';
import { action as cancel } from '~/routes/orders/cancellation';
import { action as issue } from '~/routes/orders/issue';
import { loader as orderPage } from '~/routes/orders/order';
import { aProduct } from '../database';

/** Documents are not read here: their bytes are short. */
function aQuickCentrale(mode: 'wholesaler' | 'intermediary') {
  const centrale = aCentrale({ mode });
  const documents = { render: async () => new TextEncoder().encode(randomUUID()), close: async () => undefined };
  return { ...centrale, platform: { ...centrale.platform, documents } };
}

async function issued(centrale: Centrale, id: string): Promise<string> {
  for (const [person, action] of [
    [centrale.elected, approve],
    [centrale.buyer, accept],
    [centrale.buyer, issue],
  ] as const) {
    await send(centrale.platform, person, action, {}, { id });
  }
  expect(orderAsStored(centrale.db, id).state).toBe('issued');
  return id;
}

async function yearOf(centrale: Centrale, person: Centrale['secretary'], year = 2026) {
  const page = await read(centrale.platform, person, yearPage, { annee: String(year) });
  if (typeof page === 'number') throw new Error(`The page answered ${page}`);
  return Object.fromEntries(page.figures.map((figure) => [figure.category, figure]));
}

test('an order through an intermediary counts for the commune, one through a wholesaler for the syndicat', async () => {
  for (const mode of ['intermediary', 'wholesaler'] as const) {
    const centrale = aQuickCentrale(mode);
    const { productId } = aProduct(centrale.db, 'lot-1', {
      id: 'ink',
      category: 'printerSupply',
      euros: 333.335,
      ecoEuros: 0.0125,
    });
    await put(centrale, 3, productId);
    const sent = await submit(centrale);
    expect(sent.reasons).toEqual([]);
    await issued(centrale, idIn(sent));
    const [line] = centrale.db.select().from(tables.orderLines).all();
    const expected = (line?.net ?? 0) + (line?.ecoNet ?? 0);
    expect(expected).toBe(1000_05);
    const commune = (await yearOf(centrale, centrale.secretary))['printSupplies'];
    const syndicat = (await yearOf(centrale, centrale.buyer))['printSupplies'];
    const [payer, other] = mode === 'intermediary' ? [commune, syndicat] : [syndicat, commune];
    expect([mode, payer?.totalNet, other?.totalNet]).toEqual([mode, expected, 0]);
  }
});

test('an order not issued, or cancelled, counts nowhere', async () => {
  const centrale = aQuickCentrale('intermediary');
  const { productId } = aProduct(centrale.db, 'lot-1', {
    id: 'ink',
    category: 'printerSupply',
    euros: 100,
    ecoEuros: 0,
  });
  await put(centrale, 1, productId);
  const id = idIn(await submit(centrale));
  const total = async () => (await yearOf(centrale, centrale.secretary))['printSupplies']?.totalNet;
  expect(await total()).toBe(0);
  await send(centrale.platform, centrale.elected, cancel, { comment: 'Commande en double' }, { id });
  expect(orderAsStored(centrale.db, id).state).toBe('cancelled');
  expect(await total()).toBe(0);
});

test('an order counts in the year of its issue in Paris, whatever the hour of Greenwich says', async () => {
  const centrale = aQuickCentrale('intermediary');
  const { productId } = aProduct(centrale.db, 'lot-1', {
    id: 'ink',
    category: 'printerSupply',
    euros: 100,
    ecoEuros: 0,
  });
  await put(centrale, 2, productId);
  await issued(centrale, idIn(await submit(centrale)));
  const at = (issuedAt: string) =>
    centrale.db
      .update(tables.purchaseOrders)
      .set({ issuedAt: issuedAt as never })
      .run();
  const totals = async () => [
    (await yearOf(centrale, centrale.secretary, 2025))['printSupplies']?.totalNet,
    (await yearOf(centrale, centrale.secretary, 2026))['printSupplies']?.totalNet,
  ];
  at('2025-12-31T22:59:59.000Z');
  expect(await totals()).toEqual([200_00, 0]);
  at('2025-12-31T23:00:00.000Z');
  expect(await totals()).toEqual([0, 200_00]);
});

test('a reused line counts once its proof is said, a recycled one once it is said, each in its category', async () => {
  const centrale = aQuickCentrale('intermediary');
  const { db } = centrale;
  const sold = (id: string, category: string, euros: number, condition: string) =>
    aProduct(db, 'lot-1', { id, category, euros, ecoEuros: 0, attributes: { condition } }).productId;
  const ink = sold('ink', 'printerSupply', 200, 'refurbished');
  const desk = sold('desk', 'furniture', 50, 'new');
  await put(centrale, 1, ink);
  await put(centrale, 1, desk);
  const id = await issued(centrale, idIn(await submit(centrale)));
  const before = await yearOf(centrale, centrale.secretary);
  expect(before['printSupplies']).toMatchObject({ totalNet: 200_00, reuse: { least: 0, most: 200_00 } });
  const lineOf = (productId: string) => orderAsStored(db, id).lines.find((line) => line.productId === productId)?.id;
  const said = { [`reuseProof:${lineOf(ink)}`]: 'yes', [`recycled:${lineOf(desk)}`]: 'yes' };
  await send(centrale.platform, centrale.secretary, answerLines, said, { annee: '2026' });
  const after = await yearOf(centrale, centrale.secretary);
  expect(after['printSupplies']).toMatchObject({ reuse: { least: 200_00, most: 200_00 }, recycled: { least: 0 } });
  expect(after['furniture']).toMatchObject({ totalNet: 50_00, reuse: { most: 0 }, recycled: { least: 50_00 } });
});

test('what no AGEC category names, a document camera for one, is not counted in another', async () => {
  const centrale = aQuickCentrale('intermediary');
  await issued(centrale, await aSubmittedOrder(centrale));
  const figures = Object.values(await yearOf(centrale, centrale.secretary));
  expect(figures).toHaveLength(17);
  expect(figures.map(({ totalNet }) => totalNet).filter((total) => total !== 0)).toEqual([]);
});

test('the page of an open order shows the year with and without it, that of an issued one no longer does', async () => {
  const centrale = aQuickCentrale('intermediary');
  const sold = (id: string, condition: string) =>
    aProduct(centrale.db, 'lot-1', { id, category: 'furniture', euros: 50, ecoEuros: 0, attributes: { condition } });
  const { productId } = sold('desk', 'new');
  await put(centrale, 2, productId);
  const id = idIn(await submit(centrale));
  for (const person of [centrale.secretary, centrale.buyer]) {
    const page = await read(centrale.platform, person, orderPage, { id });
    if (typeof page === 'number') throw new Error(`The page answered ${page}`);
    expect(page.year).toMatchObject({ buyerId: centrale.communeId, year: 2026 });
    expect(page.year?.categories).toEqual([
      {
        label: "Mobilier et aménagement d'intérieur",
        before: null,
        after: { least: 0, most: 0 },
        minimum: 2000,
        missing: 20_00,
      },
    ]);
  }
  await issued(centrale, id);
  const page = await read(centrale.platform, centrale.secretary, orderPage, { id });
  expect(page).toMatchObject({ year: null });
});
