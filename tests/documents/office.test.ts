// DOCX and XLSX: opened as ZIP and by another library, and held against what went in.
import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeDocx } from '~/documents/docx/write-docx';
import { purchaseOrderModel } from '~/documents/finance/purchase-order';
import type { Sheet, Workbook } from '~/documents/xlsx/workbook';
import { firstRowOf, writeXlsx } from '~/documents/xlsx/write-xlsx';
import { day } from '~/domain/shared/day';
import { formatCents } from '~/domain/shared/format';
import { cents, unitPrice } from '~/domain/shared/money';
import { aPurchaseOrder, someLines } from './builders';
import { plain } from './reading';

function part(bytes: Uint8Array, path: string): string {
  const content = unzipSync(bytes)[path];
  if (content === undefined) throw new Error(`No ${path} in the file`);
  return strFromU8(content);
}

function aSheet(changes: Partial<Sheet> = {}): Sheet {
  return {
    name: 'BPU',
    heading: ['Bordereau des prix unitaires', 'Candidat :'],
    columns: [
      { label: 'Désignation', width: 40, format: 'text' },
      {
        label: 'PU HT',
        width: 14,
        format: 'unitPrice',
        open: true,
        validation: { kind: 'decimal', minimum: 0, maximum: 100_000 },
      },
      { label: 'Quantité', width: 10, format: 'count' },
      { label: 'TVA', width: 8, format: 'rate' },
      { label: 'Total HT', width: 16, format: 'amount' },
    ],
    rows: [
      [
        { text: 'Tablette' },
        { unitPrice: unitPrice(1_234_567) },
        { count: 3 },
        { rate: 550 },
        { formula: 'ROUND(B{row}*C{row},2)', value: { amount: cents(37_037) } },
      ],
      [
        { text: '=HYPERLINK("http://x")' },
        null,
        { count: 1 },
        { rate: 2000 },
        { formula: 'ROUND(B{row}*C{row},2)', value: null },
      ],
    ],
    totals: [
      [{ text: 'Total' }, null, null, null, { formula: 'SUM(E{first}:E{last})', value: { amount: cents(37_037) } }],
    ],
    ...changes,
  };
}

function aWorkbook(...sheets: Sheet[]): Workbook {
  return {
    title: 'BPU',
    issuer: 'Syndicat',
    reference: '2026-AC-07',
    date: day('2026-11-23'),
    mention: 'Essai & démonstration',
    sheets,
  };
}

test('a DOCX says everything that the document says, under real headings', async () => {
  const facts = aPurchaseOrder({ lines: someLines(20) });
  const model = purchaseOrderModel(facts);
  const bytes = await writeDocx({ ...model, blocks: [{ kind: 'contents' }, ...model.blocks] });
  const xml = part(bytes, 'word/document.xml');
  const text = plain(xml.replace(/<[^>]+>/g, ' ').replace(/&amp;/g, '&'));
  for (const line of facts.lines) expect(text).toContain(plain(formatCents(line.net)));
  for (const words of ['BC-2026-00042', 'ENG-2026-118', plain(formatCents(facts.totals.gross)), 'Camille Exemple'])
    expect(text).toContain(words);
  expect(xml).toContain('w:val="Heading1"');
  expect(xml).toContain('<w:tblHeader/>');
  expect(xml).toContain('TOC \\h');
  expect(part(bytes, 'word/footer1.xml')).toContain('NUMPAGES');
  expect(part(bytes, 'docProps/core.xml')).toContain('2026-11-23T12:00:00Z');
});

test('the same document gives the same DOCX, links and bookmarks included', async () => {
  const model = purchaseOrderModel(aPurchaseOrder());
  const linked = {
    ...model,
    blocks: [
      { kind: 'contents' } as const,
      ...model.blocks,
      { kind: 'paragraph', text: [{ text: 'texte', link: 'https://www.legifrance.gouv.fr/' }] } as const,
    ],
  };
  expect(Buffer.compare(await writeDocx(linked), await writeDocx(linked))).toBe(0);
});

test('figures reach the workbook exact, and formulas with their value', async () => {
  const book = read(await writeXlsx(aWorkbook(aSheet())), { cellFormula: true });
  const sheet = book.Sheets['BPU'] ?? {};
  const first = firstRowOf(aSheet());
  expect(sheet[`B${first}`]).toMatchObject({ t: 'n', v: 123.4567 });
  expect(sheet[`D${first}`]).toMatchObject({ t: 'n', v: 0.055 });
  expect(sheet[`E${first}`]).toMatchObject({ f: `ROUND(B${first}*C${first},2)`, v: 370.37 });
  expect(sheet[`E${first + 2}`]).toMatchObject({ f: `SUM(E${first}:E${first + 1})`, v: 370.37 });
  expect(utils.sheet_to_json<string[]>(sheet, { header: 1 })[0]?.[0]).toBe('Bordereau des prix unitaires');
});

test('amounts up to a billion euros are written with all their digits', async () => {
  const amounts = [1, 10, 33, 123_456_789_01, 99_999_999_999];
  const rows = amounts.map((amount) => [{ amount: cents(amount) }]);
  const sheet = aSheet({ columns: [{ label: 'HT', width: 20, format: 'amount' }], rows, totals: [] });
  const xml = part(await writeXlsx(aWorkbook(sheet)), 'xl/worksheets/sheet1.xml');
  for (const written of ['0.01', '0.1', '0.33', '123456789.01', '999999999.99'])
    expect(xml).toContain(`<v>${written}</v>`);
});

test('a text that looks like a formula is not one', async () => {
  const sheet = read(await writeXlsx(aWorkbook(aSheet())), { cellFormula: true }).Sheets['BPU'] ?? {};
  const cell = sheet[`A${firstRowOf(aSheet()) + 1}`];
  expect(cell).toMatchObject({ t: 's', v: '\'=HYPERLINK("http://x")' });
  expect(cell?.f).toBeUndefined();
});

test('a protected sheet opens only its open columns, keeps its header in sight and prints on one page across', async () => {
  const bytes = await writeXlsx(aWorkbook(aSheet({ protected: true })));
  const xml = part(bytes, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<sheetProtection sheet="1"');
  expect(xml).toContain('state="frozen"');
  expect(xml).toMatch(/orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/);
  expect(xml).toContain('<dataValidation type="decimal"');
  expect(part(bytes, 'xl/styles.xml')).toContain('locked="0"');
});

test('tabs get names that Excel accepts, unlike each other', async () => {
  const names = ['Lot 1/2 : tablettes', 'Lot 1?2 : tablettes', 'x'.repeat(40), 'x'.repeat(40)];
  const book = read(await writeXlsx(aWorkbook(...names.map((name) => aSheet({ name })))));
  expect(new Set(book.SheetNames).size).toBe(4);
  for (const name of book.SheetNames) expect(name).toMatch(/^[^*?:\\/[\]]{1,31}$/);
});

test('the same workbook gives the same bytes', async () => {
  expect(Buffer.compare(await writeXlsx(aWorkbook(aSheet())), await writeXlsx(aWorkbook(aSheet())))).toBe(0);
});
