// Reads a price schedule (BPU) as a supplier sends it: which columns it has, what each line says, and every problem.
import type { ScheduleLine } from '~/domain/products/schedule-line';
import { saysNothing } from './price-cells';
import {
  fieldsOf,
  foldHeader,
  type RecognisedColumn,
  type RecognisedHeader,
  recogniseHeader,
  type ScheduleField,
} from './price-schedule-columns';
import { type Draft, readLine } from './price-schedule-line';
import { withRepeatsSettled, withSharedPricesRefused } from './price-schedule-repeats';
import { type CategoryNaming, categoryNaming, type PriceScheduleVocabulary } from './price-schedule-vocabulary';
import {
  type Cell,
  type Row,
  readSpreadsheet,
  type Sheet,
  type Spreadsheet,
  type SpreadsheetRefusal,
} from './spreadsheet';

export type SheetState = 'read' | 'hidden' | 'withoutHeader' | 'withoutNetPrice' | 'severalPrices' | 'empty';

export interface ReadSheet {
  readonly name: string;
  readonly state: SheetState;
  /** Of the first header of the sheet. */
  readonly columns: readonly RecognisedColumn[];
}

/** A row that is no line, and what it was taken for: nothing of the file is dropped without being shown. */
export interface PassedOverRow {
  readonly sheet: string;
  readonly row: number;
  readonly kind: 'title' | 'header' | 'section' | 'total' | 'note';
  readonly text: string;
}

export interface PriceSchedule {
  readonly format: Spreadsheet['format'];
  readonly sheets: readonly ReadSheet[];
  readonly lines: readonly ScheduleLine[];
  readonly passedOver: readonly PassedOverRow[];
}

export type PriceScheduleRefusal =
  | SpreadsheetRefusal
  | { readonly tag: 'noPriceTable' }
  | { readonly tag: 'noNetPrice' }
  | { readonly tag: 'severalNetPrices'; readonly sheet: string; readonly columns: readonly string[] };

export type PriceScheduleReading =
  | { readonly read: true; readonly schedule: PriceSchedule }
  | { readonly read: false; readonly refusal: PriceScheduleRefusal };

/** Rows of a sheet among which a header is looked for. */
const headerDepth = 80;

/** Reads the bytes of a price schedule file. Never throws on what a file holds: what is wrong is said line by line. */
export function readPriceSchedule(bytes: Uint8Array, vocabulary: PriceScheduleVocabulary): PriceScheduleReading {
  const reading = readSpreadsheet(bytes);
  return reading.read ? readPriceScheduleRows(reading.spreadsheet, vocabulary) : reading;
}

/** The same from cells already read. */
export function readPriceScheduleRows(
  { format, sheets }: Spreadsheet,
  vocabulary: PriceScheduleVocabulary,
): PriceScheduleReading {
  const categoryOf = categoryNaming(vocabulary);
  const results = sheets.map((sheet) => readSheet(sheet, vocabulary, categoryOf));
  const states = results.map(({ sheet }) => sheet.state);
  const several = results.find(({ sheet }) => sheet.state === 'severalPrices');
  if (several) {
    const columns = several.sheet.columns.filter(isNetPrice).map(({ name, header }) => `${name} (${header})`);
    return { read: false, refusal: { tag: 'severalNetPrices', sheet: several.sheet.name, columns } };
  }
  if (!states.includes('read')) {
    return { read: false, refusal: { tag: states.includes('withoutNetPrice') ? 'noNetPrice' : 'noPriceTable' } };
  }
  return {
    read: true,
    schedule: {
      format,
      sheets: results.map(({ sheet }) => sheet),
      lines: withRepeatsSettled(withSharedPricesRefused(results.flatMap(({ drafts }) => drafts))),
      passedOver: results.flatMap(({ passedOver }) => passedOver),
    },
  };
}

interface SheetResult {
  readonly sheet: ReadSheet;
  readonly drafts: readonly Draft[];
  readonly passedOver: readonly PassedOverRow[];
}

function isNetPrice({ meaning }: RecognisedColumn): boolean {
  return meaning.kind === 'field' && meaning.field === 'unitPriceNet';
}

function readSheet(sheet: Sheet, vocabulary: PriceScheduleVocabulary, categoryOf: CategoryNaming): SheetResult {
  const nothing = (state: SheetState, columns: readonly RecognisedColumn[] = []): SheetResult => ({
    sheet: { name: sheet.name, state, columns },
    drafts: [],
    passedOver: [],
  });
  if (sheet.rows.length === 0) return nothing('empty');
  // A hidden sheet is what the sender did not mean to show: never an offer.
  if (sheet.hidden) return nothing('hidden');
  const passedOver: PassedOverRow[] = [];
  const drafts: Draft[] = [];
  const passOver = (row: Row, kind: PassedOverRow['kind']) =>
    passedOver.push({
      sheet: sheet.name,
      row: row.number,
      kind,
      text: ownCells(row)
        .map(({ text }) => text)
        .join(' · '),
    });
  let header: RecognisedHeader | undefined;
  let firstColumns: readonly RecognisedColumn[] | undefined;
  const categoryOfSheet = categoryOf(sheet.name);
  let category = categoryOfSheet;
  for (const [index, row] of sheet.rows.entries()) {
    if (header && row.number <= header.lastRow) {
      passOver(row, 'header');
      continue;
    }
    const found =
      header || index < headerDepth ? recogniseHeader(row, sheet.rows[index + 1], vocabulary.attributes) : undefined;
    if (found) {
      if (found.columns.filter(isNetPrice).length > 1) return nothing('severalPrices', found.columns);
      if (!fieldsOf(found).has('unitPriceNet')) return nothing('withoutNetPrice', found.columns);
      header = withOneColumnPerField(found);
      firstColumns ??= header.columns;
      passOver(row, 'header');
      continue;
    }
    if (!header) {
      passOver(row, 'title');
      continue;
    }
    const kind = kindOfRow(row, header);
    if (kind === 'line') {
      drafts.push(readLine(sheet, row, header, vocabulary, categoryOf, category));
      continue;
    }
    if (kind === 'section') category = categoryOf(ownCells(row)[0]?.text ?? '') ?? categoryOfSheet;
    passOver(row, kind);
  }
  if (!firstColumns) return nothing('withoutHeader');
  return { sheet: { name: sheet.name, state: 'read', columns: firstColumns }, drafts, passedOver };
}

/** Keeps one column per field: the one that says 'référence' rather than a line number, else the first. */
function withOneColumnPerField(header: RecognisedHeader): RecognisedHeader {
  const best = new Map<ScheduleField, RecognisedColumn>();
  for (const column of header.columns) {
    if (column.meaning.kind !== 'field') continue;
    const kept = best.get(column.meaning.field);
    if (!kept || (/\bref/.test(foldHeader(column.header)) && !/\bref/.test(foldHeader(kept.header)))) {
      best.set(column.meaning.field, column);
    }
  }
  const columns = header.columns.map((column): RecognisedColumn => {
    const { meaning } = column;
    return meaning.kind === 'field' && best.get(meaning.field) !== column
      ? { ...column, meaning: { kind: 'ignored' } }
      : column;
  });
  return { ...header, columns };
}

/** The filled cells that a row owns: not those that a merged block repeats. */
function ownCells(row: Row): Cell[] {
  return row.cells.filter(({ mergedFrom }) => mergedFrom === undefined);
}

function kindOfRow(row: Row, header: RecognisedHeader): 'line' | 'section' | 'total' | 'note' {
  const own = ownCells(row);
  const first = own.find(({ content }) => content.kind === 'text');
  const filled = new Set<ScheduleField>();
  for (const { column, meaning } of header.columns) {
    if (meaning.kind !== 'field') continue;
    const cell = own.find((candidate) => candidate.column === column);
    if (cell && !(cell.content.kind === 'text' && saysNothing(cell.text))) filled.add(meaning.field);
  }
  const identified = filled.has('reference') || filled.has('manufacturerReference');
  const firstIsReference = header.columns.some(
    ({ column, meaning }) => column === first?.column && meaning.kind === 'field' && meaning.field === 'reference',
  );
  const totalWords =
    /^(sous total|s total|sstotal|totaux|total|montant (total|global)|a reporter|report|tva|net a payer)\b/;
  if (first && totalWords.test(foldHeader(first.text)) && (!identified || firstIsReference)) return 'total';
  if (own.length <= 1 && (!own[0] || own[0].content.kind === 'text')) {
    const text = own[0]?.text ?? '';
    return text.length > 80 || /[.!?]$/.test(text) || /^(nota|\*|\(|date|signature|fait [àa])/i.test(text)
      ? 'note'
      : 'section';
  }
  if (identified || filled.has('unitPriceNet') || filled.size >= 3) return 'line';
  return 'note';
}
