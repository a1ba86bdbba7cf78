// A letter that asks a candidate to complete its candidacy, or about its offer: put it right, justify it, make it clear.
import type { RequestWording } from 'catalog/clauses/offer-requests';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { DocumentModel } from '../blocks';
import { typographic } from './typography';

export const offerRequestTemplateVersion = '2026-11-23';

export interface OfferRequestFacts {
  readonly number: string;
  readonly issuedOn: Day;
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string;
  readonly wording: RequestWording;
  readonly reference: string;
  readonly object: string;
  /** The lot of the offer; null where the request is about the candidacy. */
  readonly lot: { readonly number: number; readonly title: string } | null;
  readonly candidate: { readonly name: string; readonly siret: string; readonly email: string | null };
  /** What was found in the offer that the request is about. */
  readonly findings: readonly string[];
  /** The buyer's own words, if any. */
  readonly text: string | null;
  readonly deadline: Day;
  readonly profileAddress: string;
}

/** The letter as one model, for PDF and DOCX alike. */
export function offerRequestModel(facts: OfferRequestFacts): DocumentModel {
  const { wording, lot, candidate, findings } = facts;
  const filled = (text: string) =>
    typographic(
      text
        .replace('{lot}', lot ? `lot ${lot.number}, ${lot.title},` : '')
        .replace('{reference}', facts.reference)
        .replace('{deadline}', formatDay(facts.deadline)),
    );
  return {
    title: wording.title,
    subtitle: typographic(facts.object),
    reference: facts.number,
    issuer: facts.issuer,
    date: facts.issuedOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    blocks: [
      {
        kind: 'parties',
        parties: [
          { role: 'De', name: facts.issuer.name, lines: facts.issuer.lines },
          {
            role: 'À',
            name: candidate.name,
            lines: [`SIRET ${candidate.siret}`, ...(candidate.email === null ? [] : [candidate.email])],
          },
        ],
      },
      {
        kind: 'facts',
        entries: [
          { label: 'Consultation', value: `${facts.reference}, ${typographic(facts.object)}` },
          ...(lot ? [{ label: 'Lot', value: `${lot.number}, ${typographic(lot.title)}` }] : []),
          { label: 'Réponse avant le', value: formatDay(facts.deadline) },
          { label: 'Fondement', value: wording.basis },
        ],
      },
      { kind: 'paragraph', text: filled(wording.opening) },
      ...(findings.length > 0 ? [{ kind: 'list', items: findings } as const] : []),
      ...(facts.text === null ? [] : [{ kind: 'paragraph', text: facts.text } as const]),
      ...wording.closing.map((text) => ({ kind: 'paragraph', text: filled(text) }) as const),
      {
        kind: 'paragraph',
        text: typographic(`Votre réponse est déposée sur le profil d’acheteur : ${facts.profileAddress}.`),
      },
      { kind: 'signature', parties: [{ role: 'Pour l’acheteur', name: facts.issuer.name, note: 'Date et signature' }] },
    ],
  };
}
