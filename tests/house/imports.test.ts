// Holds the table of who may import whom: a folder is a permission.
import { expect, test } from 'vitest';
import { type Import, importsOf, listSources } from './sources';

const imports = listSources()
  .filter((file) => /^(app|catalog|db)\//.test(file))
  .flatMap(importsOf);

function said(offences: readonly Import[]): readonly string[] {
  return offences.map(({ from, to, typeOnly }) => `${from} imports ${typeOnly ? 'types of ' : ''}${to}`);
}

function from(folder: string): readonly Import[] {
  return imports.filter((one) => one.from.startsWith(folder));
}

/** Imports of a folder that none of the patterns allows. */
function strangers(folder: string, ...allowed: readonly RegExp[]): readonly string[] {
  return said(from(folder).filter(({ to }) => !allowed.some((pattern) => pattern.test(to))));
}

test('the catalogue of texts imports nothing but itself', () => {
  expect(strangers('catalog/', /^catalog\//)).toEqual([]);
});

test('decisions import decisions, types of the catalogue, and exact arithmetic', () => {
  expect(strangers('app/domain/', /^app\/domain\//, /^catalog\//, /^big\.js$/)).toEqual([]);
  expect(said(from('app/domain/').filter(({ to, typeOnly }) => to.startsWith('catalog/') && !typeOnly))).toEqual([]);
});

// A room may import what stands left of it: in the same group no order is promised.
const knowledge: readonly (readonly string[])[] = [
  ['shared'],
  ['organisations'],
  ['records'],
  ['products'],
  ['accords-cadres'],
  ['checks'],
  ['orders'],
  ['equipment', 'campaigns'],
  ['consolidation'],
  ['consultations'],
  ['finance', 'grants', 'accounts'],
];

function rankOf(path: string): number {
  const room = path.split('/')[2] ?? '';
  return knowledge.findIndex((rooms) => rooms.includes(room));
}

test('every room of the decisions has its place in the order of knowledge', () => {
  const rooms = new Set(from('app/domain/').map((one) => one.from.split('/')[2]));
  expect([...rooms].filter((room) => !knowledge.flat().includes(room ?? ''))).toEqual([]);
});

test('a room knows only the rooms that stand before it', () => {
  const offences = from('app/domain/').filter(
    (one) =>
      one.to.startsWith('app/domain/') &&
      one.from.split('/')[2] !== one.to.split('/')[2] &&
      rankOf(one.to) >= rankOf(one.from),
  );
  expect(said(offences)).toEqual([]);
});

test('stores import Drizzle, SQLite, decisions and the catalogue', () => {
  expect(
    strangers(
      'db/',
      /^db\//,
      /^app\/domain\//,
      /^catalog\//,
      /^drizzle-orm/,
      /^better-sqlite3$/,
      /^node:(crypto|fs|path)$/,
    ),
  ).toEqual([]);
});

test('what comes in and what goes out knows neither the database nor the web', () => {
  const allowed = [/^app\/domain\//, /^catalog\//, /^node:/];
  const formats = [/^@e965\/xlsx$/, /^csv-parse\/sync$/, /^fflate$/, /^exceljs$/, /^docx/, /^pdfkit$/, /^fontkit$/];
  const writers = [/^csv-stringify\/sync$/, /^@react-pdf\/renderer$/, /^react$/, /^@cantoo\/pdf-lib$/, /^diff$/];
  expect(strangers('app/imports/', /^app\/imports\//, ...allowed, ...formats)).toEqual([]);
  expect(strangers('app/documents/', /^app\/documents\//, ...allowed, ...formats, ...writers)).toEqual([]);
});

test('components import React, accessible widgets, decisions, and one another', () => {
  expect(
    strangers('app/ui/', /^app\/ui\//, /^app\/domain\//, /^react$/, /^react-aria-components$/, /^@remix-run\/react$/),
  ).toEqual([]);
});

test('routes ask stores, imports and documents; they know no library behind them', () => {
  const web = [/^@remix-run\/(node|react|route-config)$/, /^react$/, /^node:crypto$/];
  const house = [/^app\//, /^catalog\//, /^db\//];
  const onServer = [/^zod$/, /^@mjackson\/form-data-parser$/];
  expect(strangers('app/routes/', ...house, ...web, ...onServer)).toEqual([]);
  const schemas = from('app/routes/').filter(({ to }) => to === 'db/schema' || to.startsWith('db/schema/'));
  expect(said(schemas.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
});

test('only files of the server know zod, so that it never reaches a browser', () => {
  expect(said(imports.filter((one) => one.to === 'zod' && !one.from.endsWith('.server.ts')))).toEqual([]);
});

test('the platform shows nothing and answers no address', () => {
  expect(said(from('app/platform/').filter(({ to }) => /^app\/(ui|routes)/.test(to)))).toEqual([]);
});

test('each library stands behind one folder or one file', () => {
  const homes: Readonly<Record<string, RegExp>> = {
    'better-sqlite3': /^db\//,
    'drizzle-orm': /^db\//,
    pdfkit: /^app\/documents\/pdf\//,
    fontkit: /^app\/documents\/pdf\//,
    exceljs: /^app\/documents\/xlsx\//,
    docx: /^app\/documents\/docx\//,
    '@e965/xlsx': /^app\/imports\/spreadsheet\.ts$/,
    'csv-parse': /^app\/imports\/delimited-text\.ts$/,
    diff: /^app\/documents\/text-difference\.ts$/,
    'csv-stringify': /^app\/documents\/csv\.ts$/,
    express: /^app\/platform\/http\.ts$/,
    pino: /^app\/platform\/log\.ts$/,
    piscina: /^app\/platform\/document-/,
    '@node-rs/argon2': /^app\/platform\/passwords\.ts$/,
  };
  const offences = imports.filter((one) => {
    const home = Object.entries(homes).find(([name]) => one.to === name || one.to.startsWith(`${name}/`))?.[1];
    return home !== undefined && !home.test(one.from);
  });
  expect(said(offences)).toEqual([]);
});
