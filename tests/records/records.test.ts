// Issued documents: numbered without gaps, never changed, read back only when intact.

import { write } from 'db/client';
import { addDeed, addDocument, findDocument, listDeeds, nextNumber, readDocumentBytes, takeNumber } from 'db/records';
import { expect, test } from 'vitest';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { issueOnce } from '~/platform/issuing';
import { aCommune, aDatabase, aPerson, aSyndicat, testNow } from '../database';

const series = { issuerId: 'syndicat', series: 'purchaseOrder', year: 2026 };

function aDocument(number: string, communeId: string | null, bytes: Uint8Array = new TextEncoder().encode(number)) {
  return {
    kind: 'purchaseOrder' as const,
    number,
    issuerId: 'syndicat',
    communeId,
    supplierId: null,
    title: 'Essai',
    issuedOn: day('2026-11-23'),
    issuedAt: testNow,
    issuedBy: null,
    net: cents(100),
    vat: cents(20),
    gross: cents(120),
    fileName: `${number}.pdf`,
    mediaType: 'application/pdf',
    templateVersion: '1',
    bytes,
  };
}

test('a document comes back byte for byte, to those whose scope holds it', () => {
  const db = aDatabase();
  aSyndicat(db);
  const { communeId } = aCommune(db, 0);
  const id = write(db, (tx) => addDocument(tx, aDocument('BC-1', communeId)));
  expect(new TextDecoder().decode(readDocumentBytes(db, id))).toBe('BC-1');
  expect(findDocument(db, id, { kind: 'commune', communeId })?.number).toBe('BC-1');
  expect(findDocument(db, id, { kind: 'commune', communeId: 'another' })).toBeUndefined();
  expect(findDocument(db, id, { kind: 'syndicat' })?.byteLength).toBe(4);
});

test('an issued document and the journal refuse any change, even by SQL', () => {
  const db = aDatabase();
  aSyndicat(db);
  write(db, (tx) => {
    addDocument(tx, aDocument('BC-1', null));
    addDeed(tx, { at: testNow, userId: null, deed: 'test.done', subjectKind: 'test', subjectId: '1' });
  });
  expect(() => db.$client.exec("update documents set title = 'x'")).toThrow(/never changes/);
  expect(() => db.$client.exec('delete from document_contents')).toThrow(/never deleted/);
  expect(() => db.$client.exec('delete from journal')).toThrow(/only added to/);
  expect(listDeeds(db, 'test', '1')).toHaveLength(1);
});

test('a number is taken only while it is the next one', () => {
  const db = aDatabase();
  aSyndicat(db);
  expect(nextNumber(db, series)).toBe(1);
  expect(write(db, (tx) => takeNumber(tx, series, 1))).toBe(true);
  expect(write(db, (tx) => takeNumber(tx, series, 1))).toBe(false);
  expect(write(db, (tx) => takeNumber(tx, series, 3))).toBe(false);
  expect(nextNumber(db, { ...series, year: 2027 })).toBe(1);
});

test('twenty documents rendered at once get twenty numbers in a row, each on its own document', async () => {
  const db = aDatabase();
  aSyndicat(db);
  aPerson(db, 'syndicat', 'syndicatBuyer');
  const done = new Map<number, string>();
  const numbers = await Promise.all(
    Array.from({ length: 20 }, (_, key) =>
      issueOnce(db, {
        series,
        numberText: (number) => `BC-2026-${number}`,
        render: async (number) => {
          await new Promise((resolve) => setTimeout(resolve, (key * 7) % 11));
          return new TextEncoder().encode(number);
        },
        store: (tx, number, bytes) => {
          addDocument(tx, aDocument(number, null, bytes));
          done.set(key, number);
          return number;
        },
        already: () => done.get(key),
      }),
    ),
  );
  expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 20 }, (_, index) => `BC-2026-${index + 1}`)));
  expect(nextNumber(db, series)).toBe(21);
});
