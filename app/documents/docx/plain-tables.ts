// Tables of plain text as the very XML that the library would write: its objects take ten times as long for each cell.
import { Paragraph } from 'docx';
import type { Block, Column } from '../blocks';
import { columnWidths } from '../pdf/column-widths';
import { docxColors, font } from './docx-styles';

type TableBlock = Extract<Block, { kind: 'table' }>;

/** Tables kept as XML while the library writes the rest; each stands in the document as a paragraph of its own. */
export interface KeptTables {
  /** The paragraph that stands for the table, or null when a cell has more than plain text in it. */
  keep(block: TableBlock, textWidth: number): Paragraph | null;
  /** The part of the file with each table back in its place. */
  restore(path: string, xml: string): string;
}

const signs: Record<string, string> = { '&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&"'<>]/g, (sign) => signs[sign] ?? sign);
}

const none = 'w:val="none" w:color="auto" w:sz="0"';
const thin = `w:val="single" w:color="${docxColors.rule}" w:sz="4"`;
const borders = `<w:tblBorders><w:top ${none}/><w:left ${none}/><w:bottom ${thin}/><w:right ${none}/><w:insideH ${thin}/><w:insideV ${none}/></w:tblBorders>`;
const margin = (side: string, width: number) => `<w:${side} w:type="dxa" w:w="${width}"/>`;
const margins = `<w:tcMar>${margin('top', 30)}${margin('left', 80)}${margin('bottom', 30)}${margin('right', 80)}</w:tcMar>`;
const fonts = `<w:rFonts w:ascii="${font}" w:cs="${font}" w:eastAsia="${font}" w:hAnsi="${font}"/>`;

interface RowLook {
  readonly style: 'CellHead' | 'Cell';
  readonly tinted: boolean;
  readonly bold: boolean;
  readonly header: boolean;
}

/** What stands before the text of each cell of a row: the same for every row of a look. */
function cellOpenings(columns: readonly Column[], widths: readonly number[], look: RowLook): readonly string[] {
  const shading = look.tinted ? `<w:shd w:fill="${docxColors.tint}" w:val="clear"/>` : '';
  const emphasis = look.bold ? '<w:b/><w:bCs/>' : '';
  return columns.map(
    ({ align = 'left' }, index) =>
      `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${widths[index] ?? 0}"/>${shading}${margins}<w:vAlign w:val="top"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${look.style}"/><w:jc w:val="${align}"/></w:pPr><w:r><w:rPr>${fonts}${emphasis}</w:rPr><w:t xml:space="preserve">`,
  );
}

function rowsXml(
  rows: readonly (readonly unknown[])[],
  columns: readonly Column[],
  widths: readonly number[],
  look: RowLook,
): string {
  const openings = cellOpenings(columns, widths, look);
  const start = `<w:tr><w:trPr><w:cantSplit/>${look.header ? '<w:tblHeader/>' : ''}</w:trPr>`;
  return rows
    .map((cells) => {
      const drawn = openings.map(
        (opening, index) => `${opening}${escaped(String(cells[index] ?? ''))}</w:t></w:r></w:p></w:tc>`,
      );
      return `${start}${drawn.join('')}</w:tr>`;
    })
    .join('');
}

function isPlain(block: TableBlock): boolean {
  const plain = (cell: unknown) => typeof cell === 'string' && !cell.includes('\n');
  const labels = block.columns.map(({ label }) => label);
  return [labels, ...block.rows, ...(block.totals ?? [])].every((cells) => cells.every(plain));
}

function tableXml(block: TableBlock, textWidth: number): string {
  const { columns, rows, totals = [] } = block;
  // Twentieths of a point, measured a little narrow, as the reader's font may be wider than ours.
  const widths = columnWidths(block, textWidth / 22).map((width) => Math.floor(width * 22));
  const whole = widths.reduce((all, one) => all + one, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const head = { style: 'CellHead', tinted: true, bold: false, header: true } as const;
  const body = { style: 'Cell', tinted: false, bold: false, header: false } as const;
  return [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${whole}"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${grid}</w:tblGrid>`,
    rowsXml([columns.map(({ label }) => label)], columns, widths, head),
    rowsXml(rows, columns, widths, body),
    rowsXml(totals, columns, widths, { ...body, tinted: true, bold: true }),
    '</w:tbl>',
  ].join('');
}

/** No table yet. One for each document. */
export function keptTables(): KeptTables {
  const kept: string[] = [];
  return {
    keep(block, textWidth) {
      if (!isPlain(block)) return null;
      kept.push(tableXml(block, textWidth));
      return new Paragraph(`\ue000${kept.length - 1}\ue001`);
    },
    restore(path, xml) {
      if (path !== 'word/document.xml' || kept.length === 0) return xml;
      // A run without any property: only ours and the empty ones are such, whatever people write.
      const place = /<w:p><w:r><w:t xml:space="preserve">\ue000(\d+)\ue001<\/w:t><\/w:r><\/w:p>/g;
      return xml.replace(place, (_, index) => kept[Number(index)] ?? '');
    },
  };
}
