// Bundles a script of the tests with the site's code, to run it in a thread or a process of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

/** The path of the bundled script; removed when the test ends. The database driver alone stays a package. */
export async function bundled(script: string): Promise<string> {
  const folder = mkdtempSync(resolve('node_modules', '.orders-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'script.cjs');
  await build({
    entryPoints: [`tests/orders/${script}`],
    outfile,
    alias: { '~': './app', db: './db', catalog: './catalog' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['better-sqlite3'],
    jsx: 'automatic',
    logLevel: 'error',
  });
  return outfile;
}
