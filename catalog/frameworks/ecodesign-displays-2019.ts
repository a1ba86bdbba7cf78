// Ecodesign of displays: regulation of 2019.
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

export const ecodesignDisplays2019 = [
  {
    ...product,
    id: 'ECO-05',
    title: 'Écrans : pièces détachées pendant 7 ans',
    framework: 'Écoconception des écrans',
    edition: 'règlement (UE) 2019/2021',
    article: 'annexe II, D',
    nature: 'euRegulation',
    confidence: 'recalled',
    enabled: false,
    note: 'Citée de mémoire ; portée sur les écrans interactifs à vérifier.',
    sources: [],
    categories: ['interactiveDisplay', 'monitor', 'television'],
    require: { gte: ['$product.sparePartsYears', 7] },
    severity: 'recommendation',
    message: 'Les pièces de cet écran sont promises {product.sparePartsYears} ans, le règlement en demanderait 7.',
    evidence: { what: 'l’engagement du fabricant', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
