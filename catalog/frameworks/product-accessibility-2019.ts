// Accessibility of products: directive of 2019 and its decree.
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
const newSince = <Since extends string>(day: Since) =>
  ({ all: [{ eq: ['$product.condition', 'new'] }, { gte: ['$product.placedOnMarketOn', day] }] }) as const;

export const productAccessibility2019 = [
  {
    ...product,
    id: 'ACC-02',
    title: 'Accessibilité du produit',
    from: '2025-06-28',
    framework: 'Accessibilité des produits',
    edition: 'directive (UE) 2019/882 ; décret n° 2023-931',
    article: 'applicable depuis le 28 juin 2025',
    nature: 'decree',
    sources: [sources.accessibility],
    categories: ['laptop', 'desktop', 'tablet', 'smartphone'],
    when: newSince('2025-06-28'),
    require: { eq: ['$product.accessibilityMet', true] },
    severity: 'reservation',
    message: 'Ce produit récent doit être accessible aux personnes handicapées : demandez la déclaration qui le dit.',
    evidence: { what: 'la déclaration UE qui vise la directive 2019/882', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
