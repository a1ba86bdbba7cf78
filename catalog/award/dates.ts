// Where the dates of the time line that no rule computes come from, and how long before the maximum a buyer is told.
import type {
  InsuranceCertificate,
  MaximumAlerts,
  NationalPublication,
  PrefectTransmission,
  TimelineArticles,
} from './types';

const code = 'Code de la commande publique';

export const timelineArticles = {
  needs: { article: 'Lettre de recensement', source: 'Campagne de recensement', confidence: 'confirmed' },
  launch: { article: 'CCP R2121-3', source: code, confidence: 'confirmed' },
  offers: { article: 'CCP R2151-1', source: code, confidence: 'confirmed' },
  validity: {
    article: 'Règlement de la consultation',
    source: 'Dossier de consultation publié',
    confidence: 'confirmed',
  },
  standstill: {
    article: 'CCP R2182-1',
    source: 'Pages qui citent le texte',
    confidence: 'confirmedSecondary',
  },
  end: { article: 'CCP R2162-5', source: code, confidence: 'confirmed' },
} as const satisfies TimelineArticles;

export const prefectTransmission = {
  daysAfterSignature: 15,
  article: 'CGCT L2131-1 et L2131-2',
  source: 'Texte connu, non relu',
  confidence: 'recalled',
} as const satisfies PrefectTransmission;

export const insuranceCertificate = {
  daysAfterNotification: 15,
  article: 'CCAG-FCS 9.2 et CCAP, article « Assurances »',
  source: 'CCAG fournitures courantes et services, arrêté du 30 mars 2021',
  confidence: 'confirmedSecondary',
} as const satisfies InsuranceCertificate;

/** The national notice does not appear before the European one, or else 48 hours after its receipt is acknowledged. */
export const nationalPublication = {
  daysAfterSending: 2,
  article: 'CCP R2131-20',
  source: 'Code de la commande publique consolidé, texte applicable au 23 août 2026',
  confidence: 'confirmed',
} as const satisfies NationalPublication;

export const maximumAlerts = {
  shares: [7_000, 8_500, 9_500],
  article: 'CCP R2162-4 ; CJUE, 17 juin 2021, C-23/20',
  source: 'Le maximum est de droit ; les seuils d’alerte sont ceux du syndicat',
  confidence: 'confirmedSecondary',
} as const satisfies MaximumAlerts;
