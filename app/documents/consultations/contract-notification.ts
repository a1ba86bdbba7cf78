// The letter that notifies a signed contract to its holder, with the pieces that make it up.
import type { AwardCatalogue } from 'catalog/award/types';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { DocumentModel } from '../blocks';
import { typographic } from './typography';

export const contractNotificationTemplateVersion = '2026-11-23';

export interface ContractNotificationFacts {
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string | undefined;
  readonly issuedOn: Day;
  readonly reference: string;
  readonly object: string;
  readonly number: string;
  readonly lot: { readonly number: number; readonly title: string };
  readonly holder: { readonly name: string; readonly siret: string | null };
  readonly maximumNet: Cents;
  readonly firmMonths: number;
  readonly renewals: number;
  readonly renewalMonths: number;
  readonly signedOn: Day;
  readonly signatory: string;
  readonly capacity: string;
  /** Receipt of the prefecture; null where it is not asked for. */
  readonly prefectReceiptOn: Day | null;
  readonly ccag: string;
  readonly contactEmail: string;
  readonly deemedAfter: number;
  readonly catalogue: AwardCatalogue;
}

/** The letter as one model. */
export function contractNotificationModel(facts: ContractNotificationFacts): DocumentModel {
  const { lot, holder, firmMonths, renewals, renewalMonths, catalogue } = facts;
  const duration =
    renewals === 0
      ? `${firmMonths} mois, sans reconduction`
      : `${firmMonths} mois, reconductible ${renewals} fois ${renewalMonths} mois, soit ${firmMonths + renewals * renewalMonths} mois`;
  return {
    title: 'Notification du marché',
    subtitle: typographic(`${facts.object}, lot ${lot.number} : ${lot.title}`),
    reference: facts.number,
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
      {
        kind: 'paragraph',
        text: typographic(
          `Le marché ${facts.number}, signé le ${formatDay(facts.signedOn)} par ${facts.signatory}, ${facts.capacity}, vous est notifié. ${catalogue.sentences.notification.text}`,
        ),
      },
      {
        kind: 'facts',
        entries: [
          { label: 'Marché', value: facts.number },
          { label: 'Consultation', value: facts.reference },
          { label: 'Lot', value: typographic(`${lot.number}, ${lot.title}`) },
          { label: 'Maximum, pour la durée totale', value: `${formatCents(facts.maximumNet)} HT` },
          { label: 'Durée, à compter de la réception', value: duration },
          ...(facts.prefectReceiptOn === null
            ? []
            : [{ label: 'Reçu en préfecture le', value: formatDay(facts.prefectReceiptOn) }]),
        ],
      },
      { kind: 'heading', level: 2, text: 'Pièces jointes' },
      {
        kind: 'list',
        items: [
          'Acte d’engagement signé des deux parties',
          'Bordereau des prix unitaires',
          `CCAP et CCTP de la consultation ${facts.reference}`,
        ],
      },
      {
        kind: 'paragraph',
        text: typographic(
          `Le ${facts.ccag}, également applicable, n’est pas joint (CCAG-FCS 4.2.1). Déposé sur le profil d’acheteur, ce courrier est réputé reçu à sa première lecture, ou ${facts.deemedAfter} jours après son dépôt (CCAG-FCS 3.1.2). Aucune prestation ne s’exécute sans bon de commande.`,
        ),
      },
      { kind: 'paragraph', text: typographic(`Pour toute question : ${facts.contactEmail}.`) },
      { kind: 'signature', parties: [{ role: facts.capacity, name: facts.signatory, note: 'Signature' }] },
    ],
  };
}
