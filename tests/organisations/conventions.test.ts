// Conventions of groupement as they are kept and issued: dated facts, own acts only, a text that says what is stored.
import { randomUUID } from 'node:crypto';
import { conventionBlanks, conventionClauses, coordinatorPowers } from 'catalog/clauses/convention';
import { addNeed, draftAnswer, signAnswer } from 'db/campaign-answers';
import { addCampaign, listInvited } from 'db/campaigns';
import { type Db, write } from 'db/client';
import { findConsolidation } from 'db/consolidation';
import { addConvention, listConventionMembers, listConventions, listConventionTexts } from 'db/conventions';
import { findMembershipFrom, listMembershipActs, listMemberships } from 'db/memberships';
import { readDocumentBytes } from 'db/records';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { textOfDocx } from 'tests/journeys/files';
import { expect, test } from 'vitest';
import { conventionConditions, conventionModel, conventionStanding } from '~/documents/organisations/convention';
import { publicationRefusalSentence, publicationRefusals } from '~/domain/consultations/publication';
import { type ConventionTerms, powerContradictions } from '~/domain/organisations/conventions';
import { identifiedBuyers } from '~/domain/organisations/identified-buyers';
import { membershipOn } from '~/domain/organisations/memberships';
import { executions } from '~/domain/organisations/parties';
import { day } from '~/domain/shared/day';
import { cents, sumCents, unitPrice } from '~/domain/shared/money';
import { unreadyBuyers } from '~/routes/consolidation/buyers.server';
import { loader as consolidationPage } from '~/routes/consolidation/consolidation';
import { action as freeze } from '~/routes/consolidation/freeze';
import { loader as conventionPage } from '~/routes/organisations/convention';
import { loader as deliberation } from '~/routes/organisations/convention-deliberation';
import { action as edit } from '~/routes/organisations/convention-edit';
import { action as recordMember } from '~/routes/organisations/convention-member';
import { action as joinConvention } from '~/routes/organisations/convention-members';
import { action as issueText } from '~/routes/organisations/convention-text';
import { loader as textFile } from '~/routes/organisations/convention-text-file';
import { action as withdraw } from '~/routes/organisations/convention-withdrawal';
import { loader as membershipPage } from '~/routes/organisations/membership';
import { action as complete } from '~/routes/organisations/membership-acts';
import { action as enter } from '~/routes/organisations/membership-entry';
import { action as leave } from '~/routes/organisations/membership-exit';
import { aCampaign, aNeed } from '../campaigns/builders';
import { aSubject } from '../consultations/builders';
import { aCommune, aDatabase, aPerson, aSyndicat } from '../database';
import { plain, readPdf } from '../documents/reading';
import { aPlatform, read, send } from '../orders/asking';
import { someTerms } from './builders';

const now = '2026-11-23T09:00:00.000Z';
const { advice } = aSubject();

function aGroupement(over: Partial<ConventionTerms> = {}) {
  const db = aDatabase();
  const buyer = aPerson(db, aSyndicat(db), 'syndicatBuyer');
  const communes = [aCommune(db, 0), aCommune(db, 1), aCommune(db, 2)].map(({ communeId }) => communeId);
  const id = randomUUID();
  write(db, (tx) =>
    addConvention(tx, { id, reference: 'GC-2027-01', terms: someTerms(over) }, { id: buyer.id, at: now }),
  );
  const platform = aPlatform(db, now);
  const join = (communeId: string, joinedOn = '2026-11-01') =>
    send(platform, buyer, joinConvention, { communeId, joinedOn }, { id });
  const memberOf = (communeId: string) => {
    const found = listConventionMembers(db, id, { kind: 'commune', communeId }).at(-1)?.member;
    if (!found) throw new Error(`${communeId} is no member`);
    return found;
  };
  const record = (communeId: string, acts: Record<string, string>) =>
    send(platform, buyer, recordMember, acts, { id, member: memberOf(communeId).id });
  return { db, buyer, communes: communes as [string, string, string], id, platform, join, memberOf, record };
}

const fullActs = {
  representative: 'M. Martin, maire',
  deliberationNumber: '2026-44',
  deliberationOn: '2026-11-03',
  enforceableOn: '2026-11-10',
  signedOn: '2026-11-12',
};

function aNeedOf(db: Db, campaignId: string, communeId: string, userId: string, quantity: number) {
  const change = { campaignId, communeId, at: '2026-11-15T09:00:00.000Z', userId };
  write(db, (tx) => {
    draftAnswer(tx, change);
    addNeed(
      tx,
      change,
      aNeed({ id: communeId, productId: null, quantity, estimatedUnitPriceNet: unitPrice(1_000_000) }),
    );
    signAnswer(tx, change, false);
  });
}

function aClosedCampaign(db: Db, conventionId: string, userId: string): string {
  const { id, title, description, lots } = aCampaign();
  const dates = { opensOn: day('2026-11-02'), closesOn: day('2026-11-20') };
  write(db, (tx) => addCampaign(tx, { id, title, description, conventionId, ...dates, lots }, { id: userId, at: now }));
  return id;
}

test('each article has a basis, and every montage, cost and commission has its text', () => {
  for (const { paragraphs, basis } of conventionClauses) {
    expect(basis).not.toBe('');
    for (const [, blank] of paragraphs.join(' ').matchAll(/\{(\w+)\}/g)) expect(conventionBlanks).toContain(blank);
  }
  expect(new Set(coordinatorPowers.map(({ id }) => id)).size).toBe(coordinatorPowers.length);
  for (const execution of executions) {
    for (const cost of [
      { kind: 'none' },
      { kind: 'fixed', feeNet: cents(1) },
      { kind: 'proRata', costNet: cents(1), key: 'pupils' },
    ] as const) {
      const terms = someTerms({ execution, cost });
      const proposed: readonly { id: string; proposed: readonly string[] }[] = coordinatorPowers;
      const powers = proposed.filter((power) => power.proposed.includes(execution)).map((power) => power.id);
      expect(powerContradictions({ execution, powers })).toEqual({ missing: [], excess: [] });
      const titles = conventionStanding(terms, conventionClauses).map(({ title }) => title);
      expect(conventionConditions(terms).has(execution)).toBe(true);
      for (const title of ['Signature et exécution des marchés', 'Frais de fonctionnement', 'Durée'])
        expect(titles.filter((one) => one === title)).toHaveLength(1);
    }
  }
});

test('only members of the groupement are invited to its campaign, from their entry to their withdrawal', async () => {
  const { db, buyer, communes, id, platform, join, memberOf } = aGroupement();
  await join(communes[0]);
  await join(communes[1], '2026-11-21');
  await join(communes[2]);
  const left = { leftOn: '2026-11-18', reason: 'délibération du conseil' };
  await send(platform, buyer, withdraw, left, { id, member: memberOf(communes[2]).id });
  const invitedOn = (closesOn: string) =>
    listInvited(db, { closesOn: day(closesOn), conventionId: id }).map(({ communeId }) => communeId);
  expect(invitedOn('2026-11-17')).toEqual([communes[0], communes[2]]);
  expect(invitedOn('2026-11-20')).toEqual([communes[0]]);
  expect(invitedOn('2026-11-21')).toEqual([communes[0], communes[1]]);
  expect(listInvited(db, { closesOn: day('2026-11-20'), conventionId: null })).toHaveLength(3);
});

test('freezing keeps the signed members as buyers, leaves the others out with their reasons, and their needs with them', async () => {
  const { db, buyer, communes, id, platform, join, record } = aGroupement();
  for (const commune of communes) await join(commune);
  const campaignId = aClosedCampaign(db, id, buyer.id);
  for (const [index, commune] of communes.entries()) aNeedOf(db, campaignId, commune, buyer.id, 10 * (index + 1));
  expect((await record(communes[0], fullActs)).status).toBe(302);
  await record(communes[1], { ...fullActs, signedOn: '' });
  expect((await send(platform, buyer, freeze, {}, { id: campaignId })).status).toBe(302);
  const needs = findConsolidation(db, campaignId)?.needs;
  expect(needs?.grouping).toMatchObject({ kind: 'convention', reference: 'GC-2027-01' });
  expect(needs?.buyers.map(({ communeId }) => communeId)).toEqual([communes[0]]);
  expect(needs?.excludedBuyers).toMatchObject([
    { communeId: communes[1], faults: [{ kind: 'notSigned' }] },
    { communeId: communes[2], faults: [{ kind: 'noDeliberation' }, { kind: 'notSigned' }] },
  ]);
  expect(needs?.consolidation.totalNet).toBe(10 * 100_00);
  // It signs afterwards: shown as late, and what was recorded before no longer changes.
  await record(communes[1], fullActs);
  const page = await read(platform, buyer, consolidationPage, { id: campaignId });
  expect(page).toMatchObject({ late: [{ communeId: communes[1] }] });
  const rewritten = await record(communes[0], { ...fullActs, deliberationNumber: '2026-99' });
  expect(rewritten.status).toBe(422);
  expect(rewritten.reasons).toEqual([
    'Le numéro de la délibération (2026-44) ne change plus : des besoins ont été figés en s’y fiant.',
  ]);
  const secretary = aPerson(db, communes[1], 'secretary');
  expect(await read(platform, secretary, membershipPage, { commune: communes[1] })).toMatchObject({
    closed: [{ id: campaignId, why: 'convention non signée' }],
  });
});

test('without any enforceable act nothing is frozen', async () => {
  const { db, buyer, communes, id, platform, join } = aGroupement();
  await join(communes[0]);
  const campaignId = aClosedCampaign(db, id, buyer.id);
  aNeedOf(db, campaignId, communes[0], buyer.id, 3);
  const answer = await send(platform, buyer, freeze, {}, { id: campaignId });
  expect(answer.status).toBe(422);
  expect(answer.reasons[0]).toMatch(/^Aucun acheteur identifié/);
});

test('the convention must be signed and enforceable the day before the notice is sent', async () => {
  const { db, buyer, communes, id, platform, join, record } = aGroupement();
  await join(communes[0]);
  await record(communes[0], fullActs);
  const campaignId = aClosedCampaign(db, id, buyer.id);
  aNeedOf(db, campaignId, communes[0], buyer.id, 3);
  await send(platform, buyer, freeze, {}, { id: campaignId });
  const needs = findConsolidation(db, campaignId)?.needs;
  if (!needs) throw new Error('not frozen');
  expect(unreadyBuyers(db, needs, day('2026-11-13'))?.unready).toEqual([]);
  expect(unreadyBuyers(db, needs, day('2026-11-12'))?.unready).toMatchObject([
    { communeId: communes[0], faults: [{ kind: 'signedAfter', signedOn: '2026-11-12' }] },
  ]);
  expect(unreadyBuyers(db, { ...needs, grouping: { kind: 'centrale' } }, day('2026-11-12'))).toBeUndefined();
  const said = (sentOn: string) =>
    publicationRefusals({
      ...({ media: [], deadline: day('2027-02-01'), change: null, noExtensionReason: null } as const),
      ...({ file: { version: 1, on: day('2026-10-01') }, planned: advice.procedure, advice, last: undefined } as const),
      sentOn: day(sentOn),
      today: day('2026-11-23'),
      groupement: unreadyBuyers(db, needs, day(sentOn)),
    })
      .map((refusal) => plain(publicationRefusalSentence(refusal)))
      .filter((sentence) => sentence.includes('L2113-7'));
  expect(said('2026-11-13')).toEqual([]);
  expect(said('2026-11-01')).toEqual([
    'La convention de groupement GC-2027-01 court du 1er novembre 2026 : elle doit être en vigueur avant l’envoi du 1er novembre 2026 (CCP L2113-7).',
    'La convention de groupement GC-2027-01 n’est pas signée et exécutoire pour tous les acheteurs identifiés avant l’envoi du 1er novembre 2026 (CCP L2113-7) : Commune 0 (a rejoint après, le 1er novembre 2026 ; délibération exécutoire seulement le 10 novembre 2026 ; convention signée seulement le 12 novembre 2026).',
  ]);
});

test('the PDF and the DOCX hold the articles, each member with its acts, the four parties and shares that sum up', async () => {
  const cost = { kind: 'proRata', costNet: cents(1000_00), key: 'inhabitants' } as const;
  const { db, buyer, communes, id, platform, join, record } = aGroupement({ cost, execution: 'coordinatorExecutes' });
  await join('centrale');
  await record(communes[0], fullActs);
  const campaignId = aClosedCampaign(db, id, buyer.id);
  aNeedOf(db, campaignId, communes[1], buyer.id, 7);
  expect((await send(platform, buyer, issueText, {}, { id })).status).toBe(302);
  await send(platform, buyer, issueText, {}, { id });
  const texts = listConventionTexts(db, id);
  expect(texts.map(({ version }) => version)).toEqual([1]);
  const pdf = (await readPdf(new Uint8Array(readDocumentBytes(db, texts[0]?.pdfDocumentId ?? '')))).text;
  const docx = textOfDocx(readDocumentBytes(db, texts[0]?.docxDocumentId ?? ''));
  const shown = await read(platform, buyer, conventionPage, { id });
  if (typeof shown === 'number') throw new Error(`status ${shown}`);
  expect(sumCents(shown.shares.map(({ shareNet }) => shareNet))).toBe(1000_00);
  for (const text of [plain(pdf), plain(docx)]) {
    for (const said of [
      'GC-2027-01 · version 1',
      'n° 2026-44 du 03/11/2026',
      '21350001000011',
      'M. Martin, maire',
      'à compléter',
      '333,33 €',
      '1 000,00 €',
      'sur titre de recettes émis par',
      'Annexe 2. Besoins des membres',
      '700,00 €',
    ])
      expect(text, said).toContain(said);
    for (const commune of ['Commune 0', 'Commune 1', 'Commune 2']) expect(text).toContain(commune);
    expect(text).not.toContain('{');
  }
  await record(communes[1], fullActs);
  await send(platform, buyer, issueText, {}, { id });
  expect(listConventionTexts(db, id).map(({ version }) => version)).toEqual([2, 1]);
});

test('beyond twenty members, each signs a bulletin of its own', () => {
  const member = { siren: '213500010', siret: null, representative: null, deliberationNumber: null };
  const facts = {
    reference: 'GC',
    version: 1,
    issuedOn: day('2026-11-23'),
    issuer: { name: 'Syndicat', lines: [] },
    terms: someTerms(),
    clauses: conventionClauses,
    members: Array.from({ length: 21 }, (_, index) => ({
      ...member,
      name: `Commune ${index}`,
      deliberationOn: null,
      enforceableOn: null,
      signedOn: null,
    })),
    shares: null,
    needs: null,
  };
  const signatures = conventionModel(facts).blocks.filter((block) => block.kind === 'signature');
  expect(signatures.flatMap(({ parties }) => parties)).toHaveLength(1);
  const few = conventionModel({ ...facts, members: facts.members.slice(0, 20) }).blocks;
  expect(few.flatMap((block) => (block.kind === 'signature' ? block.parties : []))).toHaveLength(21);
});

test('terms change until a member signs, and a commune is never twice a member at once', async () => {
  const { db, buyer, communes, id, platform, join, record } = aGroupement();
  const form = new FormData();
  const fields = { reference: 'GC-2027-02', object: 'Autre objet', duration: 'single', startsOn: '2026-11-02' };
  const more = { execution: 'eachSigns', cao: 'coordinator', cost: 'none', key: 'pupils', withdrawalMonths: '2' };
  for (const [name, value] of Object.entries({ ...fields, ...more, 'powers[]': 'needs' })) form.set(name, value);
  const contradictory = new FormData();
  for (const [name, value] of form) contradictory.append(name, value);
  contradictory.append('powers[]', 'payment');
  expect((await send(platform, buyer, edit, contradictory, { id })).reasons).toEqual([
    'La variante « 7a : chaque membre signe et exécute son marché » laisse aux membres : « Recevoir les factures, payer les titulaires et demander leur remboursement aux membres ». Décochez ces missions.',
  ]);
  expect((await send(platform, buyer, edit, form, { id })).status).toBe(302);
  expect(listConventions(db, { kind: 'syndicat' })[0]).toMatchObject({
    reference: 'GC-2027-02',
    terms: { object: 'Autre objet', execution: 'eachSigns', withdrawalMonths: 2 },
  });
  await join(communes[0]);
  expect((await join(communes[0])).reasons).toEqual(['La commune est déjà membre depuis le 1er novembre 2026.']);
  await record(communes[0], fullActs);
  expect((await send(platform, buyer, edit, form, { id })).status).toBe(422);
});

test('a commune reads its own acts, and neither those of others nor a convention it is no member of', async () => {
  const { db, buyer, communes, id, platform, join, memberOf } = aGroupement();
  await join(communes[0]);
  await join(communes[1]);
  const form = new FormData();
  for (const [name, value] of Object.entries(fullActs)) form.set(name, value);
  form.set('file', new File(['%PDF-1.4 essai'], 'deliberation.pdf', { type: 'application/pdf' }));
  await send(platform, buyer, recordMember, form, { id, member: memberOf(communes[0]).id });
  const own = aPerson(db, communes[0], 'secretary');
  const other = aPerson(db, communes[1], 'electedApprover');
  const stranger = aPerson(db, communes[2], 'communeFinance');
  const file = { id, member: memberOf(communes[0]).id };
  expect(await read(platform, own, deliberation, file)).toBeInstanceOf(Response);
  expect(await read(platform, other, deliberation, file)).toBe(404);
  const shown = await read(platform, other, conventionPage, { id });
  expect(JSON.stringify(shown)).not.toContain('2026-44');
  expect(await read(platform, stranger, conventionPage, { id })).toBe(404);
  await send(platform, buyer, issueText, {}, { id });
  expect(await read(platform, other, textFile, { id, file: '1.pdf' })).toBeInstanceOf(Response);
  expect(await read(platform, stranger, textFile, { id, file: '1.pdf' })).toBe(404);
  expect(await read(platform, own, membershipPage, { commune: communes[1] })).toBe(404);
  expect(listMemberships(db, own.scope).map(({ communeId }) => communeId)).toEqual([communes[0]]);
});

test('a membership is entered, completed once, ended on a day with its reason, and begun again', async () => {
  const { db, buyer, communes, platform } = aGroupement();
  const [commune] = communes;
  const at = { commune, from: '2024-01-01' };
  const exit = { leftOn: '2026-10-01', reason: 'fusion de communes' };
  expect((await send(platform, buyer, leave, exit, at)).status).toBe(302);
  expect((await send(platform, buyer, leave, exit, at)).status).toBe(302);
  expect((await send(platform, buyer, leave, { ...exit, leftOn: '2026-11-01' }, at)).status).toBe(422);
  const entry = { from: '2026-11-01', deliberationNumber: '26-7', deliberationOn: '2026-10-20' };
  const early = await send(platform, buyer, enter, { ...entry, from: '2026-09-01' }, { commune });
  expect(early.reasons).toEqual([
    'L’entrée (1er septembre 2026) précède la sortie déjà enregistrée (1er octobre 2026).',
  ]);
  expect((await send(platform, buyer, enter, entry, { commune })).status).toBe(302);
  const stateOn = (on: string) =>
    membershipOn(
      listMembershipActs(db).filter(({ communeId }) => communeId === commune),
      day(on),
    ).state;
  expect([stateOn('2026-09-30'), stateOn('2026-10-01'), stateOn('2026-11-02')]).toEqual([
    'member',
    'toCome',
    'notEnforceable',
  ]);
  const again = { commune, from: '2026-11-01' };
  const buyersOn = (on: string) =>
    identifiedBuyers(listMembershipActs(db), day(on), 'centrale').buyers.map(({ communeId }) => communeId);
  expect(buyersOn('2026-11-10')).not.toContain(commune);
  expect((await send(platform, buyer, complete, { enforceableOn: '2026-11-05' }, again)).status).toBe(302);
  expect(buyersOn('2026-11-10')).toContain(commune);
  expect((await send(platform, buyer, complete, { enforceableOn: '2026-11-06' }, again)).status).toBe(422);
  expect(findMembershipFrom(db, commune, '2026-11-01', { kind: 'syndicat' })).toMatchObject({
    enforceableOn: '2026-11-05',
    enforceableSource: 'given',
  });
  const deeds = db.select().from(tables.journal).where(eq(tables.journal.subjectKind, 'membership')).all();
  expect(deeds.map(({ deed }) => deed)).toEqual(['membership.left', 'membership.joined', 'membership.completed']);
});
