// From a document to its pages: letterhead, title, blocks, then the header and footer of each page.
import { formatDay } from '~/domain/shared/format';
import type { DocumentModel } from '../blocks';
import { drawBlocks } from './draw-blocks';
import { Flow } from './flow';
import type { JoinedPlace } from './joined-pages';
import { linesOf, type TextStyle } from './lines';
import type { Bookmark, Mark, Page } from './marks';
import { colors, lineHeight, margins, sizes } from './style';

export interface LaidOut {
  readonly pages: readonly Page[];
  /** Header and footer of each page: not content, a screen reader skips them. */
  readonly margins: readonly (readonly Mark[])[];
  readonly bookmarks: readonly Bookmark[];
  /** Places kept for pages of joined files. */
  readonly joined: readonly JoinedPlace[];
  readonly paper: { readonly width: number; readonly height: number };
}

const issuerName: TextStyle = { size: 11.5, color: colors.accent, bold: true };
const small: TextStyle = { size: sizes.small + 0.25, color: colors.muted };

function drawLetterhead(flow: Flow, model: DocumentModel): void {
  const side = 190;
  const left = flow.width - side - 20;
  const right = [
    {
      line: linesOf(model.reference, { ...small, bold: true, color: colors.text, size: 10 }, side),
      style: { ...small, bold: true, color: colors.text, size: 10 },
    },
    { line: linesOf(formatDay(model.date), small, side), style: small },
  ];
  let y = flow.y;
  const place = { type: 'P', parent: flow.root };
  for (const line of linesOf(model.issuer.name, issuerName, left)) {
    flow.line(line, flow.left, y, issuerName, place);
    y += lineHeight(issuerName.size);
  }
  for (const text of model.issuer.lines) {
    const tag = { type: 'P', parent: flow.root };
    for (const line of linesOf(text, small, left)) {
      flow.line(line, flow.left, y, small, tag);
      y += lineHeight(small.size);
    }
  }
  let rightY = flow.y;
  for (const { line: lines, style } of right) {
    const tag = { type: 'P', parent: flow.root };
    for (const line of lines) {
      flow.line(line, flow.left + flow.width - line.width, rightY, style, tag);
      rightY += lineHeight(style.size);
    }
  }
  flow.y = Math.max(y, rightY) + 8;
  flow.put({ kind: 'rule', x: flow.left, y: flow.y, length: flow.width, color: colors.accent, thickness: 1.2 });
  flow.y += 20;
}

function drawTitle(flow: Flow, model: DocumentModel): void {
  const title: TextStyle = { size: sizes.title, color: colors.text, bold: true };
  const subtitle: TextStyle = { size: sizes.subtitle, color: colors.muted };
  flow.lines(linesOf(model.title, title, flow.width), flow.left, title, { type: 'H1', parent: flow.root });
  if (model.subtitle !== undefined) flow.paragraph(model.subtitle, subtitle, { type: 'P', parent: flow.root });
  flow.y += 12;
}

function marginMarks(flow: Flow, model: DocumentModel, page: number, pages: number): Mark[] {
  const marks: Mark[] = [];
  const put = (text: string, baseline: number, side: 'left' | 'right', width: number) => {
    const line = linesOf(text, small, width)[0];
    const shift = side === 'left' ? 0 : flow.width - (line?.width ?? 0);
    for (const { text: drawn, face, x, width: drawnWidth } of line?.fragments ?? []) {
      const { size, color } = small;
      marks.push({
        kind: 'text',
        x: flow.left + shift + x,
        baseline,
        width: drawnWidth,
        text: drawn,
        face,
        size,
        color,
        tag: null,
      });
    }
  };
  const rule = { kind: 'rule', x: flow.left, length: flow.width, color: colors.rule, thickness: 0.5 } as const;
  const foot = flow.paper.height - 34;
  marks.push({ ...rule, y: foot - 13 });
  if (model.mention !== undefined) put(model.mention, foot, 'left', flow.width * 0.68);
  put(`page ${page} / ${pages}`, foot, 'right', 80);
  if (page > 1) {
    put(model.issuer.name, 38, 'left', flow.width * 0.6);
    put(model.reference, 38, 'right', flow.width * 0.38);
    marks.push({ ...rule, y: margins.top - 18 });
  } else {
    const mention = model.mention === undefined ? 0 : flow.width * 0.68;
    if (mention === 0) put(model.reference, foot, 'left', flow.width * 0.6);
  }
  return marks;
}

/** Lays the whole document out. Nothing is drawn yet. */
export function layOut(model: DocumentModel): LaidOut {
  const flow = new Flow(model.orientation ?? 'portrait');
  drawLetterhead(flow, model);
  drawTitle(flow, model);
  drawBlocks(flow, model.blocks);
  const count = flow.pages.length;
  return {
    pages: flow.pages,
    margins: flow.pages.map((_, index) => marginMarks(flow, model, index + 1, count)),
    bookmarks: flow.bookmarks,
    joined: flow.joined,
    paper: flow.paper,
  };
}
