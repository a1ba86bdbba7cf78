// Reads the sheet of needs that a commune sends back: whose it is, and each row as filled in.
import type { NeedSheetIdentity, NeedSheetRow } from '~/domain/campaigns/need-sheet';
import { type UnitPrice, unitPrice } from '~/domain/shared/money';
import { readDecimal, scaledTo } from './decimal-text';
import { type Cell, type Row, readSpreadsheet, type Sheet, type SpreadsheetRefusal } from './spreadsheet';

export type NeedSheetReading =
  | { readonly read: true; readonly identity: NeedSheetIdentity; readonly rows: readonly NeedSheetRow[] }
  | { readonly read: false; readonly refusal: SpreadsheetRefusal | { readonly tag: 'notOurSheet' } };

/** The headers of the sheet and the names of its tabs, as its writer gives them. */
export interface NeedSheetVocabulary {
  readonly headers: Readonly<Record<Field, string>>;
  readonly tabs: { readonly known: string; readonly free: string; readonly identity: string };
}

type Field = 'code' | 'category' | 'label' | 'unit' | 'price' | 'quantity' | 'school' | 'reason';
type Columns = Readonly<Record<Field, number>>;

const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

function columnsOf(row: Row, { headers }: NeedSheetVocabulary): Columns | undefined {
  const found = Object.entries(headers).map(([field, header]) => [
    field,
    row.cells.find((cell) => fold(cell.text) === fold(header))?.column,
  ]);
  return found.every(([, column]) => column !== undefined) ? (Object.fromEntries(found) as Columns) : undefined;
}

function quantityIn(cell: Cell | undefined): NeedSheetRow['quantity'] {
  if (!cell) return null;
  const text = cell.content.kind === 'number' ? cell.content.decimal.replace('.', ',') : cell.text;
  const reading = cell.content.kind === 'text' || cell.content.kind === 'number' ? readDecimal(text) : undefined;
  if (reading?.kind !== 'decimal' || reading.decimal.scale > 0) return 'unreadable';
  const value = Number(reading.decimal.digits);
  return Number.isSafeInteger(value) ? value : 'unreadable';
}

function priceIn(cell: Cell | undefined): UnitPrice | 'unreadable' | null {
  if (!cell) return null;
  const text =
    cell.content.kind === 'number' ? cell.content.decimal.replace('.', ',') : cell.text.replace(/€|HT/gi, '');
  const reading = cell.content.kind === 'text' || cell.content.kind === 'number' ? readDecimal(text) : undefined;
  if (reading?.kind !== 'decimal') return 'unreadable';
  const scaled = scaledTo(reading.decimal, 4);
  return scaled === undefined || scaled < 0n || scaled > 100_000_000_000n ? 'unreadable' : unitPrice(Number(scaled));
}

function readRow(sheet: Sheet, row: Row, columns: Columns): NeedSheetRow | undefined {
  const cell = (field: Field) => row.cells.find((one) => one.column === columns[field]);
  const text = (field: Field) => cell(field)?.text.trim() || null;
  const read: NeedSheetRow = {
    sheet: sheet.name,
    row: row.number,
    code: text('code'),
    label: text('label'),
    category: text('category'),
    unit: text('unit'),
    quantity: quantityIn(cell('quantity')),
    estimatedUnitPriceNet: priceIn(cell('price')),
    school: text('school'),
    reason: text('reason'),
  };
  const { sheet: _, row: __, ...filled } = read;
  return Object.values(filled).some((value) => value !== null) ? read : undefined;
}

function identityIn(sheet: Sheet | undefined): NeedSheetIdentity {
  const valueUnder = (key: string) => {
    const row = sheet?.rows.find(({ cells }) => fold(cells[0]?.text ?? '') === key);
    return row?.cells[1]?.text ?? '';
  };
  return {
    format: valueUnder('format'),
    campaignId: valueUnder('campagne'),
    communeId: valueUnder('commune'),
    version: valueUnder('version'),
  };
}

/** Reads the bytes of a sheet of needs. Columns may have moved, rows may have been sorted; never throws on content. */
export function readNeedSheet(bytes: Uint8Array, vocabulary: NeedSheetVocabulary): NeedSheetReading {
  const reading = readSpreadsheet(bytes);
  if (!reading.read) return reading;
  const { sheets } = reading.spreadsheet;
  const tab = (name: string) => sheets.find((sheet) => fold(sheet.name) === fold(name));
  const known = tab(vocabulary.tabs.known);
  const free = tab(vocabulary.tabs.free);
  const rows: NeedSheetRow[] = [];
  for (const sheet of [known, free]) {
    if (!sheet) continue;
    const header = sheet.rows.find((row) => columnsOf(row, vocabulary));
    const columns = header && columnsOf(header, vocabulary);
    if (!header || !columns) return { read: false, refusal: { tag: 'notOurSheet' } };
    for (const row of sheet.rows) {
      if (row.number <= header.number) continue;
      const read = readRow(sheet, row, columns);
      if (read) rows.push(read);
    }
  }
  if (!known) return { read: false, refusal: { tag: 'notOurSheet' } };
  return { read: true, identity: identityIn(tab(vocabulary.tabs.identity)), rows };
}
