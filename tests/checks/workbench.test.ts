// The workbench on a real database: a switch is traced, a vote blocks, open orders are checked again, closed ones never.
import { randomUUID } from 'node:crypto';
import { listPolicies, listRechecks } from 'db/checks';
import { write } from 'db/client';
import { listFrozenChecks } from 'db/orders';
import { listDeeds } from 'db/records';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { read, send } from 'tests/orders/asking';
import { aCentrale, aSubmittedOrder, type Centrale, put, submit } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import type { OrderState } from '~/domain/orders/order-states';
import { day } from '~/domain/shared/day';
import { action as adopt } from '~/routes/checks/adoption';
import { loader as readChanged } from '~/routes/checks/changed-orders';
import { loader as readPolicyPage } from '~/routes/checks/policy';
import { action as changeDraft } from '~/routes/checks/policy-edit';
import { action as endPolicy } from '~/routes/checks/policy-end';
import { action as draft } from '~/routes/checks/policy-new';
import { action as recheck } from '~/routes/checks/recheck';
import { loader as readRule } from '~/routes/checks/rule';
import { loader as readRules } from '~/routes/checks/rules';
import { rulesInForce } from '~/routes/checks/rules-in-force.server';
import { action as switchRule } from '~/routes/checks/switch';
import { loader as readOrder } from '~/routes/orders/order';

const today = day('2026-11-23');

/** What a buyer fills in: a figure asked of document cameras. */
const aDraft = (changes: Readonly<Record<string, string>> = {}) => ({
  id: randomUUID(),
  title: 'Visualiseurs de 1080 lignes',
  'categories[]': 'documentCamera',
  requireFact0: 'product.verticalPixels',
  requireOperator0: 'gte',
  requireValue0: '1080',
  severity: 'blocking',
  evidence: 'la fiche technique',
  from: 'supplier',
  ...changes,
});

const vote = { adoptedOn: '2026-11-20', reference: '2026-20', from: today };

async function write1080({ platform, buyer }: Centrale, changes: Readonly<Record<string, string>> = {}) {
  const answer = await send(platform, buyer, draft, aDraft(changes));
  return { ...answer, id: answer.location?.split('/').at(-1) ?? '' };
}

async function aVotedRule(centrale: Centrale, changes: Readonly<Record<string, string>> = {}) {
  const { id } = await write1080(centrale, changes);
  const answer = await send(centrale.platform, centrale.buyer, adopt, vote, { id });
  expect(answer.status).toBe(302);
  return id;
}

function give({ db }: Centrale, attributes: Readonly<Record<string, number>>) {
  write(db, (tx) => tx.update(tables.products).set({ attributes }).where(eq(tables.products.id, 'camera-1')).run());
}

function move({ db }: Centrale, orderId: string, state: OrderState) {
  write(db, (tx) => tx.update(tables.orders).set({ state }).where(eq(tables.orders.id, orderId)).run());
}

async function pageOf(centrale: Centrale, id: string, person = centrale.buyer) {
  const page = await read(centrale.platform, person, readOrder, { id });
  if (typeof page === 'number') throw new Error(`order page: ${page}`);
  return page;
}

test('a switch asks for the citation to be read and for a reason, and keeps who made it and when', async () => {
  const centrale = aCentrale();
  const { db, platform, buyer, secretary } = centrale;
  const at = { id: 'CE-01' };
  const sent = { id: randomUUID(), enabled: 'true', read: 'yes', reason: 'Texte relu au Journal officiel' };
  const { read: _, ...unread } = sent;
  expect((await send(platform, buyer, switchRule, unread, at)).reasons).toEqual([
    'Cochez que vous avez lu la citation et sa source.',
  ]);
  expect((await send(platform, buyer, switchRule, { ...sent, reason: ' ' }, at)).status).toBe(422);
  expect((await send(platform, secretary, switchRule, sent, at)).status).toBe(403);
  expect((await send(platform, buyer, switchRule, sent, at)).status).toBe(302);
  expect((await send(platform, buyer, switchRule, sent, at)).status).toBe(302);
  expect(listDeeds(db, 'rule', 'CE-01')).toMatchObject([
    { deed: 'rule.switchedOn', userId: buyer.id, detail: { reason: sent.reason, version: 1 } },
  ]);
  const page = await read(platform, secretary, readRule, at);
  expect(page).toMatchObject({ rule: { status: 'inForce', blocks: false }, switches: [{ by: buyer.name }] });
  const rule = rulesInForce(db, today).find(({ id }) => id === 'CE-01');
  expect(rule).toMatchObject({ enabled: true, severity: 'reservation' });
  expect(rulesInForce(db, day('2026-11-22')).find(({ id }) => id === 'CE-01')).toBeUndefined();
});

test('a law read in its source is not switched off, a rule of the syndicat is not switched at all', async () => {
  const { db, platform, buyer } = aCentrale();
  const off = { id: randomUUID(), enabled: 'false', read: 'yes', reason: 'Trop contraignant' };
  expect((await send(platform, buyer, switchRule, off, { id: 'ABE-02' })).status).toBe(422);
  expect((await send(platform, buyer, switchRule, { ...off, enabled: 'true' }, { id: 'CVA-04' })).status).toBe(422);
  expect((await send(platform, buyer, switchRule, off, { id: 'absente' })).status).toBe(404);
  expect(db.select().from(tables.ruleSwitches).all()).toEqual([]);
});

test('a draft checks nothing; once voted it blocks as a rule of the syndicat, from its day', async () => {
  const centrale = aCentrale();
  give(centrale, { verticalPixels: 720 });
  const { id, location } = await write1080(centrale);
  expect(location).toBe(`/controles/syndicat/${id}`);
  await put(centrale, 3);
  const before = await submit(centrale);
  expect(before.status).toBe(302);
  expect((await send(centrale.platform, centrale.secretary, adopt, vote, { id })).status).toBe(403);
  expect((await send(centrale.platform, centrale.buyer, adopt, vote, { id })).status).toBe(302);
  expect((await send(centrale.platform, centrale.buyer, adopt, vote, { id })).status).toBe(302);
  expect(listDeeds(centrale.db, 'rule', 'SYN-01').map(({ deed }) => deed)).toEqual([
    'policy.adopted',
    'policy.drafted',
  ]);
  await put(centrale, 3);
  const refused = await submit(centrale);
  expect(refused.status).toBe(422);
  expect(refused.reasons.join()).toContain('1');
  expect(rulesInForce(centrale.db, day('2026-11-22')).some((rule) => rule.id === 'SYN-01')).toBe(false);
  const rule = await read(centrale.platform, centrale.secretary, readRule, { id: 'SYN-01' });
  expect(rule).toMatchObject({
    rule: { citation: 'Règle du syndicat (délibération 2026-20 du 20 novembre 2026)', opposable: false, blocks: true },
  });
});

test('the trial of a draft counts the orders that the vote would have stopped, with their amounts', async () => {
  const centrale = aCentrale();
  give(centrale, { verticalPixels: 720 });
  const order = await aSubmittedOrder(centrale, 3);
  // What was known on submission counts, whatever the catalogue says since.
  await aVotedRule(centrale, { requireValue0: '600', severity: 'recommendation' });
  const frozen = await read(centrale.platform, centrale.buyer, readRule, { id: 'SYN-01' });
  expect(frozen).toMatchObject({ trial: { total: 1 } });
  const { id } = await write1080(centrale, { regle: 'SYN-01' });
  const page = await read(centrale.platform, centrale.buyer, readPolicyPage, { id });
  expect(page).toMatchObject({
    isDraft: true,
    inForce: { version: 1 },
    catalogue: { concerned: 2, answers: { unmet: 1, unknown: 1, met: 0 } },
    trial: { total: 1, leftOut: 0, orders: [{ order: { id: order, net: 300_00 }, outcome: 'blocked', before: 'met' }] },
  });
  expect(await read(centrale.platform, centrale.secretary, readPolicyPage, { id })).toBe(404);
});

test('a voted version never changes: the next one ends it the day before, and an end is dated', async () => {
  const centrale = aCentrale();
  const { db, platform, buyer } = centrale;
  const id = await aVotedRule(centrale);
  const changed = await send(platform, buyer, changeDraft, aDraft({ requireValue0: '720' }), { id });
  expect(changed.status).toBe(422);
  expect(() =>
    write(db, (tx) => tx.update(tables.policies).set({ rule: {} }).where(eq(tables.policies.id, id)).run()),
  ).toThrow();
  const { id: next } = await write1080(centrale, { regle: 'SYN-01', requireValue0: '2160' });
  expect((await send(platform, buyer, adopt, vote, { id: next })).reasons).toEqual([
    'La version 1 s’applique à partir du 23 novembre 2026 : la nouvelle doit commencer après.',
  ]);
  const past = await send(
    platform,
    buyer,
    adopt,
    { ...vote, adoptedOn: '2026-11-24', from: '2026-11-22' },
    { id: next },
  );
  expect(past.reasons).toHaveLength(4);
  expect((await send(platform, buyer, adopt, { ...vote, from: '2026-12-01' }, { id: next })).status).toBe(302);
  expect(listPolicies(db)).toMatchObject([
    { version: 1, from: '2026-11-23', until: '2026-11-30', endReason: 'Remplacée par la version 2.' },
    { version: 2, from: '2026-12-01', until: null },
  ]);
  const figureOn = (date: string) => rulesInForce(db, day(date)).filter(({ id: ruleId }) => ruleId === 'SYN-01');
  expect(figureOn('2026-11-30')).toMatchObject([{ require: { gte: ['$product.verticalPixels', 1080] } }]);
  expect(figureOn('2026-12-01')).toMatchObject([{ require: { gte: ['$product.verticalPixels', 2160] } }]);
  const end = { until: '2026-11-01', reason: 'Délibération 2026-31' };
  expect((await send(platform, buyer, endPolicy, end, { id: next })).status).toBe(422);
  expect((await send(platform, buyer, endPolicy, { ...end, until: '2026-12-31' }, { id: next })).status).toBe(302);
  expect(figureOn('2027-01-01')).toEqual([]);
});

test('an open order shows what a vote changed, a buyer keeps it, and what was frozen stays', async () => {
  const centrale = aCentrale();
  const { db, platform, buyer, secretary } = centrale;
  give(centrale, { verticalPixels: 720 });
  const order = await aSubmittedOrder(centrale);
  const frozen = listFrozenChecks(db, order);
  expect((await pageOf(centrale, order)).changes).toEqual({ differences: [], recorded: [] });
  await aVotedRule(centrale);
  const page = await pageOf(centrale, order, secretary);
  expect(page.changes.differences).toMatchObject([
    { title: 'Visualiseurs de 1080 lignes', before: null, worse: true, subject: 'Visualiseur' },
  ]);
  expect(page.may.recheck).toBe(false);
  const changed = await read(platform, buyer, readChanged);
  expect(changed).toMatchObject({ checked: 1, leftOut: 0, orders: [{ id: order, stricter: 1 }] });
  expect((await send(platform, secretary, recheck, {}, { id: order })).status).toBe(403);
  expect((await send(platform, buyer, recheck, { comment: 'Vu avec le titulaire' }, { id: order })).status).toBe(302);
  expect((await send(platform, buyer, recheck, {}, { id: order })).status).toBe(302);
  expect(listRechecks(db, order)).toMatchObject([{ by: buyer.name, day: today, comment: 'Vu avec le titulaire' }]);
  expect(listDeeds(db, 'order', order).filter(({ deed }) => deed === 'order.checkedAgain')).toHaveLength(1);
  expect(listFrozenChecks(db, order)).toEqual(frozen);
});

test('an order that is issued, delivered, returned or cancelled is never checked again', async () => {
  const centrale = aCentrale();
  give(centrale, { verticalPixels: 720 });
  const order = await aSubmittedOrder(centrale);
  await aVotedRule(centrale);
  for (const state of ['issued', 'delivered', 'returned', 'cancelled'] as const) {
    move(centrale, order, state);
    expect((await pageOf(centrale, order)).changes.differences, state).toEqual([]);
    expect((await send(centrale.platform, centrale.buyer, recheck, {}, { id: order })).status, state).toBe(422);
  }
  expect(await read(centrale.platform, centrale.buyer, readChanged)).toMatchObject({ checked: 0, orders: [] });
});

test('a form that says nothing sound writes nothing, and says why beside each field', async () => {
  const centrale = aCentrale();
  const { db, platform, buyer, secretary } = centrale;
  const faulty = aDraft({
    'categories[]': 'furniture',
    requireValue0: 'beaucoup',
    message: 'Il faut {product.ramGb}.',
  });
  expect((await send(platform, buyer, draft, faulty)).status).toBe(400);
  expect((await send(platform, buyer, draft, aDraft({ 'categories[]': 'furniture' }))).status).toBe(400);
  expect((await send(platform, buyer, draft, aDraft({ requireFact0: '' }))).status).toBe(400);
  expect((await send(platform, secretary, draft, aDraft())).status).toBe(403);
  expect(listPolicies(db)).toEqual([]);
  const first = await write1080(centrale);
  const second = await write1080(centrale, { regle: 'SYN-01' });
  expect(second.id).toBe(first.id);
  expect(listPolicies(db)).toHaveLength(1);
});

test('a rule proposed by Préau is taken up under its own name, and read by everyone once voted', async () => {
  const centrale = aCentrale();
  const { platform, secretary, db } = centrale;
  const etat = (wanted: string) => read(platform, secretary, readRules, {}, `/controles?etat=${wanted}&q=CVA-10`);
  expect(await etat('proposed')).toMatchObject({ kept: 1 });
  await aVotedRule(centrale, { regle: 'CVA-10' });
  expect(await etat('proposed')).toMatchObject({ kept: 0 });
  expect(await etat('inForce')).toMatchObject({ kept: 1, groups: [{ code: 'syndicat' }] });
  expect(listPolicies(db)).toMatchObject([{ ruleId: 'CVA-10', version: 1 }]);
});
