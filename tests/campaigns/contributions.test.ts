// Schools write their needs by a link limited to one campaign and one school; the commune reads, takes, and signs.
import { findAnswer } from 'db/campaign-answers';
import { addCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { listNeedLinks, listWaitingContributions } from 'db/need-contributions';
import { listDeeds } from 'db/records';
import { expect, test } from 'vitest';
import { loader as openContributions, action as take } from '~/routes/campaigns/contributions';
import { action as declareNoNeed } from '~/routes/campaigns/no-need';
import { action as contribute, loader as openLink } from '~/routes/campaigns/school-contribution';
import { action as takeBack } from '~/routes/campaigns/school-contribution-removal';
import { action as closeLink } from '~/routes/campaigns/school-link-closing';
import { action as makeLink } from '~/routes/campaigns/school-links';
import { action as setAside } from '~/routes/campaigns/set-aside';
import { aCommune, aDatabase, aPerson, aSyndicat, testNow } from '../database';
import { aPlatform, cookieOf, read, send } from '../orders/asking';
import { aCampaign } from './builders';

type Action = (args: never) => Promise<unknown>;

async function aLinkedSchool() {
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
  const platform = aPlatform(db);
  const params = { id };
  const form = { id: crypto.randomUUID(), schoolUai: uai, recipient: 'Mme Riou, directrice' };
  const request = async () =>
    new Request('http://localhost/', {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { Cookie: await cookieOf(db, secretary) },
    });
  const making = { request: await request(), params, context: { platform, nonce: '' } };
  const made = (await (makeLink as Action)(making as never)) as { readonly data: { readonly address: string } };
  const token = new URL(made.data.address).pathname.split('/').at(-1) ?? '';
  return { db, platform, secretary, otherSecretary, communeId, other, uai, id, params, form, token };
}

/** What a need in free words sends; the school of the form is another's on purpose. */
const aFreeNeed = (over: Readonly<Record<string, string>> = {}) => ({
  id: crypto.randomUUID(),
  category: 'tablet',
  label: 'Tablettes pour le cycle 3',
  unit: 'unité',
  price: '',
  quantity: '16',
  reason: 'splitClass',
  schoolUai: '0352676U',
  ...over,
});

test('a school writes without an account, for its own school whatever the form says, and nothing counts yet', async () => {
  const { db, platform, secretary, communeId, uai, id, token } = await aLinkedSchool();
  const need = aFreeNeed();
  for (const _ of [1, 2])
    expect(await send(platform, secretary, contribute, need, { token })).toMatchObject({ status: 302 });
  expect(listWaitingContributions(db, id, communeId)).toMatchObject([
    { need: { id: need.id, schoolUai: uai, quantity: 16, reason: 'splitClass' }, recipient: 'Mme Riou, directrice' },
  ]);
  expect(findAnswer(db, id, communeId)).toBeUndefined();
  expect(listDeeds(db, 'campaign', id)[0]).toMatchObject({ deed: 'campaign.needContributed', userId: null, communeId });
});

test('the secretary corrects and takes the lines of a school once; the school sees that it was taken', async () => {
  const { db, platform, secretary, communeId, uai, id, params, token } = await aLinkedSchool();
  const need = aFreeNeed();
  await send(platform, secretary, contribute, need, { token });
  expect(await read(platform, secretary, openContributions, params)).toMatchObject({
    lines: [{ id: need.id, note: 'Mme Riou, directrice, École 0' }],
  });
  const form = { 'take[]': need.id, [`quantity-${need.id}`]: '14', [`school-${need.id}`]: uai };
  for (const _ of [1, 2]) expect(await send(platform, secretary, take, form, params)).toMatchObject({ status: 302 });
  expect(findAnswer(db, id, communeId)).toMatchObject({ state: 'draft', needs: [{ quantity: 14, schoolUai: uai }] });
  expect(await read(platform, secretary, openContributions, params)).toMatchObject({ lines: [] });
  expect(await read(platform, secretary, openLink, { token })).toMatchObject({
    lines: [{ id: need.id, state: 'taken' }],
  });
  expect(await send(platform, secretary, takeBack, {}, { token, line: need.id })).toMatchObject({ status: 302 });
  expect(findAnswer(db, id, communeId)?.needs).toHaveLength(1);
});

test('a line set aside counts for nothing, and a line taken back by the school is gone', async () => {
  const { db, platform, secretary, communeId, id, params, token } = await aLinkedSchool();
  const [first, second] = [aFreeNeed(), aFreeNeed({ label: 'Un robot' })];
  await send(platform, secretary, contribute, first, { token });
  await send(platform, secretary, contribute, second, { token });
  expect(await send(platform, secretary, setAside, { 'take[]': first.id }, params)).toMatchObject({ status: 302 });
  await send(platform, secretary, takeBack, {}, { token, line: second.id });
  expect(listWaitingContributions(db, id, communeId)).toEqual([]);
  expect(await read(platform, secretary, openLink, { token })).toMatchObject({ lines: [{ state: 'setAside' }] });
  expect(findAnswer(db, id, communeId)).toBeUndefined();
});

test('an answer is not signed over the head of a school whose lines wait', async () => {
  const { db, platform, secretary, communeId, id, params, token } = await aLinkedSchool();
  const need = aFreeNeed();
  await send(platform, secretary, contribute, need, { token });
  const elected = aPerson(db, communeId, 'electedApprover');
  const refused = await send(platform, elected, declareNoNeed, {}, params);
  expect(refused.status).toBe(422);
  expect(refused.reasons.join()).toContain('1 ligne(s) écrite(s) par École 0 attendent');
  expect(findAnswer(db, id, communeId)?.state ?? 'notOpened').not.toBe('signed');
  await send(platform, secretary, setAside, { 'take[]': need.id }, params);
  expect(await send(platform, elected, declareNoNeed, {}, params)).toMatchObject({ status: 302 });
});

test('a link that is closed or invented opens nothing, and a wrong line is refused with messages beside its fields', async () => {
  const { db, platform, secretary, communeId, id, params, token } = await aLinkedSchool();
  expect(await send(platform, secretary, contribute, aFreeNeed({ label: '', quantity: '0' }), { token })).toMatchObject(
    {
      status: 400,
    },
  );
  const [link] = listNeedLinks(db, id, communeId);
  await send(platform, secretary, closeLink, {}, { ...params, link: link?.id ?? '' });
  for (const wrong of [token, 'x'.repeat(43)]) {
    expect(await read(platform, secretary, openLink, { token: wrong })).toBe(404);
    expect(await send(platform, secretary, contribute, aFreeNeed(), { token: wrong })).toMatchObject({ status: 404 });
  }
  expect(listWaitingContributions(db, id, communeId)).toEqual([]);
});

test('once the commune has signed, or the last day has passed, a school writes nothing more', async () => {
  const { db, platform, secretary, params, token } = await aLinkedSchool();
  const late = aPlatform(db, '2026-12-19T09:00:00.000Z');
  expect((await send(late, secretary, contribute, aFreeNeed(), { token })).reasons[0]).toContain('date limite');
  await send(platform, secretary, declareNoNeed, {}, params);
  expect((await send(platform, secretary, contribute, aFreeNeed(), { token })).reasons[0]).toContain('déjà signé');
});

test('another commune neither makes a link for this school, nor closes one, nor takes its lines', async () => {
  const { db, platform, secretary, otherSecretary, communeId, other, id, params, form, token } = await aLinkedSchool();
  const need = aFreeNeed();
  await send(platform, secretary, contribute, need, { token });
  const stolen = { ...form, id: crypto.randomUUID() };
  expect(await send(platform, otherSecretary, makeLink, stolen, params)).toMatchObject({ status: 404 });
  const [link] = listNeedLinks(db, id, communeId);
  await send(platform, otherSecretary, closeLink, {}, { ...params, link: link?.id ?? '' });
  expect(listNeedLinks(db, id, communeId)[0]?.revokedAt).toBeNull();
  expect(await send(platform, otherSecretary, take, { 'take[]': need.id }, params)).toMatchObject({ status: 422 });
  expect(findAnswer(db, id, other.communeId)).toBeUndefined();
});
