// What the shipped clause of price revision fixes, and what it leaves to the commitment of the holder.
import type { RevisionPreset } from './types';

export const revisionPreset = {
  clauseId: 'ccap-price-revision',
  fixedShare: 1_500,
  indexShare: 8_500,
  indexLabel:
    'Indice de prix à la production de l’industrie française, ordinateurs et équipements périphériques (INSEE)',
  everyMonths: 12,
  safeguardShare: 500,
  rounding: {
    coefficientDecimals: 3,
    mode: 'up',
    priceDecimals: 4,
    article: 'CCAG-FCS et CCAG-TIC, article 10 (coefficient arrondi au millième supérieur)',
    source: 'Texte connu, non relu ; la clause ne dit rien de l’arrondi',
    confidence: 'unsure',
  },
  article: 'CCAP, article « Révision des prix », et CCP R2112-13',
  source: 'Clause du dossier de consultation',
  confidence: 'confirmed',
} as const satisfies RevisionPreset;
