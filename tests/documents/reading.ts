// Reads issued files back, by programs that did not write them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: readonly string[];
  /** All pages, any blank written as one plain space. */
  readonly text: string;
  readonly attachments: Readonly<Record<string, Uint8Array>>;
}

/** Any blank, the no-break ones included, as one plain space. */
export function plain(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ');
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(
      plain(content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')),
    );
  }
  const attached: Record<string, { content: Uint8Array }> = (await document.getAttachments()) ?? {};
  const attachments = Object.fromEntries(Object.entries(attached).map(([name, file]) => [name, file.content]));
  await task.destroy();
  return { pages, text: plain(pages.join(' ')), attachments };
}

/** Whether a program answers on this machine; when it does not, the test that wants it says so. */
export function installed(program: string, versionFlag = '--version'): boolean {
  const found = spawnSync(program, [versionFlag]).error === undefined;
  if (!found) console.warn(`NOT CHECKED: ${program} is not installed (Debian: poppler-utils, qpdf, libxml2-utils)`);
  return found;
}

/** What a program prints about a file. */
export function inspect(
  program: string,
  before: readonly string[],
  bytes: Uint8Array,
  after: readonly string[] = [],
): { status: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'document-'));
  try {
    const file = join(folder, 'document');
    writeFileSync(file, bytes);
    const run = spawnSync(program, [...before, file, ...after], { encoding: 'utf8' });
    return { status: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
