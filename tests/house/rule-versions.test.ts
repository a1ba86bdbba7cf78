// Holds the promise that a published version is never edited: each rule is kept by its digest.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { rules } from 'catalog/frameworks';
import { expect, test } from 'vitest';

const manifest = 'tests/house/rule-versions.json';

/** Keys in order, so that moving a line of a file changes nothing; an end date is the one thing that is added. */
function digestOf(entry: object): string {
  const text = JSON.stringify(entry, (key, value: unknown) => {
    if (key === 'until') return undefined;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const published = rules.map((rule) => [`${rule.id}/${rule.version}`, digestOf(rule)] as const);

const readManifest = (): Readonly<Record<string, string>> => JSON.parse(readFileSync(manifest, 'utf8'));

test('a published version is edited by no one: a change is a new version, a version is never taken away', () => {
  const now = Object.fromEntries(published);
  const edited = Object.entries(readManifest()).filter(([version, digest]) => now[version] !== digest);
  expect(edited.map(([version]) => version)).toEqual([]);
});

test('a new version is recorded the day it is published', () => {
  const known = readManifest();
  const missing = published.filter(([version]) => known[version] === undefined);
  // Only adds: what is recorded stays as it is.
  if (process.env['RECORD_VERSIONS']) {
    const all = { ...Object.fromEntries(missing), ...known };
    const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
    writeFileSync(manifest, `${JSON.stringify(sorted, null, 2)}\n`);
    return;
  }
  expect(missing.map(([version]) => version)).toEqual([]);
});

test('an end date changes no digest, another word does, and no two versions share a name', () => {
  const [rule] = rules;
  if (!rule) throw new Error('There is no rule');
  expect(digestOf({ ...rule, until: '2030-12-31' })).toBe(digestOf(rule));
  expect(digestOf({ ...rule, message: `${rule.message} ` })).not.toBe(digestOf(rule));
  expect(digestOf({ ...rule, enabled: !rule.enabled })).not.toBe(digestOf(rule));
  expect(new Set(published.map(([version]) => version)).size).toBe(published.length);
});
