// Reads back the cells of a workbook as another program would.
import { read, utils } from '@e965/xlsx';

/** Rows of the sheet whose name starts so, as plain values. Throws when there is none. */
export function readWorkbookRows(bytes: Uint8Array, sheetPrefix: string): readonly (readonly unknown[])[] {
  const workbook = read(bytes, { type: 'array' });
  const name = workbook.SheetNames.find((one) => one.startsWith(sheetPrefix));
  const sheet = name === undefined ? undefined : workbook.Sheets[name];
  if (!sheet) throw new Error(`No sheet ${sheetPrefix}`);
  return utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
}
