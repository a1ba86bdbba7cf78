// The frame of every act on a contract in execution: the contract it is about, its buyer, its holder, who signs.
import type { Day } from '~/domain/shared/day';
import type { Block, DocumentModel } from '../blocks';
import { typographic } from './typography';

export interface ContractActFacts {
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string | undefined;
  readonly issuedOn: Day;
  readonly contractNumber: string;
  readonly title: string;
  readonly notifiedOn: Day;
  readonly holder: { readonly name: string; readonly siret: string | null };
}

/** An act as one model. `letter` when it is sent to the holder alone, without the panel of the buyer. */
export function contractActModel(
  facts: ContractActFacts,
  act: { readonly title: string; readonly reference: string; readonly letter?: boolean },
  blocks: readonly Block[],
): DocumentModel {
  const { issuer, holder, contractNumber } = facts;
  const buyer = { role: 'Acheteur', name: issuer.name, lines: issuer.lines };
  const lines = holder.siret === null ? [] : [`SIRET ${holder.siret}`];
  return {
    title: act.title,
    subtitle: typographic(`Marché ${contractNumber} : ${facts.title}`),
    reference: `${contractNumber} · ${act.reference}`,
    issuer,
    date: facts.issuedOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    blocks: [
      {
        kind: 'parties',
        parties: [...(act.letter ? [] : [buyer]), { role: 'Titulaire', name: holder.name, lines }],
      },
      ...blocks,
    ],
  };
}

/** The box that the buyer signs. */
export function buyerSignature({ issuer }: ContractActFacts): Block {
  return {
    kind: 'signature',
    parties: [{ role: 'L’acheteur', name: issuer.name, note: 'Date, nom, qualité et signature' }],
  };
}
