// LibreOffice as another reader of our files: converts them all in one call, beside what their own bytes say.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { installed, plain } from './reading';

/** Whether LibreOffice is on this machine. */
export const office = installed('soffice');

/** The files as LibreOffice converts them, by name; all in one call. */
export function converted(files: ReadonlyMap<string, Uint8Array>, format: string): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const inputs = [...files].map(([name, bytes]) => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      return file;
    });
    const out = join(folder, 'out');
    const own = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const run = spawnSync('soffice', [own, '--headless', '--convert-to', format, '--outdir', out, ...inputs], {
      encoding: 'utf8',
    });
    expect(run.stderr).not.toContain('Error');
    return new Map(readdirSync(out).map((name) => [name, new Uint8Array(readFileSync(join(out, name)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text of each paragraph of a DOCX that says something. */
export function paragraphsOf(bytes: Uint8Array): readonly string[] {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  return (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [])
    .filter((paragraph) => !paragraph.includes('w:fldChar'))
    .map((paragraph) =>
      plain(
        [...paragraph.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:br\/>/g)]
          .map(([run]) => (run === '<w:br/>' ? ' ' : run.replace(/<[^>]+>/g, '')))
          .join('')
          .replaceAll('&amp;', '&')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&apos;', "'")
          .replaceAll('&quot;', '"'),
      ),
    )
    .filter((text) => text !== '');
}

/** Holds the text that LibreOffice makes of each DOCX against its own paragraphs; more than `least` in each. */
export function expectSameText(files: ReadonlyMap<string, Uint8Array>, least: number): void {
  const texts = converted(files, 'txt:Text (encoded):UTF8');
  expect(texts.size).toBe(files.size);
  for (const [name, bytes] of files) {
    const said = plain(new TextDecoder().decode(texts.get(name.replace('.docx', '.txt'))));
    const paragraphs = paragraphsOf(bytes);
    expect(paragraphs.length, name).toBeGreaterThan(least);
    expect(
      paragraphs.filter((text) => !said.includes(text)),
      name,
    ).toEqual([]);
  }
}
