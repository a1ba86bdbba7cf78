// Sets each kind of block on the sheet.
import type { Block } from '../blocks';
import { type Heading, headingsOf } from '../headings';
import type { Flow } from './flow';
import { linesOf, type TextStyle, widthOnOneLine } from './lines';
import type { Tag } from './marks';
import { drawParties, drawSignature, drawSummary } from './panels';
import { drawSigned, signatureAfter } from './signed-end';
import { colors, lineHeight, sizes } from './style';
import { drawTable } from './table';

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

const body: TextStyle = { size: sizes.body, color: colors.text };

/** What must stand under a heading on the same page: the head and first row of a table, a panel, or three lines. */
function keptUnderHeading(next: Block | undefined): number {
  if (next?.kind === 'table' || next?.kind === 'signature') return 150;
  if (next?.kind === 'parties' || next?.kind === 'summary') return 110;
  if (next?.kind === 'heading' || next?.kind === 'article') return 90;
  return 4 + 3 * lineHeight(sizes.body);
}

function drawHeading(flow: Flow, heading: Heading, next: Block | undefined, parent: Tag): void {
  const size = [sizes.h1, sizes.h2, sizes.h3, sizes.h3][heading.level - 1] ?? sizes.h3;
  const style: TextStyle = { size, color: heading.level === 3 ? colors.text : colors.accent, bold: true };
  const lines = linesOf(heading.title, style, flow.width);
  flow.space(heading.level === 1 ? 16 : heading.level === 2 ? 12 : 9);
  flow.need(lines.length * lineHeight(size) + keptUnderHeading(next));
  flow.bookmark(heading.title, heading.level);
  flow.lines(lines, flow.left, style, { type: `H${heading.level + 1}`, parent });
  flow.y += heading.level === 1 ? 6 : 3;
}

function drawContents(flow: Flow, headings: readonly Heading[], named: (index: number) => string, parent: Tag): void {
  const list: Tag = { type: 'TOC', parent };
  const numberWidth = 34;
  headings.forEach((heading, index) => {
    if (heading.level > 2) return;
    const style: TextStyle = { ...body, bold: heading.level === 1 };
    const indent = (heading.level - 1) * 14;
    const reference: Tag = { type: 'Reference', parent: { type: 'TOCI', parent: list } };
    const link = `#${named(index)}`;
    const lines = linesOf([{ text: heading.title, link }], style, flow.width - indent - numberWidth);
    flow.space(heading.level === 1 ? 4 : 1);
    flow.lines(lines, flow.left + indent, style, reference);
    const y = flow.y - lineHeight(style.size);
    const from = flow.left + indent + (lines.at(-1)?.width ?? 0) + 6;
    const to = flow.left + flow.width - 22;
    const baseline = y + style.size * 1.02;
    if (to > from) {
      flow.put({
        kind: 'rule',
        x: from,
        y: baseline,
        length: to - from,
        color: colors.rule,
        thickness: 0.7,
        dotted: true,
      });
    }
    const right = flow.left + flow.width;
    flow.put({
      kind: 'pageNumber',
      right,
      baseline,
      bookmark: named(index),
      size: style.size,
      color: colors.text,
      tag: reference,
    });
  });
  flow.space(8);
}

function drawList(flow: Flow, block: BlockOf<'list'>, parent: Tag): void {
  const list: Tag = { type: 'L', parent, numbering: block.ordered ? 'Decimal' : 'Disc' };
  const labels = block.items.map((_, index) => (block.ordered ? `${index + 1}.` : '•'));
  const indent = Math.max(14, ...labels.map((label) => widthOnOneLine(label, body) + 7));
  block.items.forEach((text, index) => {
    const item: Tag = { type: 'LI', parent: list };
    const lines = linesOf(text, body, flow.width - indent);
    flow.need(Math.min(2, lines.length) * lineHeight(sizes.body));
    const label = linesOf(labels[index] ?? '', body, indent)[0];
    if (label) flow.line(label, flow.left, flow.y, { ...body, color: colors.accent }, { type: 'Lbl', parent: item });
    flow.lines(lines, flow.left + indent, body, { type: 'LBody', parent: item });
    flow.space(2);
  });
  flow.space(5);
}

function drawFacts(flow: Flow, block: BlockOf<'facts'>, parent: Tag): void {
  const table: Tag = { type: 'Table', parent };
  const labelStyle: TextStyle = { size: sizes.body, color: colors.muted };
  const widest = Math.max(0, ...block.entries.map((entry) => widthOnOneLine(entry.label, labelStyle)));
  const labelWidth = Math.min(widest + 14, flow.width * 0.4);
  const step = lineHeight(sizes.body);
  for (const entry of block.entries) {
    const row: Tag = { type: 'TR', parent: table };
    const labels = linesOf(entry.label, labelStyle, labelWidth - 10);
    const values = linesOf(entry.value, body, flow.width - labelWidth);
    const th: Tag = { type: 'TH', parent: row, scope: 'Row' };
    const td: Tag = { type: 'TD', parent: row };
    flow.need(Math.min(Math.max(labels.length, values.length), 4) * step);
    const top = flow.y;
    labels.forEach((line, index) => {
      flow.line(line, flow.left, top + index * step, labelStyle, th);
    });
    if (values[0]?.fragments.length === 0) flow.put({ kind: 'empty', tag: td });
    flow.lines(values, flow.left + labelWidth, body, td);
    flow.y = Math.max(flow.y, values.length < labels.length ? top + labels.length * step : flow.y) + 1.5;
  }
  flow.space(7);
}

function drawNotice(flow: Flow, block: BlockOf<'notice'>, parent: Tag): void {
  const warning = block.tone === 'warning';
  const style: TextStyle = { size: sizes.body - 0.25, color: colors.text };
  const titleStyle: TextStyle = { ...style, bold: true, color: warning ? colors.warning : colors.accent };
  const step = lineHeight(style.size);
  const pad = 8;
  const inner = flow.width - 2 * pad - 6;
  const section: Tag = { type: 'Div', parent };
  const titleTag: Tag = { type: 'P', parent: section };
  const textTag: Tag = { type: 'P', parent: section };
  const titleLines = block.title === undefined ? [] : linesOf(block.title, titleStyle, inner);
  const rows = [
    ...titleLines.map((line) => ({ line, style: titleStyle, tag: titleTag })),
    ...linesOf(block.text, style, inner).map((line) => ({ line, style, tag: textTag })),
  ];
  flow.space(4);
  const whole = rows.length * step + 2 * pad;
  flow.need(whole <= flow.fullRoom ? whole : 4 * step);
  let from = 0;
  while (from < rows.length) {
    if (from > 0) flow.breakPage();
    const to = Math.min(rows.length, from + Math.max(1, Math.floor((flow.room - 2 * pad) / step)));
    const height = (to - from) * step + 2 * pad;
    const box = { x: flow.left, y: flow.y, height };
    flow.put({ kind: 'rectangle', ...box, width: flow.width, fill: warning ? colors.warningTint : colors.tint });
    flow.put({ kind: 'rectangle', ...box, width: 3, fill: warning ? colors.warning : colors.accent });
    rows.slice(from, to).forEach((row, index) => {
      flow.line(row.line, flow.left + pad + 6, flow.y + pad + index * step, row.style, row.tag);
    });
    flow.y += height;
    from = to;
  }
  flow.space(10);
}

function drawCheckbox(flow: Flow, block: BlockOf<'checkbox'>, parent: Tag): void {
  const tag: Tag = { type: 'P', parent };
  const box = linesOf(block.checked ? '☑' : '☐', { ...body, size: sizes.body + 1.5 }, 20)[0];
  flow.need(Math.min(2, linesOf(block.text, body, flow.width - 18).length) * lineHeight(sizes.body));
  if (box) flow.line(box, flow.left, flow.y - 1.2, { ...body, size: sizes.body + 1.5, color: colors.accent }, tag);
  flow.paragraph(block.text, body, tag, 18);
  flow.space(3);
}

/** Leaves the rest of a page to each page of a joined file, under a line that says which it is. */
function drawJoinedPages(flow: Flow, block: BlockOf<'joinedPages'>, parent: Tag): void {
  const style: TextStyle = { size: sizes.small, color: colors.muted };
  for (let page = 0; page < block.pages; page += 1) {
    if (page > 0 || flow.room < flow.fullRoom / 2) flow.breakPage();
    flow.paragraph(`${block.label}, page ${page + 1} sur ${block.pages}`, style, { type: 'P', parent });
    flow.space(4);
    flow.joined.push({
      file: block.file,
      sourcePage: page,
      page: flow.pages.length - 1,
      x: flow.left,
      y: flow.paper.height - flow.bottom,
      width: flow.width,
      height: flow.room,
    });
    flow.y = flow.bottom;
  }
}

/** Sets all blocks under the root of the structure. */
export function drawBlocks(flow: Flow, blocks: readonly Block[]): void {
  const parent = flow.root;
  const headings = headingsOf(blocks);
  // Counted once: a market file of thousands of lines has as many headings.
  const headingsBefore: number[] = [];
  let count = 0;
  for (const { kind } of blocks) {
    headingsBefore.push(count);
    if (kind === 'heading' || kind === 'article') count += 1;
  }
  const draw = (position: number, reserve = 0): void => {
    const block = blocks[position];
    if (!block) return;
    switch (block.kind) {
      case 'heading':
      case 'article': {
        const heading = headings[headingsBefore[position] ?? 0];
        if (heading) drawHeading(flow, heading, blocks[position + 1], parent);
        break;
      }
      case 'paragraph':
        flow.paragraph(block.text, body, { type: 'P', parent });
        flow.space(6);
        break;
      case 'list':
        drawList(flow, block, parent);
        break;
      case 'facts':
        drawFacts(flow, block, parent);
        break;
      case 'table':
        flow.space(3);
        drawTable(flow, block, parent, reserve);
        flow.space(10);
        break;
      case 'parties':
        drawParties(flow, block.parties, parent);
        break;
      case 'summary':
        drawSummary(flow, block.entries, parent);
        break;
      case 'notice':
        drawNotice(flow, block, parent);
        break;
      case 'checkbox':
        drawCheckbox(flow, block, parent);
        break;
      case 'contents': {
        const reached = headingsBefore[position] ?? 0;
        drawContents(flow, headings.slice(reached), (index) => `t${reached + index + 1}`, parent);
        break;
      }
      case 'pageBreak':
        if (!flow.atTop) flow.breakPage();
        break;
      case 'joinedPages':
        drawJoinedPages(flow, block, parent);
        break;
      case 'signature':
        drawSignature(flow, block.parties, parent);
        break;
    }
  };
  for (let position = 0; position < blocks.length; position += 1) {
    const signature = signatureAfter(blocks, position);
    if (signature === undefined) draw(position);
    else {
      const [from, body] = [position, signature - 1];
      const drawBody = (reserve: number) => {
        if (from < body) draw(from);
        draw(body, reserve);
      };
      drawSigned(flow, blocks[body]?.kind === 'table', drawBody, () => draw(signature));
      position = signature;
    }
  }
}
