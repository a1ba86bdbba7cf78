// Sheets of needs of 260 communes, 40 lines each: read back whole, against the bare opening of their archives.
import { unzipSync } from 'fflate';
import {
  type NeedSheetFacts,
  needSheetHeaders,
  needSheetNames,
  needSheetWorkbook,
  needSheetYearHeader,
} from '~/documents/campaigns/need-sheet';
import { writeXlsx } from '~/documents/xlsx/write-xlsx';
import type { Need } from '~/domain/campaigns/campaigns';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { readNeedSheet } from '~/imports/need-sheet';
import { measure, sayRatio } from './measure';

const sheetCount = 260;
const lineCount = 40;

function factsOf(commune: number): NeedSheetFacts {
  const needs = Array.from({ length: lineCount }, (_, line) => ({
    id: `${commune}-${line}`,
    schoolUai: null,
    productId: null,
    category: 'tablet',
    label: `Tablette de 10 pouces, modèle ${line}`,
    unit: 'unité',
    quantity: 1 + ((commune + line) % 30),
    estimatedUnitPriceNet: unitPrice(2_500_000 + line * 10_000),
    reason: 'renewal' as const,
    comment: null,
  })) satisfies readonly Partial<Need>[];
  return {
    issuer: 'Syndicat',
    identity: { campaignId: 'bench', communeId: `commune-${commune}`, version: '1' },
    campaignTitle: 'Besoins',
    closesOn: day('2026-12-31'),
    communeName: `Commune ${commune}`,
    madeOn: day('2026-11-23'),
    needs: needs as readonly Need[],
    references: [],
    schools: [],
    proposed: [],
    years: [],
    categories: new Map([['tablet', 'Tablette']]),
  };
}

export async function benchNeedSheets(): Promise<void> {
  console.log('\nFeuilles de besoins');
  const files: Uint8Array[] = [];
  for (let commune = 0; commune < sheetCount; commune += 1)
    files.push(await writeXlsx(needSheetWorkbook(factsOf(commune))));
  const vocabulary = { headers: needSheetHeaders, yearHeader: needSheetYearHeader, tabs: needSheetNames };
  const whole = files.filter((bytes) => {
    const reading = readNeedSheet(bytes, vocabulary);
    return reading.read && reading.rows.filter(({ quantity }) => quantity !== null).length === lineCount;
  });
  console.log(`  ${whole.length} feuilles sur ${sheetCount} relues avec leurs ${lineCount} lignes`);
  const bare = await measure('ouverture nue des archives', 3, () => {
    for (const bytes of files) unzipSync(bytes);
  });
  const read = await measure(`lecture de ${sheetCount} feuilles de ${lineCount} lignes`, 3, () => {
    for (const bytes of files) readNeedSheet(bytes, vocabulary);
  });
  sayRatio(bare, read);
}
