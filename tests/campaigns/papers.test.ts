// Statements of needs and closing certificates: read back as printed, equal to the database, replaced and never changed.
import { addNeed, draftAnswer, findAnswer } from 'db/campaign-answers';
import { findLastPaper, listOpenings, listPapers } from 'db/campaign-papers';
import { addCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { listDeeds, readDocumentBytes } from 'db/records';
import { expect, test } from 'vitest';
import { formatCents } from '~/domain/shared/format';
import { cents } from '~/domain/shared/money';
import { loader as openAnswerPage } from '~/routes/campaigns/answer';
import { action as certify } from '~/routes/campaigns/certificate';
import { action as close } from '~/routes/campaigns/close';
import { action as extend } from '~/routes/campaigns/extend';
import { action as declareNoNeed } from '~/routes/campaigns/no-need';
import { loader as download } from '~/routes/campaigns/paper';
import { action as reopen } from '~/routes/campaigns/reopen-answer';
import { action as sign } from '~/routes/campaigns/sign';
import { aCommune, aDatabase, aPerson, aSyndicat, testNow } from '../database';
import { plain, readPdf } from '../documents/reading';
import { aPlatform, read, send } from '../orders/asking';
import { aCampaign, aNeed } from './builders';

const whole = { kind: 'syndicat' } as const;

function aRunningCampaign() {
  const db = aDatabase();
  const buyer = aPerson(db, aSyndicat(db), 'syndicatBuyer');
  const first = aCommune(db, 0);
  const second = aCommune(db, 1);
  aCommune(db, 2);
  const { id, title, description, conventionId, opensOn, closesOn, lots } = aCampaign();
  const campaign = { id, title, description, conventionId, opensOn, closesOn, lots };
  write(db, (tx) => {
    addCampaign(tx, campaign, { id: buyer.id, at: testNow });
    const change = { campaignId: id, communeId: first.communeId, at: testNow, userId: buyer.id };
    draftAnswer(tx, change);
    addNeed(tx, change, aNeed({ id: 'tablets', productId: null, schoolUai: first.uai, quantity: 12 }));
    addNeed(
      tx,
      change,
      aNeed({ id: 'free', productId: null, label: 'Écran de la salle du conseil', estimatedUnitPriceNet: null }),
    );
  });
  const approver = aPerson(db, first.communeId, 'electedApprover');
  const secretary = aPerson(db, first.communeId, 'secretary');
  const otherApprover = aPerson(db, second.communeId, 'electedApprover');
  const params = { id };
  return { db, platform: aPlatform(db), buyer, first, second, approver, secretary, otherApprover, campaign, params };
}

test('the signed statement lists each line with its school, reason and estimate, and who signed', async () => {
  const { db, platform, first, approver, campaign, params } = aRunningCampaign();
  expect(await send(platform, approver, sign, {}, params)).toMatchObject({ status: 302 });
  const [paper] = listPapers(db, campaign.id, 'needsStatement', { kind: 'commune', communeId: first.communeId });
  expect(paper).toMatchObject({ number: 'EB-2026-00001', version: 1, cancelledAt: null });
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, paper?.documentId ?? '')));
  expect(text).toContain('EB-2026-00001');
  expect(text).toContain(`École 0 (UAI ${first.uai})`);
  for (const { label, quantity, unit } of findAnswer(db, campaign.id, first.communeId)?.needs ?? []) {
    expect(text).toContain(plain(label));
    expect(text).toContain(`${quantity} ${unit}`);
  }
  expect(text).toContain('Projet pédagogique');
  expect(text).toContain(plain(formatCents(cents(12 * 289_00))));
  expect(text).toContain('Lignes sans prix estimé, hors total');
  expect(text).toContain('Personne, élu valideur');
  expect(text).toContain('23 novembre 2026');
});

test('a statement signed twice is issued once', async () => {
  const { db, platform, approver, campaign, params } = aRunningCampaign();
  const answers = await Promise.all([
    send(platform, approver, sign, {}, params),
    send(platform, approver, sign, {}, params),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([302, 422]);
  expect(listPapers(db, campaign.id, 'needsStatement', whole)).toHaveLength(1);
});

test('two communes that sign at once have two numbers, without a gap', async () => {
  const { db, platform, approver, otherApprover, campaign, params } = aRunningCampaign();
  await Promise.all([
    send(platform, approver, sign, {}, params),
    send(platform, otherApprover, declareNoNeed, {}, params),
  ]);
  const numbers = listPapers(db, campaign.id, 'needsStatement', whole).map(({ number }) => number);
  expect(numbers).toEqual(['EB-2026-00001', 'EB-2026-00002']);
});

test('reopening cancels the statement, and the next signature replaces it under the same number', async () => {
  const { db, platform, approver, secretary, campaign, first, params } = aRunningCampaign();
  await send(platform, approver, sign, {}, params);
  const of = { kind: 'needsStatement', campaignId: campaign.id, communeId: first.communeId } as const;
  const before = findLastPaper(db, of);
  const bytes = readDocumentBytes(db, before?.documentId ?? '');
  await send(platform, secretary, reopen, {}, params);
  expect(findLastPaper(db, of)?.cancelledAt).toBe(testNow);
  await send(platform, secretary, sign, { 'quantity-tablets': '15' }, params);
  const after = findLastPaper(db, of);
  expect(after).toMatchObject({ number: before?.number, version: 2, cancelledAt: null });
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, after?.documentId ?? '')));
  expect(text).toContain('annule et remplace la version 1');
  expect(text).toContain('15 unité');
  expect(readDocumentBytes(db, before?.documentId ?? '')).toEqual(bytes);
});

test('a commune without need has a statement that says so', async () => {
  const { db, platform, otherApprover, second, campaign, params } = aRunningCampaign();
  await send(platform, otherApprover, declareNoNeed, {}, params);
  const of = { kind: 'needsStatement', campaignId: campaign.id, communeId: second.communeId } as const;
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, findLastPaper(db, of)?.documentId ?? '')));
  expect(text).toContain('déclare n’avoir aucun besoin');
});

test('a statement is downloaded by its commune and the syndicat, and not found by another commune', async () => {
  const { db, platform, buyer, approver, secretary, otherApprover, campaign, params } = aRunningCampaign();
  await send(platform, approver, sign, {}, params);
  const [paper] = listPapers(db, campaign.id, 'needsStatement', whole);
  const asked = { ...params, document: paper?.documentId ?? '' };
  for (const person of [buyer, secretary]) {
    const answer = await read(platform, person, download, asked);
    expect(answer).toBeInstanceOf(Response);
    expect(new Uint8Array(await (answer as unknown as Response).arrayBuffer())).toEqual(
      new Uint8Array(readDocumentBytes(db, asked.document)),
    );
  }
  expect(await read(platform, otherApprover, download, asked)).toBe(404);
});

test('the first opening of an answer is kept, once, and never for a campaign that is over', async () => {
  const { db, platform, secretary, otherApprover, first, buyer, campaign, params } = aRunningCampaign();
  expect([...listOpenings(db, campaign.id)]).toEqual([]);
  await read(platform, secretary, openAnswerPage, params);
  await read(aPlatform(db, '2026-11-25T09:00:00.000Z'), secretary, openAnswerPage, params);
  expect([...listOpenings(db, campaign.id)]).toEqual([[first.communeId, testNow]]);
  await send(platform, buyer, close, {}, params);
  await read(platform, otherApprover, openAnswerPage, params);
  expect(listOpenings(db, campaign.id).size).toBe(1);
});

test('the closing certificate counts as the database does, says who was late, and is issued once', async () => {
  const { db, platform, buyer, approver, otherApprover, campaign, params } = aRunningCampaign();
  expect(await send(platform, buyer, certify, {}, params)).toMatchObject({ status: 422 });
  await send(platform, approver, sign, {}, params);
  await send(platform, buyer, extend, { closesOn: '2027-01-15' }, params);
  const later = aPlatform(db, '2026-12-30T09:00:00.000Z');
  await send(later, otherApprover, declareNoNeed, {}, params);
  const after = aPlatform(db, '2027-01-16T09:00:00.000Z');
  for (const _ of [1, 2]) expect(await send(after, buyer, certify, {}, params)).toMatchObject({ status: 302 });
  const papers = listPapers(db, campaign.id, 'closingCertificate', whole);
  expect(papers).toMatchObject([{ number: 'CC-2027-00001', version: 1, cancelledAt: null }]);
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, papers[0]?.documentId ?? '')));
  expect(text).toContain('Dernier jour annoncé 18 décembre 2026');
  expect(text).toContain('15 janvier 2027 (changé le 23 novembre 2026)');
  expect(text).toContain('État des besoins signé 1');
  expect(text).toContain('Aucun besoin, déclaré et signé 1');
  expect(text).toContain('Sans réponse 1');
  expect(text).toContain('Communes invitées 3');
  expect(text).toContain('d’abord annoncé : 1.');
  expect(text).toContain('30/12/2026 (après report)');
  expect(text).toContain('Réponse jamais ouverte (1) Commune 2.');
  const deed = listDeeds(db, 'campaign', campaign.id).find((one) => one.deed === 'campaign.certified');
  expect(text.replaceAll(' ', '')).toContain(String(deed?.detail['answersDigest']));
});

test('opening a campaign again cancels its certificate, and the next one replaces it', async () => {
  const { db, platform, buyer, approver, campaign, params } = aRunningCampaign();
  await send(platform, buyer, close, {}, params);
  await send(platform, buyer, certify, {}, params);
  await send(platform, buyer, extend, { closesOn: '2026-12-20' }, params);
  const of = { kind: 'closingCertificate', campaignId: campaign.id, communeId: null } as const;
  const before = findLastPaper(db, of);
  expect(before?.cancelledAt).toBe(testNow);
  await send(platform, approver, sign, {}, params);
  await send(platform, buyer, close, {}, params);
  await send(platform, buyer, certify, {}, params);
  const after = findLastPaper(db, of);
  expect(after).toMatchObject({ number: before?.number, version: 2, cancelledAt: null });
  expect(after?.inputDigest).not.toBe(before?.inputDigest);
});
