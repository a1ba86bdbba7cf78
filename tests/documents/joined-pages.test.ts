// Received files set into a document of ours: pages, numbers, bookmarks, filled fields, turned photographs, refusals.
import { degrees, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { DocumentModel, JoinedFile } from '~/documents/blocks';
import { countJoinablePages } from '~/documents/pdf/joined-pages';
import { writePdf } from '~/documents/pdf/write-pdf';
import { day } from '~/domain/shared/day';
import { joinedFileMaximumBytes, readJoinedFile } from '~/imports/joined-file';
import { inspect, installed, readPdf } from './reading';

/** A quote as a supplier sends it: two pages, the second turned, a field filled in. */
async function aQuote(): Promise<Uint8Array> {
  const quote = await PDFDocument.create();
  const font = await quote.embedFont(StandardFonts.Helvetica);
  quote.addPage([595, 842]).drawText('Devis 2026-118 Tablettes', { x: 60, y: 760, size: 18, font });
  const turned = quote.addPage([842, 595]);
  turned.drawText('Conditions de vente', { x: 60, y: 500, size: 18, font });
  turned.setRotation(degrees(90));
  const field = quote.getForm().createTextField('accord');
  field.setText('Bon pour accord');
  field.addToPage(quote.getPage(0), { x: 60, y: 600, width: 200, height: 24 });
  return quote.save();
}

/** One white pixel. */
const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const model: DocumentModel = {
  title: 'Dossier d’essai',
  reference: 'SUB-2026-00001',
  issuer: { name: 'Commune d’essai', lines: [] },
  date: day('2026-11-23'),
  blocks: [
    { kind: 'contents' },
    { kind: 'heading', level: 1, text: 'Annexe F. Pièces jointes' },
    { kind: 'heading', level: 2, text: 'F.1 Devis' },
    { kind: 'joinedPages', file: 'quote', label: 'Devis', pages: 2 },
    { kind: 'pageBreak' },
    { kind: 'heading', level: 2, text: 'F.2 Photographie' },
    { kind: 'joinedPages', file: 'photo', label: 'Photographie', pages: 1 },
    { kind: 'heading', level: 1, text: 'Fin' },
    { kind: 'paragraph', text: 'Suite du dossier.' },
  ],
};

async function joined(): Promise<readonly JoinedFile[]> {
  return [
    { file: 'quote', mediaType: 'application/pdf', bytes: await aQuote() },
    { file: 'photo', mediaType: 'image/png', bytes: pixel },
  ];
}

test('joined pages stand in their places, with our page numbers, contents and bookmarks', async () => {
  const bytes = await writePdf(model, [], await joined());
  const { pages } = await readPdf(bytes);
  expect(pages).toHaveLength(4);
  expect(pages[0]).toContain('Devis 2026-118 Tablettes');
  expect(pages[0]).toContain('Bon pour accord');
  expect(pages[1]).toContain('Conditions de vente');
  expect(pages[1]).toContain('Devis, page 2 sur 2');
  expect(pages[3]).toContain('Suite du dossier');
  pages.forEach((text, index) => {
    expect(text).toContain(`page ${index + 1} / 4`);
  });
  const read = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(read.catalog.get(PDFName.of('Outlines'))).toBeDefined();
  expect(read.catalog.get(PDFName.of('StructTreeRoot'))).toBeDefined();
});

test('a file that takes pages in no longer says that it is archival, and stays well formed', async () => {
  const bytes = await writePdf(model, [], await joined());
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).not.toMatch(/pdfaid:part|pdfuaid:part/);
  expect(text).toContain('dc:title');
  const alone = await writePdf({ ...model, blocks: [{ kind: 'paragraph', text: 'Rien de joint.' }] });
  expect(Buffer.from(alone).toString('latin1')).toMatch(/pdfaid:part/);
  if (installed('qpdf')) expect(inspect('qpdf', ['--check'], bytes).status).toBe(0);
});

test('the same document with the same files gives the same bytes', async () => {
  const files = await joined();
  const [first, second] = [await writePdf(model, [], files), await writePdf(model, [], files)];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('a file is tried before it is kept: pages are counted, a broken or truncated one is refused', async () => {
  const quote = await aQuote();
  expect(await countJoinablePages({ mediaType: 'application/pdf', bytes: quote })).toBe(2);
  expect(await countJoinablePages({ mediaType: 'image/png', bytes: pixel })).toBe(1);
  expect(await countJoinablePages({ mediaType: 'image/png', bytes: pixel.slice(0, 40) })).toBe('broken');
  const nonsense = new TextEncoder().encode('%PDF-1.7 rien');
  expect(await countJoinablePages({ mediaType: 'application/pdf', bytes: nonsense })).toBe('broken');
  const closed = await PDFDocument.load(quote);
  closed.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
  expect(await countJoinablePages({ mediaType: 'application/pdf', bytes: await closed.save() })).toBe('encrypted');
});

test('a file is what its content says, whatever its name', () => {
  expect(readJoinedFile(pixel)).toMatchObject({ mediaType: 'image/png', extension: 'png' });
  expect(readJoinedFile(new TextEncoder().encode('%PDF-1.7\n'))).toMatchObject({ mediaType: 'application/pdf' });
  expect(readJoinedFile(new TextEncoder().encode('<html>devis.pdf</html>'))).toEqual({ refusal: 'unknownKind' });
  expect(readJoinedFile(new TextEncoder().encode('PK\u0003\u0004'))).toEqual({ refusal: 'unknownKind' });
  expect(readJoinedFile(new Uint8Array())).toEqual({ refusal: 'empty' });
  expect(readJoinedFile(new Uint8Array(joinedFileMaximumBytes + 1))).toEqual({ refusal: 'tooLarge' });
  expect(readJoinedFile(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0))).toEqual({ refusal: 'broken' });
  const huge = pixel.slice();
  new DataView(huge.buffer).setUint32(16, 20_000);
  new DataView(huge.buffer).setUint32(20, 20_000);
  expect(readJoinedFile(huge)).toEqual({ refusal: 'tooManyPixels' });
});

test('a photograph says which way is up', () => {
  const exif = [
    0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
  ];
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 100, 0, 200, 1, 1, 0x11, 0, 0, 0];
  const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...frame]);
  expect(readJoinedFile(photo)).toMatchObject({ mediaType: 'image/jpeg', orientation: 6 });
});
