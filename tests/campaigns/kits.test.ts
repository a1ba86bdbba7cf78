// Typical needs and budget years: what a buyer proposes, the ordinary lines it becomes, and their split by year.
import { findAnswer } from 'db/campaign-answers';
import { addCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { listWaitingContributions } from 'db/need-contributions';
import { listKits } from 'db/need-kits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needsMatrixWorkbook } from '~/documents/consolidation/needs-matrix';
import { kitRefusalSentence, kitRefusals, mostKits, type NeedKit, needsOfKits } from '~/domain/campaigns/kits';
import { consolidate } from '~/domain/consolidation/consolidate';
import { consolidationMatrix } from '~/domain/consolidation/matrix';
import { lotYears, yearsOfLine } from '~/domain/consolidation/years';
import { day } from '~/domain/shared/day';
import { sumCents, unitPrice } from '~/domain/shared/money';
import { action as answer, loader as answerPage } from '~/routes/campaigns/answer';
import { action as change } from '~/routes/campaigns/change-needs';
import { action as withdraw } from '~/routes/campaigns/kit-removal';
import { loader as kitsPage, action as propose } from '~/routes/campaigns/kits';
import { action as takeOver } from '~/routes/campaigns/kits-again';
import { action as openCampaign } from '~/routes/campaigns/new';
import { action as contribute } from '~/routes/campaigns/school-contribution';
import { action as makeLink } from '~/routes/campaigns/school-links';
import { action as sign } from '~/routes/campaigns/sign';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat, testNow } from '../database';
import { aPlatform, cookieOf, read, send } from '../orders/asking';
import { aCampaign, aNeed, anAnswer } from './builders';

type Loaded<T> = Exclude<T, number>;

/** A campaign that asks for tablets and trolleys of the catalogue, with a commune and its secretary. */
function aCampaignOfKits(years: readonly number[] | null = null) {
  const db = aDatabase();
  const buyer = aPerson(db, aSyndicat(db), 'syndicatBuyer');
  const { communeId, uai } = aCommune(db, 0);
  const secretary = aPerson(db, communeId, 'secretary');
  const elected = aPerson(db, communeId, 'electedApprover');
  const { lotId } = aLot(db);
  const tablet = aProduct(db, lotId, { id: 'tablet-10', label: 'Tablette 10 pouces', euros: 250 });
  const trolley = aProduct(db, lotId, {
    id: 'trolley-16',
    category: 'chargingTrolley',
    label: 'Chariot 16 places',
    euros: 900,
  });
  const { id, title, description, conventionId, opensOn, closesOn } = aCampaign();
  const lots = [{ number: 1, title: 'Mobilité', categories: ['tablet', 'chargingTrolley'] }];
  const campaign = { id, title, description, conventionId, opensOn, closesOn, lots, years };
  write(db, (tx) => addCampaign(tx, campaign, { id: buyer.id, at: testNow }));
  return {
    db,
    buyer,
    communeId,
    uai,
    secretary,
    elected,
    tablet,
    trolley,
    id,
    params: { id },
    platform: aPlatform(db),
  };
}

const aClassSet = (over: Readonly<Record<string, string>> = {}) => ({
  id: crypto.randomUUID(),
  title: 'Classe mobile, 16 tablettes',
  product1: 'tablet-10',
  quantity1: '16',
  product2: 'trolley-16',
  quantity2: '1',
  ...over,
});

test('a class set becomes ordinary lines, once for the same form, that the commune then corrects and signs', async () => {
  const { db, buyer, secretary, communeId, uai, id, params, platform } = aCampaignOfKits();
  const kit = aClassSet();
  for (const _ of [1, 2]) expect(await send(platform, buyer, propose, kit, params)).toMatchObject({ status: 302 });
  expect(listKits(db, id)).toMatchObject([{ title: 'Classe mobile, 16 tablettes', lines: [{ quantity: 16 }, {}] }]);
  const shown = (await read(platform, secretary, answerPage, params)) as Loaded<{ kits: readonly NeedKit[] }>;
  expect(shown.kits.map(({ title }) => title)).toEqual(['Classe mobile, 16 tablettes']);
  const two = { id: crypto.randomUUID(), kitId: kit.id, quantity: '2', schoolUai: uai, reason: 'project' };
  for (const _ of [1, 2]) expect(await send(platform, secretary, answer, two, params)).toMatchObject({ status: 302 });
  const needs = findAnswer(db, id, communeId)?.needs ?? [];
  expect(needs.map(({ label, quantity, schoolUai, kit: of }) => [label, quantity, schoolUai, of])).toEqual([
    ['Tablette 10 pouces', 32, uai, 'Classe mobile, 16 tablettes'],
    ['Chariot 16 places', 2, uai, 'Classe mobile, 16 tablettes'],
  ]);
  const fewer = { [`quantity-${needs[0]?.id}`]: '30' };
  expect(await send(platform, secretary, change, fewer, params)).toMatchObject({ status: 302 });
  expect(findAnswer(db, id, communeId)?.needs[0]).toMatchObject({ quantity: 30, kit: 'Classe mobile, 16 tablettes' });
});

test('a school adds a class set by its link, for its own school', async () => {
  const { db, buyer, secretary, communeId, uai, id, params, platform } = aCampaignOfKits();
  const kit = aClassSet();
  await send(platform, buyer, propose, kit, params);
  const form = { id: crypto.randomUUID(), schoolUai: uai, recipient: 'Mme Riou, directrice' };
  const headers = { Cookie: await cookieOf(db, secretary) };
  const request = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(form), headers });
  const made = (await makeLink({ request, params, context: { platform, nonce: '' } } as never)) as unknown as {
    readonly data: { readonly address: string };
  };
  const token = new URL(made.data.address).pathname.split('/').at(-1) ?? '';
  const one = { id: crypto.randomUUID(), kitId: kit.id, quantity: '1', schoolUai: '0352676U', reason: 'project' };
  for (const _ of [1, 2])
    expect(await send(platform, secretary, contribute, one, { token })).toMatchObject({ status: 302 });
  const waiting = listWaitingContributions(db, id, communeId).map(({ need }) => need);
  expect(waiting).toMatchObject([
    { quantity: 16, schoolUai: uai, kit: 'Classe mobile, 16 tablettes' },
    { quantity: 1, schoolUai: uai },
  ]);
});

test('a kit without line, twice the same reference or outside the campaign is refused, and what was typed stays', async () => {
  const { db, buyer, id, params, platform } = aCampaignOfKits();
  const nothing = aClassSet({ product1: '', quantity1: '', product2: '', quantity2: '' });
  expect((await send(platform, buyer, propose, nothing, params)).reasons.join()).toContain('au moins une référence');
  const twice = await send(platform, buyer, propose, aClassSet({ product2: 'tablet-10' }), params);
  expect(twice.reasons.join()).toContain('choisie deux fois');
  expect(await send(platform, buyer, propose, aClassSet({ quantity1: '0' }), params)).toMatchObject({ status: 400 });
  expect(await send(platform, buyer, propose, aClassSet({ product1: 'unknown' }), params)).toMatchObject({
    status: 400,
  });
  await send(platform, buyer, propose, aClassSet(), params);
  const again = await send(platform, buyer, propose, aClassSet({ title: 'CLASSE MOBILE, 16 tablettes' }), params);
  expect(again.reasons.join()).toContain('s’appelle déjà');
  expect(listKits(db, id)).toHaveLength(1);
  const outside = { title: 'Autre', lines: [{ productId: 'x', label: 'Baie', category: 'switch', quantity: 1 }] };
  const lots = [{ number: 1, title: 'Mobilité', categories: ['tablet'] }];
  expect(kitRefusals(outside, lots, []).map(kitRefusalSentence).join()).toContain('n’est pas recensée');
});

test('a kit taken out is offered no more, and the next campaign takes over those of the last one', async () => {
  const { db, buyer, secretary, communeId, id, params, platform } = aCampaignOfKits();
  const kit = aClassSet();
  await send(platform, buyer, propose, kit, params);
  const next = {
    id: crypto.randomUUID(),
    title: 'Besoins 2028',
    description: '',
    years: '2028 2029',
    opensOn: '2026-11-23',
    closesOn: '2027-12-19',
    lotTitle1: 'Tablettes',
    'lotCategories1[]': 'tablet',
  };
  expect(await send(platform, buyer, openCampaign, next, {})).toMatchObject({ status: 302 });
  // The trolley is of no lot there: its kit is not taken over.
  const there = { id: next.id };
  expect(await read(platform, buyer, kitsPage, there)).toMatchObject({ earlier: [] });
  const tabletsOnly = aClassSet({ title: 'Lot de 8 tablettes', quantity1: '8', product2: '', quantity2: '' });
  await send(platform, buyer, propose, tabletsOnly, params);
  for (const _ of [1, 2]) await send(platform, buyer, takeOver, {}, there);
  expect(listKits(db, next.id).map(({ title }) => title)).toEqual(['Lot de 8 tablettes']);
  const asked = { id: crypto.randomUUID(), kitId: kit.id, quantity: '1', schoolUai: '', reason: 'project' };
  await send(platform, secretary, answer, asked, params);
  expect(await send(platform, buyer, withdraw, {}, { ...params, kit: kit.id })).toMatchObject({ status: 302 });
  expect(listKits(db, id).map(({ title }) => title)).toEqual(['Lot de 8 tablettes']);
  expect(findAnswer(db, id, communeId)?.needs).toHaveLength(2);
  expect(await send(platform, secretary, answer, { ...asked, id: crypto.randomUUID() }, params)).toMatchObject({
    status: 404,
  });
});

test('so many kits hold so many times each line, never beyond the largest quantity', () => {
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 400 }) });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const kit = {
        id: 'k',
        title: 'Lot',
        lines: lines.map(({ quantity }, index) => ({
          productId: `p${index}`,
          label: `P${index}`,
          category: 'tablet',
          quantity,
        })),
      };
      const count = mostKits(kit);
      const references = new Map(
        kit.lines.map(({ productId }) => [productId, { unit: 'unité', unitPriceNet: unitPrice(1) }]),
      );
      const asked = { count, schoolUai: null, reason: 'project', year: null } as const;
      const needs = needsOfKits(kit, asked, references, (position) => `n${position}`);
      expect(needs.map(({ quantity }) => quantity)).toEqual(lines.map(({ quantity }) => quantity * count));
      expect(Math.max(...needs.map(({ quantity }) => quantity))).toBeLessThanOrEqual(10_000);
    }),
  );
});

test('where years are asked each line says its own, and an answer without one is not signed', async () => {
  const { db, secretary, elected, communeId, uai, id, params, platform } = aCampaignOfKits([2027, 2028]);
  const need = { id: crypto.randomUUID(), productId: 'tablet-10', quantity: '10', schoolUai: uai, reason: 'renewal' };
  const without = await send(platform, secretary, answer, need, params);
  expect(without.reasons.join()).toContain('choisissez l’année du besoin, 2027 ou 2028');
  const wrong = await send(platform, secretary, answer, { ...need, year: '2029' }, params);
  expect(wrong.status).toBe(422);
  expect(await send(platform, secretary, answer, { ...need, year: '2028' }, params)).toMatchObject({ status: 302 });
  expect(findAnswer(db, id, communeId)?.needs).toMatchObject([{ year: 2028 }]);
  const moved = { [`year-${need.id}`]: '2027' };
  expect(await send(platform, secretary, change, moved, params)).toMatchObject({ status: 302 });
  expect(findAnswer(db, id, communeId)?.needs).toMatchObject([{ year: 2027 }]);
  expect(await send(platform, elected, sign, {}, params)).toMatchObject({ status: 302 });
});

test('the years of a line add up to it, in quantity and to the cent, on the page and in the workbook', () => {
  const quantities = fc.array(
    fc.record({ year: fc.constantFrom(2027, 2028, 2029), quantity: fc.integer({ min: 1, max: 50 }) }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(quantities, fc.integer({ min: 1, max: 9_999_999 }), (asked, price) => {
      const needs = asked.map(({ year, quantity }, index) =>
        aNeed({ id: `n${index}`, quantity, year, estimatedUnitPriceNet: unitPrice(price) }),
      );
      const consolidation = consolidate({
        campaign: aCampaign(),
        invited: [{ communeId: 'commune-a', name: 'Acigné' }],
        answers: [anAnswer({ communeId: 'commune-a', needs })],
      });
      const line = consolidation.lots.flatMap(({ lines }) => lines)[0];
      if (!line) throw new Error('no line');
      const parts = yearsOfLine(line);
      expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(line.quantity);
      expect(sumCents(parts.flatMap(({ net }) => net ?? []))).toBe(line.net);
      const [lot] = lotYears(consolidation);
      expect(sumCents(lot?.parts.map(({ net }) => net) ?? [])).toBe(consolidation.totalNet);
      const lots = consolidation.lots
        .filter(({ lines }) => lines.length > 0)
        .map(({ number, title, lines }) => ({
          number,
          title,
          lines,
          matrix: consolidationMatrix(consolidation, number),
        }));
      const workbook = needsMatrixWorkbook({
        campaignTitle: 'Besoins',
        issuer: { name: 'Syndicat', lines: [] },
        madeOn: day('2026-11-23'),
        digest: null,
        lots,
        totalNet: consolidation.totalNet,
      });
      const sheet = workbook.sheets.find(({ name }) => name === 'Par année');
      expect(sheet?.rows).toHaveLength(1);
      const none = consolidate({
        campaign: aCampaign(),
        invited: [{ communeId: 'commune-a', name: 'Acigné' }],
        answers: [anAnswer({ communeId: 'commune-a', needs: [aNeed()] })],
      });
      expect(lotYears(none)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
