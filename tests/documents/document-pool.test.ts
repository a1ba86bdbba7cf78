// The worker threads that make documents, with the worker bundled as the server's build bundles it.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { strToU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentJob, renderJob } from '~/documents/render-job';
import { day } from '~/domain/shared/day';
import { DocumentFailure, type DocumentPool, openDocumentPool } from '~/platform/document-pool';
import { anInvoice, aPurchaseOrder, someLines } from './builders';

const workerFile = resolve('node_modules/.cache/document-pool-test/document-worker.mjs');
let pool: DocumentPool;

beforeAll(async () => {
  mkdirSync(resolve(workerFile, '..'), { recursive: true });
  await build({
    entryPoints: ['app/platform/document-worker.ts'],
    outfile: workerFile,
    alias: { '~': './app' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'warning',
  });
  pool = openDocumentPool({ workerFile });
}, 60_000);

afterAll(() => pool.close());

const jobs: readonly DocumentJob[] = [
  { kind: 'purchaseOrder', facts: aPurchaseOrder({ lines: someLines(5) }) },
  { kind: 'invoice', facts: anInvoice() },
  {
    kind: 'zip',
    day: day('2026-11-23'),
    files: [{ fileName: 'a.pdf', mediaType: 'application/pdf', bytes: strToU8('un') }],
  },
];

test('a thread makes the very bytes that this one makes', async () => {
  const made = await Promise.all(jobs.map((job) => pool.render(job)));
  for (const [index, job] of jobs.entries()) {
    const here = await renderJob(job);
    expect(Buffer.compare(made[index] ?? new Uint8Array(), here)).toBe(0);
  }
  expect(Object.keys(unzipSync(made[2] ?? new Uint8Array()))).toContain('a.pdf');
});

test('a document that cannot be made is refused with its kind and the reason', async () => {
  const sheet = {
    name: 'x',
    heading: [],
    columns: [{ label: 'A', width: 9, format: 'text', validation: { kind: 'oneOf', values: ['a,b'] } }],
    rows: [[null]],
  } as const;
  const workbook = { title: 't', issuer: 'i', reference: 'r', date: day('2026-11-23'), sheets: [sheet] };
  const failure = await pool.render({ kind: 'xlsx', workbook }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DocumentFailure);
  expect(failure).toMatchObject({ kind: 'xlsx', reason: 'error' });
});

test('a document that takes too long is given up, and the next one is made', async () => {
  const hurried = openDocumentPool({ workerFile, timeLimitMs: 5 });
  const failure = await hurried
    .render({ kind: 'purchaseOrder', facts: aPurchaseOrder({ lines: someLines(500) }) })
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ kind: 'purchaseOrder', reason: 'timeLimit' });
  await hurried.close();
  expect((await pool.render({ kind: 'purchaseOrder', facts: aPurchaseOrder() })).byteLength).toBeGreaterThan(10_000);
});
