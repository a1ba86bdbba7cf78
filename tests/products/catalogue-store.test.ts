// The stored catalogue is searched, filtered and priced on a day; prices follow one another without gap or rewriting.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listAccordsCadres, listLots, listMemberCeilings } from 'db/accords-cadres';
import { catalogueOf, searchCatalogue } from 'db/catalogue';
import { type Db, migrateDatabase, openDatabase, write } from 'db/client';
import { addPrice, changeProduct, endPrice, findProduct, listCurrentReferences, listPricesOf } from 'db/products';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countFacets } from '~/domain/products/facets';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { loadDemonstration } from '~/platform/demonstration';

const folder = mkdtempSync(join(tmpdir(), 'preau-catalogue-'));
const today = day('2026-11-23');
let db: Db;

beforeAll(async () => {
  db = openDatabase(join(folder, 'preau.sqlite'));
  migrateDatabase(db, 'db/migrations');
  await loadDemonstration(db, '2026-11-23T08:00:00.000Z');
});

afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

function labelsFound(typed: string): string[] {
  const catalogue = catalogueOf(db, today);
  return [...(searchCatalogue(db, catalogue, typed) ?? [])].map((place) => catalogue.references[place]?.label ?? '');
}

test('the demonstration gives a catalogue of more than 150 references, all with a price in force', () => {
  expect(catalogueOf(db, today).references.length).toBeGreaterThanOrEqual(150);
});

test('nothing is offered before the accords-cadres start or after they end', () => {
  expect(catalogueOf(db, day('2023-12-31')).references).toEqual([]);
  const late = catalogueOf(db, day('2028-01-01'));
  expect(late.references.some(({ lotId }) => lotId === 'lot-network')).toBe(false);
  expect(late.references.some(({ lotId }) => lotId === 'lot-tablets')).toBe(true);
});

test('search forgives accents, plurals and hyphens, and finds categories', () => {
  expect(labelsFound('ecrans interactifs')).toContain('Écran numérique interactif ViewSonic IFP7550, 75 pouces');
  expect(labelsFound('vidéo projecteur interactif')[0]).toContain('Vidéoprojecteur interactif');
  expect(labelsFound('wifi').length).toBeGreaterThanOrEqual(7);
  expect(labelsFound('bornes wi-fi')).toEqual(expect.arrayContaining([expect.stringContaining('UniFi U6 Pro')]));
  expect(labelsFound('TAB-001')).toEqual(['Tablette Apple iPad (A16) 128 Go Wi-Fi']);
  expect(labelsFound('introuvable xyz')).toEqual([]);
  expect(searchCatalogue(db, catalogueOf(db, today), ' de la ')).toBeUndefined();
});

test('facets agree with the catalogue', () => {
  const { references, columns, byName } = catalogueOf(db, today);
  const { matching, facets } = countFacets(columns, byName, { category: ['tablet'], brand: ['Samsung'] });
  expect(matching.length).toBe(
    references.filter(({ category, brand }) => category === 'tablet' && brand === 'Samsung').length,
  );
  expect(facets.category.find(({ value }) => value === 'smartphone')?.count).toBe(1);
});

test('a new price starts on its day, the one before ends on its eve, and the catalogue of each day follows', () => {
  const tablet = listCurrentReferences(db, 'lot-tablets', today).find(({ reference }) => reference === 'TAB-001');
  if (!tablet?.price) throw new Error('TAB-001 has no price');
  const before = tablet.price.unitPriceNet;
  write(db, (tx) => {
    addPrice(tx, tablet.id, {
      unitPriceNet: unitPrice(3_333_300),
      vatRate: 2000,
      ecoContributionNet: unitPrice(800),
      validFrom: day('2027-01-01'),
      priceScheduleId: 'bordereau-lot-tablets',
    });
  });
  const priceOn = (text: string) => findProduct(db, tablet.id, day(text))?.price?.unitPriceNet;
  expect([priceOn('2026-12-31'), priceOn('2027-01-01')]).toEqual([before, 3_333_300]);
  expect(listPricesOf(db, tablet.id).map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ['2027-01-01', null],
    ['2025-07-01', '2026-12-31'],
  ]);
  expect(listCurrentReferences(db, 'lot-tablets', today).find(({ id }) => id === tablet.id)?.laterPriceFrom).toBe(
    '2027-01-01',
  );
  expect(() =>
    write(db, (tx) =>
      addPrice(tx, tablet.id, {
        unitPriceNet: before,
        vatRate: 2000,
        ecoContributionNet: unitPrice(800),
        validFrom: day('2026-06-01'),
        priceScheduleId: 'bordereau-lot-tablets',
      }),
    ),
  ).toThrow();
  write(db, (tx) => endPrice(tx, tablet.id, day('2027-01-31')));
  expect(priceOn('2027-02-01')).toBeUndefined();
});

test('what describes a reference can change, and it is found by its new words only', () => {
  const robot = listCurrentReferences(db, 'lot-classroom', today).find(({ reference }) => reference === 'ROB-010');
  if (!robot?.price) throw new Error('ROB-010 has no price');
  const { unitPriceNet, vatRate, ecoContributionNet } = robot.price;
  write(db, (tx) =>
    changeProduct(tx, robot.id, {
      ...robot,
      label: 'Girafe articulée',
      brand: null,
      model: null,
      unitPriceNet,
      vatRate,
      ecoContributionNet,
    }),
  );
  expect(labelsFound('girafes articulées')).toHaveLength(1);
  expect(labelsFound('cubetto')).toEqual([]);
});

test('lots come with their holder, and each member has its own ceiling under each of them', () => {
  expect(listAccordsCadres(db).length).toBe(4);
  const lots = listLots(db);
  expect(lots.length).toBeGreaterThanOrEqual(8);
  expect(lots.every(({ holderSiret, references }) => holderSiret !== null && references > 0)).toBe(true);
  expect(
    listMemberCeilings(db, 'commune-35001')
      .map(({ lotId }) => lotId)
      .sort(),
  ).toEqual(lots.map(({ lot }) => lot.id).sort());
});
