// The matrix on paper and in a spreadsheet, and the other views: every figure read back is the consolidation's.
import { expect, test } from 'vitest';
import {
  columnName,
  type NeedsMatrixFacts,
  needsMatrixDocument,
  needsMatrixWorkbook,
} from '~/documents/consolidation/needs-matrix';
import { writePdf } from '~/documents/pdf/write-pdf';
import { writeXlsx } from '~/documents/xlsx/write-xlsx';
import { consolidationChanges } from '~/domain/consolidation/changes';
import { consolidate } from '~/domain/consolidation/consolidate';
import type { LineDecision } from '~/domain/consolidation/decisions';
import { lineKey } from '~/domain/consolidation/line-keys';
import { consolidationMatrix } from '~/domain/consolidation/matrix';
import { askedReferences, linesByFamily } from '~/domain/consolidation/views';
import { day } from '~/domain/shared/day';
import { formatCents, formatCount } from '~/domain/shared/format';
import { unitPrice } from '~/domain/shared/money';
import { aNeed, anAnswer } from '../campaigns/builders';
import { readWorkbookRows } from '../consultations/reading';
import { plain, readPdf } from '../documents/reading';
import { anInput } from './arbitraries';

/** Communes that each ask for a few lines, in a pattern without two equal quantities in a row. */
function someAnswers(communes: number, lines: number) {
  return Array.from({ length: communes }, (_, commune) =>
    anAnswer({
      communeId: `commune-${String(commune).padStart(3, '0')}`,
      communeName: `Commune de Saint-Essai ${commune}`,
      needs: Array.from({ length: lines }, (_, line) =>
        aNeed({
          id: `${commune}-${line}`,
          productId: `product-${line}`,
          category: line % 3 === 0 ? 'interactiveDisplay' : 'tablet',
          label: `Équipement numéro ${line}`,
          quantity: 1 + ((commune * 7 + line * 3) % 41),
          estimatedUnitPriceNet: unitPrice(1_000_000 + line * 12_345),
        }),
      ).filter((_, line) => (commune + line) % 4 !== 0),
    }),
  );
}

function factsOf(communes: number, lines: number): NeedsMatrixFacts {
  const consolidation = consolidate(anInput(someAnswers(communes, lines)));
  return {
    campaignTitle: 'Besoins 2026 des écoles',
    issuer: { name: 'Syndicat', lines: ['Rennes'] },
    madeOn: day('2026-12-20'),
    digest: null,
    lots: consolidation.lots.map((lot) => ({ ...lot, matrix: consolidationMatrix(consolidation, lot.number) })),
    totalNet: consolidation.totalNet,
  };
}

test('every cell of the matrix is in the workbook, with its totals', async () => {
  const facts = factsOf(30, 31);
  const bytes = await writeXlsx(needsMatrixWorkbook(facts));
  for (const { number, matrix } of facts.lots) {
    const quantities = readWorkbookRows(bytes, `Lot ${number} quantités`);
    const amounts = readWorkbookRows(bytes, `Lot ${number} montants HT`);
    for (const row of matrix.rows) {
      const written = quantities.find((cells) => cells[0] === row.name);
      const valued = amounts.find((cells) => cells[0] === row.name);
      row.cells.forEach((cell, index) => {
        expect(written?.[index + 1]).toBe(cell?.quantity);
        expect(valued?.[index + 1]).toBe(cell === null ? undefined : (cell.net ?? 0) / 100);
      });
      expect(written?.[row.cells.length + 1]).toBe(row.net / 100);
    }
    const totals = quantities.find((cells) => cells[0] === 'Total');
    expect(totals?.slice(1, -1)).toEqual(matrix.columns.map(({ quantity }) => quantity));
    expect(amounts.find((cells) => cells[0] === 'Total')?.at(-1)).toBe(matrix.totalNet / 100);
  }
  expect([0, 25, 26, 51, 52].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
});

test('the document holds every commune and every total, on pages that say what they show', async () => {
  const facts = factsOf(40, 31);
  const { text } = await readPdf(await writePdf(needsMatrixDocument(facts)));
  for (const { number, matrix } of facts.lots) {
    const parts = Math.ceil(matrix.columns.length / 12);
    expect(text.match(new RegExp(`Lot ${number}, quantités par commune`, 'g'))).toHaveLength(parts);
    for (const row of matrix.rows) {
      const last = row.cells.slice((parts - 1) * 12).map((cell) => (cell ? formatCount(cell.quantity) : ''));
      expect(text).toContain(plain(`${row.name} ${last.join(' ')} ${formatCents(row.net)}`));
    }
    expect(text).toContain(plain(formatCents(matrix.totalNet)));
  }
  expect(text).toContain(plain(formatCents(facts.totalNet)));
});

const grouped = (keys: readonly string[]): LineDecision => ({
  kind: 'group',
  id: 'g',
  keys,
  label: 'Protection',
  unit: 'unité',
  category: 'tablet',
  productId: null,
  requirement: null,
  sameUnits: false,
});
const sleeve = aNeed({
  id: 's',
  productId: null,
  label: 'Housse',
  quantity: 7,
  estimatedUnitPriceNet: unitPrice(10_000),
});
const shell = aNeed({
  id: 'c',
  productId: null,
  label: 'Coque',
  quantity: 5,
  estimatedUnitPriceNet: unitPrice(10_000),
});

test('families gather lines across lots to the same total, and what was asked stays findable after a group', () => {
  const answers = someAnswers(6, 8);
  const consolidation = consolidate(anInput(answers));
  const families = linesByFamily(consolidation, (category) => (category === 'tablet' ? 'a' : 'b'));
  expect(families.reduce((sum, { net }) => sum + net, 0)).toBe(consolidation.totalNet);
  expect(families.map(({ lots }) => lots).sort()).toEqual([[1], [2]]);
  const decided = consolidate(
    anInput([anAnswer({ needs: [sleeve, shell] })], { decisions: [grouped([lineKey(sleeve), lineKey(shell)])] }),
  );
  const asked = askedReferences(decided);
  expect(asked.map(({ label, quantity, lines }) => [label, quantity, lines.map((line) => line.label)])).toEqual([
    ['Coque', 5, ['Protection']],
    ['Housse', 7, ['Protection']],
  ]);
});

test('a late change says which line and which commune moved, with figures before and after', () => {
  const before = consolidate(
    anInput([
      anAnswer({ needs: [aNeed(), sleeve] }),
      anAnswer({ communeId: 'b', communeName: 'Betton', needs: [aNeed({ id: 'b', quantity: 3 })] }),
    ]),
  );
  const after = consolidate(
    anInput([
      anAnswer({ needs: [aNeed({ quantity: 20 }), shell] }),
      anAnswer({ communeId: 'b', communeName: 'Betton', needs: [aNeed({ id: 'b', quantity: 3 })] }),
    ]),
  );
  const changes = consolidationChanges(before, after);
  expect(
    changes.lines.map(({ kind, label, quantityBefore, quantityAfter }) => [kind, label, quantityBefore, quantityAfter]),
  ).toEqual([
    ['added', 'Coque', 0, 5],
    ['removed', 'Housse', 7, 0],
    ['changed', 'Tablette 10 pouces 64 Go', 15, 23],
  ]);
  expect(changes.lines[2]?.communes).toEqual([
    {
      communeId: 'commune-a',
      name: 'Acigné',
      quantityBefore: 12,
      quantityAfter: 20,
      netBefore: 346_800,
      netAfter: 578_000,
    },
  ]);
  expect(changes.members.map(({ name, netBefore, netAfter }) => [name, netAfter - netBefore])).toEqual([
    ['Acigné', 231_000],
  ]);
  expect(changes.totalAfter - changes.totalBefore).toBe(231_000);
  expect(consolidationChanges(before, before)).toMatchObject({ lines: [], members: [] });
});
