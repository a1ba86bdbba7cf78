// The open data file of contracts, as the national portal takes it.
import type { DecpRecord } from '~/domain/consultations/decp';

/** The records in one JSON file of the DECP 2022 format. */
export function writeDecp(records: readonly DecpRecord[]): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ marches: { marche: records } }, null, 2)}\n`);
}

/** Several such files as one, each record as it was issued. */
export function joinDecp(files: readonly Uint8Array[]): Uint8Array {
  const records = files.flatMap((bytes) => {
    const { marches } = JSON.parse(new TextDecoder().decode(bytes)) as { marches: { marche: DecpRecord[] } };
    return marches.marche;
  });
  return writeDecp(records);
}
