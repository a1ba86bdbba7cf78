// The guide of 2022 on the repairability index in public purchasing.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  opposable: true,
  confidence: 'confirmed',
  enabled: true,
  nature: 'law',
  severity: 'reservation',
} as const;

export const repairabilityGuide2022 = [
  {
    ...text,
    id: 'REEN-03',
    title: 'Indice de réparabilité ou de durabilité connu',
    framework: 'Guide de l’indice de réparabilité dans l’achat public',
    edition: 'décembre 2022',
    article: 'produits dotés d’un indice',
    nature: 'nationalGuide',
    opposable: false,
    sources: [sources.guideRepairability],
    scope: 'product',
    stage: 'catalogue',
    categories: ['laptop', 'television'],
    when: { all: [{ eq: ['$product.condition', 'new'] }, { not: { eq: ['$product.professionalsOnly', true] } }] },
    require: { any: [{ known: '$product.repairabilityIndex' }, { known: '$product.durabilityIndex' }] },
    message:
      'L’indice attendu n’est pas donné : demandez-le ou, pour une gamme professionnelle, le coût des pièces et le réseau de réparation.',
    evidence: { what: 'l’indice affiché ou les éléments équivalents', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
