// Blocks that stand side by side and are kept whole: parties, totals, signatures.
import type { Block, Text } from '../blocks';
import type { Flow } from './flow';
import { type Line, linesOf, type TextStyle } from './lines';
import type { Tag } from './marks';
import { colors, lineHeight, sizes } from './style';

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

interface Row {
  readonly line: Line;
  readonly style: TextStyle;
  readonly tag: Tag;
}

const gap = 14;
const role: TextStyle = { size: sizes.small, color: colors.muted };
const name: TextStyle = { size: sizes.body, color: colors.text, bold: true };
const plain: TextStyle = { size: sizes.table, color: colors.text };

function rowsOf(texts: readonly { text: Text; style: TextStyle }[], width: number, section: Tag): Row[] {
  return texts.flatMap(({ text, style }) => {
    const tag: Tag = { type: 'P', parent: section };
    return linesOf(text, style, width).map((line) => ({ line, style, tag }));
  });
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + lineHeight(row.style.size), 0);
}

function setRows(flow: Flow, rows: readonly Row[], x: number, top: number): void {
  let y = top;
  for (const row of rows) {
    flow.line(row.line, x, y, row.style, row.tag);
    y += lineHeight(row.style.size);
  }
}

/** Cuts a list into rows of panels: two side by side, three when that leaves none alone. */
function inRows<Item>(items: readonly Item[]): Item[][] {
  const across = items.length === 1 ? 1 : items.length % 3 === 0 ? 3 : 2;
  const rows: Item[][] = [];
  for (let index = 0; index < items.length; index += across) rows.push(items.slice(index, index + across));
  return rows;
}

/** Who orders, who delivers, who pays: a panel each. */
export function drawParties(flow: Flow, parties: BlockOf<'parties'>['parties'], parent: Tag): void {
  const across = inRows(parties)[0]?.length ?? 1;
  const width = (flow.width - gap * (Math.max(2, across) - 1)) / Math.max(2, across);
  for (const group of inRows(parties)) {
    const panels = group.map((party) =>
      rowsOf(
        [
          { text: party.role, style: role },
          { text: party.name, style: name },
          ...party.lines.map((text) => ({ text, style: plain })),
        ],
        width - 12,
        { type: 'Div', parent },
      ),
    );
    const height = Math.max(...panels.map(heightOf)) + 6;
    flow.need(height);
    panels.forEach((rows, index) => {
      const x = flow.left + index * (width + gap);
      flow.put({ kind: 'rectangle', x, y: flow.y, width: 1.6, height, fill: colors.accent });
      setRows(flow, rows, x + 10, flow.y + 2);
    });
    flow.y += height + 11;
  }
  flow.space(2);
}

/** Labels and figures on the right half of the page, the strong one last in the eye. */
export function drawSummary(flow: Flow, entries: BlockOf<'summary'>['entries'], parent: Tag): void {
  const width = Math.min(flow.width, 290);
  const x = flow.left + flow.width - width;
  const table: Tag = { type: 'Table', parent };
  const rows = entries.map((entry) => {
    const style: TextStyle = entry.strong ? { size: 11, color: colors.text, bold: true } : plain;
    const values = linesOf(entry.value, style, width * 0.5);
    const valueWidth = Math.max(...values.map((line) => line.width));
    const labels = linesOf(entry.label, style, width - valueWidth - 24);
    return {
      entry,
      style,
      values,
      labels,
      height: Math.max(labels.length, values.length) * lineHeight(style.size) + 5,
    };
  });
  flow.need(rows.reduce((sum, row) => sum + row.height, 0));
  for (const { entry, style, labels, values, height } of rows) {
    if (height > flow.room) flow.breakPage();
    const tag: Tag = { type: 'TR', parent: table };
    const th: Tag = { type: 'TH', parent: tag, scope: 'Row' };
    const td: Tag = { type: 'TD', parent: tag };
    if (entry.strong) flow.put({ kind: 'rectangle', x, y: flow.y, width, height, fill: colors.tint });
    const step = lineHeight(style.size);
    labels.forEach((line, index) => {
      flow.line(line, x + 6, flow.y + 2.5 + index * step, style, th);
    });
    values.forEach((line, index) => {
      flow.line(line, x + width - 5 - line.width, flow.y + 2.5 + index * step, style, td);
    });
    flow.y += height;
    const color = entry.strong ? colors.accent : colors.rule;
    flow.put({ kind: 'rule', x, y: flow.y, length: width, color, thickness: entry.strong ? 0.9 : 0.5 });
  }
  flow.space(12);
}

/** A box per signatory, with room for the hand and the seal. */
export function drawSignature(flow: Flow, parties: BlockOf<'signature'>['parties'], parent: Tag): void {
  const blank = 62;
  flow.space(8);
  for (const group of inRows(parties)) {
    const width = (flow.width - gap * (Math.max(2, group.length) - 1)) / Math.max(2, group.length);
    const panels = group.map((party) =>
      rowsOf(
        [
          { text: party.role, style: { ...plain, bold: true } },
          ...(party.name === undefined ? [] : [{ text: party.name, style: plain }]),
          ...(party.note === undefined ? [] : [{ text: party.note, style: role }]),
        ],
        width - 20,
        { type: 'Div', parent },
      ),
    );
    const height = Math.max(...panels.map(heightOf)) + 16 + blank;
    flow.need(height);
    panels.forEach((rows, index) => {
      // One signatory signs on the right, as on a letter.
      const x = group.length === 1 ? flow.left + flow.width - width : flow.left + index * (width + gap);
      flow.put({ kind: 'rectangle', x, y: flow.y, width, height, stroke: colors.rule });
      setRows(flow, rows, x + 10, flow.y + 8);
    });
    flow.y += height + 12;
  }
}
