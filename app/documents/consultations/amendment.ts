// An amendment to a contract: what changes, in which case of the law, and its effect on the maximum and the duration.
import type { AmendmentCase } from 'catalog/award/types';
import { shareOfInitial } from '~/domain/consultations/amendments';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatRate } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { DocumentModel } from '../blocks';
import { type ContractActFacts, contractActModel } from './contract-act';
import { typographic } from './typography';

export const amendmentTemplateVersion = '2026-11-23';

export interface AmendmentFacts extends ContractActFacts {
  readonly number: number;
  readonly rule: Pick<AmendmentCase, 'label' | 'article'>;
  readonly object: string;
  readonly reason: string;
  readonly initialNet: Cents;
  readonly maximumNetBefore: Cents;
  readonly maximumNetAfter: Cents;
  readonly endsOnBefore: Day;
  readonly endsOnAfter: Day;
  readonly caoOpinionOn: Day | null;
}

const signed = (share: number) => `${share > 0 ? '+' : ''}${formatRate(share)}`;

/** The amendment as one model, to be signed by both. */
export function amendmentModel(facts: AmendmentFacts): DocumentModel {
  const { holder, number, initialNet, maximumNetBefore, maximumNetAfter, endsOnBefore, endsOnAfter } = facts;
  const share = (net: number) => signed(shareOfInitial(net, initialNet));
  return contractActModel(facts, { title: `Avenant n° ${number}`, reference: `avenant ${number}` }, [
    { kind: 'article', number: '1', title: 'Objet' },
    { kind: 'paragraph', text: typographic(facts.object) },
    { kind: 'article', number: '2', title: 'Fondement et motifs' },
    { kind: 'paragraph', text: typographic(`${facts.rule.label} (${facts.rule.article}).`) },
    { kind: 'paragraph', text: typographic(facts.reason) },
    ...(facts.caoOpinionOn === null
      ? []
      : ([
          {
            kind: 'paragraph',
            text: `Avis de la commission d’appel d’offres du ${formatDay(facts.caoOpinionOn)} (CGCT L1414-4).`,
          },
        ] as const)),
    { kind: 'article', number: '3', title: 'Incidence sur le montant' },
    {
      kind: 'table',
      columns: [
        { label: 'Maximum, HT', width: 4 },
        { label: 'Montant', align: 'right', width: 3 },
        { label: 'Part du montant initial', align: 'right', width: 3 },
      ],
      rows: [
        ['Initial, à la signature', formatCents(initialNet), ''],
        ['Avant cet avenant', formatCents(maximumNetBefore), share(maximumNetBefore - initialNet)],
        [
          'Cet avenant',
          formatCents((maximumNetAfter - maximumNetBefore) as Cents),
          share(maximumNetAfter - maximumNetBefore),
        ],
      ],
      totals: [['Après cet avenant', formatCents(maximumNetAfter), share(maximumNetAfter - initialNet)]],
    },
    { kind: 'article', number: '4', title: 'Incidence sur la durée' },
    {
      kind: 'paragraph',
      text:
        endsOnBefore === endsOnAfter
          ? `Le marché, notifié le ${formatDay(facts.notifiedOn)}, se termine toujours le ${formatDay(endsOnAfter)}.`
          : `Le marché, notifié le ${formatDay(facts.notifiedOn)}, se termine le ${formatDay(endsOnAfter)} au lieu du ${formatDay(endsOnBefore)}.`,
    },
    { kind: 'article', number: '5', title: 'Autres clauses' },
    {
      kind: 'paragraph',
      text: 'Les autres clauses du marché restent inchangées. L’avenant prend effet à sa réception par le titulaire.',
    },
    {
      kind: 'signature',
      parties: [
        { role: 'Le titulaire', name: holder.name, note: 'Date, nom, qualité et signature' },
        { role: 'L’acheteur', name: facts.issuer.name, note: 'Date, nom, qualité et signature' },
      ],
    },
  ]);
}
