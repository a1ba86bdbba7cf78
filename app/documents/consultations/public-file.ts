// The market file as anyone may download it: the pieces meant for candidates, and none of the buyer's own.
import { unzipSync } from 'fflate';
import type { Day } from '~/domain/shared/day';
import { manifestName, writeArchive } from '../archive';
import type { IssuedFile } from '../blocks';

/** Whether each piece of the file is for candidates, by the number its name starts with: none is public unsaid. */
export const pieceIsPublic: Readonly<Record<string, boolean>> = {
  '00': false,
  '01': true,
  '02': true,
  '03': true,
  '04': true,
  '05': true,
  '06': true,
  // What the buyer copies into the notice: it is read there, once published.
  '07': false,
  '08': true,
};

/** The public pieces of a market file as issued, byte for byte. Throws on a piece that nobody has decided about. */
export function publicPieces(archive: Uint8Array): readonly IssuedFile[] {
  return Object.entries(unzipSync(archive))
    .filter(([name]) => name !== manifestName)
    .flatMap(([fileName, bytes]) => {
      const decided = pieceIsPublic[fileName.slice(0, 2)];
      if (decided === undefined) throw new RangeError(`Nobody has said whether ${fileName} is public`);
      return decided ? [{ fileName, mediaType: 'application/octet-stream', bytes }] : [];
    });
}

/** The public market file as one ZIP with its digests; the same version gives the same bytes. */
export function publicArchive(archive: Uint8Array, preparedOn: Day): Uint8Array {
  return writeArchive(publicPieces(archive), preparedOn);
}
