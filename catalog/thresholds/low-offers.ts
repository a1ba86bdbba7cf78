// Tests that point out a price which may be abnormally low: practice of the field, not law, and no test excludes an offer.
import type { LowOfferTests } from './types';

export const lowOfferTests = {
  belowDeviation: {
    label: 'moins que la moyenne diminuée d’un écart-type',
    article: 'CCP R2152-3',
    source: 'Pratique des fédérations d’entreprises et de l’APVF',
    confidence: 'confirmedSecondary',
    deviations: 1,
    offersAtLeast: 3,
  },
  halfOfMean: {
    label: 'moins de la moitié de la moyenne des autres et 20\u00a0% sous l’offre suivante',
    article: 'CCP R2152-3',
    source: 'Pratique d’acheteurs',
    confidence: 'confirmedSecondary',
    shareOfMean: 5_000,
    shareOfNext: 8_000,
    offersAtLeast: 3,
  },
  doubleMean: {
    label: 'moins de 80\u00a0% de la moyenne des offres proches de la moyenne',
    article: 'CCP R2152-3',
    source: 'Pratique d’acheteurs, dite de la double moyenne',
    confidence: 'recalled',
    nearMean: 12_000,
    share: 8_000,
    offersAtLeast: 3,
  },
  belowEstimate: {
    label: 'moins de 70\u00a0% de l’estimation',
    article: 'CCP R2152-3',
    source: 'Pratique d’acheteurs',
    confidence: 'recalled',
    share: 7_000,
  },
} as const satisfies LowOfferTests;
