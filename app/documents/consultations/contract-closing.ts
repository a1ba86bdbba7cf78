// The final statement of a contract: how it ended, what each buyer ordered and received, what is still open.
import { type BuyerState, buyersWhoOrdered, type ContractTotals } from '~/domain/consultations/contract-closing';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { DocumentModel } from '../blocks';
import { buyerSignature, type ContractActFacts, contractActModel } from './contract-act';
import { typographic } from './typography';

export const contractClosingTemplateVersion = '2026-11-23-2';

export interface ContractClosingFacts extends ContractActFacts {
  readonly endsOn: Day;
  /** How it ended, with its article, and the reasons of a termination. */
  readonly cause: string;
  readonly article: string;
  readonly reason: string;
  readonly maximumNet: Cents;
  readonly buyers: readonly BuyerState[];
  readonly totals: ContractTotals;
  readonly open: readonly string[];
  readonly warrantyUntil: Day | null;
  readonly retentionUntil: Day | null;
}

const invoiced = (net: Cents | null) => (net === null ? 'par le titulaire' : formatCents(net));

/** The statement as one model. */
export function contractClosingModel(facts: ContractClosingFacts): DocumentModel {
  const { totals, open } = facts;
  const { ordered, others } = buyersWhoOrdered(facts.buyers);
  return contractActModel(facts, { title: 'Clôture du marché', reference: 'clôture' }, [
    { kind: 'article', number: '1', title: 'Fin du marché' },
    {
      kind: 'paragraph',
      text: typographic(
        `Le marché notifié le ${formatDay(facts.notifiedOn)} prend fin le ${formatDay(facts.endsOn)}. ${facts.cause} (${facts.article}). Aucun bon de commande n’est émis après ce jour ; ceux qui sont émis jusque-là s’exécutent dans les conditions du CCAP.`,
      ),
    },
    ...(facts.reason === '' ? [] : ([{ kind: 'paragraph', text: typographic(`Motifs : ${facts.reason}`) }] as const)),
    { kind: 'article', number: '2', title: 'Exécution' },
    {
      kind: 'facts',
      entries: [
        { label: 'Maximum, HT', value: formatCents(facts.maximumNet) },
        { label: 'Commandé, HT', value: formatCents(totals.orderedNet) },
        { label: 'Non employé, HT', value: formatCents(totals.remainingNet) },
        { label: 'Livré et attesté, HT', value: formatCents(totals.deliveredNet) },
        { label: 'Facturé par le syndicat, HT', value: invoiced(totals.invoicedNet) },
        {
          label: 'Dernière livraison',
          value: totals.lastDeliveredOn === null ? 'aucune' : formatDay(totals.lastDeliveredOn),
        },
      ],
    },
    {
      kind: 'table',
      caption: 'Par acheteur, éco-participation comprise',
      columns: [
        { label: 'Acheteur', width: 4 },
        { label: 'Plafond HT', align: 'right', width: 2 },
        { label: 'Commandé HT', align: 'right', width: 2 },
        { label: 'Livré HT', align: 'right', width: 2 },
        { label: 'Facturé HT', align: 'right', width: 2 },
      ],
      rows: ordered.map((one) => [
        one.name,
        one.ceilingNet === null ? 'aucun' : formatCents(one.ceilingNet),
        formatCents(one.orderedNet),
        formatCents(one.deliveredNet),
        invoiced(one.invoicedNet),
      ]),
      totals: [
        [
          'Ensemble',
          '',
          formatCents(totals.orderedNet),
          formatCents(totals.deliveredNet),
          invoiced(totals.invoicedNet),
        ],
      ],
    },
    ...(others === null ? [] : ([{ kind: 'paragraph', text: others }] as const)),
    {
      kind: 'paragraph',
      text: 'Les paiements relèvent du comptable public de chaque acheteur et ne figurent pas dans cet état.',
    },
    { kind: 'article', number: '3', title: 'Ce qui reste ouvert' },
    open.length === 0
      ? { kind: 'paragraph', text: 'Rien : toutes les commandes sont livrées.' }
      : { kind: 'list', items: open },
    { kind: 'article', number: '4', title: 'Garanties' },
    {
      kind: 'facts',
      entries: [
        {
          label: 'Fin de la garantie des dernières fournitures livrées',
          value: facts.warrantyUntil === null ? 'sans objet' : formatDay(facts.warrantyUntil),
        },
        {
          label: 'Retenue de garantie à restituer au plus tard le',
          value: facts.retentionUntil === null ? 'aucune retenue' : formatDay(facts.retentionUntil),
        },
      ],
    },
    buyerSignature(facts),
  ]);
}
