// Ecodesign of tablets and telephones: regulation of 2023.
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
const labelled = {
  all: [
    { eq: ['$product.condition', 'new'] },
    { gte: ['$product.placedOnMarketOn', '2025-06-20'] },
    { ne: ['$product.operatingSystem', 'windows'] },
  ],
} as const;
const ecodesign = {
  ...product,
  framework: 'Écoconception des tablettes et téléphones',
  edition: 'règlement (UE) 2023/1670',
  nature: 'euRegulation',
  sources: [sources.ecoDesign, sources.ecoDesignPress],
  categories: ['tablet', 'smartphone'],
  when: labelled,
  severity: 'reservation',
} as const;

export const ecodesignTablets2023 = [
  {
    ...ecodesign,
    id: 'ECO-01',
    title: 'Batterie à 80 % après 800 cycles',
    article: 'annexe II, batterie',
    require: { gte: ['$product.batteryCycles80', 800] },
    message:
      'La batterie tient {product.batteryCycles80} cycles avant de passer sous 80 %, il en faut 800 : préférez une autre référence.',
    evidence: { what: 'la fiche EPREL ou la documentation technique', from: 'supplier' },
  },
  {
    ...ecodesign,
    id: 'ECO-02',
    title: 'Pièces détachées pendant 7 ans',
    article: 'annexe II, pièces',
    require: { gte: ['$product.sparePartsYears', 7] },
    message:
      'Les pièces sont promises {product.sparePartsYears} ans, il en faut 7 : demandez un engagement au fabricant.',
    evidence: { what: 'l’engagement du fabricant sur les pièces', from: 'supplier' },
  },
  {
    ...ecodesign,
    id: 'ECO-03',
    title: 'Mises à jour du système pendant 5 ans',
    article: 'annexe II, mises à jour',
    require: { gte: ['$product.systemUpdatesYears', 5] },
    message:
      'Le système sera mis à jour {product.systemUpdatesYears} ans, il en faut 5 : préférez une autre référence.',
    evidence: { what: 'la politique de mises à jour du fabricant', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
