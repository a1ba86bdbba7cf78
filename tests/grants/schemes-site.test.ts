// Schemes as people meet them on the site: entered, opened, asked, answered, counted, and kept to those who may.
import { randomUUID } from 'node:crypto';
import { enir2018 } from 'catalog/grants/enir-2018';
import { write } from 'db/client';
import { readPlaceFacts } from 'db/grant-place-facts';
import { addSchemeVersion, changeSchemeDraft, endSchemeVersion, openSchemeVersion } from 'db/grant-schemes';
import * as tables from 'db/schema';
import { aCommune, aPerson, testNow } from 'tests/database';
import { read, send } from 'tests/orders/asking';
import { aCentrale, aSubmittedOrder, type Centrale, cartOf, put } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { openingRefusals } from '~/domain/grants/scheme-checks';
import { copiedScheme, toVerifyIn } from '~/domain/grants/scheme-copies';
import { day } from '~/domain/shared/day';
import { loader as compare } from '~/routes/grants/comparison';
import { action as enterTerms } from '~/routes/grants/department-terms';
import { action as removeTerms } from '~/routes/grants/department-terms-removal';
import { loader as offer, action as openFile } from '~/routes/grants/new';
import { action as answerPlace } from '~/routes/grants/place-answers';
import { loader as prospects } from '~/routes/grants/prospects';
import { action as copyScheme } from '~/routes/grants/scheme-copy';
import { action as openScheme } from '~/routes/grants/scheme-opening';
import { tryScheme } from '~/routes/grants/scheme-trial.server';
import { findScheme, listCurrentSchemes } from '~/routes/grants/schemes.server';

const today = day('2026-11-23');

function aSyndicatWithAdministrator() {
  const centrale = aCentrale();
  return { ...centrale, administrator: aPerson(centrale.db, 'syndicat', 'administrator') };
}

/** A call of the syndicat's own, ready to open: 50 % of gross visualisers, 3,000 euros at most. */
const aCall = {
  ...copiedScheme(enir2018, 'appel-visualiseurs', 1, 'Appel visualiseurs'),
  legalTexts: [{ value: 'Règlement', confidence: 'confirmed' as const, sources: [] }],
  period: { opensOn: '2026-11-01', closesOn: '2027-03-31', confidence: 'confirmed' as const, sources: [] },
  criteria: [],
};

function openACall(
  { db, administrator }: ReturnType<typeof aSyndicatWithAdministrator>,
  content: unknown = aCall,
): void {
  const by = { userId: administrator.id, at: testNow };
  write(db, (tx) => {
    const made = { createdAt: testNow, createdBy: administrator.id, updatedAt: testNow };
    addSchemeVersion(tx, { schemeId: 'appel-visualiseurs', version: 1, content, ...made });
    openSchemeVersion(tx, 'appel-visualiseurs', 1, by);
  });
}

const place = ({ uai }: Centrale) => `/?ecole=${uai}`;

test('a copy to another scheme cites nothing and asserts nothing; a new version keeps what was read', () => {
  const other = copiedScheme(enir2018, 'autre', 1, 'Autre');
  expect(other.legalTexts).toEqual([]);
  expect(other.funding[0]?.rate).toEqual({ value: 5000, confidence: 'unsure', sources: [] });
  expect(other.criteria.every(({ confidence }) => confidence === 'unsure')).toBe(true);
  expect(toVerifyIn(other.funding)).toBeGreaterThan(0);
  const next = copiedScheme(enir2018, enir2018.id, 2, enir2018.name);
  expect(next.funding).toEqual(enir2018.funding);
  expect(next.period.closesOn).toBeNull();
});

test('everything against opening is told at once', () => {
  const empty = { ...copiedScheme(enir2018, 'autre', 1, 'Autre'), applicants: [], funding: [], sections: [] };
  expect(openingRefusals(empty, today).map(({ tag }) => tag)).toEqual(
    expect.arrayContaining(['noText', 'noApplicant', 'noFunding', 'noSection', 'noDates']),
  );
  const late = { ...aCall, period: { ...aCall.period, opensOn: '2026-03-01', closesOn: '2026-02-01' } };
  expect(openingRefusals(late, today).map(({ tag }) => tag)).toEqual(['datesReversed', 'alreadyClosed']);
  const [rule] = enir2018.funding;
  const reversed = {
    ...aCall,
    funding: [{ ...rule, minimumGrantCents: { ...rule.minimumGrantCents, value: 900_000 } }],
  };
  expect(openingRefusals(reversed, today)).toEqual([{ tag: 'floorAboveCeiling', part: 'project' }]);
  expect(openingRefusals(aCall, today)).toEqual([]);
});

test('the database itself keeps an opened version as it is', () => {
  const site = aSyndicatWithAdministrator();
  openACall(site);
  const { db } = site;
  const change = { content: {}, updatedAt: testNow };
  expect(write(db, (tx) => changeSchemeDraft(tx, 'appel-visualiseurs', 1, change))).toBe(false);
  expect(() => db.update(tables.grantSchemeVersions).set({ content: {} }).run()).toThrow(/never changes/);
  expect(() => db.delete(tables.grantSchemeVersions).run()).toThrow(/never vanishes/);
});

test('a copied draft is nobody’s offer until it is opened, twice copied it is two, and a taken name is refused', async () => {
  const { platform, administrator, buyer, db } = aSyndicatWithAdministrator();
  const source = { source: 'enir-2018/1', name: 'Appel d’essai' };
  const copied = await send(platform, administrator, copyScheme, source);
  expect(copied.location).toBe('/subventions/dispositifs/appel-d-essai/1/brouillon');
  expect(findScheme(db, 'appel-d-essai', '1')).toBeUndefined();
  expect((await send(platform, administrator, copyScheme, source)).status).toBe(422);
  const params = { scheme: 'appel-d-essai', version: '1' };
  expect((await send(platform, administrator, openScheme, {}, params)).reasons.join()).toContain(
    'Citez au moins un texte',
  );
  expect((await send(platform, buyer, copyScheme, source)).status).toBe(403);
  const version = await send(platform, administrator, copyScheme, { source: 'detr/2026', sameScheme: 'on' });
  expect(version.location).toBe('/subventions/dispositifs/detr/2027/brouillon');
});

test('an opened scheme is offered first, opens a file, and its end closes it to new ones', async () => {
  const site = aSyndicatWithAdministrator();
  const { platform, secretary, uai, db } = site;
  openACall(site);
  const shown = await read(platform, secretary, offer, {}, place(site));
  if (typeof shown === 'number' || shown.step !== 'call') throw new Error('No offer');
  expect(shown.open[0]).toMatchObject({ id: 'appel-visualiseurs', period: 'Ouvert jusqu’au 31 mars 2027' });
  const post = (id: string) => sendTo(site, { id, schemeId: 'appel-visualiseurs', purpose: 'deposit', orderId: '' });
  expect((await post(randomUUID())).status).toBe(302);
  write(db, (tx) => endSchemeVersion(tx, 'appel-visualiseurs', 1, { userId: secretary.id, at: testNow }));
  const ended = listCurrentSchemes(db, today).find(({ id }) => id === 'appel-visualiseurs');
  expect(ended?.status).toBe('closed');
  const refused = await post(randomUUID());
  expect(refused.status).toBe(422);
  expect(refused.reasons.join()).toContain('clos');
  expect(db.select().from(tables.grantFiles).all()).toMatchObject([{ schoolUai: uai, schemeVersion: '1' }]);
});

/** Posts to the page of a new file, whose school stands in its address. */
async function sendTo(site: Centrale, fields: Readonly<Record<string, string>>) {
  const action = ((args: { request: Request }) =>
    openFile({ ...args, request: new Request(`http://localhost${place(site)}`, args.request) } as never)) as never;
  return send(site.platform, site.secretary, action, fields);
}

test('a trial finds the aid of each real cart, and the comparison the same amount', async () => {
  const site = aSyndicatWithAdministrator();
  openACall(site);
  await aSubmittedOrder(site, 10);
  await put(site, 30);
  const scheme = findScheme(site.db, 'appel-visualiseurs');
  if (!scheme) throw new Error('No scheme');
  const tried = tryScheme(site.db, scheme, 2026, 1, today);
  // 10 and 30 visualisers at 100 euros net, 120 gross: 600 and 1,800 euros of aid at 50 %.
  expect(tried.rows.map(({ grant }) => grant ?? 0).toSorted((a, b) => a - b)).toEqual([60_000, 180_000]);
  expect(tried).toMatchObject({ total: 240_000, helped: 2, communes: 1 });
  expect(tryScheme(site.db, scheme, 2025, 1, today).count).toBe(0);
  const path = `${place(site)}&commande=${cartOf(site)?.id}`;
  const compared = await read(site.platform, site.secretary, compare, {}, path);
  if (typeof compared === 'number') throw new Error(`Answered ${compared}`);
  expect(compared.schemes.find(({ id }) => id === 'appel-visualiseurs')?.grant).toBe(180_000);
  const stranger = aPerson(site.db, aCommune(site.db, 1).communeId, 'secretary');
  expect(await read(site.platform, stranger, compare, {}, path)).toBe(404);
});

test('what a department sets applies at once, is replaced by its next row, and can be taken back', async () => {
  const site = aSyndicatWithAdministrator();
  const { platform, administrator, db } = site;
  await put(site, 50);
  const grant = async () => {
    const shown = await read(platform, site.secretary, compare, {}, `${place(site)}&commande=${cartOf(site)?.id}`);
    if (typeof shown === 'number') throw new Error(`Answered ${shown}`);
    return shown.schemes.find(({ id }) => id === 'detr');
  };
  // 5,000 euros net: the lowest rate of the text by assumption, then the department's own.
  expect((await grant())?.grant).toBe(100_000);
  const row = {
    schemeId: 'detr',
    departmentCode: '35',
    year: '2026',
    retained: 'oui',
    lowestRate: '35',
    highestRate: '35',
  };
  const wrong = { ...row, lowestRate: '45', departmentCode: '99', confirmed: 'on' };
  expect((await send(platform, administrator, enterTerms, wrong)).status).toBe(400);
  const id = randomUUID();
  for (const _ of [1, 2]) expect((await send(platform, administrator, enterTerms, { ...row, id })).status).toBe(302);
  expect((await grant())?.grant).toBe(175_000);
  await send(platform, administrator, enterTerms, {
    ...row,
    id: randomUUID(),
    lowestRate: '40',
    highestRate: '40',
    source: 'Circulaire',
    confirmed: 'on',
  });
  expect((await grant())?.grant).toBe(200_000);
  const rows = db.select().from(tables.grantLocalTerms).all();
  expect(rows.map(({ endedAt }) => endedAt === null)).toEqual([false, true]);
  expect((await send(platform, site.buyer, enterTerms, row)).status).toBe(403);
  await send(platform, administrator, removeTerms, {}, { id: rows[1]?.id ?? '' });
  expect((await grant())?.grant).toBe(100_000);
});

test('an answer keeps who gave it, when and from where; the list of schools follows it', async () => {
  const site = aSyndicatWithAdministrator();
  const { platform, secretary, buyer, uai, db } = site;
  const list = async (search: string) => {
    const shown = await read(platform, buyer, prospects, {}, `/?appel=detr${search}`);
    if (typeof shown === 'number') throw new Error(`Answered ${shown}`);
    return shown;
  };
  expect((await list('&manque=commune.dgfPopulation')).count).toBe(1);
  expect((await list('&commune=absente')).count).toBe(0);
  const fields = { 'fact:commune.dgfPopulation': '1 050', 'year:commune.dgfPopulation': '2026', source: 'Fiche DGF' };
  expect((await send(platform, secretary, answerPlace, fields, { uai })).status).toBe(302);
  const said = readPlaceFacts(db, secretary.scope).communes.get(site.communeId);
  expect(said?.['commune.dgfPopulation']).toEqual({
    value: 1050,
    year: 2026,
    origin: 'Fiche DGF (Personne, 23/11/2026)',
  });
  expect((await list('&manque=commune.dgfPopulation')).count).toBe(0);
  const wrong = { 'fact:commune.dgfPopulation': 'mille' };
  expect((await send(platform, secretary, answerPlace, wrong, { uai })).status).toBe(400);
  const stranger = aPerson(db, aCommune(db, 1).communeId, 'secretary');
  expect((await send(platform, stranger, answerPlace, fields, { uai })).status).toBe(404);
  expect(readPlaceFacts(db, stranger.scope).communes.size).toBe(0);
});

test('who runs the school applies for it: an EPCI answers with its own members', async () => {
  const site = aSyndicatWithAdministrator();
  const { platform, secretary, uai } = site;
  const answered = async (runBy: string, scheme: string) => {
    await send(platform, secretary, answerPlace, { 'fact:school.runBy': runBy }, { uai });
    const shown = await read(platform, secretary, prospects, {}, `/?appel=${scheme}`);
    if (typeof shown === 'number') throw new Error(`Answered ${shown}`);
    return shown.rows[0];
  };
  expect(await answered('schoolSyndicate', 'dsil')).toMatchObject({ outcome: 'ineligible' });
  const syndicate = await answered('schoolSyndicate', 'detr');
  expect(syndicate).toMatchObject({ outcome: 'unknown', applicant: 'Syndicat scolaire (SIVOS)' });
  expect(syndicate?.told).toContain('Population du groupement demandeur');
  // Rennes Métropole runs the school: its largest commune is far above 3,500 inhabitants.
  const epci = await answered('epci', 'enir-2018');
  expect(epci).toMatchObject({ outcome: 'ineligible', applicant: 'EPCI à fiscalité propre' });
  expect(epci?.told).toContain('Population de la commune la plus peuplée de l’EPCI');
  expect((await answered('commune', 'enir-2018'))?.applicant).toBe('Commune');
});
