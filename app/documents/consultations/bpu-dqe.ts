// The workbook of a lot: unit prices that the candidate fills in (BPU), and the estimate that draws on them (DQE).
import type { Cell, Sheet, Workbook } from '../xlsx/workbook';
import { type DceLot, type DceSubject, lotTitle } from './subject';
import { typographic } from './typography';

/** Names of the two sheets of a lot. */
export function sheetNames(lot: { readonly number: number }): { readonly bpu: string; readonly dqe: string } {
  return { bpu: `BPU lot ${lot.number}`, dqe: `DQE lot ${lot.number}` };
}

/** Headers of the columns, by which a returned workbook is read. */
export const bpuHeaders = {
  number: 'N° prix',
  designation: 'Désignation',
  unit: 'Unité',
  price: 'Prix unitaire HT',
  vatRate: 'Taux de TVA',
  ecoContribution: 'Éco-participation HT',
  model: 'Marque, modèle et référence',
  condition: 'État',
  warranty: 'Garantie (années)',
  repairability: 'Indice de réparabilité ou de durabilité',
  delivery: 'Délai (jours)',
} as const;
export const dqeHeaders = {
  number: 'N° prix',
  quantity: 'Quantité estimative',
  price: 'Prix unitaire HT',
  net: 'Montant HT',
} as const;
export const dqeTotal = 'Total';

function headings(subject: DceSubject, lot: DceLot, title: string): string[] {
  return [
    `${title} – ${lotTitle(lot)}`,
    typographic(`Consultation ${subject.reference} : ${subject.object}`),
    `Acheteur : ${subject.issuer.name}`,
    `Version ${subject.version} du dossier`,
  ];
}

const priceBounds = { kind: 'decimal', minimum: 0, maximum: 1_000_000 } as const;

function bpuSheet(subject: DceSubject, lot: DceLot): Sheet {
  return {
    name: sheetNames(lot).bpu,
    heading: headings(subject, lot, 'Bordereau des prix unitaires'),
    columns: [
      { label: bpuHeaders.number, width: 10, format: 'text' },
      { label: bpuHeaders.designation, width: 48, format: 'text' },
      { label: bpuHeaders.unit, width: 10, format: 'text' },
      { label: bpuHeaders.price, width: 14, format: 'unitPrice', open: true, validation: priceBounds },
      {
        label: bpuHeaders.vatRate,
        width: 10,
        format: 'rate',
        open: true,
        validation: { kind: 'decimal', minimum: 0, maximum: 1 },
      },
      { label: bpuHeaders.ecoContribution, width: 14, format: 'unitPrice', open: true, validation: priceBounds },
      { label: bpuHeaders.model, width: 28, format: 'text', open: true },
      {
        label: bpuHeaders.condition,
        width: 14,
        format: 'text',
        open: true,
        validation: { kind: 'oneOf', values: ['Neuf', 'Reconditionné', 'Réemploi'] },
      },
      {
        label: bpuHeaders.warranty,
        width: 10,
        format: 'count',
        open: true,
        validation: { kind: 'wholeNumber', minimum: 0, maximum: 20 },
      },
      { label: bpuHeaders.repairability, width: 14, format: 'text', open: true },
      {
        label: bpuHeaders.delivery,
        width: 10,
        format: 'count',
        open: true,
        validation: { kind: 'wholeNumber', minimum: 0, maximum: 365 },
      },
    ],
    rows: lot.lines.map((line): Cell[] => [
      { text: line.number },
      { text: line.designation },
      { text: line.unit },
      ...Array<Cell>(8).fill(null),
    ]),
    notes: [
      'Toutes les cellules teintées sont à remplir par le candidat ; les autres sont verrouillées. Un bordereau incomplet ou modifié rend l’offre irrégulière.',
      'Le prix unitaire comprend la livraison dans la salle et la garantie ; l’éco-participation est indiquée à part et n’est jamais remisée.',
      'Sans indice publié pour le produit, écrire « sans objet ».',
    ].map(typographic),
    protected: true,
    orientation: 'landscape',
  };
}

function dqeSheet(subject: DceSubject, lot: DceLot): Sheet {
  const { bpu, dqe } = sheetNames(lot);
  // Looked up by number, not by row: a row that moved must not bring the price of another line.
  const price = `INDEX('${bpu}'!$D:$D,MATCH(A{row},'${bpu}'!$A:$A,0))`;
  return {
    name: dqe,
    heading: headings(subject, lot, 'Détail quantitatif estimatif (non contractuel)'),
    columns: [
      { label: dqeHeaders.number, width: 10, format: 'text' },
      { label: bpuHeaders.designation, width: 48, format: 'text' },
      { label: bpuHeaders.unit, width: 10, format: 'text' },
      { label: dqeHeaders.quantity, width: 12, format: 'count' },
      { label: dqeHeaders.price, width: 14, format: 'unitPrice' },
      { label: dqeHeaders.net, width: 16, format: 'amount' },
    ],
    rows: lot.lines.map((line): Cell[] => [
      { text: line.number },
      { text: line.designation },
      { text: line.unit },
      { count: line.quantity },
      { formula: `IF(ISNUMBER(${price}),${price},"")`, value: null },
      { formula: 'IF(ISNUMBER(E{row}),ROUND(D{row}*E{row},2),"")', value: null },
    ]),
    totals: [
      [
        { text: dqeTotal },
        null,
        null,
        { formula: 'SUM(D{first}:D{last})', value: { count: lot.lines.reduce((sum, line) => sum + line.quantity, 0) } },
        null,
        { formula: 'SUM(F{first}:F{last})', value: null },
      ],
      [
        { text: 'Lignes sans prix' },
        null,
        null,
        { formula: 'ROWS(E{first}:E{last})-COUNT(E{first}:E{last})', value: { count: lot.lines.length } },
        null,
        null,
      ],
    ],
    notes: [
      'Les quantités sont celles recensées auprès des communes membres ; elles servent à comparer les offres et n’engagent pas les acheteurs.',
      'Les prix viennent du bordereau : rien n’est à saisir dans cette feuille.',
    ].map(typographic),
    protected: true,
    orientation: 'landscape',
  };
}

/** The BPU and the DQE of a lot in one workbook, as the DQE draws its prices from the BPU. */
export function bpuDqeWorkbook(subject: DceSubject, lot: DceLot): Workbook {
  return {
    title: `BPU et DQE, ${lotTitle(lot)}`,
    issuer: subject.issuer.name,
    reference: `${subject.reference} · version ${subject.version}`,
    date: subject.preparedOn,
    ...(subject.mention === undefined ? {} : { mention: subject.mention }),
    sheets: [bpuSheet(subject, lot), dqeSheet(subject, lot)],
  };
}
