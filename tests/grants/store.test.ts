// The store of grant files: what is not yours is not found, facts keep their author, a version is kept once.
import { write } from 'db/client';
import {
  addGrantFile,
  changeGivenFacts,
  changeGrantFile,
  findGrantFile,
  findGrantSchool,
  listGivenCommuneFacts,
  listGrantFiles,
  readGivenFacts,
  readGrantOrder,
} from 'db/grants';
import * as tables from 'db/schema';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat, testNow } from 'tests/database';
import { expect, test } from 'vitest';
import { noAnswers } from '~/domain/grants/answers';
import { cents, unitPrice } from '~/domain/shared/money';

function aPlace() {
  const db = aDatabase();
  aSyndicat(db);
  const own = aCommune(db, 0);
  const other = aCommune(db, 1);
  const secretary = aPerson(db, own.communeId, 'secretary');
  const stranger = aPerson(db, other.communeId, 'secretary');
  const buyer = aPerson(db, 'syndicat', 'syndicatBuyer');
  const file = {
    id: 'file-1',
    schemeId: 'enir-2018',
    schemeVersion: '1',
    communeId: own.communeId,
    schoolUai: own.uai,
    orderId: null,
    answers: noAnswers,
    createdAt: testNow,
    createdBy: secretary.id,
    updatedAt: testNow,
  };
  return { db, own, secretary, stranger, buyer, file };
}

test('a file, a school and an order of another commune are not found; the syndicat sees them all', () => {
  const { db, own, secretary, stranger, buyer, file } = aPlace();
  const { lotId } = aLot(db);
  const { productId, priceId } = aProduct(db, lotId);
  write(db, (tx) => {
    addGrantFile(tx, file);
    const order = { id: 'order-1', communeId: own.communeId, state: 'draft', createdBy: secretary.id } as const;
    tx.insert(tables.orders)
      .values({ ...order, createdAt: testNow })
      .run();
    const line = { id: 'line-1', orderId: 'order-1', position: 1, schoolUai: own.uai, productId, lotId, priceId };
    const amounts = { unitPriceNet: unitPrice(2_500_000), vatRate: 2000, ecoContributionNet: unitPrice(200) };
    tx.insert(tables.orderLines)
      .values({
        ...line,
        ...amounts,
        reference: 'TAB',
        label: 'Tablette',
        unit: 'unité',
        quantity: 2,
        net: cents(500_00),
        ecoNet: cents(4),
        facts: {},
      })
      .run();
  });
  expect(findGrantFile(db, 'file-1', stranger.scope)).toBeUndefined();
  expect(findGrantSchool(db, own.uai, stranger.scope)).toBeUndefined();
  expect(readGrantOrder(db, 'order-1', stranger.scope)).toBeUndefined();
  expect(listGrantFiles(db, stranger.scope)).toEqual([]);
  expect(listGrantFiles(db, buyer.scope)).toHaveLength(1);
  expect(readGrantOrder(db, 'order-1', secretary.scope)?.lines[0]?.categoryCode).toBe('tablet');
});

test('a form sent twice opens one file', () => {
  const { db, file } = aPlace();
  expect(write(db, (tx) => addGrantFile(tx, file))).toBe(true);
  expect(write(db, (tx) => addGrantFile(tx, file))).toBe(false);
});

test('a fact keeps who gave it until its value changes, and can be taken back', () => {
  const { db, file, secretary, buyer } = aPlace();
  write(db, (tx) => addGrantFile(tx, file));
  const give = (value: number | null, userId: string, at: string) =>
    write(db, (tx) =>
      changeGivenFacts(
        tx,
        'file-1',
        [{ key: 'commune.urbanUnitPopulation', value: value === null ? null : { value, year: 2020 }, source: null }],
        { userId, at },
      ),
    );
  expect(give(0, secretary.id, '2026-11-23T09:00:00.000Z')).toEqual(['commune.urbanUnitPopulation']);
  expect(give(0, buyer.id, '2026-11-24T09:00:00.000Z')).toEqual([]);
  expect(readGivenFacts(db, 'file-1')['commune.urbanUnitPopulation']).toEqual({
    value: 0,
    year: 2020,
    origin: 'Personne, 23/11/2026',
  });
  expect(give(12_000, buyer.id, '2026-11-24T09:00:00.000Z')).toHaveLength(1);
  expect(give(null, buyer.id, '2026-11-25T09:00:00.000Z')).toHaveLength(1);
  expect(readGivenFacts(db, 'file-1')).toEqual({});
});

test('what a commune said of itself serves its other files, but not a figure confirmed for one call', () => {
  const { db, file, own, secretary, stranger } = aPlace();
  write(db, (tx) => {
    addGrantFile(tx, file);
    const by = { userId: secretary.id, at: testNow };
    changeGivenFacts(
      tx,
      'file-1',
      [
        { key: 'commune.urbanUnitPopulation', value: { value: 0 }, source: null },
        { key: 'commune.totalPopulation', value: { value: 1985, year: 2018, confirmed: true }, source: null },
        { key: 'school.earlierGrants', value: { value: [] }, source: null },
      ],
      by,
    );
    changeGrantFile(tx, 'file-1', { answers: noAnswers, orderId: null, updatedAt: testNow });
  });
  expect(Object.keys(listGivenCommuneFacts(db, secretary.scope).get(own.communeId) ?? {})).toEqual([
    'commune.urbanUnitPopulation',
  ]);
  expect(listGivenCommuneFacts(db, stranger.scope).size).toBe(0);
});
