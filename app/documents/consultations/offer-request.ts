// A letter that asks a candidate about its offer: to put it right, to justify its prices, to make it clear.
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
  readonly lot: { readonly number: number; readonly title: string };
  readonly candidate: { readonly name: string; readonly siret: string; readonly email: string | null };
  /** What was found in the offer that the request is about. */
  readonly findings: readonly string[];
  readonly text: string;
  readonly deadline: Day;
  readonly profileAddress: string;
}

/** The letter as one model, for PDF and DOCX alike. */
export function offerRequestModel(facts: OfferRequestFacts): DocumentModel {
  const { wording, lot, candidate, findings } = facts;
  const filled = (text: string) =>
    typographic(
      text
        .replace('{lot}', `lot ${lot.number}, ${lot.title},`)
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
          { label: 'Lot', value: `${lot.number}, ${typographic(lot.title)}` },
          { label: 'Réponse avant le', value: formatDay(facts.deadline) },
          { label: 'Fondement', value: wording.basis },
        ],
      },
      { kind: 'paragraph', text: filled(wording.opening) },
      ...(findings.length > 0 ? [{ kind: 'list', items: findings } as const] : []),
      { kind: 'paragraph', text: facts.text },
      ...wording.closing.map((text) => ({ kind: 'paragraph', text: filled(text) }) as const),
      {
        kind: 'paragraph',
        text: typographic(`Votre réponse est déposée sur le profil d’acheteur : ${facts.profileAddress}.`),
      },
      { kind: 'signature', parties: [{ role: 'Pour l’acheteur', name: facts.issuer.name, note: 'Date et signature' }] },
    ],
  };
}
