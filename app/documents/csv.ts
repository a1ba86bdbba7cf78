// CSV as a French spreadsheet opens it: UTF-8 with its mark, semicolons, decimal commas.
import { stringify } from 'csv-stringify/sync';
import type { Cents, UnitPrice } from '~/domain/shared/money';
import { centsDecimal, unitPriceDecimal } from './decimals';
import { harmlessText } from './harmless-text';

export type CsvCell = string | number | null | { readonly cents: Cents } | { readonly unitPrice: UnitPrice };

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return harmlessText(cell);
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return ('cents' in cell ? centsDecimal(cell.cents) : unitPriceDecimal(cell.unitPrice)).replace('.', ',');
}

/** A CSV file of a header and rows. Text that a spreadsheet would run as a formula is made harmless. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const text = stringify([header.map(harmlessText), ...rows.map((row) => row.map(written))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  });
  return new TextEncoder().encode(text);
}

/** A CSV file as public schemas ask for it: UTF-8 without mark, commas, decimal points. */
export function writeOpenCsv(header: readonly string[], rows: readonly (readonly (string | Cents)[])[]): Uint8Array {
  const text = stringify([
    header,
    ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? centsDecimal(cell) : harmlessText(cell)))),
  ]);
  return new TextEncoder().encode(text);
}
