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
    article: 'CCAP, article « Révision des prix »',
    source: 'Clause du dossier de consultation, qui fixe l’arrondi',
    confidence: 'confirmed',
  },
  article: 'CCAP, article « Révision des prix », et CCP R2112-13',
  source: 'Clause du dossier de consultation',
  confidence: 'confirmed',
} as const satisfies RevisionPreset;

const decimals = (basisPoints: number) => String(basisPoints / 10_000).replace('.', ',');
const lastDecimal: Readonly<Record<number, string>> = { 2: 'centième', 3: 'millième', 4: 'dix-millième' };
const directions = { up: 'supérieur', half: 'le plus proche', down: 'inférieur' } as const;
const { rounding } = revisionPreset;

/** What the clause of price revision says of the formula: the same figures as those applied. */
export const revisionWords = {
  formula: `P = P0 × [${decimals(revisionPreset.fixedShare)} + ${decimals(revisionPreset.indexShare)} × (I / I0)]`,
  every: revisionPreset.everyMonths === 12 ? 'une fois par an' : `tous les ${revisionPreset.everyMonths} mois`,
  rounding: `Le coefficient est arrondi au ${lastDecimal[rounding.coefficientDecimals]} ${directions[rounding.mode]} et chaque prix révisé, calculé à partir du prix initial, à ${rounding.priceDecimals} décimales d’euro, au plus proche.`,
  safeguard: `${revisionPreset.safeguardShare / 100} %`,
} as const;
