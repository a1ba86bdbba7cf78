// A grant request not received holds the purchase order back, until it is received, waived or withdrawn.
import { randomUUID } from 'node:crypto';
import { write } from 'db/client';
import { addGrantFile } from 'db/grants';
import { listDeeds } from 'db/records';
import * as tables from 'db/schema';
import { aCommune, aPerson, testNow } from 'tests/database';
import { read, send } from 'tests/orders/asking';
import { aCentrale, aSubmittedOrder, type Centrale, orderAsStored } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import type { SignedIn } from '~/domain/accounts/permissions';
import { noAnswers } from '~/domain/grants/answers';
import { currentState, type FileState, type FileStep, fileTransitions, reachedOn } from '~/domain/grants/file-steps';
import { startHolds } from '~/domain/grants/start-holds';
import { day } from '~/domain/shared/day';
import { action as follow } from '~/routes/grants/follow';
import { action as withdraw } from '~/routes/grants/order-withdrawal';
import { action as waive } from '~/routes/grants/waiver';
import { action as accept } from '~/routes/orders/acceptance';
import { action as approve } from '~/routes/orders/approval';
import { action as issue } from '~/routes/orders/issue';
import { loader as readOrder } from '~/routes/orders/order';

type Action = Parameters<typeof send>[2];

function by(centrale: Centrale, person: SignedIn, action: Action, id: string, fields: Record<string, string> = {}) {
  return send(centrale.platform, person, action, fields, { id });
}

async function anAcceptedOrder(centrale: Centrale): Promise<string> {
  const id = await aSubmittedOrder(centrale);
  await by(centrale, centrale.elected, approve, id);
  await by(centrale, centrale.buyer, accept, id, { comment: 'Preuves demandées' });
  expect(orderAsStored(centrale.db, id).state).toBe('accepted');
  return id;
}

function aFileOn(centrale: Centrale, orderId: string, schemeId = 'detr', schemeVersion = '2026'): string {
  const id = randomUUID();
  write(centrale.db, (tx) =>
    addGrantFile(tx, {
      id,
      schemeId,
      schemeVersion,
      communeId: centrale.communeId,
      schoolUai: centrale.uai,
      orderId,
      answers: { ...noAnswers, purpose: 'deposit' },
      createdAt: testNow,
      createdBy: centrale.secretary.id,
      updatedAt: testNow,
    }),
  );
  return id;
}

const step = (centrale: Centrale, fileId: string, fields: Record<string, string>) =>
  by(centrale, centrale.secretary, follow, fileId, { id: randomUUID(), on: '2026-11-20', ...fields });

const purchaseOrders = ({ db }: Centrale) => db.select().from(tables.purchaseOrders).all();

test('the buyer cannot issue before the request is received, and can once it is', async () => {
  const centrale = aCentrale();
  const orderId = await anAcceptedOrder(centrale);
  const fileId = aFileOn(centrale, orderId);
  const held = await by(centrale, centrale.buyer, issue, orderId);
  expect(held.status).toBe(422);
  expect(held.reasons.join()).toContain('R. 2334-24');
  expect(purchaseOrders(centrale)).toEqual([]);
  for (const person of [centrale.elected, centrale.buyer]) {
    const page = await read(centrale.platform, person, readOrder, { id: orderId });
    expect(typeof page !== 'number' && page.holds.map(({ schemeName }) => schemeName)).toEqual(['DETR']);
  }
  expect((await step(centrale, fileId, { state: 'deposited' })).status).toBe(302);
  expect((await by(centrale, centrale.buyer, issue, orderId)).status).toBe(422);
  expect((await step(centrale, fileId, { state: 'received', reference: '2026-35-1' })).status).toBe(302);
  expect((await by(centrale, centrale.buyer, issue, orderId)).status).toBe(302);
  expect(purchaseOrders(centrale)).toHaveLength(1);
});

test('a request opened while the purchase order is drawn still holds it: nothing is issued', async () => {
  const centrale = aCentrale();
  const orderId = await anAcceptedOrder(centrale);
  const platform = {
    ...centrale.platform,
    documents: {
      ...centrale.platform.documents,
      render: async () => {
        aFileOn(centrale, orderId);
        return new TextEncoder().encode('%PDF-essai');
      },
    },
  };
  const answer = await send(platform, centrale.buyer, issue, {}, { id: orderId });
  expect(answer.status).toBe(422);
  expect(answer.reasons.join()).toContain('n’est pas reçue');
  expect(purchaseOrders(centrale)).toEqual([]);
  expect(orderAsStored(centrale.db, orderId).state).toBe('accepted');
});

test('the prefect’s waiver releases the order, once, with its date, its reference and who told it', async () => {
  const centrale = aCentrale();
  const orderId = await anAcceptedOrder(centrale);
  const fileId = aFileOn(centrale, orderId);
  for (const wrong of [
    { grantedOn: '2026-12-25', reference: 'L1' },
    { grantedOn: '2026-11-02', reference: ' ' },
  ]) {
    expect((await by(centrale, centrale.elected, waive, fileId, wrong)).status).toBe(422);
  }
  const letter = { grantedOn: '2026-11-02', reference: 'Lettre 2026-114' };
  for (const _ of [1, 2]) expect((await by(centrale, centrale.elected, waive, fileId, letter)).status).toBe(302);
  const waivers = centrale.db.select().from(tables.grantStartWaivers).all();
  expect(waivers).toMatchObject([{ reference: 'Lettre 2026-114', givenBy: centrale.elected.id }]);
  expect(listDeeds(centrale.db, 'grantFile', fileId).map(({ deed }) => deed)).toEqual(['grantFile.startWaived']);
  expect((await by(centrale, centrale.buyer, issue, orderId)).status).toBe(302);
});

test('a file withdrawn from the order lets it go, and stays with what people wrote', async () => {
  const centrale = aCentrale();
  const orderId = await anAcceptedOrder(centrale);
  const fileId = aFileOn(centrale, orderId, 'dsil');
  expect((await by(centrale, centrale.buyer, issue, orderId)).reasons.join()).toContain('engagement n° 1');
  for (const _ of [1, 2]) expect((await by(centrale, centrale.secretary, withdraw, fileId)).status).toBe(302);
  expect(listDeeds(centrale.db, 'grantFile', fileId)).toHaveLength(1);
  expect((await by(centrale, centrale.buyer, issue, orderId)).status).toBe(302);
});

test('a file of a scheme without that rule holds nothing', async () => {
  const centrale = aCentrale();
  const orderId = await anAcceptedOrder(centrale);
  aFileOn(centrale, orderId, 'enir-2018', '1');
  expect((await by(centrale, centrale.buyer, issue, orderId)).status).toBe(302);
});

test('neither the syndicat nor another commune can lift a hold', async () => {
  const centrale = aCentrale();
  const orderId = await anAcceptedOrder(centrale);
  const fileId = aFileOn(centrale, orderId);
  const { communeId } = aCommune(centrale.db, 1);
  const stranger = aPerson(centrale.db, communeId, 'secretary', 'electedApprover');
  const letter = { grantedOn: '2026-11-02', reference: 'L' };
  expect((await by(centrale, stranger, waive, fileId, letter)).status).toBe(404);
  expect((await by(centrale, stranger, withdraw, fileId)).status).toBe(404);
  expect((await by(centrale, stranger, follow, fileId, { state: 'deposited' })).status).toBe(404);
  expect((await by(centrale, centrale.buyer, waive, fileId, letter)).status).toBe(403);
  expect((await by(centrale, centrale.buyer, withdraw, fileId)).status).toBe(403);
});

function aStep(state: FileState, changes: Partial<FileStep> = {}): FileStep {
  const id = changes.id ?? state;
  return {
    id,
    state,
    on: day('2026-11-20'),
    reference: null,
    amount: null,
    comment: null,
    cancels: null,
    at: testNow,
    ...changes,
  };
}

test('a step taken back counts no more, and the table leads every file to an end', () => {
  const steps = [aStep('deposited'), aStep('received'), aStep('received', { id: 'back', cancels: 'received' })];
  expect(currentState(steps)).toBe('deposited');
  expect(reachedOn(steps, 'received')).toBeUndefined();
  const reached = new Set<FileState>(['prepared']);
  for (const state of reached) for (const next of fileTransitions[state]) reached.add(next);
  expect(reached).toEqual(new Set(Object.keys(fileTransitions)));
});

test('a reception to come holds still; a refusal leaves nothing to lose', () => {
  const file = { fileId: 'f', schemeName: 'DETR', schoolName: 'École', article: 'R. 2334-24', waiver: null };
  const on = day('2026-11-23');
  const late = aStep('received', { on: day('2026-11-24') });
  expect(startHolds([{ ...file, steps: [aStep('deposited'), late] }], on)).toHaveLength(1);
  expect(startHolds([{ ...file, steps: [aStep('deposited'), aStep('refused')] }], on)).toEqual([]);
  expect(startHolds([{ ...file, steps: [], article: null }], on)).toEqual([]);
});

test('a step is recorded once, in its turn, and only the last one is taken back', async () => {
  const centrale = aCentrale();
  const fileId = aFileOn(centrale, await anAcceptedOrder(centrale));
  const id = randomUUID();
  for (const _ of [1, 2]) expect((await step(centrale, fileId, { id, state: 'deposited' })).status).toBe(302);
  expect((await step(centrale, fileId, { state: 'paid' })).status).toBe(400);
  expect((await step(centrale, fileId, { state: 'received', on: '2027-01-01' })).status).toBe(400);
  expect((await step(centrale, fileId, { cancels: randomUUID() })).status).toBe(400);
  expect((await step(centrale, fileId, { cancels: id, comment: 'Erreur' })).status).toBe(302);
  expect(centrale.db.select().from(tables.grantFileSteps).all()).toHaveLength(2);
});
