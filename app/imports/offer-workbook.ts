// Reads the BPU and DQE of a lot as a candidate returns them: cells as filled in, nothing corrected, nothing dropped.
import type { EstimateRow, ReadOffer, ScheduleRow } from '~/domain/consultations/offers';
import { type Cents, cents } from '~/domain/shared/money';
import { centsIn, columnsUnder, countIn, folded, priceIn } from './sent-sheet';
import { type Cell, type Row, readSpreadsheet, type Sheet, type SpreadsheetRefusal } from './spreadsheet';

/** The names that the writer of the workbook gives to sheets and columns. */
export interface OfferVocabulary {
  readonly bpu: string;
  readonly dqe: string;
  readonly schedule: Readonly<Record<ScheduleField, string>>;
  readonly estimate: Readonly<Record<EstimateField, string>>;
  /** Marks the row of totals in the first column of the DQE. */
  readonly total: string;
}

type ScheduleField =
  | 'number'
  | 'designation'
  | 'unit'
  | 'price'
  | 'vatRate'
  | 'ecoContribution'
  | 'model'
  | 'condition'
  | 'warranty'
  | 'repairability'
  | 'delivery';
type EstimateField = 'number' | 'quantity' | 'price' | 'net';

export type OfferReading =
  | { readonly read: true; readonly offer: ReadOffer }
  | { readonly read: false; readonly refusal: SpreadsheetRefusal | { readonly tag: 'noSchedule' } };

function rowsUnder<Field extends string>(
  sheet: Sheet,
  headers: Readonly<Record<Field, string>>,
): { readonly row: Row; cell(field: Field): Cell | undefined }[] | undefined {
  const header = sheet.rows.find((row) => columnsUnder(row, headers));
  const columns = header && columnsUnder(header, headers);
  if (!header || !columns) return undefined;
  return sheet.rows
    .filter(({ number }) => number > header.number)
    .map((row) => ({
      row,
      cell: (field: Field) => row.cells.find(({ column, mergedFrom }) => column === columns[field] && !mergedFrom),
    }));
}

const textIn = (cell: Cell | undefined) => cell?.text.trim() || null;
const countOrNull = (cell: Cell | undefined) => {
  const count = countIn(cell);
  return typeof count === 'number' ? count : null;
};

/** A rate typed as '20 %', 20 or 0,2, in basis points; null when it is none of them. */
function rateIn(cell: Cell | undefined): number | null {
  const text = cell?.text.replace(/[%\s\u00a0\u202f]/g, '').replace(',', '.');
  if (!cell || !text || !/^\d{1,3}(\.\d{1,4})?$/.test(text)) return null;
  const points = Math.round(Number(text) * 10_000);
  const percent = cell.content.kind === 'number' ? cell.content.percent : /%/.test(cell.text);
  // A spreadsheet shows a rate as a share of one; a person types a number of percent.
  return percent || points > 10_000 ? Math.round(points / 100) : points;
}

function scheduleRows(sheet: Sheet, vocabulary: OfferVocabulary): ScheduleRow[] | undefined {
  const rows = rowsUnder(sheet, vocabulary.schedule);
  return rows?.flatMap(({ row, cell }): ScheduleRow[] => {
    const number = textIn(cell('number'));
    const price = priceIn(cell('price'));
    // Notes stand under the table, without a price.
    if (number === null || (price === null && !/^\d/.test(number))) return [];
    const eco = priceIn(cell('ecoContribution'));
    return [
      {
        row: row.number,
        number,
        designation: textIn(cell('designation')),
        unit: textIn(cell('unit')),
        unitPriceNet: price,
        priceText: price === 'unreadable' ? textIn(cell('price')) : null,
        hidden: row.hidden,
        vatRate: rateIn(cell('vatRate')),
        ecoContributionNet: typeof eco === 'number' ? eco : null,
        model: textIn(cell('model')),
        condition: textIn(cell('condition')),
        warrantyYears: countOrNull(cell('warranty')),
        repairability: textIn(cell('repairability')),
        deliveryDays: countOrNull(cell('delivery')),
      },
    ];
  });
}

function estimateRows(
  sheet: Sheet | undefined,
  vocabulary: OfferVocabulary,
): { readonly rows: readonly EstimateRow[]; readonly total: Cents | null } {
  const found = sheet && rowsUnder(sheet, vocabulary.estimate);
  if (!found) return { rows: [], total: null };
  const rows: EstimateRow[] = [];
  let total: Cents | null = null;
  for (const { row, cell } of found) {
    const number = textIn(cell('number'));
    const net = centsIn(cell('net'));
    if (number !== null && folded(number) === folded(vocabulary.total)) total = net === null ? null : cents(net);
    else if (number !== null && /^\d/.test(number)) {
      const price = priceIn(cell('price'));
      rows.push({
        row: row.number,
        number,
        quantity: countOrNull(cell('quantity')),
        unitPriceNet: typeof price === 'number' ? price : null,
        net: net === null ? null : cents(net),
      });
    }
  }
  return { rows, total };
}

/** Reads the workbook of a lot by sheet and column names, never by position. Never throws on what a file holds. */
export function readOfferWorkbook(bytes: Uint8Array, vocabulary: OfferVocabulary): OfferReading {
  const reading = readSpreadsheet(bytes);
  if (!reading.read) return reading;
  const { sheets } = reading.spreadsheet;
  const tab = (name: string) => sheets.find((sheet) => folded(sheet.name) === folded(name));
  const bpu = tab(vocabulary.bpu);
  const schedule = bpu && scheduleRows(bpu, vocabulary);
  if (!schedule) return { read: false, refusal: { tag: 'noSchedule' } };
  const estimate = estimateRows(tab(vocabulary.dqe), vocabulary);
  const expected = [vocabulary.bpu, vocabulary.dqe].map(folded);
  const strange = sheets.filter((sheet) => sheet.hidden || !expected.includes(folded(sheet.name)));
  return {
    read: true,
    offer: {
      schedule,
      estimate: estimate.rows,
      declaredTotalNet: estimate.total,
      strangeSheets: strange.filter(({ rows }) => rows.length > 0).map(({ name }) => name),
    },
  };
}
