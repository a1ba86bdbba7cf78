// Holds that what pages and documents point to exists.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, listSources, readSource } from './sources';

const packaged = createRequire(import.meta.url);

test('every picture, icon and font that a page names exists', () => {
  const missing = listSources()
    .filter((file) => file.startsWith('app/'))
    .flatMap((file) =>
      [...readSource(file).matchAll(/['"]\/([\w-]+\.(?:svg|png|ico|woff2|webmanifest))['"]/g)].map(([, name]) => ({
        file,
        name,
      })),
    )
    .filter(({ name }) => !existsSync(join('public', name ?? '')));
  expect(missing).toEqual([]);
});

test('every address in a style sheet leads to a file', () => {
  const missing = listFiles()
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) =>
      [...readSource(file).matchAll(/url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)/g)].map(([, url, imported]) => ({
        file,
        to: url ?? imported ?? '',
      })),
    )
    .filter(({ file, to }) => {
      if (to.startsWith('data:')) return false;
      if (to.startsWith('.')) return !existsSync(join(dirname(file), to));
      if (to.startsWith('/')) return !existsSync(join('public', to));
      return packaged.resolve(to) === '';
    });
  expect(missing).toEqual([]);
});

test('every file that a page of the documentation links to exists', () => {
  const missing = listFiles()
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...readSource(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to]) => ({ file, to: to ?? '' })),
    )
    .filter(({ file, to }) => !existsSync(join(dirname(file), to)));
  expect(missing).toEqual([]);
});
