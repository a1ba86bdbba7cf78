// Tables of a DOCX: headers repeated on each page, rows never cut in two, widths fixed so that every program agrees.
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type ITableCellOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Column, Text } from '../blocks';
import { columnWidths } from '../pdf/column-widths';
import { docxColors } from './docx-styles';
import { paragraphOf } from './docx-text';

type TableBlock = Extract<Block, { kind: 'table' }>;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: docxColors.rule } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const rows = { ...noBorders, bottom: thin, insideHorizontal: thin };
const margins = { top: 30, bottom: 30, left: 80, right: 80 };

function alignment(column: Column | undefined): (typeof AlignmentType)[keyof typeof AlignmentType] {
  if (column?.align === 'right') return AlignmentType.RIGHT;
  return column?.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT;
}

function cell(children: Paragraph[], width: number, options: Partial<ITableCellOptions> = {}): TableCell {
  return new TableCell({
    children,
    margins,
    verticalAlign: VerticalAlign.TOP,
    width: { size: width, type: WidthType.DXA },
    ...options,
  });
}

function widthsOf(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => Math.floor((share / sum) * total));
}

function tableOf(
  children: TableRow[],
  columnWidths: readonly number[],
  borders: typeof rows | typeof noBorders,
  alignedRight = false,
): Table {
  const width = columnWidths.reduce((all, one) => all + one, 0);
  return new Table({
    rows: children,
    columnWidths: [...columnWidths],
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
    ...(alignedRight ? { alignment: AlignmentType.RIGHT } : {}),
  });
}

/** A table of columns and rows. */
export function dataTable(block: TableBlock, textWidth: number): Table {
  // Twentieths of a point, measured a little narrow, as the reader's font may be wider than ours.
  const widths = columnWidths(block, textWidth / 22).map((width) => Math.floor(width * 22));
  const row = (cells: readonly Text[], style: string, bold: boolean, options: Partial<ITableCellOptions> = {}) =>
    block.columns.map((column, index) =>
      cell(
        [paragraphOf(cells[index] ?? '', { style, alignment: alignment(column) }, bold ? { bold } : {})],
        widths[index] ?? 0,
        options,
      ),
    );
  const tinted = { shading: { fill: docxColors.tint } };
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: row(
      block.columns.map((column) => column.label),
      'CellHead',
      false,
      tinted,
    ),
  });
  const body = block.rows.map((cells) => new TableRow({ cantSplit: true, children: row(cells, 'Cell', false) }));
  const totals = (block.totals ?? []).map(
    (cells) => new TableRow({ cantSplit: true, children: row(cells, 'Cell', true, tinted) }),
  );
  return tableOf([header, ...body, ...totals], widths, rows);
}

/** Labels and values: over the whole width, or set to the right for totals. */
export function pairsTable(
  entries: readonly { readonly label: string; readonly value: Text; readonly strong?: boolean }[],
  textWidth: number,
  figures = false,
): Table {
  const widths = figures ? widthsOf([3, 2], Math.floor(textWidth * 0.55)) : widthsOf([3, 7], textWidth);
  const children = entries.map(({ label, value, strong }) => {
    const emphasis = strong ? { bold: true } : {};
    const side = figures ? { alignment: AlignmentType.RIGHT } : {};
    return new TableRow({
      cantSplit: true,
      children: [
        cell([paragraphOf(label, { style: 'Cell' }, emphasis)], widths[0] ?? 0),
        cell([paragraphOf(value, { style: 'Cell', ...side }, emphasis)], widths[1] ?? 0),
      ],
    });
  });
  return tableOf(children, widths, figures ? rows : noBorders, figures);
}

/** Panels side by side, two in a row, each with its lines and room below them. */
export function panelsTable(
  panels: readonly { readonly small?: string; readonly strong: string; readonly lines: readonly string[] }[],
  textWidth: number,
  room: number,
): Table {
  const widths = widthsOf([1, 1], textWidth);
  const framed =
    room > 0
      ? { top: thin, bottom: thin, left: thin, right: thin }
      : { left: { ...thin, size: 12, color: docxColors.accent } };
  const children: TableRow[] = [];
  for (let index = 0; index < panels.length; index += 2) {
    const cells = [0, 1].map((side) => {
      const panel = panels[index + side];
      if (panel === undefined) return cell([paragraphOf('', { style: 'Cell' })], widths[side] ?? 0);
      const paragraphs = [
        ...(panel.small === undefined ? [] : [paragraphOf(panel.small, { style: 'Role' })]),
        paragraphOf(panel.strong, { style: 'Cell' }, { bold: true }),
        ...panel.lines.map((line) => paragraphOf(line, { style: 'Cell' })),
      ];
      return cell(paragraphs, widths[side] ?? 0, { borders: framed });
    });
    const height = room > 0 ? { height: { value: room, rule: HeightRule.ATLEAST } } : {};
    children.push(new TableRow({ cantSplit: true, children: cells, ...height }));
  }
  return tableOf(children, widths, noBorders);
}
