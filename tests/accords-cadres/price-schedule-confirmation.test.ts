// A received price schedule is shown, confirmed once, and applied exactly as it was shown.

import { listPriceSchedules } from 'db/accords-cadres';
import { openSession } from 'db/accounts';
import { catalogueOf, searchCatalogue } from 'db/catalogue';
import { type Db, write } from 'db/client';
import { findProduct, listCurrentReferences } from 'db/products';
import { listDeeds } from 'db/records';
import { expect, test } from 'vitest';
import type { Role } from '~/domain/accounts/permissions';
import { day } from '~/domain/shared/day';
import { sessionCookie } from '~/platform/cookies';
import { findReceived } from '~/routes/accords-cadres/price-schedule.server';
import { action as confirm } from '~/routes/accords-cadres/price-schedule-confirmation';
import { action as receive } from '~/routes/accords-cadres/price-schedule-new';
import { aDatabase, aLot, aPerson, aProduct, aSyndicat, testNow } from '../database';
import { csvBytes } from '../imports/builders';

const header = 'Référence;Désignation;Marque;Catégorie;PU HT;TVA;DEEE';
const effectiveOn = '2026-12-01';

interface Asking {
  readonly db: Db;
  readonly cookie: string;
}

async function asA(role: Role): Promise<Asking> {
  const db = aDatabase();
  const person = aPerson(db, aSyndicat(db), role);
  aLot(db);
  aProduct(db, 'lot-1', { id: 'known-1', euros: 250, ecoEuros: 0.02, label: 'Tablette 10 pouces' });
  aProduct(db, 'lot-1', { id: 'known-2', label: 'Tablette ancienne' });
  const { token } = write(db, (tx) => openSession(tx, person.id, testNow));
  return { db, cookie: (await sessionCookie(false).serialize(token)).split(';')[0] ?? '' };
}

function asked({ db, cookie }: Asking, params: Record<string, string>, form: FormData) {
  const request = new Request('http://localhost/', { method: 'POST', body: form, headers: { Cookie: cookie } });
  const platform = {
    db,
    now: () => testNow,
    secureCookies: false,
    demonstration: false,
    publicUrl: new URL('http://localhost/'),
  };
  return { request, params, context: { platform, nonce: '' } } as never;
}

async function receiveFile(asking: Asking, lines: readonly string[], changes: Record<string, string> = {}) {
  const form = new FormData();
  form.set('file', new File([csvBytes(header, ...lines)], 'bpu.csv', { type: 'text/csv' }));
  for (const [name, value] of Object.entries({ effectiveOn, ...changes })) form.set(name, value);
  return (await receive(asked(asking, { id: 'lot-1' }, form))) as Response & {
    data?: { reasons?: string[] };
    init?: { status: number };
  };
}

function receivedId(answer: Response): string {
  return answer.headers.get('Location')?.split('/').at(-1) ?? '';
}

async function confirmShown(asking: Asking, scheduleId: string, changes: Record<string, string> = {}) {
  const digest = findReceived(asking.db, 'lot-1', scheduleId)?.digest ?? '';
  const form = new FormData();
  for (const [name, value] of Object.entries({ digest, ...changes })) form.set(name, value);
  return (await confirm(asked(asking, { id: 'lot-1', scheduleId }, form))) as Response & {
    data?: { reasons?: readonly string[] };
    init?: { status: number };
  };
}

const known1 = 'REF-known-1;Tablette 10 pouces;;Tablette;260,00;20;0,02';
const created = 'NEW-1;Écran tactile;Fictif;Écran numérique interactif;1 500,00;20;8,34';
const refusedLine = 'NEW-2;Stylet;Fictif;Accessoire;inclus;20;0';

test('reading a file changes nothing in the catalogue', async () => {
  const asking = await asA('syndicatBuyer');
  const before = listCurrentReferences(asking.db, 'lot-1', day(effectiveOn));
  const id = receivedId(await receiveFile(asking, [known1, created, refusedLine]));
  expect(findReceived(asking.db, 'lot-1', id)?.changes.decisions.map(({ kind }) => kind)).toEqual([
    'changed',
    'created',
    'refused',
  ]);
  expect(listCurrentReferences(asking.db, 'lot-1', day(effectiveOn))).toEqual(before);
});

test('a confirmed file is applied from its day, and found by search', async () => {
  const asking = await asA('syndicatBuyer');
  const id = receivedId(await receiveFile(asking, [known1, created, refusedLine]));
  expect((await confirmShown(asking, id)).status).toBe(302);
  const priceOn = (text: string) => findProduct(asking.db, 'known-1', day(text))?.price?.unitPriceNet;
  expect([priceOn('2026-11-30'), priceOn('2026-12-01')]).toEqual([2_500_000, 2_600_000]);
  expect(catalogueOf(asking.db, day('2026-11-30')).references.some(({ reference }) => reference === 'NEW-1')).toBe(
    false,
  );
  const catalogue = catalogueOf(asking.db, day(effectiveOn));
  const found = [...(searchCatalogue(asking.db, catalogue, 'ecrans tactiles') ?? [])].map(
    (place) => catalogue.references[place],
  );
  expect(found).toMatchObject([
    { reference: 'NEW-1', unitPriceNet: 15_000_000, vatRate: 2000, ecoContributionNet: 83_400 },
  ]);
  expect(priceOn('2027-06-01')).toBe(2_600_000);
  expect(findProduct(asking.db, 'known-2', day('2027-06-01'))?.price).not.toBeNull();
});

test('a second confirmation writes nothing more', async () => {
  const asking = await asA('syndicatBuyer');
  const id = receivedId(await receiveFile(asking, [known1, created]));
  const digest = findReceived(asking.db, 'lot-1', id)?.digest ?? '';
  await confirmShown(asking, id, { digest });
  const after = listCurrentReferences(asking.db, 'lot-1', day(effectiveOn));
  expect((await confirmShown(asking, id, { digest })).status).toBe(302);
  expect(listCurrentReferences(asking.db, 'lot-1', day(effectiveOn))).toEqual(after);
  const deeds = listDeeds(asking.db, 'lot', 'lot-1').filter(({ deed }) => deed === 'priceSchedule.confirmed');
  expect(deeds).toHaveLength(1);
  expect(deeds[0]?.detail).toMatchObject({ priceScheduleId: id, created: 1, changed: 1, refused: 0, ended: 0 });
});

test('what is confirmed is what was shown: a catalogue that changed meanwhile asks for a second look', async () => {
  const asking = await asA('syndicatBuyer');
  const first = receivedId(await receiveFile(asking, [known1]));
  const second = receivedId(await receiveFile(asking, [known1.replace('260', '270')]));
  const digest = findReceived(asking.db, 'lot-1', second)?.digest ?? '';
  await confirmShown(asking, first);
  const answer = await confirmShown(asking, second, { digest });
  expect(answer.init?.status).toBe(422);
  expect(findProduct(asking.db, 'known-1', day(effectiveOn))?.price?.unitPriceNet).toBe(2_600_000);
  expect(listPriceSchedules(asking.db, 'lot-1').find(({ id }) => id === second)?.confirmedAt).toBeNull();
});

test('references absent from the file end on the eve of its effect only when the buyer asks', async () => {
  const asking = await asA('syndicatBuyer');
  const id = receivedId(await receiveFile(asking, [known1]));
  await confirmShown(asking, id, { endAbsent: 'on' });
  const priceOn = (text: string) => findProduct(asking.db, 'known-2', day(text))?.price ?? null;
  expect(priceOn('2026-11-30')).not.toBeNull();
  expect(priceOn('2026-12-01')).toBeNull();
});

test('a day in the past, or outside the accord-cadre, is refused with every reason', async () => {
  const asking = await asA('syndicatBuyer');
  const past = await receiveFile(asking, [known1], { effectiveOn: '2025-06-01' });
  expect(past.init?.status).toBe(422);
  expect(past.data?.reasons).toHaveLength(2);
  const garbled = await receiveFile(asking, [known1], { effectiveOn: 'demain' });
  expect(garbled.init?.status).toBe(400);
});

test('a file that is no price table is refused and kept nowhere', async () => {
  const asking = await asA('syndicatBuyer');
  const form = new FormData();
  form.set('file', new File(['%PDF-1.7'], 'bpu.pdf'));
  form.set('effectiveOn', effectiveOn);
  const answer = (await receive(asked(asking, { id: 'lot-1' }, form))) as unknown as { init: { status: number } };
  expect(answer.init.status).toBe(422);
  expect(listPriceSchedules(asking.db, 'lot-1').filter(({ confirmedAt }) => confirmedAt === null)).toEqual([]);
});

test('only a buyer of the syndicat may receive or confirm a price schedule', async () => {
  const asking = await asA('syndicatFinance');
  await expect(receiveFile(asking, [known1])).rejects.toMatchObject({ status: 403 });
  await expect(confirmShown(asking, 'any')).rejects.toMatchObject({ status: 403 });
});

test('the schedule of another lot is not found', async () => {
  const asking = await asA('syndicatBuyer');
  aLot(asking.db, { id: 'lot-2' });
  const id = receivedId(await receiveFile(asking, [known1]));
  await expect(confirm(asked(asking, { id: 'lot-2', scheduleId: id }, new FormData()))).rejects.toMatchObject({
    status: 404,
  });
});
