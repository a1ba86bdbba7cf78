// The documents of a version, read back: their figures are those of the decision, and formulas give them again.
import { read, utils, type WorkSheet } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { plain, readPdf } from 'tests/documents/reading';
import { expect, test } from 'vitest';
import { applicationFileModel } from '~/documents/grants/application-file';
import { costingWorkbook } from '~/documents/grants/costing';
import { entriesOf } from '~/documents/grants/entries';
import { groupCostingWorkbook, groupFileModel } from '~/documents/grants/group-file';
import { partsOf } from '~/documents/grants/parts';
import { writePdf } from '~/documents/pdf/write-pdf';
import { renderJob } from '~/documents/render-job';
import { writeXlsx } from '~/documents/xlsx/write-xlsx';
import { groupFaultText, groupSummaryOf } from '~/domain/grants/group';
import { differencesBetween } from '~/domain/grants/versions';
import { day } from '~/domain/shared/day';
import { formatCents } from '~/domain/shared/format';
import { sumCents } from '~/domain/shared/money';
import { anApplicationFile, writtenAnswers } from './application-builders';
import { aLine, euros } from './builders';

function wordsOfDocx(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return plain(
    xml
      .replace(/<\/w:p>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&'),
  );
}

async function sheetsOf(workbook: Parameters<typeof writeXlsx>[0]): Promise<readonly WorkSheet[]> {
  const book = read(await writeXlsx(workbook), { type: 'array' });
  return book.SheetNames.map((name) => book.Sheets[name] as WorkSheet);
}

const number = (sheet: WorkSheet | undefined, address: string) => (sheet?.[address] as { v?: unknown })?.v;

/** Works out the few kinds of formula that the costing uses, from the other cells of its sheet. */
function recomputed(sheet: WorkSheet, formula: string): number {
  const at = (address: string) => Number(number(sheet, address) ?? 0);
  const sum = /^SUM\(([A-Z])(\d+):\1(\d+)\)$/.exec(formula);
  if (sum) {
    let total = 0;
    for (let row = Number(sum[2]); row <= Number(sum[3]); row += 1) total += Math.round(at(`${sum[1]}${row}`) * 100);
    return total / 100;
  }
  const goods = /^ROUND\((D\d+)\*(E\d+),2\)\+(F\d+)$/.exec(formula);
  if (goods) return Math.round((at(goods[1] ?? '') * at(goods[2] ?? '') + at(goods[3] ?? '')) * 100) / 100;
  const added = /^(G\d+)\+(H\d+)$/.exec(formula);
  if (added) return Math.round((at(added[1] ?? '') + at(added[2] ?? '')) * 100) / 100;
  const counted = /^IF\((K\d+)="oui",([GI]\d+),0\)$/.exec(formula);
  if (counted) return number(sheet, counted[1] ?? '') === 'oui' ? at(counted[2] ?? '') : 0;
  throw new Error(`No way to work out ${formula}`);
}

test('every formula of the costing gives the value beside it, and the totals are those of the file', async () => {
  const facts = anApplicationFile();
  const [lines, plan] = await sheetsOf(costingWorkbook(facts));
  if (!lines || !plan) throw new Error('The costing lacks a sheet');
  let formulas = 0;
  for (const [address, cell] of Object.entries(lines)) {
    const { f, v } = cell as { f?: string; v?: number };
    if (address.startsWith('!') || f === undefined) continue;
    formulas += 1;
    expect(recomputed(lines, f), `${address} ${f}`).toBe(v);
  }
  expect(formulas).toBe(facts.dossier.lines.length * 4 + 5);
  const rows = utils.sheet_to_json<unknown[]>(lines, { header: 1 });
  const total = rows.find((row) => row[0] === 'Total') ?? [];
  expect([total[6], total[7], total[8], total[12]]).toEqual([
    facts.dossier.amounts.net.cost / 100,
    facts.dossier.vat / 100,
    facts.dossier.amounts.gross.cost / 100,
    facts.dossier.amounts.gross.eligible / 100,
  ]);
  const resources = utils.sheet_to_json<unknown[]>(plan, { header: 1 });
  const own = resources.find((row) => row[0] === 'Part propre de la commune') ?? [];
  expect(own[3]).toBe((facts.dossier.plan?.ownShare ?? 0) / 100);
  const [first = 0] = [resources.findIndex((row) => row[0] === 'Financeur') + 2];
  expect(number(plan, `D${first}`)).toBe((facts.dossier.plan?.grant ?? 0) / 100);
});

test('deliberation and letters name the applicant, the amounts and what is left to complete', async () => {
  const facts = anApplicationFile({
    answers: { ...writtenAnswers, written: { ...writtenAnswers.written, 'pedagogy.indicators': 'Fluence en CE1' } },
  });
  const parts = partsOf(facts);
  expect(parts.map(({ fileName }) => fileName)).toHaveLength(7);
  const words = new Map<string, string>();
  for (const { fileName, job } of parts) {
    if (job.kind === 'docx') words.set(fileName, wordsOfDocx(await renderJob(job)));
  }
  const { plan, amounts } = facts.dossier;
  const deliberation = words.get('4-projet-de-deliberation.docx') ?? '';
  for (const amount of [amounts.net.cost, amounts.gross.cost, plan?.grant, plan?.ownShare]) {
    expect(deliberation).toContain(plain(formatCents(amount ?? euros(0))));
  }
  expect(deliberation).toContain('L. 2121-29');
  expect(deliberation).toContain('autorise le maire');
  expect(words.get('5-engagement-commune.docx')).toContain('Mme Jeanne Exemple (fictive)');
  expect(words.get('6-attestation-non-commencement.docx')).toContain('aucun commencement');
  expect(words.get('8-attestation-centrale-achat.docx')).toContain('seule demandeur');
  const editable = words.get('2-projet-modifiable.docx') ?? '';
  expect(editable).toContain('Fluence en CE1');
  expect(editable).toContain(plain(formatCents(plan?.grant ?? euros(0))));
});

test('an order already issued forbids signing the attestation as it stands', async () => {
  const facts = { ...anApplicationFile(), firstLegalActOn: day('2026-11-02') };
  const attestation = partsOf(facts).find(({ fileName }) => fileName.startsWith('6-'));
  if (attestation?.job.kind !== 'docx') throw new Error('No attestation');
  expect(wordsOfDocx(await renderJob(attestation.job))).toContain('Ne pas signer en l’état');
});

test('two states of a file differ by what was changed, and by nothing else', () => {
  const said = (facts: ReturnType<typeof anApplicationFile>) => entriesOf(applicationFileModel(facts).blocks);
  const before = anApplicationFile();
  const answers = { ...writtenAnswers, written: { ...writtenAnswers.written, 'schedule.startsOn': '2021-02-01' } };
  expect(differencesBetween(said(before), said(anApplicationFile()))).toEqual([]);
  expect(differencesBetween(said(before), said(anApplicationFile({ answers })))).toEqual([
    { part: '6. Calendrier', label: 'Commencement prévu', before: '1er septembre 2020', after: '1er février 2021' },
  ]);
});

function grouped(count: number) {
  const files = Array.from({ length: count }, (_, index) => {
    const line = aLine({
      id: `l${index}`,
      totalNet: euros(3000 + index),
      vat: euros(600),
      totalGross: euros(3600 + index),
    });
    return anApplicationFile({ lines: [line] });
  });
  const summary = groupSummaryOf(
    files.map((file, index) => ({
      fileId: `f${index}`,
      communeId: `c${index % 2}`,
      commune: `Commune ${index % 2}`,
      school: `École ${index}`,
      uai: `035000${index}A`,
      dossier: file.dossier,
    })),
  );
  return { files, summary };
}

test('a grouped file is the sum of its files to the cent, by commune and in all, on paper and in the workbook', async () => {
  const { files, summary } = grouped(3);
  expect(summary.faults).toEqual([]);
  expect(summary.total.net).toBe(sumCents(files.map(({ dossier }) => dossier.amounts.net.cost)));
  expect(summary.total.grant).toBe(sumCents(files.map(({ dossier }) => dossier.plan?.grant ?? euros(0))));
  expect(sumCents(summary.communes.map(({ ownShare }) => ownShare))).toBe(summary.total.ownShare);
  expect(summary.communes.map(({ schools }) => schools)).toEqual([2, 1]);
  const [first] = files;
  if (!first) throw new Error('No file');
  const facts = {
    reference: 'GRP-2026-00001',
    version: 1,
    issuedOn: day('2026-11-23'),
    mention: null,
    title: 'Dossier groupé d’essai',
    scheme: first.scheme,
    issuer: { name: 'Syndicat d’essai', lines: [] },
    severalCommunes: true,
    support: 'Syndicat d’essai',
    summary,
    files,
  };
  const { text } = await readPdf(await writePdf(groupFileModel(facts)));
  expect(text).toContain('il n’est pas demandeur');
  for (const amount of [summary.total.net, summary.total.grant, summary.total.ownShare]) {
    expect(text).toContain(plain(formatCents(amount)));
  }
  const [synthesis] = await sheetsOf(groupCostingWorkbook(facts));
  const rows = utils.sheet_to_json<unknown[]>(synthesis as WorkSheet, { header: 1 });
  const total = rows.find((row) => row[0] === 'Total') ?? [];
  expect([total[3], total[7], total[9]]).toEqual([
    summary.total.net / 100,
    summary.total.grant / 100,
    summary.total.ownShare / 100,
  ]);
});

test('a grouped file names everything that keeps its sums from being presented as one', () => {
  const { files } = grouped(2);
  const net = anApplicationFile({ answers: { ...writtenAnswers, basis: { choice: 'net', reason: 'Essai' } } });
  const of = (dossiers: readonly (typeof net.dossier)[], uais: readonly string[]) =>
    groupSummaryOf(
      dossiers.map((dossier, index) => ({
        fileId: String(index),
        communeId: 'c',
        commune: 'C',
        school: `École ${index}`,
        uai: uais[index] ?? '',
        dossier,
      })),
    ).faults.map(({ kind }) => kind);
  const [one] = files;
  if (!one) throw new Error('No file');
  expect(of([one.dossier], ['a'])).toEqual(['tooFew']);
  expect(of([one.dossier, one.dossier], ['a', 'a'])).toEqual(['sameSchool']);
  expect(of([one.dossier, net.dossier], ['a', 'b'])).toEqual(['basesDiffer']);
  expect(of([one.dossier, { ...one.dossier, plan: null }], ['a', 'b'])).toEqual(['amountUnknown']);
  expect(groupFaultText({ kind: 'basesDiffer', net: ['A'], gross: ['B'] })).toContain('HT pour A ; TTC pour B');
});
