// Exposure to radio waves: decree of 2019 on the specific absorption rate of terminals.
import { sources } from './sources';
import type { Rule } from './types';

const product = {
  version: 1,
  from: null,
  until: null,
  opposable: true,
  confidence: 'confirmed',
  enabled: true,
  scope: 'product',
  stage: 'catalogue',
} as const;
const sarText = {
  ...product,
  from: '2020-07-01',
  framework: 'Décret DAS',
  edition: 'n° 2019-1186 et arrêté du 15 novembre 2019',
  nature: 'decree',
} as const;
const nearBody = {
  all: [
    { eq: ['$product.radio', true] },
    { eq: ['$product.usedNearBody', true] },
    { gt: ['$product.transmitPowerMw', 20] },
  ],
} as const;

export const das2019 = [
  {
    ...sarText,
    id: 'DAS-01',
    title: 'DAS tronc de 2 W/kg au plus',
    article: 'valeur limite, tronc',
    sources: [sources.sar],
    categories: ['tablet', 'smartphone', 'laptop', 'headset', 'robot'],
    when: nearBody,
    require: { lte: ['$product.sarTrunkWPerKg', 2] },
    severity: 'blocking',
    message:
      'Le DAS au tronc est de {product.sarTrunkWPerKg} W/kg, la limite est de 2 : ce produit ne peut pas être livré.',
    evidence: { what: 'la valeur de DAS tronc du fabricant et la puissance d’émission', from: 'supplier' },
  },
  {
    ...sarText,
    id: 'DAS-04',
    title: 'DAS tête de 2 W/kg au plus',
    article: 'valeur limite, tête',
    sources: [sources.sar],
    categories: ['smartphone', 'headset'],
    when: nearBody,
    require: { lte: ['$product.sarHeadWPerKg', 2] },
    severity: 'blocking',
    message:
      'Le DAS à la tête est de {product.sarHeadWPerKg} W/kg, la limite est de 2 : ce produit ne peut pas être livré.',
    evidence: { what: 'la valeur de DAS tête du fabricant', from: 'supplier' },
  },
  {
    ...sarText,
    id: 'DAS-02',
    title: 'DAS membres de 4 W/kg au plus',
    article: 'valeur limite, membres',
    sources: [sources.sar],
    categories: ['tablet', 'smartphone', 'laptop'],
    when: nearBody,
    require: { lte: ['$product.sarLimbsWPerKg', 4] },
    severity: 'blocking',
    message:
      'Le DAS aux membres est de {product.sarLimbsWPerKg} W/kg, la limite est de 4 : ce produit ne peut pas être livré.',
    evidence: { what: 'la valeur de DAS membres du fabricant', from: 'supplier' },
  },
  {
    ...sarText,
    id: 'DAS-03',
    title: 'DAS affiché',
    article: 'affichage au-dessus de 20 mW',
    sources: [sources.sar],
    categories: ['tablet', 'smartphone', 'laptop', 'headset'],
    when: { all: [{ eq: ['$product.radio', true] }, { gt: ['$product.transmitPowerMw', 20] }] },
    require: { eq: ['$product.sarDisplayed', true] },
    severity: 'reservation',
    message: 'Le DAS doit figurer au catalogue et dans la notice : demandez-le au fournisseur et complétez la fiche.',
    evidence: { what: 'la notice ou la fiche qui mentionne le DAS', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
