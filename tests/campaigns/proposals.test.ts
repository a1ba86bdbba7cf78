// What an answer can start from: proposed, never counted before it is taken, and written once.
import { addNeeds, draftAnswer, findAnswer, signAnswer } from 'db/campaign-answers';
import { addCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { orderLines, orders } from 'db/schema';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { proposedNeeds } from '~/domain/campaigns/proposals';
import { addDays } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import { cents, unitPrice } from '~/domain/shared/money';
import { readSpreadsheet } from '~/imports/spreadsheet';
import { loader as openAnswerPage } from '~/routes/campaigns/answer';
import { loader as downloadSheet } from '~/routes/campaigns/need-sheet-file';
import { loader as openTakeOver, action as takeOver } from '~/routes/campaigns/take-over';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat, testNow } from '../database';
import { aPlatform, read, send } from '../orders/asking';
import { aCampaign, aNeed } from './builders';

function twoCampaigns() {
  const db = aDatabase();
  const buyer = aPerson(db, aSyndicat(db), 'syndicatBuyer');
  const { communeId, uai } = aCommune(db, 0);
  const other = aCommune(db, 1);
  const secretary = aPerson(db, communeId, 'secretary');
  const otherSecretary = aPerson(db, other.communeId, 'secretary');
  const { lotId } = aLot(db);
  const { productId, priceId } = aProduct(db, lotId, { id: 'tablet', euros: 250 });
  const { id, title, description, conventionId, opensOn, closesOn, lots } = aCampaign();
  const before = { id: 'campaign-2025', opensOn: addDays(opensOn, -365), closesOn: addDays(closesOn, -365) };
  write(db, (tx) => {
    const by = { id: buyer.id, at: testNow };
    addCampaign(tx, { id, title, description, conventionId, opensOn, closesOn, lots }, by);
    addCampaign(tx, { ...before, title: 'Besoins 2025', description, conventionId, lots }, by);
  });
  const past = { campaignId: before.id, communeId, at: '2025-12-01T09:00:00.000Z', userId: secretary.id };
  const signPast = () =>
    write(db, (tx) => {
      draftAnswer(tx, past);
      addNeeds(tx, past, [
        aNeed({ id: 'a', productId, schoolUai: uai, quantity: 12, estimatedUnitPriceNet: unitPrice(1_990_000) }),
        aNeed({ id: 'b', productId: null, label: 'Écran du préau', category: 'interactiveDisplay', quantity: 1 }),
      ]);
      signAnswer(tx, past, false);
    });
  return {
    db,
    platform: aPlatform(db),
    communeId,
    uai,
    secretary,
    otherSecretary,
    id,
    productId,
    priceId,
    lotId,
    signPast,
    params: { id },
  };
}

interface Page {
  readonly proposals: { readonly lines: readonly { readonly id: string }[]; readonly source: object } | null;
}

test('the last signed needs are proposed at today’s prices, and count for nothing until they are taken', async () => {
  const { db, platform, secretary, communeId, id, signPast, params } = twoCampaigns();
  signPast();
  const page = (await read(platform, secretary, openTakeOver, params)) as Page;
  expect(page.proposals?.source).toEqual({ kind: 'signed', title: 'Besoins 2025', on: '2025-12-01' });
  expect(page.proposals?.lines).toMatchObject([
    { label: 'Tablette 10 pouces', quantity: 12, estimatedUnitPriceNet: 2_500_000 },
    { label: 'Écran du préau', productId: null, quantity: 1 },
  ]);
  expect(await read(platform, secretary, openAnswerPage, params)).toMatchObject({ proposed: { count: 2 }, needs: [] });
  expect(findAnswer(db, id, communeId)).toBeUndefined();
});

test('taken lines keep what was corrected, twice the same form writes once, and the rest stays proposed', async () => {
  const { db, platform, secretary, communeId, id, uai, signPast, params } = twoCampaigns();
  signPast();
  const page = (await read(platform, secretary, openTakeOver, params)) as Page;
  const [tablets] = page.proposals?.lines ?? [];
  const key = tablets?.id ?? '';
  const form = { 'take[]': key, [`quantity-${key}`]: '15', [`school-${key}`]: uai, [`reason-${key}`]: 'renewal' };
  for (const _ of [1, 2])
    expect(await send(platform, secretary, takeOver, form, params)).toMatchObject({ status: 302 });
  expect(findAnswer(db, id, communeId)).toMatchObject({
    state: 'draft',
    needs: [{ productId: 'tablet', quantity: 15, schoolUai: uai, reason: 'renewal', estimatedUnitPriceNet: 2_500_000 }],
  });
  const after = (await read(platform, secretary, openTakeOver, params)) as Page;
  expect(after.proposals?.lines).toMatchObject([{ label: 'Écran du préau' }]);
});

test('nothing ticked, or a wrong quantity, is refused with its reason and what was typed is kept', async () => {
  const { platform, secretary, signPast, params } = twoCampaigns();
  signPast();
  const page = (await read(platform, secretary, openTakeOver, params)) as Page;
  const key = page.proposals?.lines[0]?.id ?? '';
  expect(await send(platform, secretary, takeOver, {}, params)).toMatchObject({
    status: 422,
    reasons: ['Cochez au moins une ligne.'],
  });
  const wrong = await send(platform, secretary, takeOver, { 'take[]': key, [`quantity-${key}`]: 'douze' }, params);
  expect(wrong.reasons).toEqual([expect.stringContaining('la quantité doit être un nombre entier')]);
  expect(wrong.typed).toMatchObject({ taken: key, [`quantity-${key}`]: 'douze' });
});

test('without signed needs, the orders of the last twelve months are proposed, and never those of another commune', async () => {
  const { db, platform, secretary, otherSecretary, communeId, uai, productId, priceId, lotId, params } = twoCampaigns();
  write(db, (tx) => {
    for (const [order, submittedAt, state] of [
      ['recent', '2026-03-01T09:00:00.000Z', 'delivered'],
      ['old', '2025-03-01T09:00:00.000Z', 'delivered'],
      ['cancelled', '2026-04-01T09:00:00.000Z', 'cancelled'],
    ] as const) {
      tx.insert(orders)
        .values({ id: order, communeId, state: 'draft', createdBy: secretary.id, createdAt: submittedAt })
        .run();
      tx.insert(orderLines)
        .values({
          id: `line-${order}`,
          orderId: order,
          position: 1,
          schoolUai: uai,
          productId,
          lotId,
          priceId,
          reference: 'REF',
          label: 'Tablette 10 pouces',
          unit: 'unité',
          quantity: 8,
          unitPriceNet: unitPrice(2_500_000),
          vatRate: 2000,
          ecoContributionNet: unitPrice(0),
          net: cents(200_000),
          ecoNet: cents(0),
          facts: {},
        })
        .run();
      tx.update(orders).set({ state, submittedAt }).where(eq(orders.id, order)).run();
    }
  });
  const page = (await read(platform, secretary, openTakeOver, params)) as Page;
  expect(page.proposals).toMatchObject({
    source: { kind: 'ordered', since: '2025-11-23' },
    lines: [{ productId, quantity: 8, schoolUai: uai, reason: 'renewal' }],
  });
  expect(await read(platform, otherSecretary, openTakeOver, params)).toMatchObject({ proposals: null });
});

test('the sheet to fill in recalls last year in a column of its own, and its quantities are empty', async () => {
  const { platform, secretary, signPast, params } = twoCampaigns();
  signPast();
  const answer = (await read(platform, secretary, downloadSheet, params)) as unknown as Response;
  const reading = readSpreadsheet(new Uint8Array(await answer.arrayBuffer()));
  if (!reading.read) throw new Error('The sheet is unreadable');
  const rows = reading.spreadsheet.sheets.find(({ name }) => name === 'Besoins')?.rows ?? [];
  const header = rows.find(({ cells }) => cells.some(({ text }) => text === 'Demandé l’an dernier'));
  const column = (label: string) => header?.cells.find(({ text }) => text === label)?.column;
  const tablet = rows.find(({ cells }) => cells.some(({ text }) => text === 'R-tablet'));
  const at = (label: string) => tablet?.cells.find((cell) => cell.column === column(label))?.text ?? '';
  expect(at('Demandé l’an dernier')).toBe('12');
  expect(at('Quantité')).toBe('');
});

test('past lines of other categories, or already asked, are not proposed; the same thing twice is added up', () => {
  const uai = '0350103X' as Uai;
  const { id: _, ...line } = aNeed({ productId: null, schoolUai: uai, quantity: 3 });
  const context = { lots: aCampaign().lots, references: new Map(), schools: [uai], needs: [] };
  expect(proposedNeeds([line, line], context)).toEqual([{ ...line, quantity: 6 }]);
  expect(proposedNeeds([{ ...line, category: 'robot' }], context)).toEqual([]);
  expect(proposedNeeds([line], { ...context, needs: [line] })).toEqual([]);
  expect(proposedNeeds([line], { ...context, schools: [] })).toEqual([{ ...line, schoolUai: null }]);
});
