// A file that a person joins: recognised by its content, never by its name, and refused when it cannot be shown.

export interface JoinedFileContent {
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly extension: 'pdf' | 'jpg' | 'png';
  /** Exif orientation of a photograph, 1 when it says nothing. */
  readonly orientation: number;
}

export type JoinedFileRefusal = 'empty' | 'tooLarge' | 'unknownKind' | 'tooManyPixels' | 'broken';

export const joinedFileMaximumBytes = 10 * 1024 * 1024;
/** An image of more is a few hundred megabytes once decoded. */
const maximumPixels = 50_000_000;

const sentences: Readonly<Record<JoinedFileRefusal, string>> = {
  empty: 'Choisissez un fichier : celui-ci est vide.',
  tooLarge: 'Le fichier dépasse 10 Mo : réduisez-le ou partagez-le en deux.',
  unknownKind: 'Ce fichier n’est ni un PDF, ni une image JPEG ou PNG (son contenu est lu, pas son nom).',
  tooManyPixels: 'Cette image dépasse 50 millions de pixels : réduisez-la.',
  broken: 'Cette image est incomplète ou abîmée : enregistrez-la de nouveau.',
};

export function joinedFileRefusalSentence(refusal: JoinedFileRefusal): string {
  return sentences[refusal];
}

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The orientation in the Exif part of a JPEG (tag 0x0112 of its first directory); 1 when there is none. */
function exifOrientation(view: DataView, start: number, end: number): number {
  if (end - start < 14 || view.getUint32(start) !== 0x45786966) return 1;
  const base = start + 6;
  const little = view.getUint16(base) === 0x4949;
  const directory = base + view.getUint32(base + 4, little);
  if (directory + 2 > end) return 1;
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > end) return 1;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little);
  }
  return 1;
}

/** Walks the segments of a JPEG up to its frame: size and orientation. */
function readJpeg(bytes: Uint8Array): (Size & { readonly orientation: number }) | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  let orientation = 1;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), orientation };
    if (marker === 0xe1 && at + 2 + length <= bytes.length) {
      orientation = exifOrientation(view, at + 4, at + 2 + length);
    }
    at += 2 + length;
  }
  return undefined;
}

/** What the file is. A PDF is only recognised here: whether it opens is asked of the document writer. */
export function readJoinedFile(bytes: Uint8Array): JoinedFileContent | { readonly refusal: JoinedFileRefusal } {
  if (bytes.length === 0) return { refusal: 'empty' };
  if (bytes.length > joinedFileMaximumBytes) return { refusal: 'tooLarge' };
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) {
    return { mediaType: 'application/pdf', extension: 'pdf', orientation: 1 };
  }
  const png = startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const jpeg = startsWith(bytes, [0xff, 0xd8, 0xff]);
  if (!png && !jpeg) return { refusal: 'unknownKind' };
  const read = png ? pngSize(bytes) : readJpeg(bytes);
  if (!read || read.width === 0 || read.height === 0) return { refusal: 'broken' };
  if (read.width * read.height > maximumPixels) return { refusal: 'tooManyPixels' };
  if (png) return { mediaType: 'image/png', extension: 'png', orientation: 1 };
  const orientation = 'orientation' in read && typeof read.orientation === 'number' ? read.orientation : 1;
  return { mediaType: 'image/jpeg', extension: 'jpg', orientation };
}
