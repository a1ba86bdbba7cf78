// Breaks text into lines: at spaces, after hyphens between letters, and inside a word only when it is wider than its column.
import type { Text } from '../blocks';
import { drawable, type Face, widthOf } from './fonts';

export interface TextStyle {
  readonly size: number;
  readonly color: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface Fragment {
  readonly text: string;
  readonly face: Face;
  readonly x: number;
  readonly width: number;
  readonly link?: string;
}

export interface Line {
  readonly fragments: readonly Fragment[];
  readonly width: number;
}

interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly link: string | undefined;
}

interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** What follows it on the same line: a space, or nothing after a hyphen. */
  readonly spaced: boolean;
}

/** The words of one paragraph, or a forced end of line. */
type Token = Word | 'newLine';

function faceOf(bold: boolean, italic: boolean): Face {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** French punctuation stays with its word even where the text has a plain space; control characters go. */
export function tidied(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u00ad\u200b\ufeff]/g, '')
      .replace(/ (?=[:;!?»€%])/g, '\u00a0')
      .replace(/« /g, '«\u00a0')
  );
}

/** Width of a piece, its trailing space included. */
function pieceWidth(piece: Piece, spaced: boolean, size: number): number {
  return widthOf(spaced ? `${piece.text} ` : piece.text, piece.face, size);
}

/** A word measures without the space that follows it, which may end the line. */
function wordOf(pieces: readonly Piece[], size: number, spaced: boolean): Word {
  let width = 0;
  pieces.forEach((piece, index) => {
    const endsSpaced = spaced && index === pieces.length - 1;
    width += pieceWidth(piece, endsSpaced, size) - (endsSpaced ? widthOf(' ', piece.face, size) : 0);
  });
  return { pieces, width, spaced };
}

// A cell is measured for the widths of its table in two formats, then drawn; many cells say the same.
const remembered = new WeakMap<TextStyle, Map<string, readonly Token[]>>();
const textsKept = 2_000;

function tokensOf(text: Text, style: TextStyle): readonly Token[] {
  if (typeof text !== 'string') return cutIntoTokens(text, style);
  const known = remembered.get(style) ?? new Map<string, readonly Token[]>();
  const found = known.get(text);
  if (found) return found;
  const tokens = cutIntoTokens(text, style);
  if (known.size >= textsKept) known.clear();
  remembered.set(style, known.set(text, tokens));
  return tokens;
}

function cutIntoTokens(text: Text, style: TextStyle): Token[] {
  const tokens: Token[] = [];
  let open: Piece[] = [];
  const close = (spaced: boolean) => {
    if (open.length > 0) tokens.push(wordOf(open, style.size, spaced));
    open = [];
  };
  for (const run of typeof text === 'string' ? [text] : text) {
    const plain = typeof run === 'string';
    const face = faceOf(style.bold || (!plain && run.bold === true), style.italic || (!plain && run.italic === true));
    const link = plain ? undefined : run.link;
    for (const part of tidied(plain ? run : run.text).split(/( +|\n|(?<=\p{L}{2}-)(?=\p{L}{2}))/u)) {
      if (part === '\n') {
        close(false);
        tokens.push('newLine');
      } else if (part.startsWith(' ')) {
        if (open.length === 0 && tokens.length > 0) {
          const last = tokens.at(-1);
          if (last !== undefined && last !== 'newLine')
            tokens[tokens.length - 1] = wordOf(last.pieces, style.size, true);
        }
        close(true);
      } else if (part === '') {
        // The empty separator of a hyphen: a place to break.
        if (open.at(-1)?.text.endsWith('-')) close(false);
      } else {
        for (const stretch of drawable(part, face)) open.push({ ...stretch, link });
      }
    }
  }
  close(false);
  return tokens;
}

/** Cuts a word wider than the column, after a sign where it can, else between two characters. */
function cut(word: Word, width: number, size: number): Word[] {
  const parts: Word[] = [];
  let taken: Piece[] = [];
  let used = 0;
  for (const piece of word.pieces) {
    let text = '';
    for (const character of piece.text) {
      const next = widthOf(text + character, piece.face, size);
      if (used + next > width && (text !== '' || taken.length > 0)) {
        const sign = Math.max(
          text.lastIndexOf('/'),
          text.lastIndexOf('_'),
          text.lastIndexOf('-'),
          text.lastIndexOf('.'),
          text.lastIndexOf('@'),
        );
        const kept = sign > text.length / 2 ? text.slice(0, sign + 1) : text;
        if (kept !== '') taken.push({ ...piece, text: kept });
        parts.push(wordOf(taken, size, false));
        taken = [];
        used = 0;
        text = text.slice(kept.length) + character;
      } else {
        text += character;
      }
    }
    if (text !== '') {
      taken.push({ ...piece, text });
      used += widthOf(text, piece.face, size);
    }
  }
  if (taken.length > 0) parts.push(wordOf(taken, size, word.spaced));
  return parts;
}

function lineOf(words: readonly Word[], size: number): Line {
  const fragments: Fragment[] = [];
  let x = 0;
  words.forEach((word, index) => {
    word.pieces.forEach((piece, position) => {
      const spaced = position === word.pieces.length - 1 && word.spaced && index < words.length - 1;
      const space = spaced ? ' ' : '';
      const width = pieceWidth(piece, spaced, size);
      const last = fragments.at(-1);
      if (last && last.face === piece.face && last.link === piece.link) {
        fragments[fragments.length - 1] = { ...last, text: last.text + piece.text + space, width: last.width + width };
      } else {
        const link = piece.link === undefined ? {} : { link: piece.link };
        fragments.push({ text: piece.text + space, face: piece.face, x, width, ...link });
      }
      x += width;
    });
  });
  return { fragments, width: x };
}

/** The lines of a text in a column; an empty text is one empty line. */
export function linesOf(text: Text, style: TextStyle, width: number): Line[] {
  const lines: Line[] = [];
  const space = widthOf(' ', 'regular', style.size);
  let words: Word[] = [];
  let used = 0;
  const end = () => {
    lines.push(lineOf(words, style.size));
    words = [];
    used = 0;
  };
  for (const token of tokensOf(text, style)) {
    if (token === 'newLine') {
      end();
      continue;
    }
    if (words.length > 0 && used + token.width > width) end();
    const parts = token.width > width ? cut(token, width, style.size) : [token];
    parts.forEach((part, index) => {
      if (index > 0) end();
      words.push(part);
      used += part.width + (part.spaced ? space : 0);
    });
  }
  if (words.length > 0 || lines.length === 0) end();
  return lines;
}

/** Width of the widest word, which a column must have so that no word is cut. */
export function widestWord(text: Text, style: TextStyle): number {
  let widest = 0;
  for (const token of tokensOf(text, style)) if (token !== 'newLine') widest = Math.max(widest, token.width);
  return widest;
}

/** Width of a text set on one line. */
export function widthOnOneLine(text: Text, style: TextStyle): number {
  return linesOf(text, style, Number.POSITIVE_INFINITY).reduce((widest, line) => Math.max(widest, line.width), 0);
}
