// What finance officers find: by year, supplier, number, amount; only theirs.

import { write } from 'db/client';
import { listChosenDocuments, listFinanceChoices, listFinanceDocuments, sumFinanceDocuments } from 'db/finance';
import { addDocument } from 'db/records';
import { expect, test } from 'vitest';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { aCommune, aDatabase, aLot, aSyndicat, testNow } from '../database';

function aFinanceBase() {
  const db = aDatabase();
  aSyndicat(db);
  const first = aCommune(db, 0).communeId;
  const second = aCommune(db, 1).communeId;
  const { holderId } = aLot(db);
  const add = (number: string, communeId: string, issuedOn: string, gross: number, supplierId: string | null) =>
    write(db, (tx) =>
      addDocument(tx, {
        kind: supplierId ? 'purchaseOrder' : 'invoice',
        number,
        issuerId: 'syndicat',
        communeId,
        supplierId,
        title: `Objet ${number}`,
        issuedOn: day(issuedOn),
        issuedAt: testNow,
        issuedBy: null,
        net: cents(gross - 20),
        vat: cents(20),
        gross: cents(gross),
        fileName: `${number}.pdf`,
        mediaType: 'application/pdf',
        templateVersion: '1',
        bytes: new Uint8Array([1]),
      }),
    );
  const ids = [
    add('BC-2025-00001', first, '2025-12-30', 120, holderId),
    add('BC-2026-00001', first, '2026-02-01', 240, holderId),
    add('F-2026-00001', first, '2026-03-01', 360, null),
    add('BC-2026-00002', second, '2026-03-02', 480, holderId),
  ];
  return { db, first, second, holderId, ids };
}

test('a commune finds its own documents and never another’s', () => {
  const { db, first, second, ids } = aFinanceBase();
  const scope = { kind: 'commune', communeId: first } as const;
  expect(listFinanceDocuments(db, scope, {}, 1).map((row) => row.number)).toEqual([
    'F-2026-00001',
    'BC-2026-00001',
    'BC-2025-00001',
  ]);
  expect(listFinanceDocuments(db, scope, { communeId: second }, 1)).toEqual([]);
  expect(listChosenDocuments(db, scope, ids).map((row) => row.number)).not.toContain('BC-2026-00002');
});

test('year, supplier, kind, part of the number and exact amount each narrow the list', () => {
  const { db, holderId } = aFinanceBase();
  const found = (filters: Parameters<typeof listFinanceDocuments>[2]) =>
    listFinanceDocuments(db, { kind: 'syndicat' }, filters, 1).map((row) => row.number);
  expect(found({ year: 2025 })).toEqual(['BC-2025-00001']);
  expect(found({ kind: 'invoice' })).toEqual(['F-2026-00001']);
  expect(found({ supplierId: holderId, year: 2026 })).toEqual(['BC-2026-00002', 'BC-2026-00001']);
  expect(found({ text: '26-00002' })).toEqual(['BC-2026-00002']);
  expect(found({ amount: cents(480) })).toEqual(['BC-2026-00002']);
  expect(found({ amount: cents(460) })).toEqual(['BC-2026-00002']);
});

test('the sums are those of every page, and the choices only what the scope has', () => {
  const { db, first } = aFinanceBase();
  expect(sumFinanceDocuments(db, { kind: 'syndicat' }, { year: 2026 })).toEqual({ count: 3, net: 1020, gross: 1080 });
  expect(listFinanceChoices(db, { kind: 'commune', communeId: first }).years).toEqual([2026, 2025]);
});
