// Reads one line of a price schedule: its facts, and each problem with the cell it comes from.
import type { AttributeValue } from '~/domain/products/attribute-values';
import type { LineProblem, LineRefusal, LineWarning, ScheduleLine } from '~/domain/products/schedule-line';
import { formatCents } from '~/domain/shared/format';
import { type BasisPoints, cents, netOf, shareOf, type UnitPrice } from '~/domain/shared/money';
import { readAttribute } from './attribute-cells';
import { readEcoContribution, readPrice, readVatRate, saysNothing } from './price-cells';
import type { RecognisedHeader, ScheduleField } from './price-schedule-columns';
import type { CategoryNaming, PriceScheduleVocabulary } from './price-schedule-vocabulary';
import { type Cell, columnName, type Row, type Sheet } from './spreadsheet';

/** A line, and where its price really stands when its cell is merged. */
export interface Draft {
  readonly line: ScheduleLine;
  readonly priceOrigin: { readonly key: string; readonly column: string; readonly text: string } | null;
}

/** Reads a row under a header. `categoryOf` names a category from a text; `sectionCategory` holds for lines that give none. */
export function readLine(
  sheet: Sheet,
  row: Row,
  header: RecognisedHeader,
  vocabulary: PriceScheduleVocabulary,
  categoryOf: CategoryNaming,
  sectionCategory: string | null,
): Draft {
  const problems: LineProblem[] = [];
  const cellAt = new Map(row.cells.map((cell) => [cell.column, cell]));
  const columnOf = (field: ScheduleField) =>
    header.columns.find(({ meaning }) => meaning.kind === 'field' && meaning.field === field)?.column;
  const cellOf = (field: ScheduleField) => {
    const column = columnOf(field);
    return column === undefined ? undefined : cellAt.get(column);
  };
  const add = (severity: LineProblem['severity'], problem: LineRefusal | LineWarning, column: number | undefined) => {
    const at = { sheet: sheet.name, row: row.number, column: column === undefined ? null : columnName(column) };
    problems.push({ ...problem, severity, at });
  };
  const refuse = (problem: LineRefusal, field?: ScheduleField) => add('refusal', problem, field && columnOf(field));
  const warn = (problem: LineWarning, column?: number) => add('warning', problem, column);
  const textOf = (field: ScheduleField): string | null => {
    const cell = cellOf(field);
    if (!cell || saysNothing(cell.text)) return null;
    if (cell.content.kind === 'error' || cell.content.kind === 'formulaWithoutValue') return null;
    return cell.text.replace(/\s+/g, ' ').trim();
  };

  if (row.hidden) warn({ tag: 'hiddenRow' });
  const manufacturerReference = textOf('manufacturerReference');
  const reference = textOf('reference') ?? manufacturerReference;
  if (reference === null) refuse({ tag: 'missingReference' }, 'reference');
  const label = textOf('label') ?? textOf('description');
  if (label === null) refuse({ tag: 'missingLabel' }, 'label');

  const priceCell = cellOf('unitPriceNet');
  const price = readPrice(priceCell);
  if ('refusal' in price) refuse(price.refusal, 'unitPriceNet');
  else if (priceCell) {
    if (priceCell.computed) warn({ tag: 'computedPrice', cell: priceCell.text }, priceCell.column);
    if (sheet.hiddenColumns.includes(priceCell.column))
      warn({ tag: 'hiddenColumn', cell: priceCell.text }, priceCell.column);
  }
  const vatRate = readVatRate(cellOf('vatRate'), vocabulary.vatRates);
  if (vatRate && 'refusal' in vatRate) refuse(vatRate.refusal, 'vatRate');
  const eco = readEcoContribution(cellOf('ecoContributionNet'));
  if (eco && 'refusal' in eco) refuse(eco.refusal, 'ecoContributionNet');

  const categoryText = textOf('category');
  const categoryFound = categoryText === null ? null : categoryOf(categoryText);
  if (categoryText !== null && categoryFound === null) {
    warn({ tag: 'unknownCategory', cell: categoryText }, columnOf('category'));
  }
  const attributes: Record<string, AttributeValue> = {};
  for (const { column, meaning } of header.columns) {
    const cell = cellAt.get(column);
    if (meaning.kind !== 'attribute' || !cell || saysNothing(cell.text)) continue;
    const definition = vocabulary.attributes.find(({ code }) => code === meaning.code);
    if (!definition) continue;
    const read = readAttribute(cell, definition, meaning.unit);
    if ('value' in read) attributes[definition.code] = read.value;
    else
      warn(
        { tag: 'unreadableAttribute', attribute: definition.label, cell: cell.text, expected: read.expected },
        column,
      );
  }

  const unitPriceNet = 'price' in price ? price.price : null;
  const rate = vatRate && 'rate' in vatRate ? vatRate.rate : null;
  const ecoContributionNet = eco && 'price' in eco ? eco.price : null;
  const grossCell = cellOf('unitPriceGross');
  const expectedGross = grossMismatch(grossCell, unitPriceNet, rate, ecoContributionNet);
  if (grossCell && expectedGross) warn({ tag: 'grossMismatch', cell: grossCell.text, expectedGross }, grossCell.column);

  return {
    priceOrigin: priceCell ? originOf(sheet.name, priceCell) : null,
    line: {
      sheet: sheet.name,
      row: row.number,
      reference,
      manufacturerReference,
      label,
      brand: textOf('brand'),
      model: textOf('model'),
      description: textOf('label') === null ? null : textOf('description'),
      unit: textOf('unit'),
      category: categoryFound ?? sectionCategory,
      unitPriceNet,
      vatRate: rate,
      ecoContributionNet,
      attributes,
      problems,
    },
  };
}

function originOf(sheet: string, cell: Cell): Draft['priceOrigin'] {
  const { row, column } = cell.mergedFrom ?? cell;
  return { key: `${sheet}!${column}:${row}`, column: columnName(column), text: cell.text };
}

/** The gross price expected when the file's own does not match within a cent, eco-contribution included or not. */
function grossMismatch(
  cell: Cell | undefined,
  net: UnitPrice | null,
  vatRate: BasisPoints | null,
  eco: UnitPrice | null,
): string | undefined {
  if (!cell || net === null || vatRate === null) return undefined;
  const reading = readPrice({ ...cell, text: cell.text.replace(/ttc/i, '') });
  if ('refusal' in reading) return undefined;
  const stated = netOf(1, reading.price);
  const grossOf = (price: UnitPrice) => {
    const amount = netOf(1, price);
    return cents(amount + shareOf(amount, vatRate));
  };
  const expected = grossOf(net);
  const withEco = cents(expected + (eco === null ? 0 : grossOf(eco)));
  return Math.abs(stated - expected) <= 1 || Math.abs(stated - withEco) <= 1 ? undefined : formatCents(expected);
}
