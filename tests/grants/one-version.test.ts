// One version, one truth: page, PDF, DOCX, workbook, digests and database say the same amounts, to the cent.
import { createHash } from 'node:crypto';
import { write } from 'db/client';
import { addGrantFile, changeGivenFacts, listVersionDocuments } from 'db/grants';
import { readDocumentBytes } from 'db/records';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { testNow } from 'tests/database';
import { plain, readPdf } from 'tests/documents/reading';
import { filesOfZip, rowsOfXlsx, textOfDocx } from 'tests/journeys/files';
import { cookieOf, read, send } from 'tests/orders/asking';
import { aCentrale, cartOf, orderAsStored, put } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { noAnswers } from '~/domain/grants/answers';
import { formatCents } from '~/domain/shared/format';
import { type Cents, cents, shareOf, sumCents } from '~/domain/shared/money';
import { loader as readFile } from '~/routes/grants/file';
import { action as issue } from '~/routes/grants/issue';
import { loader as archive } from '~/routes/grants/version-archive';

const other = cents(123_45);

/** A cart of two lines, one at a price of four decimals with an eco-contribution, and a file that rests on it. */
async function aFile() {
  const centrale = aCentrale();
  const { db, communeId, uai, secretary } = centrale;
  await put(centrale, 31);
  await put(centrale, 7, centrale.otherId);
  const orderId = cartOf(centrale)?.id ?? '';
  write(db, (tx) => {
    addGrantFile(tx, {
      id: 'file-1',
      schemeId: 'label-ecoles-numeriques-2020',
      schemeVersion: '1',
      communeId,
      schoolUai: uai,
      orderId,
      answers: {
        ...noAnswers,
        purpose: 'period',
        basis: { choice: 'gross', reason: 'TVA non récupérée' },
        otherAids: [
          {
            id: 'aid-0',
            funder: 'department',
            label: 'Aide numérique',
            schemeId: null,
            amount: other,
            state: 'obtained',
            reference: 'D-7',
          },
        ],
      },
      createdAt: testNow,
      createdBy: secretary.id,
      updatedAt: testNow,
    });
    const by = { userId: secretary.id, at: testNow };
    const given = (key: 'commune.urbanAreaPopulation' | 'commune.totalPopulation', value: number) => ({
      key,
      value: { value },
      source: 'Essai',
    });
    changeGivenFacts(
      tx,
      'file-1',
      [given('commune.urbanAreaPopulation', 0), given('commune.totalPopulation', 1000)],
      by,
    );
  });
  return { ...centrale, orderId };
}

const params = { id: 'file-1', version: '1' };

test('page, PDF, DOCX, workbook, digests and database of a version say the same amounts to the cent', async () => {
  const { db, platform, secretary, orderId } = await aFile();
  const lines = orderAsStored(db, orderId).lines.map(({ label, reference, net, ecoNet }) => ({
    label,
    reference,
    net: cents(net + ecoNet),
  }));
  const net = sumCents(lines.map((line) => line.net));
  const vat = shareOf(net, 2000);
  const gross = cents(net + vat);
  const grant = shareOf(gross, 5000);
  const own = cents(gross - grant - other);
  expect(lines).toHaveLength(2);
  expect(net).toBeGreaterThan(3100_00);

  // The page.
  const shown = await read(platform, secretary, readFile, params);
  if (typeof shown === 'number') throw new Error(`Answered ${shown}`);
  const { bases, resources, total } = shown.plan;
  expect(bases.map(({ cost }) => cost)).toEqual([net, gross]);
  expect(bases.map((basis) => basis.grant)).toEqual([shareOf(net, 5000), grant]);
  expect(resources.map(({ amount }) => amount)).toEqual([grant, other, own]);
  expect(total?.cost).toBe(gross);

  expect(await send(platform, secretary, issue, {}, params)).toMatchObject({ status: 302, reasons: [] });
  const issued = listVersionDocuments(db, 'file-1', 1);

  // The database: what each stored document is said to amount to.
  for (const { id } of issued) {
    const stored = db.select().from(tables.documents).where(eq(tables.documents.id, id)).get();
    expect([stored?.net, stored?.vat, stored?.gross], stored?.fileName).toEqual([net, vat, gross]);
  }

  // The archive and its list of digests: the bytes read below are those that were stored.
  const request = new Request('http://localhost/', { headers: { Cookie: await cookieOf(db, secretary) } });
  const answer = (await archive({ request, params, context: { platform, nonce: '' } } as never)) as Response;
  const files = filesOfZip(new Uint8Array(await answer.arrayBuffer()));
  const manifest = new Map(
    new TextDecoder()
      .decode(files.get('empreintes-sha256.txt'))
      .trim()
      .split('\n')
      .map((row) => row.split('  ').reverse() as [string, string]),
  );
  for (const { id, fileName, sha256 } of issued) {
    expect(manifest.get(fileName), fileName).toBe(sha256);
    expect(
      createHash('sha256')
        .update(files.get(fileName) ?? '')
        .digest('hex'),
    ).toBe(sha256);
    expect(createHash('sha256').update(readDocumentBytes(db, id)).digest('hex')).toBe(sha256);
  }
  const bytesOf = (start: string) =>
    files.get([...files.keys()].find((name) => name.startsWith(start)) ?? '') ?? new Uint8Array();

  // The PDF and the editable part: each line, both totals, each resource.
  const said = (amount: Cents) => plain(formatCents(amount));
  const whole = [...lines.map((line) => line.net), net, vat, gross, shareOf(net, 5000), grant, other, own];
  const pdf = (await readPdf(bytesOf('1-'))).text;
  const editable = textOfDocx(bytesOf('2-'));
  for (const text of [pdf, editable]) {
    expect(whole.map(said).filter((amount) => !text.includes(amount))).toEqual([]);
    for (const { label } of lines) expect(text.includes(plain(label)), label).toBe(true);
    expect(text).toContain(`Part propre de la commune`);
  }
  const deliberation = textOfDocx(bytesOf('4-'));
  expect([net, gross, grant, other, own].map(said).filter((amount) => !deliberation.includes(amount))).toEqual([]);
  expect([net, gross, own].map(said).filter((amount) => !textOfDocx(bytesOf('5-')).includes(amount))).toEqual([]);
  expect([net, gross].map(said).filter((amount) => !textOfDocx(bytesOf('8-')).includes(amount))).toEqual([]);

  // The workbook: each line and the totals as numbers, VAT shared between the lines without a cent lost.
  const rows = rowsOfXlsx(bytesOf('3-'));
  const inWorkbook = lines.map(({ reference }) => rows.find((row) => row[1] === reference) ?? []);
  expect(inWorkbook.map((row) => row[6])).toEqual(lines.map((line) => line.net / 100));
  const hundredths = (value: unknown) => Math.round(Number(value) * 100);
  expect(inWorkbook.reduce((sum, row) => sum + hundredths(row[7]), 0)).toBe(vat);
  for (const row of inWorkbook) {
    expect(hundredths(row[6]) + hundredths(row[7])).toBe(hundredths(row[8]));
    expect(pdf).toContain(said(cents(hundredths(row[8]))));
  }
  expect(rows.find(([first]) => first === 'Total')?.slice(6, 9)).toEqual([net, vat, gross].map((one) => one / 100));
  const resourceRows = [
    'État : ENIR 2020',
    'Département : Aide numérique',
    'Part propre de la commune',
    'Total, égal au coût',
  ];
  expect(resourceRows.map((label) => rows.find(([first]) => first === label)?.[3])).toEqual(
    [grant, other, own, gross].map((one) => one / 100),
  );
});
