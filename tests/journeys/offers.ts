// Three candidates of a consultation, what each writes in the workbooks it returns, and the mistakes sown in them.
import ExcelJS from 'exceljs';
import { rowsOfXlsx } from './files';

export interface Candidate {
  readonly name: string;
  readonly siret: string;
  readonly time: string;
  readonly factor: number;
}

const alpha: Candidate = { name: 'Alpha Numérique', siret: '21350001000011', time: '10:00:00', factor: 1 };
const beta: Candidate = { name: 'Bêta Équipement', siret: '21350002800013', time: '11:59:59', factor: 0.97 };
const gamma: Candidate = { name: 'Gamma Réseaux', siret: '21350003600016', time: '09:30:00', factor: 1.02 };
export const candidates = [alpha, beta, gamma] as const;

export interface Line {
  readonly lot: number;
  readonly number: string;
  readonly quantity: number;
}

/** The lines that the published workbooks ask a price for. */
export function linesOf(workbooks: ReadonlyMap<string, Uint8Array>): readonly Line[] {
  return [...workbooks.values()]
    .flatMap((bytes) => rowsOfXlsx(bytes))
    .flatMap((cells): Line[] => {
      const number = String(cells[0] ?? '');
      const quantity = cells[3];
      const lot = /^(\d+)\.\d{3}$/.exec(number)?.[1];
      return lot !== undefined && typeof quantity === 'number' ? [{ lot: Number(lot), number, quantity }] : [];
    });
}

/** Unit price in euros that a candidate writes; an abnormally low one on the second lot of the last candidate. */
export function priceOf({ number, lot }: Line, { factor, name }: Candidate): number {
  const base = { 1: 300, 2: 1900, 3: 240 }[lot] ?? 100;
  const low = name === gamma.name && lot === 2 ? 0.4 : 1;
  return Math.round((base + Number(number.slice(-1)) * 20) * factor * low * 100) / 100;
}

/** The workbook of a lot as a candidate returns it, with the mistakes sown for it. */
export async function returned(
  bytes: Uint8Array,
  lot: number,
  candidate: Candidate,
  repaired = false,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const lines = linesOf(new Map([['', bytes]]));
  workbook.getWorksheet(`BPU lot ${lot}`)?.eachRow((row) => {
    const line = lines.find(({ number }) => number === String(row.getCell(1).value));
    if (!line) return;
    row.getCell(4).value = priceOf(line, candidate);
    row.getCell(5).value = 0.2;
    row.getCell(6).value = 0.5;
    row.getCell(7).value = `${candidate.name} ${line.number}`;
    row.getCell(8).value = 'Neuf';
    row.getCell(9).value = 3;
    row.getCell(10).value = '8,2';
    row.getCell(11).value = 21;
    if (candidate === beta && lot === 1 && line.number === '1.002' && !repaired) row.getCell(4).value = 'inclus';
  });
  if (candidate.name === gamma.name && lot === 1) {
    workbook.getWorksheet('DQE lot 1')?.eachRow((row) => {
      if (row.getCell(1).value === '1.001') row.getCell(4).value = 1;
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Total in cents of a candidate's offer for a lot, computed here from the lines and not by the site. */
export function totalOf(lines: readonly Line[], lot: number, candidate: Candidate): number {
  return lines
    .filter((line) => line.lot === lot)
    .reduce((sum, line) => sum + Math.round(priceOf(line, candidate) * 100) * line.quantity, 0);
}
