// Tables over as many pages as they take: header repeated, amounts aligned, no word cut, no line lost.
import type { Column, Text } from '../blocks';
import { cellPadding, cellStyles, columnWidths, type TableSpec } from './column-widths';
import type { Flow } from './flow';
import { type Line, linesOf, type TextStyle } from './lines';
import type { Tag } from './marks';
import { colors, lineHeight, sizes } from './style';

interface Grid {
  readonly columns: readonly (Column & { readonly x: number; readonly inner: number })[];
  readonly width: number;
}

const padding = { x: cellPadding, y: 3.6 };
const { body, strong, head } = cellStyles;
const step = lineHeight(sizes.table);
function gridOf(spec: TableSpec, flow: Flow): Grid {
  let x = flow.left;
  const columns = columnWidths(spec, flow.width).map((width, index) => {
    const column = { ...(spec.columns[index] ?? { label: '' }), x: x + padding.x, inner: width - 2 * padding.x };
    x += width;
    return column;
  });
  return { columns, width: flow.width };
}

function cellLines(cells: readonly Text[], grid: Grid, style: TextStyle): Line[][] {
  return grid.columns.map((column, index) => linesOf(cells[index] ?? '', style, column.inner));
}

function tallest(cells: readonly (readonly Line[])[]): number {
  return Math.max(1, ...cells.map((lines) => lines.length));
}

/** Sets the lines [from, to) of each cell at the present height. */
function setCells(
  flow: Flow,
  grid: Grid,
  cells: readonly (readonly Line[])[],
  tags: readonly (Tag | null)[],
  style: TextStyle,
  from: number,
  to: number,
): void {
  grid.columns.forEach((column, index) => {
    const tag = tags[index] ?? null;
    if (tag && from === 0 && (cells[index]?.[0]?.fragments.length ?? 0) === 0) flow.put({ kind: 'empty', tag });
    (cells[index] ?? []).slice(from, to).forEach((line, row) => {
      const slack = column.inner - line.width;
      const shift = column.align === 'right' ? slack : column.align === 'center' ? slack / 2 : 0;
      flow.line(line, column.x + shift, flow.y + padding.y + row * step, style, tag);
    });
  });
}

function rowTags(table: Tag, count: number, header: boolean): Tag[] {
  const row: Tag = { type: 'TR', parent: table };
  return Array.from({ length: count }, () =>
    header ? { type: 'TH', parent: row, scope: 'Column' as const } : { type: 'TD', parent: row },
  );
}

function setHeader(flow: Flow, grid: Grid, cells: readonly (readonly Line[])[], tags: readonly (Tag | null)[]): void {
  const height = tallest(cells) * step + 2 * padding.y;
  flow.put({ kind: 'rectangle', x: flow.left, y: flow.y, width: grid.width, height, fill: colors.tint });
  flow.put({
    kind: 'rule',
    x: flow.left,
    y: flow.y + height,
    length: grid.width,
    color: colors.accent,
    thickness: 0.9,
  });
  setCells(flow, grid, cells, tags, head, 0, tallest(cells));
  flow.y += height;
}

/** Draws the table from the present height on; its last row leaves the height to reserve under it. */
export function drawTable(flow: Flow, spec: TableSpec, parent: Tag, reserve = 0): void {
  const grid = gridOf(spec, flow);
  const table: Tag = { type: 'Table', parent };
  const count = spec.columns.length;
  const header = cellLines(
    spec.columns.map((column) => column.label),
    grid,
    head,
  );
  const headerHeight = tallest(header) * step + 2 * padding.y;
  // A header that fills a third of the page is not worth repeating.
  const repeats = headerHeight < flow.fullRoom / 3;
  const wholePage = flow.fullRoom - (repeats ? headerHeight : 0);

  const nextPage = () => {
    flow.breakPage();
    // Said once to a screen reader, so only drawn again.
    if (repeats) setHeader(flow, grid, header, []);
  };

  const setRow = (cells: readonly Line[][], style: TextStyle, tint: boolean, under = 0) => {
    const tags = rowTags(table, count, false);
    const lines = tallest(cells);
    const heightOf = (some: number) => some * step + 2 * padding.y;
    const whole = heightOf(lines) + under;
    if (under > 0 && whole > flow.room && whole <= wholePage) nextPage();
    if (heightOf(lines) > flow.room && (heightOf(lines) <= wholePage || flow.room < heightOf(3))) nextPage();
    let from = 0;
    while (from < lines) {
      if (from > 0) nextPage();
      const to = Math.min(lines, from + Math.max(1, Math.floor((flow.room - 2 * padding.y) / step)));
      const height = heightOf(to - from);
      if (tint) flow.put({ kind: 'rectangle', x: flow.left, y: flow.y, width: grid.width, height, fill: colors.tint });
      setCells(flow, grid, cells, tags, style, from, to);
      flow.y += height;
      flow.put({ kind: 'rule', x: flow.left, y: flow.y, length: grid.width, color: colors.rule, thickness: 0.5 });
      from = to;
    }
  };

  const firstRow = cellLines(spec.rows[0] ?? spec.totals?.[0] ?? [], grid, body);
  const caption = spec.caption === undefined ? [] : linesOf(spec.caption, strong, flow.width);
  const captionHeight = caption.length === 0 ? 0 : caption.length * step + 4;
  flow.need(captionHeight + headerHeight + Math.min(tallest(firstRow), 6) * step + 2 * padding.y);
  if (caption.length > 0) {
    flow.lines(caption, flow.left, strong, { type: 'Caption', parent: table });
    flow.y += 4;
  }
  setHeader(flow, grid, header, rowTags(table, count, true));
  const last = spec.totals === undefined || spec.totals.length === 0 ? spec.rows.length - 1 : -1;
  for (const [index, row] of spec.rows.entries())
    setRow(cellLines(row, grid, body), body, false, index === last ? reserve : 0);
  const totals = (spec.totals ?? []).map((row) => cellLines(row, grid, strong));
  const totalsHeight = totals.reduce((sum, cells) => sum + tallest(cells) * step + 2 * padding.y, 0);
  const ending = totalsHeight + reserve;
  if (totals.length > 0 && ending > flow.room && ending <= wholePage) nextPage();
  for (const cells of totals) setRow(cells, strong, true);
}
