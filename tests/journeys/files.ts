// Reads figures back out of the files that people download.
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const spaces = /[\s\u00a0\u202f]+/g;

/** A text as a person reads it: one plain space between words. */
export function plain(text: string): string {
  return text.replace(spaces, ' ').trim();
}

/** Text of every page of a PDF, in reading order. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return plain(pages.join(' '));
}

/** The files of a ZIP by name. */
export function filesOfZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(new Uint8Array(bytes))));
}

/** Text of the body of a DOCX. */
export function textOfDocx(bytes: Uint8Array): string {
  const xml = filesOfZip(bytes).get('word/document.xml');
  if (!xml) throw new Error('The DOCX has no body');
  return plain(
    new TextDecoder()
      .decode(xml)
      .replace(/<\/w:p>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&'),
  );
}

/** Every sheet of a workbook, as rows of values. */
export function rowsOfXlsx(bytes: Uint8Array): readonly (readonly unknown[])[] {
  const book = read(bytes, { type: 'buffer' });
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true }) : [];
  });
}

/** Cents as the documents print them: '1 234,56'. */
export function printed(cents: number): string {
  return plain(
    new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100),
  );
}
