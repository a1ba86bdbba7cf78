// Each kind of block as Word's own paragraphs, lists and tables.
import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx';
import type { Block } from '../blocks';
import { headingsOf } from '../headings';
import { docxColors } from './docx-styles';
import { dataTable, pairsTable, panelsTable } from './docx-tables';
import { paragraphOf, runsOf } from './docx-text';
import type { KeptTables } from './plain-tables';

type Content = Paragraph | Table | TableOfContents;

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];

function notice(block: Extract<Block, { kind: 'notice' }>): Paragraph[] {
  const warning = block.tone === 'warning';
  const color = warning ? docxColors.warning : docxColors.accent;
  const frame: IParagraphOptions = {
    shading: { fill: warning ? docxColors.warningTint : docxColors.tint },
    border: { left: { style: BorderStyle.SINGLE, size: 18, color, space: 8 } },
    indent: { left: 160 },
    spacing: { before: 0, after: 0 },
  };
  const title =
    block.title === undefined
      ? []
      : [new Paragraph({ ...frame, children: runsOf(block.title, { bold: true, color }) })];
  return [...title, paragraphOf(block.text, { ...frame, spacing: { before: 0, after: 160 } })];
}

/** The blocks as Word content, in order; tables of plain text are left to `kept`, to be restored in the written file. */
export function docxBlocks(blocks: readonly Block[], textWidth: number, kept: KeptTables | null = null): Content[] {
  const headings = headingsOf(blocks);
  let reached = 0;
  let lists = 0;
  const drawn = (block: Block): Content[] => {
    switch (block.kind) {
      case 'heading':
      case 'article': {
        const heading = headings[reached];
        reached += 1;
        const level = levels[(heading?.level ?? 1) - 1] ?? HeadingLevel.HEADING_4;
        return [new Paragraph({ heading: level, text: heading?.title ?? '' })];
      }
      case 'paragraph':
        return [paragraphOf(block.text)];
      case 'list': {
        lists += 1;
        // Each ordered list starts again at 1.
        const marker: IParagraphOptions = block.ordered
          ? { numbering: { reference: 'ordered', level: 0, instance: lists } }
          : { bullet: { level: 0 } };
        return block.items.map((item) => paragraphOf(item, { ...marker, spacing: { after: 40 } }));
      }
      case 'facts':
        return [pairsTable(block.entries, textWidth), new Paragraph('')];
      case 'summary':
        return [pairsTable(block.entries, textWidth, true), new Paragraph('')];
      case 'table':
        return [
          ...(block.caption === undefined ? [] : [new Paragraph({ style: 'Caption', text: block.caption })]),
          kept?.keep(block, textWidth) ?? dataTable(block, textWidth),
          new Paragraph(''),
        ];
      case 'parties':
        return [
          panelsTable(
            block.parties.map((party) => ({ small: party.role, strong: party.name, lines: party.lines })),
            textWidth,
            0,
          ),
          new Paragraph(''),
        ];
      case 'signature':
        return [
          new Paragraph(''),
          panelsTable(
            block.parties.map((party) => ({
              strong: party.role,
              lines: [party.name, party.note].filter((line) => line !== undefined),
            })),
            textWidth,
            1300,
          ),
        ];
      case 'notice':
        return notice(block);
      case 'checkbox':
        return [
          new Paragraph({
            children: [
              new TextRun({ text: block.checked ? '☑ ' : '☐ ', font: 'Segoe UI Symbol' }),
              ...runsOf(block.text),
            ],
          }),
        ];
      // A joined file stays a file of its own beside a document that people edit.
      case 'joinedPages':
        return [paragraphOf(`${block.label} : document joint (${block.pages} p.)`)];
      case 'contents':
        return [new TableOfContents('Sommaire', { hyperlink: true, headingStyleRange: '1-2' })];
      case 'pageBreak':
        return [new Paragraph({ children: [new PageBreak()] })];
    }
  };
  return blocks.flatMap(drawn);
}
