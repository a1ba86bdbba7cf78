// The typefaces that PDF files embed: found in their npm packages, read and parsed once per process.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type GlyphRun } from 'fontkit';

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic' | 'fallback';

const packaged = createRequire(import.meta.url);
const sourceSans = '@expo-google-fonts/source-sans-3';
const files: Record<Face, string> = {
  regular: `${sourceSans}/400Regular/SourceSans3_400Regular.ttf`,
  bold: `${sourceSans}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  italic: `${sourceSans}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`,
  boldItalic: `${sourceSans}/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf`,
  // Holds the signs that Source Sans lacks; only opened when a text needs one.
  fallback: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
};

const parsed = new Map<Face, Font>();
const runsKept = 8_000;

/** Path of a face's file, wherever npm put the package. */
export function fontFile(face: Face): string {
  return packaged.resolve(files[face]);
}

/**
 * The font with its shaped words remembered: shaping is most of the cost of a document, and words repeat
 * from one to the next. PDFKit scales the positions of a run in place, which only leaves them as they are
 * in a font of 1000 units; others are not remembered.
 */
function remembering(font: Font): Font {
  if (font.unitsPerEm !== 1000) return font;
  const runs = new Map<string, GlyphRun>();
  const layout = (text: string): GlyphRun => {
    let run = runs.get(text);
    if (run === undefined) {
      run = font.layout(text);
      if (runs.size >= runsKept) runs.clear();
      runs.set(text, run);
    }
    return run;
  };
  // The units are read for each width, and the font looks them up in its tables each time.
  return Object.create(font, { layout: { value: layout }, unitsPerEm: { value: font.unitsPerEm } });
}

/**
 * Meets every glyph by its character first. A parsed font keeps each glyph as it first met it: one met as a part of an
 * accented letter (the E of É, while a first document embeds it) would have no character, and later text no E to read.
 */
export function nameGlyphs(font: Pick<Font, 'characterSet' | 'glyphForCodePoint'>): void {
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
}

/** The parsed face. PDFKit takes it as it is: parsing it again in each document costs more than the document. */
export function fontOf(face: Face): Font {
  const known = parsed.get(face);
  if (known) return known;
  const font = create(readFileSync(fontFile(face)));
  if (!('layout' in font)) throw new Error(`${files[face]} is a collection, not a font`);
  nameGlyphs(font);
  const kept = remembering(font);
  parsed.set(face, kept);
  return kept;
}

/** Width in points of a text. Asked for with its trailing space, a word is shaped as PDFKit will shape it. */
export function widthOf(text: string, face: Face, size: number): number {
  const font = fontOf(face);
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
}

function has(face: Face, character: string): boolean {
  return fontOf(face).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

// What every French text is made of: no look-up needed for these.
const common = /^[\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f\u20ac]*$/;

/**
 * Cuts a text into stretches that one face can draw. PDF/A forbids the 'missing glyph' box,
 * so a sign that no face has becomes a question mark.
 */
export function drawable(text: string, face: Face): { text: string; face: Face }[] {
  if (common.test(text)) return [{ text, face }];
  const stretches: { text: string; face: Face }[] = [];
  for (const character of text) {
    const own = has(face, character);
    const chosen = own || !has('fallback', character) ? face : 'fallback';
    const drawn = own || chosen === 'fallback' ? character : '?';
    const last = stretches.at(-1);
    if (last?.face === chosen) last.text += drawn;
    else stretches.push({ text: drawn, face: chosen });
  }
  return stretches;
}
