// Several issued files as one ZIP, with their digests beside them; and the way to date a ZIP by its document alone.
import { createHash } from 'node:crypto';
import { unzipSync, Zip, ZipPassThrough, type Zippable, zipSync } from 'fflate';
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
  const contents = archiveContents();
  const entries: Zippable = {};
  for (const file of files) entries[contents.add(file)] = file.bytes;
  entries[manifestName] = contents.manifest();
  return zipSync(entries, { mtime: zipTime(day), level: 6 });
}

/** The names given in an archive, each once, and the list of digests that goes with them. */
function archiveContents() {
  const taken = new Set([manifestName]);
  const digests: string[] = [];
  return {
    add({ fileName, bytes }: IssuedFile): string {
      const name = distinctName(safeName(fileName), taken);
      taken.add(name.toLowerCase());
      digests.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
      return name;
    },
    manifest: () => new TextEncoder().encode(digests.join('')),
  };
}

/**
 * The same as it is made, file after file, for those that take long to write: the download starts at once. The files
 * are stored as they are, being compressed already. A file that fails ends the download in error.
 */
export function streamArchive(files: AsyncIterator<IssuedFile>, day: Day): ReadableStream<Uint8Array> {
  const contents = archiveContents();
  let zip: Zip;
  const store = (name: string, bytes: Uint8Array) => {
    const entry = new ZipPassThrough(name);
    entry.mtime = zipTime(day);
    zip.add(entry);
    entry.push(bytes, true);
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, final) => {
        if (error) return controller.error(error);
        if (chunk.byteLength > 0) controller.enqueue(chunk);
        if (final) controller.close();
      });
    },
    async pull() {
      const next = await files.next();
      if (!next.done) return store(contents.add(next.value), next.value.bytes);
      store(manifestName, contents.manifest());
      zip.end();
    },
  });
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
