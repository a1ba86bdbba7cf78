// Every editable document that the site issues opens in LibreOffice and says the same: market acts, conventions, grants.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { write } from 'db/client';
import { addConvention } from 'db/conventions';
import { readDocumentBytes } from 'db/records';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { needSheetWorkbook } from '~/documents/campaigns/need-sheet';
import { needsMatrixWorkbook } from '~/documents/consolidation/needs-matrix';
import { partsOf } from '~/documents/grants/parts';
import { renderJob } from '~/documents/render-job';
import { writeXlsx } from '~/documents/xlsx/write-xlsx';
import { consolidate } from '~/domain/consolidation/consolidate';
import { consolidationMatrix } from '~/domain/consolidation/matrix';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { action as amend } from '~/routes/consultations/amendments';
import { action as issueNote } from '~/routes/consultations/choice-note';
import { action as issueNotification } from '~/routes/consultations/contract-letter';
import { action as decideOffer } from '~/routes/consultations/offer-step';
import { action as present } from '~/routes/consultations/presentation';
import { action as renew } from '~/routes/consultations/renewals';
import { action as joinConvention } from '~/routes/organisations/convention-members';
import { action as issueConvention } from '~/routes/organisations/convention-text';
import { aCampaign, aNeed, anAnswer } from '../campaigns/builders';
import { aNotifiedContract } from '../consultations/awarding';
import { aCommune } from '../database';
import { anApplicationFile, writtenAnswers } from '../grants/application-builders';
import { send } from '../orders/asking';
import { someTerms } from '../organisations/builders';
import { converted as convertedBy, expectSameText, office } from './libreoffice';

const done = { status: 302 };

/** The kinds that routes store as DOCX, read from their own source: a new one must be issued below. */
function kindsStoredAsBoth(): ReadonlySet<string> {
  const routes = readdirSync('app/routes', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  return new Set(
    routes.flatMap((name) => {
      const source = readFileSync(join('app/routes', name), 'utf8');
      const calls = [...source.matchAll(/storeBoth\(tx,[^}]*?kind: '(\w+)'/g)];
      return calls.map(([, kind]) => kind ?? '');
    }),
  );
}

test.skipIf(!office)(
  'LibreOffice opens every act of a procedure and of a contract, and says all its paragraphs',
  async () => {
    const { db, id, buyer, platform, contractId, deposits } = await aNotifiedContract();
    const on = platform('2027-01-26T09:00');
    const contract = { id: contractId };
    const answers = { priorExchanges: 'Aucun échange.', conflicts: 'Aucun conflit.', more: 'Dossier archivé.' };
    const asked = {
      id: crypto.randomUUID(),
      deposit: deposits.beta,
      kind: 'clarificationAsked',
      text: 'Précisez la garantie.',
      deadline: '2027-02-05',
    };
    const amendment = {
      id: crypto.randomUUID(),
      kind: 'clause',
      object: 'Le délai de livraison est porté à 35 jours.',
      reason: 'Clause de réexamen du CCAP.',
      caoOpinionOn: '',
    };
    const renewal = { id: crypto.randomUUID(), number: '1', outcome: 'renewed', reason: '' };
    expect(await send(on, buyer, issueNote, {}, { id })).toMatchObject(done);
    expect(await send(on, buyer, present, answers, { id })).toMatchObject(done);
    expect(await send(on, buyer, decideOffer, asked, { id, lot: '1' })).toMatchObject(done);
    expect(await send(on, buyer, issueNotification, {}, contract)).toMatchObject(done);
    expect(await send(on, buyer, renew, renewal, contract)).toMatchObject(done);
    const found = db.select().from(tables.contracts).where(eq(tables.contracts.id, contractId)).get();
    const maximum = { maximumNet: ((found?.maximumNet ?? cents(0)) / 100).toFixed(2), endsOn: found?.endsOn ?? '' };
    expect(await send(on, buyer, amend, { ...amendment, ...maximum }, contract)).toMatchObject(done);
    const conventionId = crypto.randomUUID();
    write(db, (tx) =>
      addConvention(
        tx,
        { id: conventionId, reference: 'GC-2027-01', terms: someTerms({ startsOn: day('2026-11-01') }) },
        { id: buyer.id, at: '2026-11-23T09:00:00.000Z' },
      ),
    );
    const { communeId } = aCommune(db, 2);
    await send(on, buyer, joinConvention, { communeId, joinedOn: '2026-11-01' }, { id: conventionId });
    expect(await send(on, buyer, issueConvention, {}, { id: conventionId })).toMatchObject(done);

    const stored = db
      .select()
      .from(tables.documents)
      .all()
      .filter(({ fileName }) => fileName.endsWith('.docx'));
    const kinds = new Set<string>(stored.map(({ kind }) => kind));
    expect(kindsStoredAsBoth().size).toBeGreaterThan(8);
    expect([...kindsStoredAsBoth()].filter((kind) => !kinds.has(kind))).toEqual([]);
    expectSameText(
      new Map(
        stored.map(({ id: documentId, kind }, index) => [
          `${index}-${kind}.docx`,
          new Uint8Array(readDocumentBytes(db, documentId)),
        ]),
      ),
      3,
    );
  },
  120_000,
);

test.skipIf(!office)(
  'LibreOffice opens every letter and form of a grant file, and says all its paragraphs',
  async () => {
    const parts = partsOf(anApplicationFile({ answers: writtenAnswers }));
    const files = new Map<string, Uint8Array>();
    for (const { fileName, job } of parts) if (job.kind === 'docx') files.set(fileName, await renderJob(job));
    expect(files.size).toBeGreaterThan(4);
    expectSameText(files, 5);
  },
  60_000,
);

/** Every filled cell of a workbook, sheet by sheet; a formula stands as its value. */
function cellsOf(bytes: Uint8Array): ReadonlyMap<string, readonly (string | number | boolean)[]> {
  const book = read(bytes, { type: 'array' });
  return new Map(
    book.SheetNames.map((name) => {
      const sheet = book.Sheets[name];
      const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true }) : [];
      const cells = rows.flat().filter((cell) => cell !== null && cell !== undefined && cell !== '');
      return [
        name,
        cells.map((cell) => (typeof cell === 'number' ? Math.round(cell * 10_000) / 10_000 : String(cell))),
      ];
    }),
  );
}

test.skipIf(!office)(
  'LibreOffice opens the workbooks, keeps every cell and computes every sum as Préau does',
  async () => {
    const needs = [
      aNeed({ id: 'a', quantity: 12, year: 2027 }),
      aNeed({ id: 'b', quantity: 5, year: 2028, schoolUai: null }),
    ];
    const consolidation = consolidate({
      campaign: aCampaign(),
      invited: [{ communeId: 'commune-a', name: 'Acigné' }],
      answers: [anAnswer({ communeId: 'commune-a', communeName: 'Acigné', needs })],
    });
    const lots = consolidation.lots
      .filter(({ lines }) => lines.length > 0)
      .map(({ number, title, lines }) => ({
        number,
        title,
        lines,
        matrix: consolidationMatrix(consolidation, number),
      }));
    const issuer = { name: 'Syndicat', lines: [] };
    const head = { campaignTitle: 'Besoins 2027', madeOn: day('2026-11-23') };
    const matrix = needsMatrixWorkbook({ ...head, issuer, digest: null, lots, totalNet: consolidation.totalNet });
    const sheet = needSheetWorkbook({
      ...head,
      issuer: 'Syndicat',
      identity: { campaignId: 'c', communeId: 'commune-a', version: '1' },
      closesOn: day('2026-12-18'),
      communeName: 'Acigné',
      needs,
      references: [],
      schools: [],
      proposed: [],
      years: [2027, 2028],
      categories: new Map([['tablet', 'Tablette']]),
    });
    const files = new Map([
      ['matrice.xlsx', await writeXlsx(matrix)],
      ['feuille.xlsx', await writeXlsx(sheet)],
    ]);
    for (const { fileName, job } of partsOf(anApplicationFile({ answers: writtenAnswers })))
      if (job.kind === 'xlsx') files.set(fileName, await renderJob(job));
    expect(files.size).toBeGreaterThan(2);
    const converted = convertedBy(files, 'xlsx');
    for (const [name, bytes] of files) {
      const own = cellsOf(bytes);
      const theirs = cellsOf(converted.get(name) ?? new Uint8Array());
      expect([...theirs.keys()], name).toEqual([...own.keys()]);
      for (const [sheetName, cells] of own) expect(theirs.get(sheetName), `${name} ${sheetName}`).toEqual(cells);
    }
  },
  60_000,
);
