// The matrix of communes by lines as a workbook and as a document: every figure of the page, on paper too.
import type { ConsolidatedLine } from '~/domain/consolidation/consolidation';
import type { Matrix } from '~/domain/consolidation/matrix';
import { yearsOfLine } from '~/domain/consolidation/years';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatUnitPrice } from '~/domain/shared/format';
import { type Cents, sumCents } from '~/domain/shared/money';
import type { Block, Column, DocumentModel } from '../blocks';
import type { Cell, Sheet, Workbook } from '../xlsx/workbook';

export interface NeedsMatrixFacts {
  readonly campaignTitle: string;
  readonly issuer: { readonly name: string; readonly lines: readonly string[] };
  readonly madeOn: Day;
  readonly mention?: string;
  /** SHA-256 of the frozen needs; null while answers may still change. */
  readonly digest: string | null;
  readonly lots: readonly {
    readonly number: number;
    readonly title: string;
    readonly lines: readonly ConsolidatedLine[];
    readonly matrix: Matrix;
  }[];
  readonly totalNet: Cents;
}

function state({ digest }: NeedsMatrixFacts): string {
  return digest === null
    ? 'Besoins non figés : les réponses peuvent encore changer.'
    : `Besoins figés, empreinte SHA-256 ${digest}`;
}

/** 'A', 'Z', 'AA': the name of a column from its rank, the first being 0. */
export function columnName(rank: number): string {
  const letter = String.fromCharCode(65 + (rank % 26));
  return rank < 26 ? letter : columnName(Math.floor(rank / 26) - 1) + letter;
}

type Lot = NeedsMatrixFacts['lots'][number];

function lineSheet(facts: NeedsMatrixFacts): Sheet {
  const rows = facts.lots.flatMap(({ number, lines }) =>
    lines.map((line): Cell[] => [
      { count: number },
      { text: line.number },
      { text: line.label },
      { text: line.unit },
      { count: line.quantity },
      line.estimatedUnitPriceNet === null ? null : { unitPrice: line.estimatedUnitPriceNet },
      line.net === null ? null : { amount: line.net },
      { count: line.shares.length },
    ]),
  );
  const total: Cell[] = [{ text: 'Total' }, null, null, null, null, null];
  const sum: Cell = { formula: 'SUM(G{first}:G{last})', value: { amount: facts.totalNet } };
  return {
    name: 'Lignes',
    heading: [`Besoins consolidés – ${facts.campaignTitle}`, state(facts)],
    columns: [
      { label: 'Lot', width: 6, format: 'count' },
      { label: 'N°', width: 9, format: 'text' },
      { label: 'Besoin', width: 52, format: 'text' },
      { label: 'Unité', width: 18, format: 'text' },
      { label: 'Quantité', width: 11, format: 'count' },
      { label: 'Prix unitaire HT estimé', width: 15, format: 'unitPrice' },
      { label: 'Montant HT', width: 16, format: 'amount' },
      { label: 'Communes', width: 11, format: 'count' },
    ],
    rows,
    totals: [[...total, sum, null]],
    orientation: 'landscape',
  };
}

function matrixSheet(facts: NeedsMatrixFacts, { number, title, matrix }: Lot, of: 'quantity' | 'net'): Sheet {
  const format = of === 'quantity' ? 'count' : 'amount';
  const cell = (quantity: number, net: Cents | null): Cell => {
    if (of === 'quantity') return { count: quantity };
    return net === null ? null : { amount: net };
  };
  const sum = (rank: number, value: Cell): Cell => {
    const known = value !== null && !('formula' in value) ? value : null;
    return { formula: `SUM(${columnName(rank)}{first}:${columnName(rank)}{last})`, value: known };
  };
  const lines = matrix.columns;
  return {
    name: of === 'quantity' ? `Lot ${number} quantités` : `Lot ${number} montants HT`,
    heading: [
      `Lot ${number} : ${title}, ${of === 'quantity' ? 'quantités' : 'montants HT'} par commune et par ligne`,
      facts.campaignTitle,
      state(facts),
    ],
    columns: [
      { label: 'Commune', width: 30, format: 'text' },
      ...lines.map((line) => ({ label: `${line.number} ${line.label}`, width: 15, format }) as const),
      { label: 'Montant HT', width: 16, format: 'amount' },
    ],
    rows: matrix.rows.map((row): Cell[] => [
      { text: row.name },
      ...row.cells.map((one) => (one === null ? null : cell(one.quantity, one.net))),
      { amount: row.net },
    ]),
    totals: [
      [
        { text: 'Total' },
        ...lines.map((line, index) => sum(index + 1, cell(line.quantity, line.net))),
        sum(lines.length + 1, { amount: matrix.totalNet }),
      ],
    ],
    orientation: 'landscape',
  };
}

/** Quantities and amounts of each line by budget year; no sheet where the campaign asks none. */
function yearSheets(facts: NeedsMatrixFacts): Sheet[] {
  const lines = facts.lots.flatMap((lot) => lot.lines.map((line) => ({ line, parts: yearsOfLine(line) })));
  const years = [...new Set(lines.flatMap(({ parts }) => parts.map(({ year }) => year)))].sort((a, b) => a - b);
  if (years.length === 0) return [];
  const rows = lines.map(({ line, parts }): Cell[] => [
    { text: line.number },
    { text: line.label },
    ...years.flatMap((year): Cell[] => {
      const part = parts.find((one) => one.year === year);
      return [{ count: part?.quantity ?? 0 }, part?.net == null ? null : { amount: part.net }];
    }),
  ]);
  const sums = years.map((year) =>
    sumCents(lines.flatMap(({ parts }) => parts.filter((part) => part.year === year).flatMap(({ net }) => net ?? []))),
  );
  const totalOf = (index: number, net: Cents): Cell[] => {
    const column = columnName(3 + index * 2);
    return [null, { formula: `SUM(${column}{first}:${column}{last})`, value: { amount: net } }];
  };
  return [
    {
      name: 'Par année',
      heading: [`Besoins par année – ${facts.campaignTitle}`, state(facts)],
      columns: [
        { label: 'N°', width: 9, format: 'text' },
        { label: 'Besoin', width: 52, format: 'text' },
        ...years.flatMap(
          (year) =>
            [
              { label: `${year}, quantité`, width: 12, format: 'count' },
              { label: `${year}, montant HT`, width: 16, format: 'amount' },
            ] as const,
        ),
      ],
      rows,
      totals: [[{ text: 'Total' }, null, ...sums.flatMap((net, index) => totalOf(index, net))]],
      orientation: 'landscape',
    },
  ];
}

/** The workbook: the lines, then for each lot the quantities and the amounts by commune. */
export function needsMatrixWorkbook(facts: NeedsMatrixFacts): Workbook {
  return {
    title: `Besoins consolidés, ${facts.campaignTitle}`,
    issuer: facts.issuer.name,
    reference: facts.campaignTitle,
    date: facts.madeOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    sheets: [
      lineSheet(facts),
      ...yearSheets(facts),
      ...facts.lots.flatMap((lot) => [matrixSheet(facts, lot, 'quantity'), matrixSheet(facts, lot, 'net')]),
    ],
  };
}

/** Lines that stand side by side on a landscape page and stay readable. */
const linesAbreast = 12;

function linesTable({ number, lines, matrix }: Lot): Block {
  const right = { align: 'right' } as const;
  return {
    kind: 'table',
    caption: `Lignes du lot ${number}`,
    columns: [
      { label: 'N°', width: 1 },
      { label: 'Besoin', width: 7 },
      { label: 'Unité', width: 2 },
      { label: 'Quantité', width: 1.4, ...right },
      { label: 'Prix unitaire HT estimé', width: 2, ...right },
      { label: 'Montant HT', width: 2.2, ...right },
      { label: 'Communes', width: 1.4, ...right },
    ],
    rows: lines.map((line) => [
      line.number,
      line.label,
      line.unit,
      formatCount(line.quantity),
      line.estimatedUnitPriceNet === null ? 'inconnu' : formatUnitPrice(line.estimatedUnitPriceNet),
      line.net === null ? 'inconnu' : formatCents(line.net),
      formatCount(line.shares.length),
    ]),
    totals: [['', 'Total', '', '', '', formatCents(matrix.totalNet), formatCount(matrix.rows.length)]],
  };
}

function matrixTables({ number, matrix }: Lot): Block[] {
  const count = Math.ceil(matrix.columns.length / linesAbreast);
  return Array.from({ length: count }, (_, part): Block[] => {
    const from = part * linesAbreast;
    const shown = matrix.columns.slice(from, from + linesAbreast);
    const last = part === count - 1;
    const columns: Column[] = [
      { label: 'Commune', width: 4 },
      ...shown.map((line) => ({ label: line.number, align: 'right' as const, width: 1 })),
      ...(last ? [{ label: 'Montant HT', align: 'right' as const, width: 2 }] : []),
    ];
    const rows = matrix.rows
      .filter((row) => last || row.cells.slice(from, from + linesAbreast).some((cell) => cell !== null))
      .map((row) => [
        row.name,
        ...row.cells.slice(from, from + linesAbreast).map((cell) => (cell ? formatCount(cell.quantity) : '')),
        ...(last ? [formatCents(row.net)] : []),
      ]);
    const totals = [
      ['Total', ...shown.map((line) => formatCount(line.quantity)), ...(last ? [formatCents(matrix.totalNet)] : [])],
    ];
    const caption = `Lot ${number}, quantités par commune, lignes ${shown[0]?.number} à ${shown.at(-1)?.number}`;
    return [{ kind: 'pageBreak' }, { kind: 'table', caption, columns, rows, totals }];
  }).flat();
}

/** The landscape document: for each lot its lines, then its communes by at most twelve lines at a time. */
export function needsMatrixDocument(facts: NeedsMatrixFacts): DocumentModel {
  return {
    title: 'Besoins consolidés',
    subtitle: facts.campaignTitle,
    reference: `Besoins consolidés – ${facts.campaignTitle}`,
    issuer: facts.issuer,
    date: facts.madeOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    orientation: 'landscape',
    blocks: [
      { kind: 'paragraph', text: state(facts) },
      {
        kind: 'paragraph',
        text: 'Le montant de chaque commune est en dernière colonne de chaque lot ; une commune sans besoin sur les lignes d’un tableau n’y figure pas.',
      },
      ...facts.lots.flatMap((lot, index): Block[] => [
        ...(index === 0 ? [] : [{ kind: 'pageBreak' } as const]),
        { kind: 'heading', level: 1, text: `Lot ${lot.number} : ${lot.title}` },
        linesTable(lot),
        ...matrixTables(lot),
      ]),
      { kind: 'summary', entries: [{ label: 'Total HT', value: formatCents(facts.totalNet), strong: true }] },
    ],
  };
}
