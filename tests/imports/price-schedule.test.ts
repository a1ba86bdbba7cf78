// A price schedule is read whatever its shape, and every problem is named with its cell.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalsOf, type ScheduleLine } from '~/domain/products/schedule-line';
import { problemSentence } from '~/domain/products/schedule-sentences';
import { readPriceSchedule, readPriceScheduleRows } from '~/imports/price-schedule';
import type { Spreadsheet } from '~/imports/spreadsheet';
import { aVocabulary, csvBytes, csvSchedule, scheduleOf, workbookBytes } from './builders';
import { messyCsv } from './samples/messy-csv';
import { messyWorkbook, messyWorkbookExpected } from './samples/messy-workbook';

function tagsOf(line: ScheduleLine | undefined): string[] {
  return (line?.problems ?? []).map(({ tag }) => tag);
}

test('the messy workbook gives exactly the lines that can be imported and the refusals that were seeded', async () => {
  const { lines } = scheduleOf(readPriceSchedule(await messyWorkbook(), aVocabulary));
  const importable = lines.filter((line) => refusalsOf(line).length === 0).map(({ reference }) => reference);
  expect(importable).toEqual(messyWorkbookExpected.importable);
  for (const [reference, tag] of Object.entries(messyWorkbookExpected.refused)) {
    const line = lines.find((candidate) => candidate.reference === reference);
    expect([reference, refusalsOf(line ?? { problems: [] }).map((problem) => problem.tag)]).toEqual([reference, [tag]]);
  }
});

test('prices keep four decimals and never pass through a float', async () => {
  const { lines } = scheduleOf(readPriceSchedule(await messyWorkbook(), aVocabulary));
  const prices = Object.fromEntries(lines.map(({ reference, unitPriceNet }) => [reference, unitPriceNet]));
  expect(prices).toMatchObject({
    'TAB-001': 3_290_000,
    'TAB-002': 12_345_000,
    'TAB-003': 12_345_000,
    'PC-001': 6_124_567,
    'PC-002': 6_300_000,
    'FOR-001': 6_500_000,
  });
});

test('the messy workbook gives attributes in their unit, and says which cells it could not read', async () => {
  const { lines } = scheduleOf(readPriceSchedule(await messyWorkbook(), aVocabulary));
  const [first, second, third] = lines;
  expect(first).toMatchObject({
    category: 'tablet',
    brand: 'Apple',
    attributes: { ramGb: 4, screenInches: 10.9, warrantyYears: 1 },
  });
  expect(second?.attributes).toEqual({ ramGb: 8, screenInches: 11, warrantyYears: 2 });
  expect(third?.attributes).toEqual({ screenInches: 8, warrantyYears: 3 });
  expect(third?.problems).toMatchObject([
    {
      tag: 'unreadableAttribute',
      attribute: 'Mémoire vive',
      cell: 'beaucoup',
      at: { sheet: 'BPU matériel', row: 11, column: 'H' },
    },
    { tag: 'grossMismatch', cell: '1 300,00', at: { row: 11, column: 'E' } },
  ]);
  expect(third?.ecoContributionNet).toBeNull();
});

test('section titles give their category to the lines below', async () => {
  const { lines } = scheduleOf(readPriceSchedule(await messyWorkbook(), aVocabulary));
  const categories = Object.fromEntries(lines.map(({ reference, category }) => [reference, category]));
  expect(categories).toMatchObject({ 'TAB-011': 'tablet', 'PC-001': 'laptop', 'FOR-001': 'training' });
});

test('what is no line is shown with what it was taken for, and hidden sheets are left out', async () => {
  const schedule = scheduleOf(readPriceSchedule(await messyWorkbook(), aVocabulary));
  expect(schedule.sheets.map(({ name, state }) => [name, state])).toEqual([
    ['BPU matériel', 'read'],
    ['Formation', 'read'],
    ['Coûts internes', 'hidden'],
    ['Lisez-moi', 'withoutHeader'],
  ]);
  const kinds = schedule.passedOver.filter(({ sheet }) => sheet === 'BPU matériel').map(({ kind }) => kind);
  expect(kinds).toEqual([
    'title',
    'title',
    'title',
    'header',
    'header',
    'section',
    'total',
    'section',
    'total',
    'note',
  ]);
});

test('a hidden row and a computed price are read, and flagged', async () => {
  const { lines } = scheduleOf(readPriceSchedule(await messyWorkbook(), aVocabulary));
  expect(tagsOf(lines.find(({ reference }) => reference === 'PC-002'))).toEqual(['hiddenRow', 'computedPrice']);
});

test('a Windows-1252 export is read with its accents, its quotes and its decimal commas', () => {
  const { lines, format } = scheduleOf(readPriceSchedule(messyCsv(), aVocabulary));
  expect(format).toBe('csv');
  expect(lines.map(({ reference, label, unitPriceNet }) => [reference, label, unitPriceNet])).toEqual([
    ['T1', 'Tablette "école" 10 pouces', 2_499_000],
    ['T2', 'Tablette maîtresse', 10_490_000],
    ['L1', 'Ressource cœur de cycle 2', 125_000],
    ['F1', 'Formation équipe', null],
    ['P1', 'PC portable 14"', 5_990_000],
    ['T1', 'Tablette "école" 10 pouces', 2_499_000],
    [null, 'Sans référence', 100_000],
  ]);
  expect(lines.map(tagsOf)).toEqual([
    [],
    [],
    ['unknownCategory'],
    ['textInPrice'],
    ['unreadableAttribute'],
    ['lineRepeated'],
    ['missingReference'],
  ]);
  expect(lines[2]?.vatRate).toBe(550);
});

test('a blank is unknown, never zero or false', () => {
  const { lines } = csvSchedule('Référence;Désignation;PU HT;TVA;DEEE;Caméra;RAM (Go)', 'A;Tablette;10;;;;');
  expect(lines[0]).toMatchObject({ vatRate: null, ecoContributionNet: null, attributes: {} });
});

test.each([
  ['20%', 2000],
  ['20 %', 2000],
  ['20', 2000],
  ['20,0', 2000],
  ['0,2', 2000],
  ['0.20', 2000],
  ['TVA 20 %', 2000],
  ['5,5', 550],
  ['5.5%', 550],
  ['0,055', 550],
  ['2,1 %', 210],
  ['10', 1000],
  ['0', 0],
  ['0 %', 0],
])('the VAT rate %j is understood', (text, rate) => {
  expect(csvSchedule('Référence;Désignation;PU HT;TVA', `A;Tablette;10;${text}`).lines[0]?.vatRate).toBe(rate);
});

test.each(['19,6', '0,2%', 'exonéré', '7', '200', '-20'])('the VAT rate %j is refused', (text) => {
  const line = csvSchedule('Référence;Désignation;PU HT;TVA', `A;Tablette;10;${text}`).lines[0];
  expect(line?.vatRate).toBeNull();
  expect(tagsOf(line)).toEqual(['unknownVatRate']);
});

test.each([
  ['1 234,50 €', 12_345_000],
  ['1\u00a0234,50\u00a0€', 12_345_000],
  ['1\u202f234,50 € HT', 12_345_000],
  ['1.234,50', 12_345_000],
  ['12,5 HT', 125_000],
  ['12,5HT', 125_000],
  ['€ 12.50', 125_000],
  ['12,50 €/unité', 125_000],
  ['12,50 EUR', 125_000],
  ['0,0417', 417],
  [',5', 5000],
  ['1234', 12_340_000],
  ['1 234 567,8', 12_345_678_000],
])('the price %j is understood', (text, price) => {
  expect(csvSchedule('Référence;Désignation;PU HT;TVA', `A;Tablette;"${text}";20`).lines[0]?.unitPriceNet).toBe(price);
});

test.each([
  ['inclus', 'textInPrice'],
  ['sur devis', 'textInPrice'],
  ['10 à 12', 'textInPrice'],
  ['10-12', 'textInPrice'],
  ['12 34', 'textInPrice'],
  ['1e3', 'textInPrice'],
  ['20 %', 'textInPrice'],
  ['1.234', 'ambiguousPrice'],
  ['0', 'zeroPrice'],
  ['-5', 'negativePrice'],
  ['− 5,00', 'negativePrice'],
  ['0,00001', 'tooManyDecimals'],
  ['99999999999', 'priceTooLarge'],
  ['12 € TTC', 'grossPrice'],
  ['NC', 'missingPrice'],
  ['-', 'missingPrice'],
  ['', 'missingPrice'],
])('the price %j is refused as %s', (text, tag) => {
  const line = csvSchedule('Référence;Désignation;PU HT;TVA', `A;Tablette;"${text}";20`).lines[0];
  expect(line?.unitPriceNet).toBeNull();
  expect(tagsOf(line)).toEqual([tag]);
});

test('each problem names the cell that must be corrected', () => {
  const line = csvSchedule('', 'TVA;Référence;Désignation;PU HT', '20;A;Tablette;offert').lines[0];
  expect(line?.problems).toEqual([
    { tag: 'textInPrice', cell: 'offert', severity: 'refusal', at: { sheet: 'CSV', row: 3, column: 'D' } },
  ]);
});

test('columns are recognised in any order and under their usual names', () => {
  const { sheets } = csvSchedule(
    'Garantie (mois);T.V.A. (%);P.U. H.T.;Réf. fabricant;N° prix;Libellé du produit;Modèle;Constructeur;U;Écotaxe;Qté;Total HT;Prix public HT;Couleur',
    '12;20;10;MTX;1.1;Tablette;X;Y;u;0;1;10;12;noir',
  );
  const meanings = sheets[0]?.columns.map(({ meaning }) =>
    meaning.kind === 'field'
      ? meaning.field
      : meaning.kind === 'attribute'
        ? `${meaning.code} ${meaning.unit}`
        : meaning.kind,
  );
  expect(meanings).toEqual([
    'warrantyYears mois',
    'vatRate',
    'unitPriceNet',
    'manufacturerReference',
    'reference',
    'label',
    'model',
    'brand',
    'unit',
    'ecoContributionNet',
    'ignored',
    'ignored',
    'ignored',
    'unknown',
  ]);
});

test('a line number gives way to a real reference', () => {
  const { lines } = csvSchedule('N°;Référence fournisseur;Désignation;PU HT;TVA', '1;AB-12;Tablette;10;20');
  expect(lines[0]?.reference).toBe('AB-12');
});

test('a file with two net prices, with none, or with no table is refused as a whole', () => {
  const reading = (...lines: string[]) => readPriceSchedule(csvBytes(...lines), aVocabulary);
  expect(reading('Référence;Désignation;PU HT;Prix remisé HT', 'A;B;10;9')).toMatchObject({
    read: false,
    refusal: { tag: 'severalNetPrices', columns: ['C (PU HT)', 'D (Prix remisé HT)'] },
  });
  expect(reading('Référence;Désignation;PU TTC;TVA', 'A;B;12;20')).toMatchObject({ refusal: { tag: 'noNetPrice' } });
  expect(reading('Bonjour;voici', 'nos;prix')).toMatchObject({ refusal: { tag: 'noPriceTable' } });
});

test('a second table in the same sheet is read with its own header', () => {
  const { lines } = csvSchedule(
    'Référence;Désignation;PU HT;TVA',
    'A;Tablette;10;20',
    'Désignation;Référence;TVA;Prix unitaire HT',
    'Portable;B;20;30',
  );
  expect(lines.map(({ reference, label, unitPriceNet }) => [reference, label, unitPriceNet])).toEqual([
    ['A', 'Tablette', 100_000],
    ['B', 'Portable', 300_000],
  ]);
});

test('a vertically merged brand holds for every line of its block', async () => {
  const bytes = await workbookBytes((workbook) => {
    const sheet = workbook.addWorksheet('BPU');
    sheet.addRow(['Marque', 'Référence', 'Désignation', 'PU HT', 'TVA']);
    sheet.addRow(['Epson', 'A', 'Vidéoprojecteur A', 400, 20]);
    sheet.addRow([null, 'B', 'Vidéoprojecteur B', 500, 20]);
    sheet.mergeCells('A2:A3');
  });
  expect(scheduleOf(readPriceSchedule(bytes, aVocabulary)).lines.map(({ brand }) => brand)).toEqual(['Epson', 'Epson']);
});

test('binary noise of a spreadsheet number is dropped, a real fifth decimal is not', async () => {
  const bytes = await workbookBytes((workbook) => {
    const sheet = workbook.addWorksheet('BPU');
    sheet.addRow(['Référence', 'Désignation', 'PU HT', 'TVA']);
    sheet.addRow(['A', 'Câble', 0.1 + 0.2, 0.2]);
    sheet.addRow(['B', 'Câble', 100 / 3, 0.2]);
  });
  const { lines } = scheduleOf(readPriceSchedule(bytes, aVocabulary));
  expect(lines.map(({ unitPriceNet }) => unitPriceNet)).toEqual([3000, null]);
  expect(lines.map(({ vatRate }) => vatRate)).toEqual([2000, 2000]);
  expect(tagsOf(lines[1])).toEqual(['tooManyDecimals']);
});

test('every problem of the samples has a sentence', async () => {
  const schedules = [await messyWorkbook(), messyCsv()].map((bytes) =>
    scheduleOf(readPriceSchedule(bytes, aVocabulary)),
  );
  for (const problem of schedules.flatMap(({ lines }) => lines.flatMap(({ problems }) => problems))) {
    expect(problemSentence(problem)).toMatch(/^\p{Lu}.+\.$/u);
  }
});

const anyText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'Référence',
    'Désignation',
    'PU HT',
    'TVA',
    'Total',
    'inclus',
    '1 234,50 €',
    '20%',
    'A',
    '8 Go',
    '∞',
    '\ud800',
  ),
);

test('no text file, whatever it holds, makes the reader throw, and no filled row is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyText, { maxLength: 8 }), { maxLength: 20 }), (grid) => {
      const rows = [['Référence', 'Désignation', 'PU HT', 'TVA', 'RAM (Go)'], ...grid].flatMap((texts, index) => {
        const cells = texts.flatMap((text, at) =>
          text.trim() === ''
            ? []
            : [
                {
                  row: index + 1,
                  column: at + 1,
                  text: text.trim(),
                  content: { kind: 'text' as const },
                  computed: false,
                },
              ],
        );
        return cells.length === 0 ? [] : [{ number: index + 1, hidden: false, cells }];
      });
      const spreadsheet: Spreadsheet = {
        format: 'csv',
        sheets: [{ name: 'CSV', hidden: false, hiddenColumns: [], rows }],
      };
      const reading = readPriceScheduleRows(spreadsheet, aVocabulary);
      if (!reading.read) return;
      const { lines, passedOver } = reading.schedule;
      const seen = [...lines, ...passedOver].map(({ row }) => row).sort((a, b) => a - b);
      expect(seen).toEqual(rows.map(({ number }) => number));
      for (const line of lines) {
        const importable = refusalsOf(line).length === 0;
        if (importable) expect(line.unitPriceNet).toBeGreaterThan(0);
        for (const problem of line.problems) expect(problemSentence(problem)).not.toBe('');
      }
    }),
    { numRuns: 300 },
  );
});

test('no bytes make the reader throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]),
      (bytes, start) => {
        readPriceSchedule(Uint8Array.from([...start, ...bytes]), aVocabulary);
      },
    ),
    { numRuns: 300 },
  );
});
