// Bundles the bench as the server is bundled, and runs it on the built site.
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ownFolders } from './build.mjs';

const file = 'build/bench.mjs';
process.env.NODE_ENV ??= 'production';
await build({
  entryPoints: ['bench/run.ts'],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  plugins: [ownFolders],
  jsx: 'automatic',
  logLevel: 'warning',
});
try {
  await import(pathToFileURL(file).href);
} finally {
  rmSync(file, { force: true });
}
