// Reads the sheet of needs that a commune sends back: whose it is, and each row as filled in.
import type { NeedSheetIdentity, NeedSheetRow } from '~/domain/campaigns/need-sheet';
import { columnsUnder, countIn, folded, priceIn } from './sent-sheet';
import { type Cell, type Row, readSpreadsheet, type Sheet, type SpreadsheetRefusal } from './spreadsheet';

export type NeedSheetReading =
  | { readonly read: true; readonly identity: NeedSheetIdentity; readonly rows: readonly NeedSheetRow[] }
  | { readonly read: false; readonly refusal: SpreadsheetRefusal | { readonly tag: 'notOurSheet' } };

/** The headers of the sheet and the names of its tabs, as its writer gives them. */
export interface NeedSheetVocabulary {
  readonly headers: Readonly<Record<Field, string>>;
  /** A column that only some sheets have. */
  readonly yearHeader: string;
  readonly tabs: { readonly known: string; readonly free: string; readonly identity: string };
}

type Field = 'code' | 'category' | 'label' | 'unit' | 'price' | 'quantity' | 'school' | 'reason';
type Columns = Readonly<Record<Field, number>>;

/** An estimate is no negative price. */
function estimateIn(cell: Cell | undefined): NeedSheetRow['estimatedUnitPriceNet'] {
  const price = priceIn(cell);
  return typeof price === 'number' && price < 0 ? 'unreadable' : price;
}

function readRow(sheet: Sheet, row: Row, columns: Columns, yearColumn: number | undefined): NeedSheetRow | undefined {
  const cell = (field: Field) => row.cells.find((one) => one.column === columns[field]);
  const text = (field: Field) => cell(field)?.text.trim() || null;
  const read: NeedSheetRow = {
    sheet: sheet.name,
    row: row.number,
    code: text('code'),
    label: text('label'),
    category: text('category'),
    unit: text('unit'),
    quantity: countIn(cell('quantity')),
    estimatedUnitPriceNet: estimateIn(cell('price')),
    school: text('school'),
    reason: text('reason'),
    year: row.cells.find(({ column }) => column === yearColumn)?.text.trim() || null,
  };
  const { sheet: _, row: __, ...filled } = read;
  return Object.values(filled).some((value) => value !== null) ? read : undefined;
}

function identityIn(sheet: Sheet | undefined): NeedSheetIdentity {
  const valueUnder = (key: string) => {
    const row = sheet?.rows.find(({ cells }) => folded(cells[0]?.text ?? '') === key);
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
  const tab = (name: string) => sheets.find((sheet) => folded(sheet.name) === folded(name));
  const known = tab(vocabulary.tabs.known);
  const free = tab(vocabulary.tabs.free);
  const rows: NeedSheetRow[] = [];
  for (const sheet of [known, free]) {
    if (!sheet) continue;
    const header = sheet.rows.find((row) => columnsUnder(row, vocabulary.headers));
    const columns = header && columnsUnder(header, vocabulary.headers);
    const yearColumn = header && columnsUnder(header, { year: vocabulary.yearHeader })?.year;
    if (!header || !columns) return { read: false, refusal: { tag: 'notOurSheet' } };
    for (const row of sheet.rows) {
      if (row.number <= header.number) continue;
      const read = readRow(sheet, row, columns, yearColumn);
      if (read) rows.push(read);
    }
  }
  if (!known) return { read: false, refusal: { tag: 'notOurSheet' } };
  return { read: true, identity: identityIn(tab(vocabulary.tabs.identity)), rows };
}
