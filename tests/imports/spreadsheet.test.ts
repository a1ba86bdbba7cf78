// Bytes become rows of cells with their places, whatever the program that wrote them, and traps are refused.
import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { decodeText, detectSeparator } from '~/imports/delimited-text';
import { columnName, readSpreadsheet, type Sheet, spreadsheetLimits } from '~/imports/spreadsheet';
import { csvBytes, windowsBytes, workbookBytes } from './builders';

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const reading = readSpreadsheet(bytes);
  if (!reading.read) throw new Error(`Refused: ${reading.refusal.tag}`);
  return reading.spreadsheet.sheets;
}

function textsOf(sheet: Sheet | undefined): string[][] {
  return (sheet?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));
}

test.each(['xlsx', 'biff8', 'ods'] as const)('a %s file gives its texts, numbers and merged cells', (bookType) => {
  const sheet = utils.aoa_to_sheet([
    ['Marque', 'Prix'],
    ['Épson', 12.5],
    [null, 13],
  ]);
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
  const workbook = utils.book_new(sheet, 'Feuille');
  const [read] = sheetsOf(new Uint8Array(write(workbook, { type: 'array', bookType })));
  expect(textsOf(read)).toEqual([
    ['Marque', 'Prix'],
    ['Épson', '12,5'],
    ['Épson', '13'],
  ]);
  expect(read?.rows[2]?.cells[0]).toMatchObject({ row: 3, column: 1, mergedFrom: { row: 2, column: 1 } });
  expect(read?.rows[1]?.cells[1]?.content).toEqual({ kind: 'number', decimal: '12.5', percent: false });
});

test('formulas, errors, dates, percentages and hidden parts are told apart', async () => {
  const bytes = await workbookBytes((workbook) => {
    const sheet = workbook.addWorksheet('A');
    sheet.addRow([
      0.2,
      { formula: 'A1*3' },
      { formula: 'A1*3', result: 0.6 },
      { error: '#REF!' },
      new Date('2026-01-05T00:00:00Z'),
      true,
    ]);
    sheet.getCell('A1').numFmt = '0%';
    sheet.addRow(['cachée']).hidden = true;
    sheet.getColumn(4).hidden = true;
    workbook.addWorksheet('B', { state: 'veryHidden' }).addRow(['x']);
  });
  const [first, second] = sheetsOf(bytes);
  expect(first?.rows[0]?.cells.map(({ content, computed, text }) => [content.kind, computed, text])).toEqual([
    ['number', false, '20\u00a0%'],
    ['formulaWithoutValue', true, '=A1*3'],
    ['number', true, '0,6'],
    ['error', false, '#REF!'],
    ['day', false, '05/01/2026'],
    ['boolean', false, 'VRAI'],
  ]);
  expect(first?.rows[1]?.hidden).toBe(true);
  expect(first?.hiddenColumns).toEqual([4]);
  expect(second?.hidden).toBe(true);
});

test('a number is written in plain decimals, without exponent or binary noise', async () => {
  const values = [1e-7, 123456789012, 0.1 + 0.2, -0.5, 1e14, 5e-324];
  const bytes = await workbookBytes((workbook) => workbook.addWorksheet('A').addRow(values));
  const decimals = sheetsOf(bytes)[0]?.rows[0]?.cells.map(({ content }) =>
    content.kind === 'number' ? content.decimal : content.kind,
  );
  expect(decimals?.slice(0, 5)).toEqual(['0.0000001', '123456789012', '0.3', '-0.5', '100000000000000']);
});

test.each([
  ['UTF-8', csvBytes('é;€')],
  ['UTF-8 with its mark', csvBytes('\ufeffé;€')],
  ['Windows-1252', windowsBytes('é;€')],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0xe9, 0, 0x3b, 0, 0xac, 0x20])],
])('a CSV file in %s is decoded', (_, bytes) => {
  expect(textsOf(sheetsOf(bytes)[0])).toEqual([['é', '€']]);
});

test('every mark of Windows-1252 is decoded', () => {
  expect(decodeText(Uint8Array.from([0xe9, 0x80, 0x8c, 0x92, 0x96, 0x9c]))).toBe('é€Œ’–œ');
});

test.each([
  ['a;b;c\n1,5;2,5;3', ';'],
  ['a,b,c\n1.5,2,3', ','],
  ['a\tb\tc\n1,5\t2,5\t3', '\t'],
  ['a|b\n1,5|2', '|'],
  ['"x, y, z";b\n"p, q, r";d', ';'],
  ['Tarif, remise, TVA\nréf;prix;tva\nA;1,5;20\nB;2,5;20', ';'],
])('the separator of %j is found', (text, separator) => {
  expect(detectSeparator(text)).toBe(separator);
});

test('rows and columns keep the places that the spreadsheet shows', () => {
  const [sheet] = sheetsOf(csvBytes('', 'a;;"b', 'suite"', '', 'c'));
  expect(sheet?.rows.map(({ number, cells }) => [number, cells.map(({ column, text }) => [column, text])])).toEqual([
    [
      2,
      [
        [1, 'a'],
        [3, 'b\r\nsuite'],
      ],
    ],
    [4, [[1, 'c']]],
  ]);
  expect([1, 26, 27, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('what is too large is refused before it is parsed', () => {
  expect(readSpreadsheet(new Uint8Array(spreadsheetLimits.fileBytes + 1))).toMatchObject({
    refusal: { tag: 'fileTooLarge' },
  });
  const bomb = zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000),
  });
  expect(bomb.byteLength).toBeLessThan(100_000);
  expect(readSpreadsheet(bomb)).toMatchObject({ refusal: { tag: 'expandsTooMuch' } });
  const manyRows = new TextEncoder().encode('a\n'.repeat(spreadsheetLimits.rows + 2));
  expect(readSpreadsheet(manyRows)).toMatchObject({ refusal: { tag: 'tooManyRows' } });
});

test('an archive that lies about its sizes is measured by what it holds', () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) });
  const view = new DataView(bomb.buffer);
  for (let offset = 0; offset + 4 <= bomb.byteLength; offset += 1) {
    if (view.getUint32(offset, true) === 0x02014b50) view.setUint32(offset + 24, 10, true);
    if (view.getUint32(offset, true) === 0x04034b50) view.setUint32(offset + 22, 10, true);
  }
  expect(readSpreadsheet(bomb)).toMatchObject({ refusal: { tag: 'expandsTooMuch' } });
});

test('what is no spreadsheet is said to be none', () => {
  const refusalOf = (bytes: Uint8Array) => {
    const reading = readSpreadsheet(bytes);
    return reading.read ? undefined : reading.refusal.tag;
  };
  expect(refusalOf(new Uint8Array())).toBe('empty');
  expect(refusalOf(csvBytes('  ', ' '))).toBe('empty');
  expect(refusalOf(strToU8('%PDF-1.7'))).toBe('notASpreadsheet');
  expect(refusalOf(strToU8('<html><table>'))).toBe('notASpreadsheet');
  expect(refusalOf(Uint8Array.from([65, 0, 66]))).toBe('notASpreadsheet');
  expect(refusalOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('notASpreadsheet');
  expect(refusalOf(strToU8('PK and nothing else'))).toBe('unreadable');
});
