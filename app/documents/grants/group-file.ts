// A grouped application: who asks for what, school by school and commune by commune, then each school's own parts.
import type { GrantScheme } from 'catalog/grants/types';
import type { GroupAmounts, GroupSummary } from '~/domain/grants/group';
import { basisLabels } from '~/domain/grants/plan-wording';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount } from '~/domain/shared/format';
import type { Block, Column, DocumentModel, Text } from '../blocks';
import type { Cell, Workbook } from '../xlsx/workbook';
import { linesSheet, totalRowOf } from './costing';
import type { ApplicationFileFacts } from './facts';
import { checksInAnnex, sectionBlocks } from './sections';

export const groupFileTemplateVersion = 'dossier-groupe-2';

export interface GroupFileFacts {
  readonly reference: string;
  readonly version: number;
  readonly issuedOn: Day;
  readonly mention: string | null;
  readonly title: string;
  readonly scheme: GrantScheme;
  /** The commune, or the syndicat when it carries the files of several: then as support, never as applicant. */
  readonly issuer: { readonly name: string; readonly lines: readonly string[] };
  readonly severalCommunes: boolean;
  readonly support: string;
  readonly summary: GroupSummary;
  readonly files: readonly ApplicationFileFacts[];
}

const right = { align: 'right', width: 1.1 } as const;
const amountColumns: readonly Column[] = [
  { label: 'Coût HT', ...right },
  { label: 'Coût TTC', ...right },
  { label: 'Éligible', ...right },
  { label: 'Aide demandée', ...right },
  { label: 'Autres aides', ...right },
  { label: 'Part propre', ...right },
];

function amountCells({ net, gross, eligible, grant, otherAids, ownShare }: GroupAmounts): Text[] {
  return [net, gross, eligible, grant, otherAids, ownShare].map(formatCents);
}

function summaryBlocks({ summary, severalCommunes }: GroupFileFacts): Block[] {
  const total = ['Total', ...amountCells(summary.total)];
  return [
    { kind: 'heading', level: 1, text: 'Synthèse' },
    {
      kind: 'paragraph',
      text: `Éligible, aide et part propre en ${summary.basis === null ? '?' : basisLabels[summary.basis]}. Chaque total est la somme des dossiers.`,
    },
    {
      kind: 'table',
      caption: 'Par école',
      columns: [{ label: 'École', width: 2.6 }, ...amountColumns],
      rows: summary.rows.map((row): Text[] => [`${row.school}\n${row.commune}, ${row.uai}`, ...amountCells(row)]),
      totals: [total],
    },
    ...(severalCommunes
      ? [
          {
            kind: 'table',
            caption: 'Par commune',
            columns: [{ label: 'Commune', width: 2.6 }, ...amountColumns],
            rows: summary.communes.map((row): Text[] => [
              `${row.commune} (${formatCount(row.schools)})`,
              ...amountCells(row),
            ]),
            totals: [total],
          } as const,
        ]
      : []),
  ];
}

/** The parts of one file, a level lower, each file from a new page. */
function fileBlocks(file: ApplicationFileFacts): Block[] {
  const lowered = sectionBlocks(file).flatMap((block): Block[] => {
    if (block.kind === 'paragraph' && block.text === checksInAnnex) return [];
    return block.kind === 'heading' ? [{ ...block, level: block.level === 1 ? 2 : 3 }] : [block];
  });
  return [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: `${file.school.name} – ${file.applicant.name}` },
    ...lowered,
  ];
}

/** The document's content. Every figure comes from the files. */
export function groupFileModel(facts: GroupFileFacts): DocumentModel {
  const { scheme, severalCommunes, support, summary } = facts;
  const applicants = [...new Set(facts.files.map(({ applicant }) => applicant.name))];
  return {
    title: facts.title,
    subtitle: scheme.name,
    reference: `${facts.reference}, version ${facts.version}`,
    issuer: facts.issuer,
    date: facts.issuedOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    orientation: 'landscape',
    blocks: [
      {
        kind: 'notice',
        tone: 'plain',
        title: severalCommunes ? 'Dossier de plusieurs communes' : 'Dossier de plusieurs écoles',
        text: severalCommunes
          ? `Chaque demandeur délibère et signe pour lui-même, pour ses écoles. ${support} appuie et coordonne : il n’est pas demandeur.`
          : `${applicants.join(', ')} : demande pour ses écoles. ${support} l’appuie et n’est pas demandeur.`,
      },
      {
        kind: 'facts',
        entries: [
          { label: 'Financeur', value: scheme.funder },
          { label: 'Demandeurs', value: applicants.join(', ') },
          { label: 'Écoles', value: formatCount(summary.rows.length) },
          { label: 'Aide demandée en tout', value: formatCents(summary.total.grant) },
        ],
      },
      ...summaryBlocks(facts),
      { kind: 'pageBreak' },
      { kind: 'heading', level: 1, text: 'Sommaire' },
      { kind: 'contents' },
      ...facts.files.flatMap(fileBlocks),
    ],
  };
}

/** The same summary as a spreadsheet: each school's lines on their own sheet, and a first sheet that adds them up. */
export function groupCostingWorkbook(facts: GroupFileFacts): Workbook {
  const { summary } = facts;
  const sheets = facts.files.map((file, index) => linesSheet(file, `École ${index + 1}`));
  const eligible = summary.basis === 'net' ? 'L' : 'M';
  const cost = summary.basis === 'net' ? 'D' : 'F';
  const sum = (column: string, amount: GroupAmounts[keyof GroupAmounts]): Cell => ({
    formula: `SUM(${column}{first}:${column}{last})`,
    value: { amount },
  });
  return {
    title: facts.title,
    issuer: facts.issuer.name,
    reference: `${facts.reference}, version ${facts.version}`,
    date: facts.issuedOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    sheets: [
      {
        name: 'Synthèse',
        heading: [facts.title, facts.scheme.name, `${facts.reference}, version ${facts.version}`],
        columns: [
          { label: 'Commune', width: 26, format: 'text' },
          { label: 'École', width: 38, format: 'text' },
          { label: 'UAI', width: 12, format: 'text' },
          { label: 'Coût HT', width: 14, format: 'amount' },
          { label: 'TVA', width: 13, format: 'amount' },
          { label: 'Coût TTC', width: 14, format: 'amount' },
          { label: 'Éligible', width: 14, format: 'amount' },
          { label: 'Aide demandée', width: 14, format: 'amount' },
          { label: 'Autres aides', width: 14, format: 'amount' },
          { label: 'Part propre', width: 14, format: 'amount' },
        ],
        rows: summary.rows.map((row, index): Cell[] => {
          const lines = sheets[index];
          const from = (column: string, amount: GroupAmounts[keyof GroupAmounts]): Cell =>
            lines ? { formula: `'${lines.name}'!${column}${totalRowOf(lines)}`, value: { amount } } : { amount };
          return [
            { text: row.commune },
            { text: row.school },
            { text: row.uai },
            from('G', row.net),
            from('H', row.vat),
            from('I', row.gross),
            from(eligible, row.eligible),
            { amount: row.grant },
            { amount: row.otherAids },
            { formula: `${cost}{row}-H{row}-I{row}`, value: { amount: row.ownShare } },
          ];
        }),
        totals: [
          [
            { text: 'Total' },
            null,
            null,
            sum('D', summary.total.net),
            sum('E', summary.total.vat),
            sum('F', summary.total.gross),
            sum('G', summary.total.eligible),
            sum('H', summary.total.grant),
            sum('I', summary.total.otherAids),
            sum('J', summary.total.ownShare),
          ],
        ],
      },
      ...sheets,
    ],
  };
}
