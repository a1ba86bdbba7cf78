// The compliance report in a grant file, on request: the order's as frozen, else the school's; one at a time.
import { randomUUID } from 'node:crypto';
import { write } from 'db/client';
import { listPieceDocuments } from 'db/grant-pieces';
import { addGrantFile } from 'db/grants';
import { readDocumentBytes } from 'db/records';
import { aCommune, aPerson, testNow } from 'tests/database';
import { readPdf } from 'tests/documents/reading';
import { send } from 'tests/orders/asking';
import { aCentrale, aSubmittedOrder, type Centrale } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { noAnswers } from '~/domain/grants/answers';
import { action as join } from '~/routes/grants/report-joining';

function aFile(centrale: Centrale, orderId: string | null): string {
  const id = randomUUID();
  write(centrale.db, (tx) =>
    addGrantFile(tx, {
      id,
      schemeId: 'enir-2018',
      schemeVersion: '1',
      communeId: centrale.communeId,
      schoolUai: centrale.uai,
      orderId,
      answers: noAnswers,
      createdAt: testNow,
      createdBy: centrale.secretary.id,
      updatedAt: testNow,
    }),
  );
  return id;
}

const joinIt = (centrale: Centrale, id: string, person = centrale.secretary) =>
  send(centrale.platform, person, join, { id: randomUUID() }, { id });

async function joinedText(centrale: Centrale, documentId: string) {
  return (await readPdf(Uint8Array.from(readDocumentBytes(centrale.db, documentId)))).text;
}

test('the report of the file’s order is joined once, and the same one again changes nothing', async () => {
  const centrale = aCentrale();
  const id = aFile(centrale, await aSubmittedOrder(centrale));
  expect((await joinIt(centrale, id)).status).toBe(302);
  expect((await joinIt(centrale, id)).status).toBe(302);
  const joined = listPieceDocuments(centrale.db, id);
  expect(joined.map(({ label, endedAt, pages }) => [label, endedAt, pages])).toEqual([
    ['Rapport de conformité', null, 1],
  ]);
  expect(await joinedText(centrale, joined[0]?.documentId ?? '')).toContain('CMD-2026-00001');
});

test('without an order it is the school’s; a newer one takes its place and the former stays', async () => {
  const centrale = aCentrale();
  const id = aFile(centrale, null);
  await joinIt(centrale, id);
  const later = { ...centrale, platform: { ...centrale.platform, now: () => '2026-12-01T09:00:00.000Z' } };
  await joinIt(later, id);
  const joined = listPieceDocuments(centrale.db, id);
  expect(joined.map(({ endedAt }) => endedAt)).toEqual([null, '2026-12-01T09:00:00.000Z']);
  expect(await joinedText(centrale, joined[0]?.documentId ?? '')).toContain(centrale.uai);
});

test('another commune finds no file to join it to', async () => {
  const centrale = aCentrale();
  const id = aFile(centrale, null);
  const other = aPerson(centrale.db, aCommune(centrale.db, 1).communeId, 'secretary');
  expect((await joinIt(centrale, id, other)).status).toBe(404);
  expect(listPieceDocuments(centrale.db, id)).toHaveLength(0);
});
