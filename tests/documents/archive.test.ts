// ZIP and CSV files that leave the site.
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { manifestName, streamArchive, writeArchive } from '~/documents/archive';
import { writeCsv } from '~/documents/csv';
import { harmlessText } from '~/documents/harmless-text';
import { day } from '~/domain/shared/day';
import { cents, unitPrice } from '~/domain/shared/money';

function aFile(fileName: string, text: string) {
  return { fileName, mediaType: 'application/pdf', bytes: strToU8(text) };
}

const today = day('2026-11-23');

test('an archive holds each file as it was, and its digest', () => {
  const files = [aFile('a.pdf', 'un'), aFile('é.pdf', 'deux')];
  const opened = unzipSync(writeArchive(files, today));
  expect(Object.keys(opened)).toEqual(['a.pdf', 'é.pdf', manifestName]);
  const manifest = strFromU8(opened[manifestName] ?? new Uint8Array());
  for (const file of files) {
    expect(opened[file.fileName]).toEqual(file.bytes);
    expect(manifest).toContain(`${createHash('sha256').update(file.bytes).digest('hex')}  ${file.fileName}\n`);
  }
});

test('two files of one name are both there, and none leaves its folder', () => {
  const opened = unzipSync(
    writeArchive([aFile('a.pdf', '1'), aFile('A.pdf', '2'), aFile('../../etc/passwd', '3')], today),
  );
  expect(Object.keys(opened)).toEqual(['a.pdf', 'A (2).pdf', '-..-etc-passwd', manifestName]);
});

test('an archive sent as it is made holds the same files and digests, and one that fails ends in error', async () => {
  const files = [aFile('a.txt', 'un'), aFile('a.txt', 'deux'), aFile('b.txt', 'trois')];
  async function* made() {
    for (const one of files) yield one;
  }
  const sent = new Uint8Array(await new Response(streamArchive(made(), today)).arrayBuffer());
  expect(unzipSync(sent)).toEqual(unzipSync(writeArchive(files, today)));
  async function* failing() {
    yield aFile('a.txt', 'un');
    throw new Error('no second file');
  }
  await expect(new Response(streamArchive(failing(), today)).arrayBuffer()).rejects.toThrow();
});

test('the same files and day give the same archive', () => {
  const archive = () => writeArchive([aFile('a.pdf', 'un')], today);
  expect(Buffer.compare(archive(), archive())).toBe(0);
});

test('a CSV opens in a French spreadsheet: mark, semicolons, decimal commas, quotes', () => {
  const bytes = writeCsv(
    ['Objet', 'HT', 'PU'],
    [
      ['Tablettes ; étuis "renforcés"', { cents: cents(-123_450) }, { unitPrice: unitPrice(1_234_567) }],
      [null, { cents: cents(5) }, 3],
    ],
  );
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(parse(bytes, { bom: true, delimiter: ';' })).toEqual([
    ['Objet', 'HT', 'PU'],
    ['Tablettes ; étuis "renforcés"', '-1234,50', '123,4567'],
    ['', '0,05', '3'],
  ]);
});

test('a cell that a spreadsheet would run is made harmless, a number or a phone is left', () => {
  for (const text of ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', ' =1', '\u00a0=1', '\t=1', '\r@x'])
    expect(harmlessText(text)).toBe(`'${text}`);
  for (const text of ['École', '1 234,50', '-12,5', '+33 2 99 00 00 00', '', 'a=b'])
    expect(harmlessText(text)).toBe(text);
});
