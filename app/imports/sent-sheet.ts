// Reads back what stands in a sheet that Preau sent: columns by their header, counts and prices as typed.
import { type UnitPrice, unitPrice } from '~/domain/shared/money';
import { readDecimal, scaledTo } from './decimal-text';
import type { Cell, Row } from './spreadsheet';

/** A text without the accidents of spaces and case. */
export function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The column of each header in a row; undefined when one is missing. */
export function columnsUnder<Field extends string>(
  row: Row,
  headers: Readonly<Record<Field, string>>,
): Readonly<Record<Field, number>> | undefined {
  const columns = new Map(row.cells.toReversed().map(({ text, column }) => [folded(text), column]));
  const found = Object.entries<string>(headers).map(([field, header]) => [field, columns.get(folded(header))]);
  return found.every(([, column]) => column !== undefined)
    ? (Object.fromEntries(found) as Record<Field, number>)
    : undefined;
}

function decimalIn(cell: Cell) {
  if (cell.content.kind === 'number') return readDecimal(cell.content.decimal.replace('.', ','));
  return cell.content.kind === 'text' ? readDecimal(cell.text.replace(/€|HT/gi, '')) : undefined;
}

/** A whole number; null for a blank cell. */
export function countIn(cell: Cell | undefined): number | 'unreadable' | null {
  if (!cell) return null;
  const reading = decimalIn(cell);
  if (reading?.kind !== 'decimal' || reading.decimal.scale > 0) return 'unreadable';
  const value = Number(reading.decimal.digits);
  return Number.isSafeInteger(value) ? value : 'unreadable';
}

/** Ten million euros: a slipped comma, no price of school equipment. */
const unlikelyPrice = 100_000_000_000n;

/** A unit price in ten-thousandths of a euro, zero included; null for a blank cell, 'unreadable' beyond four decimals. */
export function priceIn(cell: Cell | undefined): UnitPrice | 'unreadable' | null {
  if (!cell) return null;
  const reading = decimalIn(cell);
  if (reading?.kind !== 'decimal') return 'unreadable';
  const scaled = scaledTo(reading.decimal, 4);
  const readable = scaled !== undefined && scaled >= -unlikelyPrice && scaled <= unlikelyPrice;
  return readable ? unitPrice(Number(scaled)) : 'unreadable';
}

/** An amount in whole cents; null for a blank cell or what is no amount of two decimals. */
export function centsIn(cell: Cell | undefined): number | null {
  const reading = cell && decimalIn(cell);
  const scaled = reading?.kind === 'decimal' ? scaledTo(reading.decimal, 2) : undefined;
  return scaled === undefined ? null : Number(scaled);
}
