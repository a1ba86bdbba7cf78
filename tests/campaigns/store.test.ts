// Campaigns and answers as they are kept: each commune its own, a form sent twice writes once.
import { addNeed, changeNeed, draftAnswer, findAnswer, listAnswers, removeNeed, signAnswer } from 'db/campaign-answers';
import { findReference, listReferences } from 'db/campaign-references';
import { addCampaign, closeCampaign, extendCampaign, findCampaign, listCampaigns, listInvited } from 'db/campaigns';
import { write } from 'db/client';
import { expect, test } from 'vitest';
import { campaignState } from '~/domain/campaigns/campaigns';
import { day } from '~/domain/shared/day';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat, testNow } from '../database';
import { aCampaign, aNeed } from './builders';

function aStoredCampaign() {
  const db = aDatabase();
  const syndicat = aSyndicat(db);
  const buyer = aPerson(db, syndicat, 'syndicatBuyer');
  const first = aCommune(db, 0);
  const second = aCommune(db, 1);
  const { id, title, description, conventionId, opensOn, closesOn, lots } = aCampaign();
  const campaign = { id, title, description, conventionId, opensOn, closesOn, lots };
  write(db, (tx) => addCampaign(tx, campaign, { id: buyer.id, at: testNow }));
  const changeBy = (communeId: string) => ({ campaignId: id, communeId, at: testNow, userId: buyer.id });
  return { db, buyer, first, second, campaign, changeBy };
}

test('a campaign sent twice is kept once, with its lots in order', () => {
  const { db, buyer, campaign } = aStoredCampaign();
  expect(write(db, (tx) => addCampaign(tx, { ...campaign, title: 'Autre' }, { id: buyer.id, at: testNow }))).toBe(
    false,
  );
  expect(listCampaigns(db)).toHaveLength(1);
  expect(findCampaign(db, campaign.id)).toEqual({ ...campaign, closedAt: null, frozenAt: null });
});

test('a closed campaign opens again with another last day', () => {
  const { db, campaign } = aStoredCampaign();
  write(db, (tx) => closeCampaign(tx, campaign.id, testNow));
  const closed = findCampaign(db, campaign.id);
  expect(closed && campaignState(closed, day('2026-11-24'))).toBe('closed');
  write(db, (tx) => extendCampaign(tx, campaign.id, day('2027-01-15')));
  const open = findCampaign(db, campaign.id);
  expect(open && campaignState(open, day('2027-01-15'))).toBe('open');
});

test('members of the centrale on the last day are invited, and those who have left are not', () => {
  const { db, campaign } = aStoredCampaign();
  db.$client.prepare("update memberships set to_day = '2026-12-18' where commune_id = 'commune-1'").run();
  expect(listInvited(db, campaign).map((member) => member.communeId)).toEqual(['commune-0']);
});

test('a need sent twice is kept once, and belongs to its commune alone', () => {
  const { db, first, second, campaign, changeBy } = aStoredCampaign();
  const own = changeBy(first.communeId);
  const other = changeBy(second.communeId);
  const need = aNeed({ productId: null, schoolUai: first.uai });
  write(db, (tx) => {
    draftAnswer(tx, own);
    addNeed(tx, own, need);
    addNeed(tx, own, need);
    draftAnswer(tx, other);
  });
  expect(findAnswer(db, campaign.id, first.communeId)?.needs).toEqual([need]);
  write(db, (tx) => {
    expect(changeNeed(tx, other, { id: need.id, quantity: 99, schoolUai: null, reason: 'other' })).toBe(false);
    expect(removeNeed(tx, other, need.id)).toBe(false);
  });
  expect(findAnswer(db, campaign.id, first.communeId)?.needs[0]?.quantity).toBe(12);
  expect(listAnswers(db, campaign.id, { kind: 'commune', communeId: second.communeId })).toMatchObject([
    { communeId: second.communeId, needs: [] },
  ]);
  expect(listAnswers(db, campaign.id, { kind: 'syndicat' })).toHaveLength(2);
});

test('an answer is signed on its Paris day, with or without needs, and becomes a draft again', () => {
  const { db, first, campaign, changeBy } = aStoredCampaign();
  const late = { ...changeBy(first.communeId), at: '2026-12-18T23:30:00.000Z' };
  write(db, (tx) => signAnswer(tx, late, true));
  expect(findAnswer(db, campaign.id, first.communeId)).toMatchObject({ state: 'noNeed', signedOn: '2026-12-19' });
  write(db, (tx) => draftAnswer(tx, late));
  expect(findAnswer(db, campaign.id, first.communeId)).toMatchObject({ state: 'draft', signedOn: null });
  write(db, (tx) => signAnswer(tx, late, false));
  expect(findAnswer(db, campaign.id, first.communeId)?.state).toBe('signed');
});

test('references offered are those of the categories asked for, at their price in force', () => {
  const { db } = aStoredCampaign();
  const { lotId } = aLot(db);
  aProduct(db, lotId, { id: 'tablet-1', euros: 289 });
  aProduct(db, lotId, { id: 'robot-1', category: 'robot' });
  expect(listReferences(db, ['tablet'], day('2026-12-01')).map((one) => [one.id, one.unitPriceNet])).toEqual([
    ['tablet-1', 2_890_000],
  ]);
  expect(findReference(db, 'tablet-1', day('2025-12-31'))).toBeUndefined();
});
