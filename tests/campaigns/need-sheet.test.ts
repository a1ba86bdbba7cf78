// The sheet of needs: what is sent comes back row by row; what is wrong is refused with its reason, the rest is taken.

import { listAnswers } from 'db/campaign-answers';
import { addCampaign } from 'db/campaigns';
import { type Db, write } from 'db/client';
import { listNeedSheets } from 'db/need-sheets';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { SignedIn } from '~/domain/accounts/permissions';
import { decideNeedSheet, type NeedSheetContext, type NeedSheetRow } from '~/domain/campaigns/need-sheet';
import type { Uai } from '~/domain/shared/identifiers';
import { unitPrice } from '~/domain/shared/money';
import { loader as page } from '~/routes/campaigns/need-sheet';
import { action as confirm } from '~/routes/campaigns/need-sheet-confirmation';
import { action as confirmAll } from '~/routes/campaigns/need-sheet-confirmations';
import { loader as download } from '~/routes/campaigns/need-sheet-file';
import { action as upload } from '~/routes/campaigns/need-sheets';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat, testNow } from '../database';
import { aPlatform, cookieOf, send } from '../orders/asking';
import { aCampaign, aNeed } from './builders';

const uai = '0350103X' as Uai;

function aRow(over: Partial<NeedSheetRow> = {}): NeedSheetRow {
  return {
    sheet: 'Besoins',
    row: 7,
    code: 'R-tablet',
    label: 'Tablette',
    category: null,
    unit: null,
    quantity: 3,
    estimatedUnitPriceNet: null,
    school: null,
    reason: 'Renouvellement',
    ...over,
  };
}

const tablet = {
  id: 'tablet',
  category: 'tablet',
  label: 'Tablette',
  unit: 'unité',
  unitPriceNet: unitPrice(2_500_000),
};
const context: NeedSheetContext = {
  campaign: aCampaign(),
  answer: { needs: [aNeed({ id: 'n1', productId: 'other', quantity: 12 })] },
  schools: [{ uai, name: 'École 0' }],
  references: new Map([[tablet.id, tablet]]),
  categories: new Map([['Tablette', 'tablet']]),
};
const decide = (...rows: readonly NeedSheetRow[]) => decideNeedSheet(rows, context, (row) => `new-${row.row}`);
const problemsOf = (row: NeedSheetRow) =>
  decide(row).flatMap((decision) => (decision.kind === 'refused' ? decision.problems.map(({ tag }) => tag) : []));

test('a reference with a quantity is added at the catalogue’s price, and one left blank does nothing', () => {
  expect(decide(aRow({ quantity: null }))).toEqual([]);
  expect(decide(aRow({ school: `${uai} École 0` }))).toMatchObject([
    { kind: 'added', need: { id: 'new-7', productId: 'tablet', quantity: 3, schoolUai: uai, reason: 'renewal' } },
  ]);
});

test('a need of the answer is changed, left or withdrawn by its quantity', () => {
  const row = aRow({ code: 'B-n1', label: aNeed().label, reason: 'Projet pédagogique' });
  expect(decide({ ...row, quantity: 4 })).toMatchObject([
    { kind: 'changed', before: { quantity: 12 }, need: { quantity: 4 } },
  ]);
  expect(decide({ ...row, quantity: 12 })).toMatchObject([{ kind: 'unchanged' }]);
  expect(decide({ ...row, quantity: null })).toMatchObject([{ kind: 'removed', need: { id: 'n1' } }]);
});

test('each thing that is wrong in a row is said, all at once', () => {
  expect(problemsOf(aRow({ quantity: 'unreadable', school: 'Ailleurs', reason: 'Envie' }))).toEqual([
    'quantityUnreadable',
    'schoolUnknown',
    'reasonUnknown',
  ]);
  expect(problemsOf(aRow({ code: 'R-gone' }))).toEqual(['referenceGone']);
  expect(problemsOf(aRow({ code: 'B-gone' }))).toEqual(['needGone']);
  expect(problemsOf(aRow({ code: 'X1' }))).toEqual(['unknownCode']);
  expect(problemsOf(aRow({ label: 'Chariot' }))).toEqual(['otherLabel']);
  expect(problemsOf(aRow({ quantity: 10_001, reason: null }))).toEqual(['quantityOutOfBounds', 'reasonMissing']);
  expect(problemsOf(aRow({ code: null, label: null, category: 'Bus', quantity: null }))).toEqual([
    'labelMissing',
    'categoryUnknown',
    'quantityMissing',
  ]);
});

test('a reference may be asked for several schools, and never twice for one', () => {
  const other = aRow({ row: 9, school: `${uai} École 0` });
  expect(decide(aRow(), other).map(({ kind }) => kind)).toEqual(['added', 'added']);
  expect(decide(aRow(), aRow({ row: 9 }))[1]).toMatchObject({
    kind: 'refused',
    problems: [{ tag: 'codeTwice', firstRow: 7 }],
  });
});

function aSurvey(years: readonly number[] | null = null) {
  const db = aDatabase();
  const syndicat = aSyndicat(db);
  const buyer = aPerson(db, syndicat, 'syndicatBuyer');
  const first = aCommune(db, 0);
  const second = aCommune(db, 1);
  const secretary = aPerson(db, first.communeId, 'secretary');
  const other = aPerson(db, second.communeId, 'secretary');
  const { lotId } = aLot(db);
  aProduct(db, lotId, { id: 'tablet', label: 'Tablette 10 pouces' });
  aProduct(db, lotId, { id: 'laptop', category: 'laptop', label: '=Portable' });
  const { id, title, description, opensOn, closesOn, lots } = aCampaign();
  write(db, (tx) =>
    addCampaign(tx, { id, title, description, opensOn, closesOn, lots, years }, { id: buyer.id, at: testNow }),
  );
  return { db, campaignId: id, buyer, secretary, other, first, second };
}

async function sheetOf(db: Db, person: SignedIn, campaignId: string, query = ''): Promise<ExcelJS.Workbook> {
  const request = new Request(`http://localhost/${query}`, { headers: { Cookie: await cookieOf(db, person) } });
  const context = { platform: aPlatform(db), nonce: '' };
  const answer: Response = await download({ request, params: { id: campaignId }, context } as never);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await answer.arrayBuffer()) as never);
  return workbook;
}

/** Fills the row of a label: quantity, school and reason stand in columns F to H. */
function fill(workbook: ExcelJS.Workbook, label: string, values: readonly (string | number)[], tab = 'Besoins'): void {
  workbook.getWorksheet(tab)?.eachRow((row) => {
    if (row.getCell(3).value === label)
      values.forEach((value, index) => {
        row.getCell(6 + index).value = value;
      });
  });
}

/** Every text of the sheet of needs. */
function headersOf(workbook: ExcelJS.Workbook): string {
  const texts: string[] = [];
  workbook.getWorksheet('Besoins')?.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value))));
  return texts.join(' ');
}

async function sendFiles(
  db: Db,
  person: SignedIn,
  campaignId: string,
  workbooks: readonly ExcelJS.Workbook[],
  fields: Readonly<Record<string, string>> = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ id: crypto.randomUUID(), ...fields })) form.set(name, value);
  for (const [index, workbook] of workbooks.entries()) {
    form.append('file', new File([await workbook.xlsx.writeBuffer()], `besoins-${index}.xlsx`));
  }
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: form,
    headers: { Cookie: await cookieOf(db, person) },
  });
  const answer: unknown = await upload({
    request,
    params: { id: campaignId },
    context: { platform: aPlatform(db), nonce: '' },
  } as never);
  if (answer instanceof Response) return { location: answer.headers.get('Location'), reasons: [] as readonly string[] };
  return { location: null, reasons: (answer as { data: { reasons: readonly string[] } }).data.reasons };
}

async function digestOn(db: Db, person: SignedIn, campaignId: string, sheet: string): Promise<string> {
  const request = new Request('http://localhost/', { headers: { Cookie: await cookieOf(db, person) } });
  const shown = await page({
    request,
    params: { id: campaignId, sheet },
    context: { platform: aPlatform(db), nonce: '' },
  } as never);
  return (shown as { digest: string }).digest;
}

test('a commune fills in its sheet, sees what it changes, and confirms it once', async () => {
  const { db, campaignId, secretary, first } = aSurvey();
  const workbook = await sheetOf(db, secretary, campaignId);
  fill(workbook, 'Tablette 10 pouces', [12, `${first.uai} École 0`, 'Projet pédagogique']);
  fill(workbook, "'=Portable", ['douze', '', 'Autre']);
  const free = workbook.getWorksheet('Autres besoins')?.getRow(7);
  ['', 'Tablette', 'Tablette durcie', 'pièce', 310.5, 2, '', 'Renouvellement'].forEach((value, index) => {
    if (free && value !== '') free.getCell(index + 1).value = value;
  });
  const received = await sendFiles(db, secretary, campaignId, [workbook]);
  const sheet = received.location?.split('/').at(-1) ?? '';
  expect(received.location).toMatch(/^\/campagnes\/campaign-2026\/feuilles\/.+/);
  const digest = await digestOn(db, secretary, campaignId, sheet);
  const params = { id: campaignId, sheet };
  const early = await send(aPlatform(db), secretary, confirm, { digest: 'autre' }, params);
  expect(early.status).toBe(422);
  for (const _ of [1, 2]) await send(aPlatform(db), secretary, confirm, { digest }, params);
  const [answer] = listAnswers(db, campaignId, secretary.scope);
  expect(answer?.state).toBe('draft');
  expect(answer?.needs).toMatchObject([
    { productId: 'tablet', quantity: 12, schoolUai: first.uai, reason: 'project', estimatedUnitPriceNet: 2_500_000 },
    { productId: null, label: 'Tablette durcie', unit: 'pièce', quantity: 2, estimatedUnitPriceNet: 3_105_000 },
  ]);
  expect(listNeedSheets(db, campaignId, secretary.scope)[0]?.outcome).toMatchObject({ added: 2, refused: 1 });
});

test('where years are asked, each row says its own: the same reference for two years is two needs', async () => {
  const { db, campaignId, secretary, first } = aSurvey([2027, 2028]);
  const workbook = await sheetOf(db, secretary, campaignId);
  expect(headersOf(workbook)).toContain('Année');
  fill(workbook, 'Tablette 10 pouces', [12, `${first.uai} École 0`, 'Renouvellement', '2027']);
  fill(workbook, "'=Portable", [4, '', 'Renouvellement', '2031']);
  const free = workbook.getWorksheet('Autres besoins')?.getRow(7);
  ['R-tablet', '', '', '', '', 5, `${first.uai} École 0`, 'Renouvellement', '2028'].forEach((value, index) => {
    if (free && value !== '') free.getCell(index + 1).value = value;
  });
  const received = await sendFiles(db, secretary, campaignId, [workbook]);
  const sheet = received.location?.split('/').at(-1) ?? '';
  const digest = await digestOn(db, secretary, campaignId, sheet);
  await send(aPlatform(db), secretary, confirm, { digest }, { id: campaignId, sheet });
  const [answer] = listAnswers(db, campaignId, secretary.scope);
  expect(answer?.needs.map(({ productId, quantity, year }) => [productId, quantity, year])).toEqual([
    ['tablet', 12, 2027],
    ['tablet', 5, 2028],
  ]);
  expect(listNeedSheets(db, campaignId, secretary.scope)[0]?.outcome).toMatchObject({ added: 2, refused: 1 });
  // Sent again from the answer as it stands, the sheet changes nothing.
  const again = await sendFiles(db, secretary, campaignId, [await sheetOf(db, secretary, campaignId)]);
  const next = again.location?.split('/').at(-1) ?? '';
  const same = await digestOn(db, secretary, campaignId, next);
  expect(
    await send(aPlatform(db), secretary, confirm, { digest: same }, { id: campaignId, sheet: next }),
  ).toMatchObject({
    status: 422,
  });
});

test('a sheet of another commune, of another campaign, or of nobody is refused', async () => {
  const { db, campaignId, buyer, secretary, other } = aSurvey();
  const workbook = await sheetOf(db, secretary, campaignId);
  fill(workbook, 'Tablette 10 pouces', [1, '', 'Autre']);
  expect((await sendFiles(db, other, campaignId, [workbook])).reasons.join()).toContain('autre commune');
  const { description, title, opensOn, closesOn, lots } = aCampaign({ title: 'Autre' });
  const second = { id: 'second', title, description, opensOn, closesOn, lots };
  write(db, (tx) => addCampaign(tx, second, { id: buyer.id, at: testNow }));
  expect((await sendFiles(db, secretary, 'second', [workbook])).reasons.join()).toContain('autre recensement');
  const foreign = new ExcelJS.Workbook();
  foreign.addWorksheet('Feuil1').getCell('A1').value = 'Bonjour';
  expect((await sendFiles(db, secretary, campaignId, [foreign])).reasons.join()).toContain('n’est pas une feuille');
  expect(listNeedSheets(db, campaignId, buyer.scope)).toEqual([]);
});

test('the buyer answers for communes with a reason that is kept, all sheets at once', async () => {
  const { db, campaignId, buyer, secretary, first, second } = aSurvey();
  const sheets = await Promise.all(
    [first, second].map(({ communeId }) => sheetOf(db, buyer, campaignId, `?commune=${communeId}`)),
  );
  for (const workbook of sheets) fill(workbook, 'Tablette 10 pouces', [5, '', 'Renouvellement']);
  expect((await sendFiles(db, buyer, campaignId, sheets)).reasons.join()).toContain('Dites pourquoi');
  await sendFiles(db, buyer, campaignId, sheets, { onBehalfReason: 'Reçues par courriel' });
  const received = listNeedSheets(db, campaignId, buyer.scope);
  expect(received.map(({ communeId }) => communeId).sort()).toEqual([first.communeId, second.communeId]);
  expect(listNeedSheets(db, campaignId, secretary.scope)).toHaveLength(1);
  const form = new URLSearchParams(received.map(({ id }) => ['sheet[]', id]));
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: form,
    headers: { Cookie: await cookieOf(db, buyer) },
  });
  await confirmAll({ request, params: { id: campaignId }, context: { platform: aPlatform(db), nonce: '' } } as never);
  const answers = listAnswers(db, campaignId, buyer.scope);
  expect(answers.map(({ needs, state }) => [state, needs[0]?.quantity])).toEqual([
    ['draft', 5],
    ['draft', 5],
  ]);
});
