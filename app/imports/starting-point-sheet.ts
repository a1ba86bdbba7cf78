// Reads the sheet of schools that a commune sends back: which column is which question, and each row as filled in.
import type { Question } from '~/domain/checks/starting-point';
import type { StartingPointRow } from '~/domain/checks/starting-point-sheet';
import { type Cell, type Row, readSpreadsheet, type SpreadsheetRefusal } from './spreadsheet';

export type StartingPointReading =
  | { readonly read: true; readonly rows: readonly StartingPointRow[] }
  | { readonly read: false; readonly refusal: SpreadsheetRefusal | { readonly tag: 'noSchoolColumn' } };

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s’']+/g, ' ')
    .trim()
    .toLowerCase();

interface Columns {
  readonly uai: number;
  readonly school: number | undefined;
  readonly questions: ReadonlyMap<number, string>;
}

function columnsOf(row: Row, headers: { uai: string; school: string }, questions: readonly Question[]) {
  const named = (label: string) => row.cells.find((cell) => fold(cell.text) === fold(label))?.column;
  const uai = named(headers.uai);
  const asked = questions.flatMap(({ name, label }): [number, string][] => {
    const column = named(label);
    return column === undefined ? [] : [[column, name]];
  });
  if (uai === undefined || asked.length === 0) return undefined;
  return { uai, school: named(headers.school), questions: new Map(asked) } satisfies Columns;
}

const written = (cell: Cell) =>
  cell.content.kind === 'boolean' ? (cell.content.value ? 'oui' : 'non') : cell.text.trim();

function readRow(row: Row, columns: Columns): StartingPointRow | undefined {
  const text = (column: number | undefined) =>
    row.cells.find((cell) => column !== undefined && cell.column === column)?.text.trim() || null;
  const answers = Object.fromEntries(
    row.cells.flatMap((cell): [string, string][] => {
      const name = columns.questions.get(cell.column);
      return name === undefined || cell.text.trim() === '' ? [] : [[name, written(cell)]];
    }),
  );
  const uai = text(columns.uai);
  if (uai === null && Object.keys(answers).length === 0) return undefined;
  return { row: row.number, uai, name: text(columns.school), answers };
}

/** Reads the bytes of a sheet of schools. Columns may have moved, rows may have been sorted; never throws on content. */
export function readStartingPointSheet(
  bytes: Uint8Array,
  headers: { readonly uai: string; readonly school: string },
  questions: readonly Question[],
): StartingPointReading {
  const reading = readSpreadsheet(bytes);
  if (!reading.read) return reading;
  for (const sheet of reading.spreadsheet.sheets) {
    for (const header of sheet.rows) {
      const columns = columnsOf(header, headers, questions);
      if (!columns) continue;
      const rows = sheet.rows.flatMap((row) => (row.number > header.number ? (readRow(row, columns) ?? []) : []));
      return { read: true, rows };
    }
  }
  return { read: false, refusal: { tag: 'noSchoolColumn' } };
}
