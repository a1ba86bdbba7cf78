// Several issued files as one ZIP, with their digests beside them; and the way to date a ZIP by its document alone.
import { createHash } from 'node:crypto';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Day } from '~/domain/shared/day';
import type { IssuedFile } from './blocks';

/** Name of the list of digests inside an archive; `sha256sum -c` reads it. */
export const manifestName = 'empreintes-sha256.txt';

/** Noon of the day by this machine's clock, as a ZIP holds local times without a zone: the same bytes in any zone. */
function zipTime(day: Day): Date {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, dayOfMonth, 12);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
const unsafe = /[\u0000-\u001f\\/:*?"<>|]/g;

/** A name that stays inside the folder it is unpacked in, whatever the system. */
function safeName(name: string): string {
  const safe = name.normalize('NFC').replace(unsafe, '-').replace(/^\.+/, '');
  return safe === '' ? 'document' : safe;
}

/** 'a.pdf', then 'a (2).pdf': no file replaces another. */
function distinctName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) candidate = `${stem} (${count})${extension}`;
  return candidate;
}

/** A ZIP of the files in their order, with the list of their SHA-256 digests. The same files and day give the same bytes. */
export function writeArchive(files: readonly IssuedFile[], day: Day): Uint8Array {
  const taken = new Set([manifestName]);
  const entries: Zippable = {};
  const digests: string[] = [];
  for (const file of files) {
    const name = distinctName(safeName(file.fileName), taken);
    taken.add(name.toLowerCase());
    entries[name] = file.bytes;
    digests.push(`${createHash('sha256').update(file.bytes).digest('hex')}  ${name}\n`);
  }
  entries[manifestName] = new TextEncoder().encode(digests.join(''));
  return zipSync(entries, { mtime: zipTime(day), level: 6 });
}

/**
 * Packs an Office file again with the document's day as its only date, after changing some of its parts.
 * The libraries that write them put the present instant everywhere.
 */
export function repack(bytes: Uint8Array, day: Day, change: (path: string, xml: string) => string): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    if (path.endsWith('/')) continue;
    const isXml = path.endsWith('.xml') || path.endsWith('.rels');
    entries[path] = isXml ? new TextEncoder().encode(change(path, new TextDecoder().decode(content))) : content;
  }
  return zipSync(entries, { mtime: zipTime(day), level: 6 });
}
