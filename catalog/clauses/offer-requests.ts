// What a letter to a candidate says around the buyer's own words: a request about its offer, with its legal basis.
import type { Confidence } from '../thresholds/types';

export interface RequestWording {
  readonly version: string;
  readonly title: string;
  readonly basis: string;
  readonly confidence: Confidence;
  /** Before the list of what was found in the offer; blanks {lot} and {reference}. */
  readonly opening: string;
  /** After the buyer's words; blank {deadline}. */
  readonly closing: readonly string[];
}

const version = '2026-11-23';

export const candidacyRequest = {
  version,
  title: 'Demande de compléter la candidature',
  basis: 'CCP R2144-2',
  confidence: 'recalled',
  opening:
    'L’examen de votre candidature à la consultation {reference} fait apparaître que les pièces suivantes sont absentes ou incomplètes.',
  closing: [
    'Vous êtes invité à les compléter avant le {deadline}. La même demande est adressée, dans le même délai, à tous les candidats concernés.',
    'Sans réponse complète dans ce délai, la candidature pourra être déclarée irrecevable et l’offre ne sera pas examinée (CCP R2144-7).',
  ],
} as const satisfies RequestWording;

export const offerRequests = {
  regularisationAsked: {
    version,
    title: 'Demande de régularisation de l’offre',
    basis: 'CCP R2152-1 et R2152-2',
    confidence: 'confirmed',
    opening: 'L’examen de votre offre pour le {lot} de la consultation {reference} fait apparaître ce qui suit.',
    closing: [
      'Vous êtes autorisé à régulariser votre offre avant le {deadline}, sans en modifier les caractéristiques substantielles. La même demande est adressée, dans le même délai, à tous les soumissionnaires concernés.',
      'Sans réponse complète dans ce délai, l’offre, restée irrégulière, sera éliminée.',
    ],
  },
  justificationAsked: {
    version,
    title: 'Demande de justification du montant de l’offre',
    basis: 'CCP L2152-5, L2152-6 et R2152-3 à R2152-5',
    confidence: 'recalled',
    opening: 'Le montant de votre offre pour le {lot} de la consultation {reference} paraît anormalement bas.',
    closing: [
      'Vous êtes invité à fournir, avant le {deadline}, toutes précisions et justifications utiles sur le montant de votre offre : mode de fabrication ou de fourniture, solutions techniques, conditions exceptionnellement favorables dont vous disposez, originalité de l’offre, respect des obligations sociales, de travail et environnementales, aides obtenues, sous-traitance.',
      'Votre offre ne sera rejetée que si ces éléments ne justifient pas de manière satisfaisante le montant proposé.',
    ],
  },
  clarificationAsked: {
    version,
    title: 'Demande de précisions sur l’offre',
    basis: 'CCP R2161-5 ; CE, 21 septembre 2011, n° 349149',
    confidence: 'recalled',
    opening: 'L’examen de votre offre pour le {lot} de la consultation {reference} appelle les précisions suivantes.',
    closing: [
      'Vous êtes invité à préciser la teneur de votre offre avant le {deadline}, sans la modifier ni la compléter.',
    ],
  },
} as const satisfies Readonly<Record<string, RequestWording>>;
