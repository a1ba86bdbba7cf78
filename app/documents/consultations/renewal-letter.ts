// The letter that tells the holder whether a contract is renewed, with the periods published and the day it ends.
import type { AwardCatalogue } from 'catalog/award/types';
import { type ContractPeriod, periodName, type RenewalOutcome } from '~/domain/consultations/contract-periods';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { DocumentModel } from '../blocks';
import { buyerSignature, type ContractActFacts, contractActModel } from './contract-act';
import { typographic } from './typography';

export const renewalLetterTemplateVersion = '2026-11-23';

export interface RenewalLetterFacts extends ContractActFacts {
  readonly number: number;
  readonly outcome: RenewalOutcome;
  readonly reason: string;
  /** Last day on which a refusal is received. */
  readonly decideBy: Day;
  /** The day the contract ends by this decision, before any later renewal. */
  readonly endsOn: Day;
  /** The periods published, each with what this decision leaves of it in French. */
  readonly periods: readonly (Pick<ContractPeriod, 'number' | 'from' | 'to'> & { readonly state: string })[];
  readonly catalogue: AwardCatalogue;
}

/** The letter as one model. */
export function renewalLetterModel(facts: RenewalLetterFacts): DocumentModel {
  const { number, outcome, reason, endsOn, catalogue } = facts;
  const { article } = catalogue.renewalNotice;
  const decision =
    outcome === 'renewed'
      ? `Le marché ${facts.contractNumber} est reconduit pour la période n° ${number}, jusqu’au ${formatDay(endsOn)}, aux mêmes conditions. Le titulaire ne peut refuser la reconduction (CCP R2112-4).`
      : `Le marché ${facts.contractNumber} n’est pas reconduit pour la période n° ${number} : il prend fin le ${formatDay(endsOn)}. Aucun bon de commande n’est émis après ce jour (CCP R2162-5) ; ceux qui sont émis jusque-là s’exécutent dans les conditions du CCAP.`;
  return contractActModel(
    facts,
    {
      title: outcome === 'renewed' ? 'Reconduction du marché' : 'Non-reconduction du marché',
      reference: `reconduction ${number}`,
      letter: true,
    },
    [
      { kind: 'paragraph', text: 'Madame, Monsieur,' },
      { kind: 'paragraph', text: typographic(decision) },
      ...(reason === '' ? [] : ([{ kind: 'paragraph', text: typographic(`Motif : ${reason}`) }] as const)),
      {
        kind: 'table',
        caption: typographic(`Périodes du marché notifié le ${formatDay(facts.notifiedOn)}`),
        columns: [
          { label: 'Période', width: 3 },
          { label: 'Du', width: 3 },
          { label: 'Au', width: 3 },
          { label: 'État', width: 3 },
        ],
        rows: facts.periods.map((period) => [
          periodName(period.number),
          formatDay(period.from),
          formatDay(period.to),
          period.state,
        ]),
      },
      {
        kind: 'paragraph',
        text: typographic(
          `La reconduction ${number} pouvait être refusée par écrit jusqu’au ${formatDay(facts.decideBy)} (${article}).`,
        ),
      },
      buyerSignature(facts),
    ],
  );
}
