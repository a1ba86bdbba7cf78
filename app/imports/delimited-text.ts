// Decodes the text of a CSV file whatever its encoding and separator, into rows of texts.
import { parse } from 'csv-parse/sync';

const separators = [';', '\t', ',', '|'] as const;
export type Separator = (typeof separators)[number];

/**
 * The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 when it is valid UTF-8, else Windows-1252,
 * which Excel still writes for « CSV (séparateur : point-virgule) ».
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** What Windows-1252 puts at 0x80 to 0x9F; Node 20's own decoder reads these bytes as control characters. */
const windowsBeyondLatin = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => windowsBeyondLatin[character.charCodeAt(0) - 0x80] ?? character);
}

/** The separator that splits most lines, and most evenly; a comma between digits is a decimal comma and counts for none. */
export function detectSeparator(text: string): Separator {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, 'x')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200);
  let best: Separator = ';';
  let bestScore = 0;
  for (const separator of separators) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const bare = separator === ',' ? line.replace(/\d,\d/g, '') : line;
      const count = bare.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    // Lines that agree on a number of columns weigh more than a sentence that happens to hold commas.
    const score = Math.max(0, ...[...counts].map(([count, times]) => times * Math.min(count, 8)));
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** Rows of texts of a CSV file; quotes and lines of unequal length are forgiven. Undefined when it cannot be split. */
export function splitDelimitedText(text: string, maximumRows: number): readonly (readonly string[])[] | undefined {
  const withoutHint = text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/i, '');
  const hint = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1];
  const declared = separators.find((separator) => separator === hint);
  try {
    return parse(withoutHint, {
      delimiter: declared ?? detectSeparator(withoutHint),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: maximumRows,
      max_record_size: 200_000,
    });
  } catch {
    return undefined;
  }
}
