// Draws laid out pages with PDFKit, each piece under its element of the structure tree.

import type { Attachment } from '../blocks';
import { ArchivalDocument, type ArchivalOptions, noonOf } from './archival';
import { fontOf, widthOf } from './fonts';
import type { LaidOut } from './layout';
import type { Bookmark, Mark, Tag } from './marks';

type Element = PDFKit.PDFStructureElement;

class Painter {
  private readonly elements = new Map<Tag, Element>();
  private readonly bookmarks: Map<string, Bookmark>;
  /** Colour that text has on this page; none known at its top. */
  private fill = '';

  constructor(
    private readonly document: ArchivalDocument,
    laidOut: LaidOut,
  ) {
    this.bookmarks = new Map(laidOut.bookmarks.map((bookmark) => [bookmark.name, bookmark]));
  }

  /** The element of a tag, made and hung under its parent the first time it is met, so in reading order. */
  private element(tag: Tag): Element {
    const known = this.elements.get(tag);
    if (known) return known;
    const element = this.document.struct(tag.type, tag.scope === undefined ? {} : { scope: tag.scope });
    if (tag.numbering !== undefined) element.dictionary.data.A = { O: 'List', ListNumbering: tag.numbering };
    if (tag.parent) this.element(tag.parent).add(element);
    else this.document.addStructure(element);
    this.elements.set(tag, element);
    return element;
  }

  turnPage(): void {
    this.fill = '';
  }

  end(): void {
    for (const [tag, element] of this.elements) if (tag.parent === null) element.end();
  }

  private draw(mark: Mark): void {
    const { document } = this;
    switch (mark.kind) {
      case 'text':
        this.text(mark.text, mark);
        break;
      case 'pageNumber': {
        const text = String((this.bookmarks.get(mark.bookmark)?.page ?? 0) + 1);
        const width = widthOf(text, 'regular', mark.size);
        this.text(text, { ...mark, face: 'regular', width, x: mark.right - width });
        break;
      }
      case 'rectangle':
        document.rect(mark.x, mark.y, mark.width, mark.height);
        this.fill = '';
        if (mark.fill !== undefined) document.fill(mark.fill);
        else document.lineWidth(0.6).stroke(mark.stroke ?? '#000000');
        break;
      case 'rule':
        document.lineWidth(mark.thickness).strokeColor(mark.color);
        if (mark.dotted) document.dash(0.7, { space: 2.6 });
        document
          .moveTo(mark.x, mark.y)
          .lineTo(mark.x + mark.length, mark.y)
          .stroke();
        if (mark.dotted) document.undash();
        break;
      case 'empty':
        break;
    }
  }

  private text(
    text: string,
    at: Pick<Extract<Mark, { kind: 'text' }>, 'x' | 'baseline' | 'width' | 'face' | 'size' | 'color'>,
  ): void {
    const font = fontOf(at.face);
    if (this.fill !== at.color) this.document.fillColor(at.color);
    this.fill = at.color;
    this.document
      // PDFKit takes a parsed font; its published type knows paths and bytes only.
      .font(font as unknown as string, font.postscriptName)
      .fontSize(at.size)
      // Measured already: asking PDFKit again doubles the time of a long document.
      .text(text, at.x, at.baseline, { lineBreak: false, baseline: 'alphabetic', textWidth: at.width, wordCount: 1 });
  }

  private link(tag: Tag, element: Element, marks: readonly Mark[]): void {
    const texts = marks.filter((mark) => mark.kind === 'text');
    const [first] = texts;
    if (!first || tag.target === undefined) return;
    const width = texts.reduce((sum, mark) => sum + mark.width, 0);
    const said = texts.map((mark) => mark.text).join('');
    const options = { structParent: element, Contents: new String(said) as string };
    const box = [first.x, first.baseline - first.size, width, first.size * 1.3] as const;
    if (tag.target.startsWith('#')) this.document.goTo(...box, tag.target.slice(1), options);
    else this.document.link(...box, tag.target, options);
    // The reference to the annotation is written with the page of the moment: end it while it is this one.
    element.end();
  }

  /** Draws marks in order; neighbours of one tag are one piece of marked content. */
  marks(marks: readonly Mark[]): void {
    let index = 0;
    while (index < marks.length) {
      const tag = tagOf(marks[index]);
      let end = index + 1;
      while (end < marks.length && tagOf(marks[end]) === tag) end += 1;
      const group = marks.slice(index, end);
      index = end;
      const drawAll = () => {
        for (const mark of group) this.draw(mark);
      };
      if (tag === null) {
        this.document.markContent('Artifact', { type: 'Layout' });
        drawAll();
        this.document.endMarkedContent();
        continue;
      }
      const element = this.element(tag);
      if (group.every((mark) => mark.kind === 'empty')) continue;
      element.add(drawAll);
      if (tag.type === 'Link') this.link(tag, element, group);
    }
  }

  margin(marks: readonly Mark[]): void {
    this.document.markContent('Artifact', { type: 'Pagination' });
    for (const mark of marks) this.draw(mark);
    this.document.endMarkedContent();
  }
}

function tagOf(mark: Mark | undefined): Tag | null {
  return mark !== undefined && 'tag' in mark ? mark.tag : null;
}

function addBookmarks(document: ArchivalDocument, laidOut: LaidOut): void {
  const open: { level: number; item: PDFKit.PDFOutline }[] = [];
  for (const bookmark of laidOut.bookmarks) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= bookmark.level) open.pop();
    const parent = open.at(-1)?.item ?? document.outline;
    const top = Math.max(0, bookmark.y - 10);
    const place = { pageNumber: bookmark.page, fit: false, top, left: laidOut.paper.width, zoom: 0, expanded: false };
    open.push({ level: bookmark.level, item: parent.addItem(bookmark.title, place) });
  }
  if (laidOut.pages.length < 4) document.openPlainly();
}

const relationships = { alternative: 'Alternative', data: 'Data' } as const;

/** The bytes of the file. The same pages, options and attachments give the same bytes. */
export function paint(
  laidOut: LaidOut,
  options: ArchivalOptions,
  attachments: readonly Attachment[],
): Promise<Uint8Array> {
  const document = new ArchivalDocument(options);
  const chunks: Uint8Array[] = [];
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
  const painter = new Painter(document, laidOut);
  laidOut.pages.forEach((page, index) => {
    document.addPage();
    painter.turnPage();
    for (const bookmark of laidOut.bookmarks) {
      if (bookmark.page === index)
        document.addNamedDestination(bookmark.name, 'XYZ', 0, Math.max(0, bookmark.y - 10), 0);
    }
    painter.marks(page.marks);
    painter.margin(laidOut.margins[index] ?? []);
  });
  addBookmarks(document, laidOut);
  for (const attachment of attachments) {
    document.file(Buffer.from(attachment.bytes), {
      name: attachment.fileName,
      type: attachment.mediaType,
      description: attachment.description,
      relationship: relationships[attachment.relationship],
      creationDate: noonOf(options.day),
      modifiedDate: noonOf(options.day),
    });
  }
  painter.end();
  document.end();
  return bytes;
}
