// How a table shares its width between its columns, in PDF and in DOCX alike.
import type { Column, Text } from '../blocks';
import { type TextStyle, widestWord, widthOnOneLine } from './lines';
import { colors, sizes } from './style';

export interface TableSpec {
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Text[])[];
  readonly totals?: readonly (readonly Text[])[];
}

export const cellPadding = 5;

const body: TextStyle = { size: sizes.table, color: colors.text };
const strong: TextStyle = { ...body, bold: true };
const head: TextStyle = { size: sizes.table - 0.25, color: colors.accent, bold: true };
export const cellStyles = { body, strong, head };

// Beyond this many rows, measuring them all to set the widths costs more than it brings.
const rowsMeasured = 300;

/** Shares the width as asked, but gives each column its widest word, and a figure its whole line. */
export function columnWidths(spec: TableSpec, width: number): number[] {
  const asked = spec.columns.map((column) => column.width ?? 1);
  const sum = asked.reduce((total, share) => total + share, 0);
  const widths = asked.map((share) => (share / sum) * width);
  const least = spec.columns.map((column, index) => {
    const measure = column.align === 'right' ? widthOnOneLine : widestWord;
    let widest = widestWord(column.label, head);
    for (const row of spec.rows.slice(0, rowsMeasured)) widest = Math.max(widest, measure(row[index] ?? '', body));
    for (const row of spec.totals ?? []) widest = Math.max(widest, measure(row[index] ?? '', strong));
    return Math.min(widest + 2 * cellPadding + 0.5, width * 0.45);
  });
  const missing = widths.reduce((total, share, index) => total + Math.max(0, (least[index] ?? 0) - share), 0);
  const spare = widths.reduce((total, share, index) => total + Math.max(0, share - (least[index] ?? 0)), 0);
  if (missing === 0 || spare === 0) return widths;
  const taken = Math.min(1, missing / spare);
  const given = Math.min(1, spare / missing);
  return widths.map(
    (share, index) => share + ((least[index] ?? 0) - share) * ((least[index] ?? 0) > share ? given : taken),
  );
}
