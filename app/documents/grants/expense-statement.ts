// The statement of expenditure for the payment of a grant: every invoice, what the grant pays, who certifies.
import { eligibleOf, type Settlement, type Spending, type SpendingTotals } from '~/domain/grants/award-spending';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatDayShort, formatRate } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { Block, DocumentModel } from '../blocks';
import type { Cell, Workbook } from '../xlsx/workbook';

export const expenseStatementTemplateVersion = 'etat-depenses-2';

export interface ExpenseStatementFacts {
  readonly number: string;
  readonly issuedOn: Day;
  readonly mention: string | null;
  readonly beneficiary: { readonly name: string; readonly lines: readonly string[] };
  readonly school: string;
  readonly scheme: string;
  readonly funder: string;
  /** The funder's number for the file, and the reference and day of its decision or agreement. */
  readonly references: readonly { readonly label: string; readonly value: string }[];
  readonly basis: string;
  /** The text settles the basis, or a person chose it. */
  readonly basisToVerify: boolean;
  readonly spendings: readonly Spending[];
  readonly totals: SpendingTotals;
  readonly settlement: Settlement;
}

const known = (amount: Cents | null) => (amount === null ? 'Inconnu' : formatCents(amount));

function settlementBlock({ settlement, basis }: ExpenseStatementFacts): Block {
  return {
    kind: 'summary',
    entries: [
      { label: 'Aide notifiée', value: known(settlement.award) },
      { label: `Dépense éligible ${basis}`, value: formatCents(settlement.eligible) },
      ...(settlement.rate === null ? [] : [{ label: 'Taux', value: formatRate(settlement.rate) }]),
      { label: 'Aide due sur ces dépenses', value: known(settlement.payable), strong: true },
      { label: 'Déjà versé', value: formatCents(settlement.received) },
      { label: 'Solde demandé', value: known(settlement.balance), strong: true },
      ...(settlement.refund !== null && settlement.refund > 0
        ? [{ label: 'Trop-perçu à rembourser', value: formatCents(settlement.refund), strong: true }]
        : []),
    ],
  };
}

/** The document. It computes nothing: every figure comes in. */
export function expenseStatementModel(facts: ExpenseStatementFacts): DocumentModel {
  const { spendings, totals } = facts;
  return {
    title: 'État récapitulatif des dépenses',
    subtitle: `${facts.scheme} – ${facts.school}`,
    reference: facts.number,
    issuer: facts.beneficiary,
    date: facts.issuedOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    orientation: 'landscape',
    blocks: [
      {
        kind: 'facts',
        entries: [
          { label: 'Bénéficiaire', value: facts.beneficiary.name },
          { label: 'École', value: facts.school },
          { label: 'Aide', value: facts.scheme },
          { label: 'Financeur', value: facts.funder },
          ...facts.references,
        ],
      },
      { kind: 'heading', level: 2, text: 'Dépenses' },
      {
        kind: 'table',
        caption: 'Factures, part de l’école',
        columns: [
          { label: 'N°', width: 1.3 },
          { label: 'Date', width: 1 },
          { label: 'Fournisseur', width: 1.6 },
          { label: 'Objet', width: 2.6 },
          { label: 'Service fait', width: 1.7 },
          { label: 'HT', align: 'right', width: 1.1 },
          { label: 'TVA', align: 'right', width: 1 },
          { label: 'TTC', align: 'right', width: 1.1 },
          { label: `Éligible ${facts.basis}`, align: 'right', width: 1.1 },
          { label: 'Mandat : n° et date', width: 1.2 },
        ],
        rows: spendings.map((one) => [
          one.number,
          formatDayShort(one.invoicedOn),
          one.supplier,
          one.label,
          one.serviceReference ?? (one.serviceDoneOn === null ? 'À compléter' : formatDayShort(one.serviceDoneOn)),
          formatCents(one.net),
          formatCents(one.vat),
          formatCents(one.gross),
          formatCents(eligibleOf(one)),
          '',
        ]),
        totals: [
          [
            'Total',
            '',
            '',
            '',
            '',
            formatCents(totals.net),
            formatCents(totals.vat),
            formatCents(totals.gross),
            formatCents(totals.eligible),
            '',
          ],
        ],
      },
      { kind: 'heading', level: 2, text: 'Aide' },
      settlementBlock(facts),
      ...(facts.basisToVerify
        ? [
            {
              kind: 'notice',
              tone: 'plain',
              text: `Assiette ${facts.basis} à vérifier dans la décision : le texte de l’appel n’a pas pu être lu sur ce point.`,
            } as const,
          ]
        : []),
      { kind: 'heading', level: 2, text: 'Certification' },
      {
        kind: 'paragraph',
        text: 'Le représentant de la collectivité certifie l’exactitude des dépenses ci-dessus et que le service est fait. Le comptable public certifie que ces dépenses sont payées, aux mandats indiqués.',
      },
      {
        kind: 'signature',
        parties: [
          { role: 'Pour la collectivité', note: 'Nom, qualité, date, cachet' },
          { role: 'Le comptable public', note: 'Nom, date, cachet' },
        ],
      },
    ],
  };
}

/** The same statement as a workbook: each total stands beside the formula that gives it again. */
export function expenseStatementWorkbook(facts: ExpenseStatementFacts): Workbook {
  const sum = (column: string, amount: Cents): Cell => ({
    formula: `SUM(${column}{first}:${column}{last})`,
    value: { amount },
  });
  return {
    title: 'État récapitulatif des dépenses',
    issuer: facts.beneficiary.name,
    reference: facts.number,
    date: facts.issuedOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    sheets: [
      {
        name: 'Dépenses',
        heading: [
          `État récapitulatif des dépenses – ${facts.scheme}`,
          `${facts.beneficiary.name}, ${facts.school}`,
          `${facts.number}, ${formatDay(facts.issuedOn)}`,
          `Aide notifiée : ${known(facts.settlement.award)} ; aide due : ${known(facts.settlement.payable)} ; déjà versé : ${formatCents(facts.settlement.received)}`,
        ],
        columns: [
          { label: 'N° de facture', width: 16, format: 'text' },
          { label: 'Date', width: 12, format: 'day' },
          { label: 'Fournisseur', width: 28, format: 'text' },
          { label: 'Objet', width: 46, format: 'text' },
          { label: 'Service fait le', width: 13, format: 'day' },
          { label: 'HT', width: 13, format: 'amount' },
          { label: 'TVA', width: 12, format: 'amount' },
          { label: 'TTC', width: 13, format: 'amount' },
          { label: `Éligible ${facts.basis}`, width: 13, format: 'amount' },
          { label: 'Mandat n°', width: 14, format: 'text', open: true },
          { label: 'Mandaté le', width: 13, format: 'day', open: true },
        ],
        rows: facts.spendings.map((one): Cell[] => [
          { text: one.number },
          { day: one.invoicedOn },
          { text: one.supplier },
          { text: one.label },
          one.serviceDoneOn === null ? null : { day: one.serviceDoneOn },
          { amount: one.net },
          { amount: one.vat },
          { formula: 'F{row}+G{row}', value: { amount: one.gross } },
          { amount: eligibleOf(one) },
          null,
          null,
        ]),
        totals: [
          [
            { text: 'Total' },
            null,
            null,
            null,
            null,
            sum('F', facts.totals.net),
            sum('G', facts.totals.vat),
            sum('H', facts.totals.gross),
            sum('I', facts.totals.eligible),
            null,
            null,
          ],
        ],
        orientation: 'landscape',
      },
    ],
  };
}
