// The awarded price schedule becomes the catalogue in one step, and only the identified buyers order from it.
import { listAccordsCadres, listLots } from 'db/accords-cadres';
import { findContract } from 'db/contracts';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposedCeilings } from '~/domain/consultations/award-catalogue';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { action as openCatalogue, loader as preview } from '~/routes/consultations/catalogue-opening';
import { readCart } from '~/routes/orders/cart.server';
import { action as putLine } from '~/routes/orders/cart-line';
import { action as submit } from '~/routes/orders/submission';
import { aCommune, aPerson } from '../database';
import { read, send } from '../orders/asking';
import { aNotifiedContract, prices } from './awarding';

type Led = Awaited<ReturnType<typeof aNotifiedContract>>;
type Preview = Exclude<Awaited<ReturnType<typeof preview>>, Response>;

async function previewOf({ platform, buyer, contractId }: Led, query = '?vatRate=2000'): Promise<Preview> {
  const path = `/contrats/${contractId}/catalogue${query}`;
  return (await read(platform('2027-01-26T09:00'), buyer, preview as never, { id: contractId }, path)) as Preview;
}

function openingForm(shown: Preview, over: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    mode: 'intermediary',
    effectiveOn: '2027-01-25',
    digest: shown.digest,
    vatRate: '2000',
    ...Object.fromEntries(shown.ceilings.map(({ communeId }) => [`ceiling-${communeId}`, '200 000,00'])),
    ...over,
  };
}

test('the catalogue holds the awarded schedule to its fourth decimal, once, with its holder, maximum and buyers', async () => {
  const led = await aNotifiedContract('beta');
  const { db, platform, buyer, contractId } = led;
  const params = { id: contractId };
  // The second line has no VAT rate: it is refused until the buyer says it.
  const blank = await previewOf(led, '');
  expect(blank.lines.map(({ number, refused }) => [number, refused])).toEqual([
    ['1.001', false],
    ['1.002', true],
  ]);
  expect(blank.lines[1]?.problems.join()).toContain('TVA');
  const shown = await previewOf(led);
  expect(shown.lines.every(({ refused }) => !refused)).toBe(true);
  const on = platform('2027-01-26T09:00');
  const wrong = openingForm(shown, { effectiveOn: '2027-01-24', digest: 'x', 'ceiling-commune-0': '99 000 000,00' });
  const against = (await send(on, buyer, openCatalogue, wrong, params)).reasons.join('\n');
  for (const said of ['avant la notification', 'a changé depuis', 'Commune 0', 'dépasse le maximum'])
    expect(against).toContain(said);

  for (const _ of [1, 2])
    expect(await send(on, buyer, openCatalogue, openingForm(shown), params)).toMatchObject({ status: 302 });
  const found = findContract(db, contractId);
  const lots = listLots(db, found?.accordCadreId ?? '');
  expect(lots).toMatchObject([{ holderName: 'Beta Éducation', holderSiret: '55208131766522', references: 2 }]);
  expect(lots[0]?.lot).toMatchObject({ number: 1, maximumNet: found?.contract.maximumNet, deliveryDays: 30 });
  expect(listAccordsCadres(db).find(({ id }) => id === found?.accordCadreId)).toMatchObject({
    reference: '2027-TERM',
    mode: 'intermediary',
    notifiedOn: '2027-01-25',
    endsOn: '2031-01-24',
  });
  const references = db
    .select()
    .from(tables.products)
    .innerJoin(tables.prices, eq(tables.prices.productId, tables.products.id))
    .where(eq(tables.products.lotId, found?.contract.lotId ?? ''))
    .all();
  // Every line, its price exactly as written in the workbook, and what the holder said of it.
  expect(
    references.map(({ products: product, prices: price }) => [
      product.reference,
      price.unitPriceNet,
      price.ecoContributionNet,
      price.vatRate,
      price.validFrom,
    ]),
  ).toEqual(
    Object.entries(prices.beta).map(([number, euros]) => [number, Math.round(euros * 10_000), 321, 2000, '2027-01-25']),
  );
  const laptop = references.find(({ products: product }) => product.category === 'laptop')?.products;
  expect(laptop).toMatchObject({
    model: expect.stringContaining('Nordika'),
    attributes: { ramGb: 8, warrantyYears: 4, condition: 'new' },
  });
  expect(laptop?.label).not.toContain('équivalent');
});

test('an identified buyer orders from the awarded catalogue, and a commune that is not one cannot (R2162-6)', async () => {
  const led = await aNotifiedContract();
  const { db, platform, buyer, contractId, members } = led;
  const shown = await previewOf(led);
  await send(platform('2027-01-26T09:00'), buyer, openCatalogue, openingForm(shown), { id: contractId });
  const stranger = aCommune(db, 2);
  const lotId = findContract(db, contractId)?.contract.lotId ?? '';
  const tablet = db
    .select()
    .from(tables.products)
    .where(eq(tables.products.lotId, lotId))
    .all()
    .find(({ category }) => category === 'tablet');
  const ordered = async (commune: { readonly communeId: string; readonly uai: string }) => {
    const on = platform('2027-02-01T09:00');
    const secretary = aPerson(db, commune.communeId, 'secretary');
    const line = { schoolUai: commune.uai, productId: tablet?.id ?? '', quantity: '2' };
    expect(await send(on, secretary, putLine, line)).toMatchObject({ status: 302 });
    const cart = db.select().from(tables.orders).where(eq(tables.orders.communeId, commune.communeId)).get();
    const results = readCart(db, commune.communeId, day('2027-02-01'))?.results ?? [];
    const comments = results.map(({ key }) => [`comment:${key}`, 'Pour les enseignants, convention signée.']);
    const form = { orderId: cart?.id ?? '', ...Object.fromEntries(comments) };
    const { reasons } = await send(on, secretary, submit, form);
    const state = db
      .select()
      .from(tables.orders)
      .where(eq(tables.orders.id, cart?.id ?? ''))
      .get()?.state;
    return { state, reasons };
  };
  const [member] = members;
  if (!member) throw new Error('No member');
  expect(await ordered(member)).toEqual({ state: 'submitted', reasons: [] });
  expect(await ordered(stranger)).toEqual({
    state: 'draft',
    reasons: [expect.stringContaining('n’a pas de plafond sous ce lot')],
  });
});

test('a ceiling proposed never passes the maximum, nor falls under the part of the needs that its buyer had', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000_00 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1_000_00, max: 10_000_000_00 }), (nets, maximum) => {
      const buyers = nets.map((_, index) => ({ communeId: String(index), name: String(index) }));
      const shares = nets.map((net, index) => ({ communeId: String(index), net: cents(net) }));
      const total = nets.reduce((sum, net) => sum + net, 0);
      for (const [index, ceiling] of proposedCeilings(buyers, shares, cents(maximum)).entries()) {
        expect(ceiling.maximumNet).toBeGreaterThan(0);
        expect(ceiling.maximumNet).toBeLessThanOrEqual(maximum);
        const part = total === 0 ? 0 : Math.floor(((nets[index] ?? 0) * maximum) / total);
        expect(ceiling.maximumNet).toBeGreaterThanOrEqual(Math.min(part, maximum));
      }
    }),
  );
});
