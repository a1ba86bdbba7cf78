// Bundles what Remix does not build: the server and the document worker. Packages stay in node_modules.
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** Writes build/server.js, build/site.js and build/document-worker.js. Rejects when the source has an error. */
export async function buildServer() {
  await build({
    entryPoints: { site: 'app/platform/server.ts', 'document-worker': 'app/platform/document-worker.ts' },
    outdir: 'build',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    plugins: [ownFolders],
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  });
  // Packages read NODE_ENV when they are imported, and a module's imports run before its first line.
  writeFileSync('build/server.js', "process.env.NODE_ENV ??= 'production';\nawait import('./site.js');\n");
}

/** Reads the rules of catalog/frameworks as data; one French sentence for each mistake, none when all is sound. */
export async function ruleFaults() {
  const { outputFiles } = await build({
    entryPoints: ['app/routes/checks/soundness.server.ts'],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [ownFolders],
    logLevel: 'warning',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { shippedFaultSentences } = await import(`data:text/javascript;base64,${source}`);
  return shippedFaultSentences();
}

/** The aliases of tsconfig.json are bundled; esbuild alone would take them for packages. */
export const ownFolders = {
  name: 'own-folders',
  setup(bundler) {
    bundler.onResolve({ filter: /^(~|catalog|db)\// }, ({ path, kind }) =>
      bundler.resolve(`./${path.replace(/^~/, 'app')}`, { kind, resolveDir: process.cwd() }),
    );
  },
};
