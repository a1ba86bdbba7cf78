// Text from outside that a spreadsheet must not run.

/**
 * Puts an apostrophe before a text that a spreadsheet would take for a formula: '=', '+', '-', '@',
 * or one of them behind blanks. What is only a number or a date is left as it is.
 */
export function harmlessText(text: string): string {
  if (!/^[\s\u00a0\u202f]*[=+\-@]|^[\t\r]/.test(text)) return text;
  if (/^[+-]?[\d\s\u00a0\u202f]+([.,]\d+)?$/.test(text)) return text;
  return `'${text}`;
}
