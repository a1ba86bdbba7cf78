// What the notice says (AAPC), field by field, to be typed into the form of the medium; and the buyer's part of DC1 and DC2.
import { totalMonths } from '~/domain/consultations/consultation';
import { procedureLabels } from '~/domain/consultations/sentences';
import { formatCount, formatDay } from '~/domain/shared/format';
import type { Block, DocumentModel } from '../blocks';
import { criteriaTable, lotsTable, maximaTable } from './inserts';
import { opening } from './pieces';
import { type DceSubject, netText, pieceFrame } from './subject';
import { typographic } from './typography';

function entries(rows: readonly (readonly [label: string, value: string])[]): Block {
  return { kind: 'facts', entries: rows.map(([label, value]) => ({ label, value: typographic(value) })) };
}

function buyerEntries({ issuer, choices }: DceSubject): Block {
  return entries([
    ['Acheteur', issuer.name],
    ['Adresse et identifiant', issuer.lines.join('\n')],
    ['Profil d’acheteur', choices.profileAddress],
    ['Contact', choices.contactEmail],
  ]);
}

function durationSentence({ choices }: DceSubject): string {
  const renewals =
    choices.renewals === 0
      ? 'sans reconduction'
      : `${choices.renewals} reconduction(s) de ${choices.renewalMonths} mois`;
  return `${choices.firmMonths} mois fermes, ${renewals}, soit ${totalMonths(choices)} mois`;
}

function conductEntries(subject: DceSubject): Block {
  const { choices, advice, launchDay, buyers } = subject;
  const adapted = advice.procedure !== 'openCall';
  return entries([
    ['Type de marché', 'Fournitures'],
    ['Technique d’achat', 'Accord-cadre à bons de commande, un seul titulaire par lot, sans minimum, avec maximum'],
    ['Base juridique', advice.articles.map(({ article }) => article).join(', ')],
    ['Valeur estimée, tous lots', netText(advice.lotsNet)],
    ['Durée et reconductions', durationSentence(subject)],
    ['Bénéficiaires', `${formatCount(buyers.length)} acheteur(s), liste annexée au CCAP (CCP R2162-6)`],
    ['Envoi de l’avis prévu', formatDay(launchDay)],
    ['Validité des offres', `${choices.offersValidityDays} jours`],
    ['Langue', 'Français'],
    ['Remise des offres', 'Par voie électronique, sur le profil d’acheteur'],
    ['Négociation', adapted && choices.negotiation ? 'Possible, dans les conditions du règlement' : 'Non'],
    ['Conditions de participation', 'Règlement de la consultation, article « Candidature »'],
    ['Instance chargée des recours', choices.court],
  ]);
}

/** The fields of the notice; the codes of European forms are given by the data of the notice itself. */
export function noticeFieldsModel(subject: DceSubject): DocumentModel {
  return {
    ...pieceFrame(subject, 'Données de l’avis d’appel à la concurrence', typographic(subject.object)),
    blocks: [
      opening(subject, ['reference', 'object', 'procedure', 'duration', 'deadline', 'lotLimits']),
      {
        kind: 'notice',
        tone: 'plain',
        text: typographic(
          'À reporter dans le formulaire du support de publication. Le découpage en rubriques est celui de la pratique : à vérifier sur le modèle d’avis en vigueur.',
        ),
      },
      { kind: 'heading', level: 1, text: 'Acheteur' },
      buyerEntries(subject),
      { kind: 'heading', level: 1, text: 'Objet et lots' },
      maximaTable(subject.lots),
      { kind: 'heading', level: 1, text: 'Procédure et conditions' },
      conductEntries(subject),
      { kind: 'heading', level: 1, text: 'Critères d’attribution' },
      criteriaTable(subject),
    ],
  };
}

/** What the candidate copies from the buyer into DC1 and DC2; the forms are aids, and the European one is admitted. */
export function candidateFormsModel(subject: DceSubject): DocumentModel {
  return {
    ...pieceFrame(subject, 'Données pour les formulaires DC1 et DC2', typographic(subject.object)),
    blocks: [
      opening(subject, ['reference', 'object', 'procedure', 'lotLimits']),
      {
        kind: 'notice',
        tone: 'plain',
        text: typographic(
          'Les formulaires DC1 et DC2 sont des aides facultatives : le document unique de marché européen (DUME) les remplace. Reportez ci-dessous ce qui vient de l’acheteur ; le reste est rempli par le candidat.',
        ),
      },
      { kind: 'heading', level: 1, text: 'Identification de l’acheteur (DC1 et DC2)' },
      buyerEntries(subject),
      { kind: 'heading', level: 1, text: 'Objet de la consultation (DC1 et DC2)' },
      entries([
        ['Consultation', `${subject.reference} : ${subject.object}`],
        ['Procédure', procedureLabels[subject.advice.procedure]],
      ]),
      { kind: 'heading', level: 1, text: typographic('Objet de la candidature : lots (DC1)') },
      lotsTable(subject.lots),
      ...subject.lots.map(
        (lot): Block => ({
          kind: 'checkbox',
          checked: false,
          text: typographic(`Candidature pour le lot ${lot.number} : ${lot.title}`),
        }),
      ),
      { kind: 'heading', level: 1, text: 'Capacités à déclarer (DC2)' },
      {
        kind: 'list',
        items: [
          'Chiffre d’affaires global des trois derniers exercices disponibles.',
          'Principales livraisons comparables des trois dernières années : montant, date, destinataire.',
          'Assurance pour risques professionnels.',
        ].map(typographic),
      },
    ],
  };
}
