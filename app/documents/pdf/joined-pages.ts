// Pages of documents received from people, set into the blank places that a document of ours keeps for them.
import {
  concatTransformationMatrix,
  degrees,
  drawObject,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import type { JoinedFile } from '../blocks';

/** Where one page of a joined file goes, in points from the bottom left of the page of ours. */
export interface JoinedPlace {
  readonly file: string;
  /** Page within the joined file, from 0. */
  readonly sourcePage: number;
  /** Page of ours, from 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Why a received file cannot be joined. */
export type JoinFailure = 'encrypted' | 'broken';

/** How many pages a received file has, after trying to set them all in a document; or why it cannot be joined. */
export async function countJoinablePages(file: Omit<JoinedFile, 'file'>): Promise<number | JoinFailure> {
  try {
    const trial = await PDFDocument.create();
    if (file.mediaType !== 'application/pdf') {
      const image =
        file.mediaType === 'image/png' ? await trial.embedPng(file.bytes) : await trial.embedJpg(file.bytes);
      await image.embed();
      return 1;
    }
    const source = await PDFDocument.load(file.bytes, { updateMetadata: false, ignoreEncryption: true });
    if (source.isEncrypted) return 'encrypted';
    for (const page of source.getPages()) {
      drawAnnotations(page);
      if (page.node.Contents()) await (await trial.embedPage(page)).embed();
    }
    return source.getPageCount() || 'broken';
  } catch {
    return 'broken';
  }
}

function numbersOf(array: PDFArray | undefined): readonly number[] {
  return array?.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : 0)) ?? [];
}

/** The stream that shows an annotation: a filled field, a stamp, a visible signature. */
function appearanceOf(annotation: PDFDict): PDFRef | undefined {
  const normal = annotation.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'));
  const resolved = normal instanceof PDFRef ? annotation.context.lookup(normal) : normal;
  if (resolved instanceof PDFStream) return normal instanceof PDFRef ? normal : undefined;
  const state = annotation.get(PDFName.of('AS'));
  const chosen = resolved instanceof PDFDict && state instanceof PDFName ? resolved.get(state) : undefined;
  return chosen instanceof PDFRef && annotation.context.lookup(chosen) instanceof PDFStream ? chosen : undefined;
}

const hidden = 0b10;

/**
 * Draws into the page what its annotations show (ISO 32000-1, 12.5.5), as only the page's own content is carried over:
 * without this, a filled form would lose what was filled in.
 */
function drawAnnotations(page: PDFPage): void {
  const annotations = page.node.Annots()?.asArray() ?? [];
  for (const reference of annotations) {
    const annotation = page.doc.context.lookup(reference);
    if (!(annotation instanceof PDFDict)) continue;
    const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
    const appearance = appearanceOf(annotation);
    const subtype = annotation.get(PDFName.of('Subtype'));
    if (!appearance || (flags & hidden) !== 0 || subtype === PDFName.of('Popup')) continue;
    const stream = page.doc.context.lookup(appearance, PDFStream);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersOf(annotation.lookupMaybe(PDFName.of('Rect'), PDFArray));
    const box = numbersOf(stream.dict.lookupMaybe(PDFName.of('BBox'), PDFArray));
    const [bx1 = 0, by1 = 0, bx2 = 0, by2 = 0] = box;
    const matrix = numbersOf(stream.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray));
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    const corners = [
      [bx1, by1],
      [bx2, by1],
      [bx1, by2],
      [bx2, by2],
    ].map(([x = 0, y = 0]) => ({ x: a * x + c * y + e, y: b * x + d * y + f }));
    const left = Math.min(...corners.map(({ x }) => x));
    const bottom = Math.min(...corners.map(({ y }) => y));
    const width = Math.max(...corners.map(({ x }) => x)) - left;
    const height = Math.max(...corners.map(({ y }) => y)) - bottom;
    if (width === 0 || height === 0) continue;
    const [scaleX, scaleY] = [Math.abs(x2 - x1) / width, Math.abs(y2 - y1) / height];
    const name = page.node.newXObject('Appearance', appearance);
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(
        scaleX,
        0,
        0,
        scaleY,
        Math.min(x1, x2) - left * scaleX,
        Math.min(y1, y2) - bottom * scaleY,
      ),
      drawObject(name),
      popGraphicsState(),
    );
  }
}

/** Sets a drawing of some size into a place, turned by quarter turns, as large as it fits, never larger than it is. */
function fitted(place: JoinedPlace, width: number, height: number, turns: number) {
  const sideways = turns % 2 === 1;
  const [shownWidth, shownHeight] = sideways ? [height, width] : [width, height];
  const scale = Math.min(1, place.width / shownWidth, place.height / shownHeight);
  const left = place.x + (place.width - shownWidth * scale) / 2;
  const bottom = place.y + place.height - shownHeight * scale;
  // pdf-lib turns counterclockwise around the bottom left corner of what it draws.
  const origin = [
    { x: left, y: bottom },
    { x: left, y: bottom + shownHeight * scale },
    { x: left + shownWidth * scale, y: bottom + shownHeight * scale },
    { x: left + shownWidth * scale, y: bottom },
  ][turns] ?? { x: left, y: bottom };
  return { ...origin, scale, rotate: degrees(-90 * turns) };
}

async function drawPdf(target: PDFDocument, bytes: Uint8Array, places: readonly JoinedPlace[]): Promise<void> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const place of places) {
    const page = source.getPage(place.sourcePage);
    drawAnnotations(page);
    // A blank page has nothing to draw.
    if (!page.node.Contents()) continue;
    const box = page.getCropBox();
    const frame = { left: box.x, bottom: box.y, right: box.x + box.width, top: box.y + box.height };
    const embedded = await target.embedPage(page, frame);
    const turns = (((page.getRotation().angle / 90) % 4) + 4) % 4;
    const { x, y, scale, rotate } = fitted(place, box.width, box.height, turns);
    target.getPage(place.page).drawPage(embedded, { x, y, xScale: scale, yScale: scale, rotate });
  }
}

/** Quarter turns clockwise that show a photograph upright, by its Exif orientation; mirrored ones are left as they are. */
const turnsByOrientation: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 };

async function drawImage(target: PDFDocument, file: JoinedFile, place: JoinedPlace): Promise<void> {
  const image = file.mediaType === 'image/png' ? await target.embedPng(file.bytes) : await target.embedJpg(file.bytes);
  const turns = turnsByOrientation[file.orientation ?? 1] ?? 0;
  // 96 pixels per inch at most: a small image is not blown up.
  const [width, height] = [image.width * 0.75, image.height * 0.75];
  const { x, y, scale, rotate } = fitted(place, width, height, turns);
  target.getPage(place.page).drawImage(image, { x, y, width: width * scale, height: height * scale, rotate });
}

const archivalClaims =
  /<rdf:Description\b(?:(?!<\/rdf:Description>)[\s\S])*?(?:pdfaid:|pdfuaid:|pdfaExtension:)[\s\S]*?<\/rdf:Description>/g;

/** Takes out of the metadata that the file is PDF/A and PDF/UA: joined pages come as they are. */
function dropArchivalClaims(target: PDFDocument): void {
  const reference = target.catalog.get(PDFName.of('Metadata'));
  const stream = reference instanceof PDFRef ? target.context.lookup(reference) : undefined;
  if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) return;
  const xml = new TextDecoder().decode(stream.getContents()).replace(archivalClaims, '');
  const dictionary = stream.dict.clone();
  dictionary.delete(PDFName.of('Filter'));
  target.context.assign(reference, PDFRawStream.of(dictionary, new TextEncoder().encode(xml)));
  target.catalog.delete(PDFName.of('OutputIntents'));
}

/**
 * The document with the joined pages set in their places. Its own pages keep their tags, links and bookmarks; what is
 * joined is an image of the original for a screen reader, and links inside it are lost. Same input, same bytes.
 */
export async function setJoinedPages(
  bytes: Uint8Array,
  places: readonly JoinedPlace[],
  files: ReadonlyMap<string, JoinedFile>,
): Promise<Uint8Array> {
  const target = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const name of new Set(places.map(({ file }) => file))) {
    const file = files.get(name);
    const own = places.filter((place) => place.file === name);
    if (!file) throw new Error(`The document has places for ${name}, which was not given`);
    if (file.mediaType === 'application/pdf') await drawPdf(target, file.bytes, own);
    else for (const place of own) await drawImage(target, file, place);
  }
  dropArchivalClaims(target);
  return target.save({ addDefaultPage: false, updateFieldAppearances: false });
}
