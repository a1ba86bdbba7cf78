// Recommendations of the education authority of the Eure, 2021.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  opposable: false,
  confidence: 'confirmed',
  enabled: true,
  scope: 'product',
  stage: 'catalogue',
  severity: 'recommendation',
  evidence: { what: 'la fiche technique', from: 'supplier' },
} as const;
const eure = {
  ...text,
  framework: 'Recommandations de la DSDEN de l’Eure',
  edition: '2021',
  nature: 'academicGuide',
  sources: [sources.socleEure],
} as const;

export const dsdenEure2021 = [
  {
    ...eure,
    id: 'ACA-01',
    title: '8 Go de mémoire',
    article: 'ordinateurs',
    severity: 'reservation',
    categories: ['laptop', 'desktop'],
    require: { gte: ['$product.ramGb', 8] },
    message: 'L’ordinateur a {product.ramGb} Go de mémoire, le repère est de 8 : préférez une autre référence.',
  },
  {
    ...eure,
    id: 'ACA-02',
    title: 'SSD de 250 Go',
    article: 'ordinateurs',
    severity: 'reservation',
    categories: ['laptop', 'desktop'],
    require: { all: [{ eq: ['$product.storageType', 'ssd'] }, { gte: ['$product.storageGb', 250] }] },
    message: 'Le repère est un SSD de 250 Go, 500 pour l’enseignant : cette référence a {product.storageGb} Go.',
  },
  {
    ...eure,
    id: 'ACA-07',
    title: 'Coque et protection d’écran',
    article: 'protections des tablettes',
    severity: 'reservation',
    categories: ['tablet'],
    require: { all: [{ eq: ['$product.caseIncluded', true] }, { eq: ['$product.screenProtection', true] }] },
    message: 'La tablette est livrée sans coque ou sans protection d’écran : ajoutez-les à la commande.',
  },
  {
    ...eure,
    id: 'ACA-03',
    title: 'Processeur de gamme i3 ou Ryzen 3',
    article: 'ordinateurs',
    note: 'Repère de 2021.',
    categories: ['laptop', 'desktop'],
    require: { in: ['$product.processorRange', ['i3Ryzen3', 'i5Ryzen5', 'i7Up']] },
    message: 'Le processeur est sous la gamme i3 ou Ryzen 3, repère de 2021.',
  },
] as const satisfies readonly Rule[];
