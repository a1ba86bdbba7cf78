// A PDFKit document that says of itself, in its metadata, that it is PDF/A-3a and PDF/UA-1.
import PDFDocument from 'pdfkit';
import type { Day } from '~/domain/shared/day';

const extensionSchema = `
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The day at noon UTC, which is the same civil day in Paris: the only date inside the file, so that it can be made again. */
export function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

export interface ArchivalOptions {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly day: Day;
  readonly paper: { readonly width: number; readonly height: number };
}

export class ArchivalDocument extends PDFDocument {
  constructor(readonly archival: ArchivalOptions) {
    const { title, author, subject, day, paper } = archival;
    super({
      subset: 'PDF/A-3a',
      pdfVersion: '1.7',
      tagged: true,
      lang: 'fr-FR',
      displayTitle: true,
      autoFirstPage: false,
      size: [paper.width, paper.height],
      margin: 0,
      // Without this PDFKit declares Helvetica, which it cannot embed. The published type forgets null.
      font: null as unknown as string,
      info: {
        Title: title,
        Author: author,
        Subject: subject,
        Creator: 'Préau',
        Producer: 'Préau (PDFKit)',
        CreationDate: noonOf(day),
        ModDate: noonOf(day),
      },
    });
  }

  /** Replaces PDFKit's own, which writes titles without escaping them: an ampersand would break the metadata. */
  _addInfo(): void {
    const { title, author, subject, day } = this.archival;
    const instant = noonOf(day).toISOString().replace('.000', '');
    this.appendXML(`
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${instant}</xmp:CreateDate><xmp:ModifyDate>${instant}</xmp:ModifyDate><xmp:CreatorTool>Préau</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(subject)}</rdf:li></rdf:Alt></dc:description></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>Préau (PDFKit)</pdf:Producer></rdf:Description>${extensionSchema}`);
  }

  /** Opens without the bookmarks' side panel, which PDFKit asks for as soon as there are bookmarks. */
  openPlainly(): void {
    this._root.data.PageMode = 'UseNone';
  }
}
