// Turns the bytes of a spreadsheet that someone else made (XLSX, XLS, ODS, CSV) into rows of cells with their places.
import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type Day, parseDay } from '~/domain/shared/day';
import { measureArchive } from './archive-size';
import { decodeText, splitDelimitedText } from './delimited-text';

export type CellContent =
  | { readonly kind: 'text' }
  /** Plain decimal writing ('-1234.5'), exact to the fifteen digits a spreadsheet shows. */
  | { readonly kind: 'number'; readonly decimal: string; readonly percent: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'day'; readonly day: Day }
  /** '#REF!', '#N/A'… */
  | { readonly kind: 'error' }
  /** The file holds a formula but not its result: a blank to most readers. */
  | { readonly kind: 'formulaWithoutValue' };

export interface Cell {
  /** Counted from 1, as the spreadsheet shows it. */
  readonly row: number;
  readonly column: number;
  /** What to show a person: never empty. */
  readonly text: string;
  readonly content: CellContent;
  /** The value was computed by a formula in the sender's program: it may be out of date. */
  readonly computed: boolean;
  /** First cell of the merged block it repeats; absent when it is not merged or is that first cell. */
  readonly mergedFrom?: { readonly row: number; readonly column: number };
}

export interface Row {
  readonly number: number;
  readonly hidden: boolean;
  /** Filled cells only, from left to right. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly hiddenColumns: readonly number[];
  /** Rows with at least one filled cell, from top to bottom. */
  readonly rows: readonly Row[];
}

export interface Spreadsheet {
  readonly format: 'xlsx' | 'xls' | 'ods' | 'csv';
  readonly sheets: readonly Sheet[];
}

export type SpreadsheetRefusal =
  | { readonly tag: 'empty' }
  | { readonly tag: 'fileTooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly tag: 'expandsTooMuch'; readonly limit: number }
  | { readonly tag: 'tooManyRows'; readonly limit: number }
  | { readonly tag: 'passwordProtected' }
  | { readonly tag: 'notASpreadsheet' }
  | { readonly tag: 'unreadable' };

export type SpreadsheetReading =
  | { readonly read: true; readonly spreadsheet: Spreadsheet }
  | { readonly read: false; readonly refusal: SpreadsheetRefusal };

export interface SpreadsheetLimits {
  readonly fileBytes: number;
  readonly expandedBytes: number;
  readonly rows: number;
  readonly columns: number;
}

/** Wide enough for any lot's price schedule, narrow enough to be read while a person waits. */
export const spreadsheetLimits: SpreadsheetLimits = {
  fileBytes: 8_000_000,
  expandedBytes: 40_000_000,
  rows: 20_000,
  columns: 200,
};

function refused(refusal: SpreadsheetRefusal): SpreadsheetReading {
  return { read: false, refusal };
}

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Reads a spreadsheet of any accepted format. Merged cells repeat their content; hidden parts are kept and flagged. */
export function readSpreadsheet(bytes: Uint8Array, limits: SpreadsheetLimits = spreadsheetLimits): SpreadsheetReading {
  if (bytes.byteLength === 0) return refused({ tag: 'empty' });
  if (bytes.byteLength > limits.fileBytes) {
    return refused({ tag: 'fileTooLarge', bytes: bytes.byteLength, limit: limits.fileBytes });
  }
  if (startsWith(bytes, 0x50, 0x4b)) return readArchive(bytes, limits);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return readWorkbook(bytes, 'xls', limits);
  return readText(bytes, limits);
}

function readArchive(bytes: Uint8Array, limits: SpreadsheetLimits): SpreadsheetReading {
  const entries = measureArchive(bytes, limits.expandedBytes);
  if (entries === 'tooLarge') return refused({ tag: 'expandsTooMuch', limit: limits.expandedBytes });
  if (entries === 'unreadable') return refused({ tag: 'unreadable' });
  if (entries.some((entry) => entry.name === 'xl/workbook.xml')) return readWorkbook(bytes, 'xlsx', limits);
  // Strict and binary variants name their workbook otherwise; both are read by the same library.
  if (entries.some((entry) => entry.name.startsWith('xl/'))) return readWorkbook(bytes, 'xlsx', limits);
  if (entries.some((entry) => entry.name === 'content.xml')) return readWorkbook(bytes, 'ods', limits);
  return refused({ tag: 'notASpreadsheet' });
}

function readWorkbook(
  bytes: Uint8Array,
  format: 'xlsx' | 'xls' | 'ods',
  limits: SpreadsheetLimits,
): SpreadsheetReading {
  let workbook: WorkBook;
  try {
    workbook = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellHTML: false,
      // What a cell shows is written here from its value: formatting each of them took a third of the reading.
      cellText: false,
      cellStyles: true,
      // Formulas without a result only appear as stubs.
      sheetStubs: true,
      sheetRows: limits.rows + 1,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return refused({ tag: /password|encrypt/i.test(message) ? 'passwordProtected' : 'unreadable' });
  }
  const sheets: Sheet[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet) continue;
    const rows = readRows(sheet, limits, workbook.Workbook?.WBProps?.date1904 === true);
    if (rows.length > limits.rows) return refused({ tag: 'tooManyRows', limit: limits.rows });
    sheets.push({
      name,
      hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      hiddenColumns: [...(sheet['!cols'] ?? [])].flatMap((column, at) => (column?.hidden ? [at + 1] : [])),
      rows,
    });
  }
  if (sheets.every((sheet) => sheet.rows.length === 0)) return refused({ tag: 'empty' });
  return { read: true, spreadsheet: { format, sheets } };
}

function readRows(sheet: WorkSheet, limits: SpreadsheetLimits, date1904: boolean): Row[] {
  const grid = new Map<number, Map<number, Cell>>();
  const place = (cell: Cell) => {
    const row = grid.get(cell.row) ?? new Map<number, Cell>();
    row.set(cell.column, cell);
    grid.set(cell.row, row);
  };
  const dense = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  // forEach skips the holes of sparse rows: a lone cell in XFD1048576 costs nothing.
  dense.forEach((cells, rowIndex) => {
    cells?.forEach((object, columnIndex) => {
      if (!object || columnIndex >= limits.columns) return;
      const cell = readCell(object, rowIndex + 1, columnIndex + 1, date1904);
      if (cell) place(cell);
    });
  });
  const lastRow = Math.max(0, ...grid.keys());
  for (const merge of sheet['!merges'] ?? []) {
    const origin = grid.get(merge.s.r + 1)?.get(merge.s.c + 1);
    if (!origin) continue;
    for (let row = merge.s.r + 1; row <= Math.min(merge.e.r + 1, lastRow); row += 1) {
      for (let column = merge.s.c + 1; column <= Math.min(merge.e.c + 1, limits.columns); column += 1) {
        if (row === origin.row && column === origin.column) continue;
        place({ ...origin, row, column, mergedFrom: { row: origin.row, column: origin.column } });
      }
    }
  }
  return [...grid]
    .sort(([a], [b]) => a - b)
    .map(([number, cells]) => ({
      number,
      hidden: sheet['!rows']?.[number - 1]?.hidden === true,
      cells: [...cells.values()].sort((a, b) => a.column - b.column),
    }));
}

/** Errors of a spreadsheet by their code in the file. */
const errorTexts: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function readCell(object: CellObject, row: number, column: number, date1904: boolean): Cell | undefined {
  const computed = object.f !== undefined;
  const cell = (text: string, content: CellContent): Cell => ({ row, column, text, content, computed });
  if (object.t === 'z' || object.v === undefined) {
    return computed ? cell(`=${object.f}`, { kind: 'formulaWithoutValue' }) : undefined;
  }
  if (object.t === 'e') return cell(errorTexts.get(Number(object.v)) ?? '#ERREUR', { kind: 'error' });
  if (object.t === 'b') return cell(object.v === true ? 'VRAI' : 'FAUX', { kind: 'boolean', value: object.v === true });
  if (object.t === 'n' && typeof object.v === 'number') {
    const format = typeof object.z === 'string' ? object.z : 'General';
    const date = SSF.is_date(format) ? dayOfSerial(object.v, date1904) : undefined;
    if (date) return cell(date.split('-').reverse().join('/'), { kind: 'day', day: date });
    const decimal = decimalWriting(object.v);
    if (decimal === undefined) return cell(String(object.v), { kind: 'error' });
    const percent = /%/.test(format.replace(/"[^"]*"/g, ''));
    const shown = percent ? `${decimalWriting(object.v * 100) ?? decimal}\u00a0%` : decimal;
    return cell(shown.replace('.', ','), { kind: 'number', decimal, percent });
  }
  const text = String(object.v).trim();
  return text === '' ? undefined : cell(text, { kind: 'text' });
}

function dayOfSerial(serial: number, date1904: boolean): Day | undefined {
  const parts = SSF.parse_date_code(serial, { date1904 });
  if (!parts || parts.y < 1900) return undefined;
  return parseDay(`${parts.y}-${String(parts.m).padStart(2, '0')}-${String(parts.d).padStart(2, '0')}`);
}

/**
 * A number as a spreadsheet shows it, in plain decimal writing. Fifteen significant digits: the sixteenth and
 * seventeenth are noise of the binary writing (0.1 + 0.2), which no person typed.
 */
function decimalWriting(value: number): string | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return undefined;
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const point = 1 + Number(exponent);
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const whole = padded.slice(0, Math.max(1, point));
  const fraction = padded.slice(Math.max(1, point)).replace(/0+$/, '');
  const plain = fraction === '' ? whole : `${whole}.${fraction}`;
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

function readText(bytes: Uint8Array, limits: SpreadsheetLimits): SpreadsheetReading {
  const text = decodeText(bytes);
  // PDF, HTML or XML under a spreadsheet's name, or any binary: a CSV holds no NUL.
  if (text.includes('\0') || /^\s*(%PDF|<)/.test(text.replace(/^\ufeff/, '')))
    return refused({ tag: 'notASpreadsheet' });
  if (text.replace(/^\ufeff/, '').trim() === '') return refused({ tag: 'empty' });
  const lines = splitDelimitedText(text, limits.rows + 1);
  if (!lines) return refused({ tag: 'unreadable' });
  if (lines.length > limits.rows) return refused({ tag: 'tooManyRows', limit: limits.rows });
  const rows = lines.flatMap((fields, index): Row[] => {
    const cells = fields.slice(0, limits.columns).flatMap((field, at): Cell[] => {
      const value = field.trim();
      if (value === '') return [];
      return [{ row: index + 1, column: at + 1, text: value, content: { kind: 'text' }, computed: false }];
    });
    return cells.length === 0 ? [] : [{ number: index + 1, hidden: false, cells }];
  });
  if (rows.length === 0) return refused({ tag: 'empty' });
  return {
    read: true,
    spreadsheet: { format: 'csv', sheets: [{ name: 'CSV', hidden: false, hiddenColumns: [], rows }] },
  };
}

/** The name of a column as a spreadsheet shows it: 1 is 'A', 27 is 'AA'. */
export function columnName(column: number): string {
  let rest = column;
  let name = '';
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}
