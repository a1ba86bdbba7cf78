// Holds the migrations to the tables: what the schema says, the migrations have made.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { aDatabase } from 'tests/database';
import { expect, onTestFinished, test } from 'vitest';

test('the migrations say all that the schema says', () => {
  // drizzle-kit only understands a folder written from where it runs.
  const folder = relative('.', mkdtempSync(join(tmpdir(), 'preau-migrations-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('db/migrations', folder, { recursive: true });
  const before = readdirSync(folder);
  const kit = join('node_modules', 'drizzle-kit', 'bin.cjs');
  const args = ['generate', '--dialect', 'sqlite', '--schema', './db/schema/index.ts', '--out', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, [kit, ...args], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('No schema changes');
  expect(readdirSync(folder)).toEqual(before);
});

test('a new database passes the checks of SQLite', () => {
  const db = aDatabase();
  expect(db.$client.pragma('foreign_key_check')).toEqual([]);
  expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
});
