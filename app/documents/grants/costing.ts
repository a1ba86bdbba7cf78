// The costing of an application as a spreadsheet: lines, shares and plan, with formulas that recompute every total.
import { bodyWordsOf } from '~/domain/grants/applicant-wording';
import { basisLabels, funderLabels, resourceStateLabels } from '~/domain/grants/plan-wording';
import { lineAnswerLabels } from '~/domain/grants/wording';
import { type BasisPoints, cents, netOf } from '~/domain/shared/money';
import type { Cell, Sheet, Workbook } from '../xlsx/workbook';
import { firstRowOf } from '../xlsx/write-xlsx';
import type { ApplicationFileFacts } from './facts';

export const costingTemplateVersion = 'chiffrage-subvention-1';

const linesName = 'Équipements';

/** The lines of one file; its total stands under the last of them. */
export function linesSheet(facts: ApplicationFileFacts, name: string = linesName): Sheet {
  const { dossier } = facts;
  const rows = dossier.lines.map(({ line, answer, counted }): Cell[] => {
    const goods = netOf(line.quantity, line.unitPriceNet);
    return [
      { text: line.label },
      { text: line.reference },
      { text: line.categoryLabel },
      { count: line.quantity },
      { unitPrice: line.unitPriceNet },
      { amount: cents(line.totalNet - goods) },
      { formula: 'ROUND(D{row}*E{row},2)+F{row}', value: { amount: line.totalNet } },
      { amount: line.vat },
      { formula: 'G{row}+H{row}', value: { amount: line.totalGross } },
      { text: lineAnswerLabels[answer] },
      { text: counted ? 'oui' : 'non' },
      { formula: 'IF(K{row}="oui",G{row},0)', value: { amount: counted ? line.totalNet : cents(0) } },
      { formula: 'IF(K{row}="oui",I{row},0)', value: { amount: counted ? line.totalGross : cents(0) } },
    ];
  });
  const sum = (column: string, amount: number): Cell => ({
    formula: `SUM(${column}{first}:${column}{last})`,
    value: { amount: cents(amount) },
  });
  return {
    name,
    heading: [
      `Chiffrage – ${facts.scheme.shortName}`,
      `${facts.applicant.name}, ${facts.school.name} (UAI ${facts.school.uai})`,
      `${facts.reference}, version ${facts.version}`,
    ],
    columns: [
      { label: 'Désignation', width: 40, format: 'text' },
      { label: 'Référence', width: 14, format: 'text' },
      { label: 'Catégorie', width: 22, format: 'text' },
      { label: 'Quantité', width: 9, format: 'count' },
      { label: 'PU HT', width: 12, format: 'unitPrice' },
      { label: 'Éco-participation HT', width: 13, format: 'amount' },
      { label: 'Total HT', width: 13, format: 'amount' },
      { label: 'TVA', width: 12, format: 'amount' },
      { label: 'Total TTC', width: 13, format: 'amount' },
      { label: 'Éligible selon l’appel', width: 14, format: 'text' },
      { label: 'Compté', width: 8, format: 'text' },
      { label: 'Éligible HT', width: 13, format: 'amount' },
      { label: 'Éligible TTC', width: 13, format: 'amount' },
    ],
    rows,
    totals: [
      [
        { text: 'Total' },
        null,
        null,
        null,
        null,
        null,
        sum('G', dossier.amounts.net.cost),
        sum('H', dossier.vat),
        sum('I', dossier.amounts.gross.cost),
        null,
        null,
        sum('L', dossier.amounts.net.eligible),
        sum('M', dossier.amounts.gross.eligible),
      ],
    ],
    notes: ['La TVA est calculée par taux sur toute la commande, puis répartie entre ses lignes au centime près.'],
  };
}

/** Row of the total of a sheet of lines, for formulas of another sheet. */
export function totalRowOf(lines: Sheet): number {
  return firstRowOf(lines) + lines.rows.length;
}

function planSheet(facts: ApplicationFileFacts, lines: Sheet): Sheet | undefined {
  const { plan } = facts.dossier;
  if (plan === null) return undefined;
  const heading = [`Plan de financement prévisionnel (${basisLabels[plan.basis]})`, 'La part propre est ce qui reste.'];
  const first = firstRowOf({ heading });
  const last = first + plan.resources.length - 1;
  const total = totalRowOf(lines);
  const cost = `'${linesName}'!${plan.basis === 'net' ? 'G' : 'I'}${total}`;
  const aids = plan.resources.length === 0 ? '0' : `SUM(D${first}:D${last})`;
  const share = (rate: BasisPoints): Cell => ({ formula: `IF(${cost}=0,0,D{row}/${cost})`, value: { rate } });
  return {
    name: 'Financement',
    heading,
    columns: [
      { label: 'Financeur', width: 46, format: 'text' },
      { label: 'État', width: 14, format: 'text' },
      { label: 'N° de dossier', width: 18, format: 'text' },
      { label: 'Montant', width: 15, format: 'amount' },
      { label: 'Part', width: 10, format: 'rate' },
    ],
    rows: [
      ...plan.resources.map(({ aid, share: rate }): Cell[] => [
        { text: `${funderLabels[aid.funder]} : ${aid.label}` },
        { text: resourceStateLabels[aid.state] },
        { text: aid.reference ?? '' },
        { amount: aid.amount },
        share(rate),
      ]),
      [
        { text: `Part propre ${bodyWordsOf(facts.applicant.body).of}` },
        null,
        null,
        { formula: `${cost}-${aids}`, value: { amount: plan.ownShare } },
        share(plan.ownShareRate),
      ],
    ],
    totals: [
      [
        { text: 'Total, égal au coût' },
        null,
        null,
        { formula: 'SUM(D{first}:D{last})', value: { amount: plan.cost } },
        null,
      ],
    ],
    orientation: 'portrait',
  };
}

/** The workbook. Each value stands beside the formula that gives it again. */
export function costingWorkbook(facts: ApplicationFileFacts): Workbook {
  const lines = linesSheet(facts);
  const plan = planSheet(facts, lines);
  return {
    title: `Chiffrage ${facts.scheme.shortName}`,
    issuer: facts.applicant.name,
    reference: `${facts.reference}, version ${facts.version}`,
    date: facts.issuedOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    sheets: plan ? [lines, plan] : [lines],
  };
}
