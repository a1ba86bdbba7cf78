// The XLSX writer, the only file that knows ExcelJS: figures exact, formulas with their value, locks and print set-up.
import ExcelJS from 'exceljs';
import type { Day } from '~/domain/shared/day';
import { repack } from '../archive';
import { centsDecimal, percentDecimal, unitPriceDecimal } from '../decimals';
import { harmlessText } from '../harmless-text';
import { excelValidation } from './validation';
import type { Cell, CellFormat, CellValue, Formula, Sheet, SheetColumn, Workbook } from './workbook';

const colors = { accent: 'FF17545C', tint: 'FFF0F4F4', open: 'FFFFF8DC', rule: 'FFC8D0D5', muted: 'FF55606A' };
const font = { name: 'Calibri', size: 10.5 };
const thin = { style: 'thin', color: { argb: colors.rule } } as const;
const formats: Record<CellFormat, string> = {
  text: '@',
  count: '#,##0',
  amount: '#,##0.00\u00a0"€"',
  unitPrice: '#,##0.00##\u00a0"€"',
  rate: '0.##\u00a0%',
  day: 'dd/mm/yyyy',
};

interface Rows {
  readonly header: number;
  readonly first: number;
  readonly last: number;
}

function utcMidnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/**
 * The value as ExcelJS takes it. A decimal of at most fifteen digits is written to the file with the very
 * digits it was read from, so no cent is lost on the way through a number.
 */
function written(value: CellValue): string | number | Date {
  if ('text' in value) return harmlessText(value.text);
  if ('count' in value) return value.count;
  if ('amount' in value) return Number(centsDecimal(value.amount));
  if ('unitPrice' in value) return Number(unitPriceDecimal(value.unitPrice));
  if ('rate' in value) return Number(`${percentDecimal(value.rate)}e-2`);
  return utcMidnight(value.day);
}

function formatOf(cell: CellValue | null, column: SheetColumn): CellFormat {
  if (cell === null) return column.format;
  if ('count' in cell) return 'count';
  if ('amount' in cell) return 'amount';
  if ('unitPrice' in cell) return 'unitPrice';
  if ('rate' in cell) return 'rate';
  return 'day' in cell ? 'day' : 'text';
}

function placed(formula: string, row: number, rows: Rows): string {
  const last = Math.max(rows.first, rows.last);
  return formula
    .replaceAll('{row}', String(row))
    .replaceAll('{first}', String(rows.first))
    .replaceAll('{last}', String(last));
}

function isFormula(cell: Cell): cell is Formula {
  return cell !== null && 'formula' in cell;
}

function setCell(target: ExcelJS.Cell, cell: Cell, column: SheetColumn, rows: Rows): void {
  const value = isFormula(cell) ? cell.value : cell;
  const format = formatOf(value, column);
  if (isFormula(cell)) {
    const formula = placed(cell.formula, Number(target.row), rows);
    target.value = cell.value === null ? { formula } : { formula, result: written(cell.value) };
  } else if (cell !== null) {
    target.value = written(cell);
  }
  target.numFmt = value !== null && 'rate' in value && value.rate % 100 === 0 ? '0\u00a0%' : formats[format];
  target.alignment = { vertical: 'top', wrapText: format === 'text', horizontal: format === 'text' ? 'left' : 'right' };
  target.border = { bottom: thin };
  target.protection = { locked: column.open !== true || isFormula(cell) };
}

function setTable(sheet: ExcelJS.Worksheet, model: Sheet, rows: Rows): void {
  model.columns.forEach((column, index) => {
    const head = sheet.getCell(rows.header, index + 1);
    head.value = column.label;
    head.font = { ...font, bold: true, color: { argb: colors.accent } };
    head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colors.tint } };
    head.border = { bottom: { style: 'medium', color: { argb: colors.accent } } };
    const horizontal = column.format === 'text' ? 'left' : 'right';
    head.alignment = { vertical: 'middle', wrapText: true, horizontal };
    sheet.getColumn(index + 1).width = column.width;
  });
  model.rows.forEach((cells, position) => {
    model.columns.forEach((column, index) => {
      const target = sheet.getCell(rows.first + position, index + 1);
      setCell(target, cells[index] ?? null, column, rows);
      target.font = font;
      if (column.open) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colors.open } };
      if (column.validation) target.dataValidation = excelValidation(column.validation);
    });
  });
  (model.totals ?? []).forEach((cells, position) => {
    model.columns.forEach((column, index) => {
      const target = sheet.getCell(rows.last + 1 + position, index + 1);
      setCell(target, cells[index] ?? null, { ...column, open: false }, rows);
      target.font = { ...font, bold: true };
      target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colors.tint } };
    });
  });
}

function setLines(
  sheet: ExcelJS.Worksheet,
  lines: readonly string[],
  from: number,
  columns: number,
  titled: boolean,
): void {
  lines.forEach((text, index) => {
    const cell = sheet.getCell(from + index, 1);
    cell.value = harmlessText(text);
    const title = titled && index === 0;
    cell.font = title ? { ...font, size: 15, bold: true } : { ...font, color: { argb: colors.muted } };
    cell.alignment = { wrapText: !title, vertical: 'top' };
    if (columns > 1) sheet.mergeCells(from + index, 1, from + index, columns);
  });
}

/** The name of a tab: what Excel forbids replaced, 31 characters, unlike the others. */
function tabName(name: string, taken: ReadonlySet<string>): string {
  const clean =
    name
      .replace(/[*?:\\/[\]]/g, '-')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Feuille';
  let candidate = clean.slice(0, 31);
  for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) candidate = `${clean.slice(0, 27)} (${count})`;
  return candidate;
}

async function addSheet(workbook: ExcelJS.Workbook, model: Sheet, whole: Workbook, taken: Set<string>): Promise<void> {
  const header = model.heading.length + (model.heading.length > 0 ? 2 : 1);
  const rows: Rows = { header, first: header + 1, last: header + model.rows.length };
  const name = tabName(model.name, taken);
  taken.add(name.toLowerCase());
  const footer = (text: string) => text.replaceAll('&', '&&');
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: header, xSplit: 0 }],
    pageSetup: {
      paperSize: 9,
      orientation: model.orientation ?? 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${header}:${header}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddFooter: `&L${footer(whole.mention ?? '')}&C${footer(whole.reference)}&Rpage &P / &N`,
    },
  });
  setLines(sheet, model.heading, 1, model.columns.length, true);
  setTable(sheet, model, rows);
  setLines(sheet, model.notes ?? [], rows.last + (model.totals?.length ?? 0) + 2, model.columns.length, false);
  if (model.protected) {
    await sheet.protect('', { formatColumns: true, formatRows: true });
  }
}

/** Row of the first line of a sheet's table, counted from 1, for formulas that look at another sheet. */
export function firstRowOf(sheet: Pick<Sheet, 'heading'>): number {
  return sheet.heading.length + (sheet.heading.length > 0 ? 3 : 2);
}

/** Writes a workbook as XLSX. The same workbook gives the same bytes. */
export async function writeXlsx(model: Workbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const noon = new Date(`${model.date}T12:00:00Z`);
  Object.assign(workbook, {
    title: model.title,
    subject: model.reference,
    creator: model.issuer,
    lastModifiedBy: model.issuer,
  });
  workbook.created = noon;
  workbook.modified = noon;
  // Values are given beside formulas; a program that opens the file works them out again all the same.
  workbook.calcProperties.fullCalcOnLoad = true;
  const taken = new Set<string>();
  for (const sheet of model.sheets) await addSheet(workbook, sheet, model, taken);
  // Packed again below: compressing twice would cost a quarter of the time.
  const stored = { zip: { compression: 'STORE' } } as const;
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer(stored));
  return repack(bytes, model.date, (_, xml) => xml);
}
