// Measures what a zip archive (XLSX, ODS) really expands to, before any parser is given it.
import { inflateRawSync } from 'node:zlib';

export interface ArchiveEntry {
  readonly name: string;
  readonly expandedBytes: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endOfDirectoryLength = 22;
const longestComment = 0xffff;
const stored = 0;
const deflated = 8;

function findEndOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endOfDirectoryLength - longestComment);
  for (let offset = view.byteLength - endOfDirectoryLength; offset >= first; offset -= 1) {
    if (view.getUint32(offset, true) === endOfDirectory) return offset;
  }
  return undefined;
}

/**
 * The entries of a zip archive with their real sizes in bytes, obtained by inflating them: a declared size can lie.
 * Answers 'tooLarge' as soon as the total passes `limit`, 'unreadable' when the archive is damaged or of a kind
 * (encrypted, zip64) that no spreadsheet of a reasonable size uses.
 */
export function measureArchive(bytes: Uint8Array, limit: number): readonly ArchiveEntry[] | 'tooLarge' | 'unreadable' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < endOfDirectoryLength) return 'unreadable';
  const end = findEndOfDirectory(view);
  if (end === undefined) return 'unreadable';
  const count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  const entries: ArchiveEntry[] = [];
  let total = 0;
  try {
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(offset, true) !== directoryEntry) return 'unreadable';
      const encrypted = (view.getUint16(offset + 8, true) & 1) === 1;
      const method = view.getUint16(offset + 10, true);
      const packedBytes = view.getUint32(offset + 20, true);
      const nameLength = view.getUint16(offset + 28, true);
      const restLength = view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
      const local = view.getUint32(offset + 42, true);
      if (encrypted || view.getUint32(local, true) !== localEntry) return 'unreadable';
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (start + packedBytes > bytes.byteLength) return 'unreadable';
      const packed = bytes.subarray(start, start + packedBytes);
      const expandedBytes = expandedLength(packed, method, limit - total);
      if (expandedBytes === 'tooLarge' || expandedBytes === 'unreadable') return expandedBytes;
      total += expandedBytes;
      if (total > limit) return 'tooLarge';
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength)),
        expandedBytes,
      });
      offset += 46 + nameLength + restLength;
    }
  } catch (error) {
    // Offsets that point outside the file: DataView refuses them.
    if (error instanceof RangeError) return 'unreadable';
    throw error;
  }
  return entries;
}

function expandedLength(packed: Uint8Array, method: number, room: number): number | 'tooLarge' | 'unreadable' {
  if (method === stored) return packed.byteLength;
  if (method !== deflated) return 'unreadable';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) }).byteLength;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'unreadable';
  }
}
