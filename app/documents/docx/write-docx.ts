// The DOCX writer: a document that its authors will go on editing, with real styles, contents and page numbers.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { formatDay } from '~/domain/shared/format';
import { repack } from '../archive';
import type { DocumentModel } from '../blocks';
import { docxBlocks } from './docx-blocks';
import { docxColors, docxStyles, font, twips } from './docx-styles';
import { keptTables } from './plain-tables';
import { steadied } from './steady';

const small = { size: 16, color: docxColors.muted, font };

function pageFrame(model: DocumentModel, textWidth: number) {
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }];
  const header = new Header({
    children: [
      new Paragraph({
        tabStops,
        children: [
          new TextRun({ ...small, text: model.issuer.name }),
          new TextRun({ ...small, children: [new Tab(), model.reference] }),
        ],
      }),
    ],
  });
  const page = ['page ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES];
  const footer = new Footer({
    children: [
      new Paragraph({
        tabStops,
        children: [
          new TextRun({ ...small, text: model.mention ?? '' }),
          new TextRun({ ...small, children: [new Tab(), ...page] }),
        ],
      }),
    ],
  });
  return { headers: { default: header }, footers: { default: footer } };
}

function letterhead(model: DocumentModel): Paragraph[] {
  const { issuer } = model;
  return [
    new Paragraph({ style: 'Issuer', text: issuer.name }),
    ...issuer.lines.map((text) => new Paragraph({ style: 'IssuerLine', text })),
    new Paragraph({
      style: 'IssuerLine',
      alignment: AlignmentType.RIGHT,
      text: `${model.reference} \u2013 ${formatDay(model.date)}`,
    }),
    new Paragraph({ style: 'Title', text: model.title }),
    ...(model.subtitle === undefined ? [] : [new Paragraph({ style: 'Subtitle', text: model.subtitle })]),
  ];
}

// The library's estimate takes a second for 40 rows and 20 for 800.
const rowsEstimated = 60;

/** Whether the contents get page numbers at once; otherwise Word works them out when the contents are updated. */
function estimates(model: DocumentModel): boolean {
  const rows = model.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 1), 0);
  return rows <= rowsEstimated && model.blocks.some((block) => block.kind === 'contents');
}

/** Writes a document as DOCX. The same document gives the same bytes. */
export async function writeDocx(model: DocumentModel): Promise<Uint8Array> {
  const landscape = model.orientation === 'landscape';
  const textWidth = twips(landscape ? 297 - 40 : 210 - 40);
  const estimated = estimates(model);
  const kept = keptTables();
  const document = new Document({
    title: model.title,
    subject: model.reference,
    creator: model.issuer.name,
    lastModifiedBy: model.issuer.name,
    description: model.mention ?? model.title,
    styles: docxStyles,
    ...(estimated ? { pageNumbers: estimatePageNumbers } : {}),
    numbering: {
      config: [
        {
          reference: 'ordered',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 400, hanging: 400 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: twips(210),
              height: twips(297),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(24),
              bottom: twips(20),
              left: twips(20),
              right: twips(20),
              header: twips(10),
              footer: twips(9),
            },
          },
        },
        ...pageFrame(model, textWidth),
        // The library sees no table kept as XML, so it could not count its pages.
        children: [...letterhead(model), ...docxBlocks(model.blocks, textWidth, estimated ? null : kept)],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  const steady = steadied(model.date);
  return repack(bytes, model.date, (path, xml) => kept.restore(path, steady(path, xml)));
}
