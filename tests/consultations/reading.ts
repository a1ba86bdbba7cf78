// Reads back the cells of a workbook as another program would.

import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';

/** Rows of the sheet whose name starts so, as plain values. Throws when there is none. */
export function readWorkbookRows(bytes: Uint8Array, sheetPrefix: string): readonly (readonly unknown[])[] {
  const workbook = read(bytes, { type: 'array' });
  const name = workbook.SheetNames.find((one) => one.startsWith(sheetPrefix));
  const sheet = name === undefined ? undefined : workbook.Sheets[name];
  if (!sheet) throw new Error(`No sheet ${sheetPrefix}`);
  return utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
}

/** The text of a DOCX, tags removed. */
export function readDocx(bytes: Uint8Array): string {
  const xml = unzipSync(bytes)['word/document.xml'];
  if (!xml) throw new Error('No document in this DOCX');
  return strFromU8(xml).replace(/<[^>]+>/g, '');
}
