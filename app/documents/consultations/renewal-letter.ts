// The letter that tells the holder whether a contract is renewed, with the periods published and the day it ends.
import type { AwardCatalogue } from 'catalog/award/types';
import { type ContractPeriod, periodName, type RenewalOutcome } from '~/domain/consultations/contract-periods';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { DocumentModel } from '../blocks';
import { typographic } from './typography';

export const renewalLetterTemplateVersion = '2026-11-23';

export interface RenewalLetterFacts {
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string | undefined;
  readonly issuedOn: Day;
  readonly contractNumber: string;
  readonly title: string;
  readonly notifiedOn: Day;
  readonly holder: { readonly name: string; readonly siret: string | null };
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
  const { holder, number, outcome, reason, endsOn, catalogue } = facts;
  const { article } = catalogue.renewalNotice;
  const decision =
    outcome === 'renewed'
      ? `Le marché ${facts.contractNumber} est reconduit pour la période n° ${number}, jusqu’au ${formatDay(endsOn)}, aux mêmes conditions. Le titulaire ne peut refuser la reconduction (CCP R2112-4).`
      : `Le marché ${facts.contractNumber} n’est pas reconduit pour la période n° ${number} : il prend fin le ${formatDay(endsOn)}. Aucun bon de commande n’est émis après ce jour (CCP R2162-5) ; ceux qui sont émis jusque-là s’exécutent dans les conditions du CCAP.`;
  return {
    title: outcome === 'renewed' ? 'Reconduction du marché' : 'Non-reconduction du marché',
    subtitle: typographic(`Marché ${facts.contractNumber} : ${facts.title}`),
    reference: `${facts.contractNumber} · reconduction ${number}`,
    issuer: facts.issuer,
    date: facts.issuedOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    blocks: [
      {
        kind: 'parties',
        parties: [
          { role: 'Titulaire', name: holder.name, lines: holder.siret === null ? [] : [`SIRET ${holder.siret}`] },
        ],
      },
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
      {
        kind: 'signature',
        parties: [{ role: 'L’acheteur', name: facts.issuer.name, note: 'Date, nom, qualité et signature' }],
      },
    ],
  };
}
