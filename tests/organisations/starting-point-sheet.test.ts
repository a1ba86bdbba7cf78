// Starting points by spreadsheet: what is sent is filled in, what comes back is explained row by row, then written once.
import { read as readBook, utils, write as writeBook } from '@e965/xlsx';
import { write } from 'db/client';
import { declareFacts, listStartingPoint, readStartingPoint } from 'db/organisations';
import * as tables from 'db/schema';
import { read, send } from 'tests/orders/asking';
import { aCentrale, type Centrale } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import type { Uai } from '~/domain/shared/identifiers';
import { loader as sheetPage } from '~/routes/organisations/sheet';
import { action as confirm } from '~/routes/organisations/sheet-confirmation';
import { loader as sheetFile } from '~/routes/organisations/sheet-file';
import { action as receive, loader as sheetsPage } from '~/routes/organisations/sheets';
import { aCommune, aPerson, testNow } from '../database';

const sheetId = '3f0a4d5c-2c1b-4a55-8d63-7b0a1c2d3e4f';
// A second school of the same commune; its key letter holds.
const secondUai = '0350104Y' as Uai;

function twoSchools(): Centrale {
  const centrale = aCentrale();
  write(centrale.db, (tx) =>
    tx
      .insert(tables.schools)
      .values({
        uai: secondUai,
        communeId: centrale.communeId,
        name: 'École des Tilleuls',
        nursery: false,
        elementary: true,
        figuresSource: 'essai',
      })
      .run(),
  );
  return centrale;
}

const header = 'UAI;École;Bornes Wi-Fi;Filtrage de l’accès à internet;Information du conseil d’école sur le Wi-Fi';
const csv = (...rows: readonly string[]) => new TextEncoder().encode([header, ...rows].join('\r\n'));

async function receiveFile(centrale: Centrale, bytes: Uint8Array, name = 'ecoles.csv', id = sheetId) {
  const form = new FormData();
  form.set('sheetId', id);
  form.set('file', new File([bytes.slice()], name));
  return send(centrale.platform, centrale.secretary, receive, form);
}

async function shown(centrale: Centrale, id = sheetId) {
  const page = await read(centrale.platform, centrale.secretary, sheetPage, { id });
  if (typeof page === 'number') throw new Error(`The sheet answers ${page}`);
  return page;
}

const confirmIt = (centrale: Centrale, digest: string, fields: Readonly<Record<string, string>> = {}) =>
  send(centrale.platform, centrale.secretary, confirm, { digest, ...fields }, { id: sheetId });

test('the sheet lists the commune’s schools with what is known, and read back unchanged it changes nothing', async () => {
  const centrale = twoSchools();
  const facts = {
    accessPoints: 3,
    internetFiltering: null,
    councilInformedOfWifiOn: '2026-03-10',
    accessLogging: true,
  };
  write(centrale.db, (tx) => declareFacts(tx, centrale.uai, facts, centrale.secretary.id, testNow));
  aCommune(centrale.db, 1);
  const answer = await read(centrale.platform, centrale.secretary, sheetFile);
  if (typeof answer === 'number') throw new Error('No sheet');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const book = readBook(bytes, { type: 'array', cellText: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const cells = sheet ? utils.sheet_to_csv(sheet) : '';
  expect(cells).toContain(centrale.uai);
  expect(cells).toContain(secondUai);
  expect(cells).not.toContain('0351981N');
  expect(cells).toContain('je ne sais pas');
  await receiveFile(centrale, bytes, 'ecoles.xlsx');
  const page = await shown(centrale);
  expect(page.rows.map(({ uai, changes, problems }) => [uai, changes, problems])).toEqual([
    [centrale.uai, [], []],
    [secondUai, [], []],
  ]);
  expect((await confirmIt(centrale, page.digest)).status).toBe(422);
});

test('each wrong row says why; nothing is written before the confirmation, which leaves them out only when told to', async () => {
  const centrale = twoSchools();
  const elsewhere = aCommune(centrale.db, 1).uai;
  const answer = await receiveFile(
    centrale,
    csv(
      `${centrale.uai};École 0;2;oui;10/03/2026`,
      `${secondUai};;deux;non;`,
      `${elsewhere};;1;;`,
      '0359999D;;1;;',
      'école du bourg;;1;;',
      `${centrale.uai};;5;;`,
      ';Sans identifiant;4;;',
      `${secondUai};;;;31/12/2099`,
    ),
  );
  expect(answer.location).toBe(`/ecoles/etat-des-lieux/${sheetId}`);
  const page = await shown(centrale);
  const problems = page.rows.map((row) => row.problems.join(' '));
  expect(problems[0]).toBe('');
  expect(problems[1]).toContain('«\u00a0deux\u00a0» n’est pas un nombre entier');
  expect(problems[2]).toContain('autre commune');
  expect(problems[3]).toContain('annuaire');
  expect(problems[4]).toContain('n’est pas un UAI');
  expect(problems[5]).toContain('déjà ligne 2');
  expect(problems[6]).toContain('(UAI) manque');
  expect(problems[7]).toContain('déjà ligne 3');
  expect(page.counts).toEqual({ changedAnswers: 3, changedSchools: 1, refusedRows: 7 });
  expect(centrale.db.select().from(tables.startingPoints).all()).toHaveLength(0);
  expect((await confirmIt(centrale, page.digest)).status).toBe(422);
  expect(centrale.db.select().from(tables.startingPoints).all()).toHaveLength(0);
  expect((await confirmIt(centrale, page.digest, { withoutRefused: 'on' })).status).toBe(302);
  expect(readStartingPoint(centrale.db, centrale.uai)).toEqual({
    accessPoints: 2,
    internetFiltering: true,
    councilInformedOfWifiOn: '2026-03-10',
  });
  expect(readStartingPoint(centrale.db, secondUai)).toEqual({});
  const deeds = () => centrale.db.select().from(tables.journal).all().length;
  const before = deeds();
  expect((await confirmIt(centrale, page.digest, { withoutRefused: 'on' })).status).toBe(302);
  expect(deeds()).toBe(before);
});

test('the confirmation is of what was shown: an answer given meanwhile asks to look again', async () => {
  const centrale = twoSchools();
  await receiveFile(centrale, csv(`${centrale.uai};;2;;`));
  const page = await shown(centrale);
  write(centrale.db, (tx) => declareFacts(tx, centrale.uai, { accessPoints: 7 }, centrale.secretary.id, testNow));
  expect((await confirmIt(centrale, page.digest)).status).toBe(422);
  expect(readStartingPoint(centrale.db, centrale.uai)).toEqual({ accessPoints: 7 });
  const again = await shown(centrale);
  expect(again.rows[0]?.changes).toEqual([{ label: 'Bornes Wi-Fi', before: '7', after: '2' }]);
  expect((await confirmIt(centrale, again.digest)).status).toBe(302);
});

test('«\u00a0?\u00a0» is kept as said by someone, and an empty cell takes nothing back', async () => {
  const centrale = twoSchools();
  write(centrale.db, (tx) => declareFacts(tx, centrale.uai, { accessPoints: 7 }, centrale.secretary.id, testNow));
  await receiveFile(centrale, csv(`${centrale.uai};;;?;je ne sais pas`));
  const page = await shown(centrale);
  await confirmIt(centrale, page.digest);
  expect(readStartingPoint(centrale.db, centrale.uai)).toEqual({ accessPoints: 7 });
  expect(listStartingPoint(centrale.db, centrale.uai)['internetFiltering']?.value).toBeNull();
  expect(listStartingPoint(centrale.db, centrale.uai)['councilInformedOfWifiOn']?.value).toBeNull();
});

test('an ODS with its columns moved is read as well; what is no sheet of schools is refused with a reason', async () => {
  const centrale = twoSchools();
  const book = utils.book_new();
  const cells = [
    ['Bornes Wi-Fi', 'Remarque', 'UAI'],
    [4, 'rien', secondUai],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Feuille1');
  const ods = new Uint8Array(writeBook(book, { type: 'array', bookType: 'ods' }));
  expect((await receiveFile(centrale, ods, 'ecoles.ods')).status).toBe(302);
  expect((await shown(centrale)).rows[0]?.changes[0]?.after).toBe('4');
  const other = '5f0a4d5c-2c1b-4a55-8d63-7b0a1c2d3e4f';
  const refusals = [
    await receiveFile(centrale, new TextEncoder().encode('%PDF-1.7'), 'ecoles.xlsx', other),
    await receiveFile(centrale, new TextEncoder().encode('nom;prix\r\na;1'), 'ecoles.csv', other),
    await receiveFile(centrale, csv(), 'ecoles.csv', other),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([422, 422, 422]);
  expect(refusals[1]?.reasons.join()).toContain('UAI');
});

test('another commune does not find the sheet, and the syndicat declares for nobody', async () => {
  const centrale = twoSchools();
  await receiveFile(centrale, csv(`${centrale.uai};;2;;`));
  const other = aPerson(centrale.db, aCommune(centrale.db, 1).communeId, 'secretary');
  expect(await read(centrale.platform, other, sheetPage, { id: sheetId })).toBe(404);
  expect((await send(centrale.platform, other, confirm, {}, { id: sheetId })).status).toBe(404);
  expect(await read(centrale.platform, centrale.buyer, sheetsPage)).toBe(403);
  expect(centrale.db.select().from(tables.startingPoints).all()).toHaveLength(0);
});
