// French typography of the texts of a market file.

/** No-break spaces where French typography wants them. */
export function typographic(text: string): string {
  return text
    .replace(/ ([;!?»%€])/g, '\u202f$1')
    .replace(/ :/g, '\u00a0:')
    .replace(/« /g, '«\u202f');
}
