// The syndicat answers for a commune: never without a reason, and the statement of needs says so.
import { listOnBehalf } from 'db/answers-on-behalf';
import { findAnswer } from 'db/campaign-answers';
import { listOpenings, listPapers } from 'db/campaign-papers';
import { addCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { listDeeds, readDocumentBytes } from 'db/records';
import { expect, test } from 'vitest';
import { action as addNeed, loader as openAnswer } from '~/routes/campaigns/answer';
import { action as declareNoNeed } from '~/routes/campaigns/no-need';
import { action as sayWhy } from '~/routes/campaigns/on-behalf';
import { action as reopen } from '~/routes/campaigns/reopen-answer';
import { action as sign } from '~/routes/campaigns/sign';
import { aCommune, aDatabase, aPerson, aSyndicat, testNow } from '../database';
import { readPdf } from '../documents/reading';
import { aPlatform, read, send } from '../orders/asking';
import { aCampaign } from './builders';

function aCampaignToAnswerFor() {
  const db = aDatabase();
  const buyer = aPerson(db, aSyndicat(db), 'syndicatBuyer');
  const { communeId, uai } = aCommune(db, 0);
  const other = aCommune(db, 1);
  const secretary = aPerson(db, communeId, 'secretary');
  const otherSecretary = aPerson(db, other.communeId, 'secretary');
  const { id, title, description, conventionId, opensOn, closesOn, lots } = aCampaign();
  write(db, (tx) =>
    addCampaign(tx, { id, title, description, conventionId, opensOn, closesOn, lots }, { id: buyer.id, at: testNow }),
  );
  const need = { category: 'tablet', label: 'Tablette durcie', unit: 'unité', price: '410,50', reason: 'renewal' };
  const form = () => ({ ...need, id: crypto.randomUUID(), quantity: '3', schoolUai: uai });
  const why = { id: crypto.randomUUID(), reason: 'Besoins reçus par courrier du maire le 20 novembre' };
  const params = { id, commune: communeId };
  return { db, platform: aPlatform(db), buyer, secretary, otherSecretary, communeId, id, form, why, params };
}

test('without a reason the syndicat writes and signs nothing for a commune', async () => {
  const { db, platform, buyer, communeId, id, form, params } = aCampaignToAnswerFor();
  for (const action of [addNeed, declareNoNeed]) {
    expect(await send(platform, buyer, action, form(), params)).toMatchObject({
      status: 422,
      reasons: ['Dites d’abord pourquoi le syndicat répond pour cette commune.'],
    });
  }
  expect((await send(platform, buyer, sign, {}, params)).reasons[0]).toContain('Dites d’abord pourquoi');
  expect(await send(platform, buyer, sayWhy, { id: crypto.randomUUID(), reason: ' ' }, params)).toMatchObject({
    status: 400,
  });
  expect(findAnswer(db, id, communeId)).toBeUndefined();
});

test('with a reason it writes and signs, and the statement says who, when and why', async () => {
  const { db, platform, buyer, communeId, id, form, why, params } = aCampaignToAnswerFor();
  for (const _ of [1, 2]) expect(await send(platform, buyer, sayWhy, why, params)).toMatchObject({ status: 302 });
  expect(listOnBehalf(db, id, communeId)).toHaveLength(1);
  const added = await send(platform, buyer, addNeed, form(), params);
  expect(added).toMatchObject({ status: 302, location: `/campagnes/${id}/communes/${communeId}` });
  expect(await send(platform, buyer, sign, {}, params)).toMatchObject({ status: 302 });
  expect(findAnswer(db, id, communeId)).toMatchObject({ state: 'signed', needs: [{ quantity: 3 }] });
  const [paper] = listPapers(db, id, 'needsStatement', { kind: 'commune', communeId });
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, paper?.documentId ?? '')));
  expect(text).toContain('Saisie par le syndicat à la place de la commune');
  expect(text).toContain(why.reason);
  expect(text).toContain('depuis un compte du syndicat, à la place de la commune');
  expect(text).not.toContain('depuis un compte de la commune');
  expect(listDeeds(db, 'campaign', id).map(({ deed, communeId: of }) => [deed, of])).toEqual([
    ['campaign.answerSigned', communeId],
    ['campaign.needAdded', communeId],
    ['campaign.answeredOnBehalf', communeId],
  ]);
});

test('the commune can take its answer back: it signs itself, and the statement keeps the trace', async () => {
  const { db, platform, buyer, secretary, communeId, id, form, why, params } = aCampaignToAnswerFor();
  await send(platform, buyer, sayWhy, why, params);
  await send(platform, buyer, addNeed, form(), params);
  await send(platform, buyer, sign, {}, params);
  expect(await send(platform, secretary, reopen, {}, { id })).toMatchObject({ status: 302 });
  expect(await send(platform, secretary, sign, {}, { id })).toMatchObject({ status: 302 });
  const [paper] = listPapers(db, id, 'needsStatement', { kind: 'commune', communeId });
  expect(paper?.version).toBe(2);
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, paper?.documentId ?? '')));
  expect(text).toContain(why.reason);
  expect(text).toContain('depuis un compte de la commune');
});

test('a buyer who looks does not count as the commune opening its answer, and sees no other commune’s papers', async () => {
  const { db, platform, buyer, id, params } = aCampaignToAnswerFor();
  expect(await read(platform, buyer, openAnswer, params)).toMatchObject({
    forCommune: true,
    given: null,
    communeName: 'Commune 0',
    statements: [],
  });
  expect(listOpenings(db, id).size).toBe(0);
});

test('a commune finds neither another one’s answer nor the syndicat an uninvited one, and a buyer without a commune is led to the cockpit', async () => {
  const { platform, buyer, secretary, otherSecretary, id, params } = aCampaignToAnswerFor();
  expect(await read(platform, otherSecretary, openAnswer, params)).toBe(404);
  expect(await read(platform, secretary, openAnswer, params)).toMatchObject({ forCommune: false });
  expect(await read(platform, buyer, openAnswer, { id })).toBe(302);
  expect(await read(platform, buyer, openAnswer, { id, commune: 'syndicat' })).toBe(404);
});
