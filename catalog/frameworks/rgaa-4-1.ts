// Accessibility of services: RGAA 4.1.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  opposable: true,
  confidence: 'confirmed',
  enabled: true,
  stage: 'order',
} as const;

export const rgaa41 = [
  {
    ...text,
    id: 'ACC-01',
    title: 'Déclaration d’accessibilité RGAA',
    framework: 'RGAA',
    edition: '4.1',
    article: 'doctrine technique, 6.1.2',
    nature: 'law',
    note: 'Article 47 de la loi 2005-102 à vérifier.',
    sources: [sources.doctrine],
    scope: 'product',
    stage: 'catalogue',
    categories: ['ent', 'software', 'digitalResource', 'mdm'],
    require: { known: '$product.rgaaStatementUrl' },
    severity: 'reservation',
    message: 'La déclaration d’accessibilité manque : demandez son adresse à l’éditeur.',
    evidence: { what: 'l’adresse de la déclaration d’accessibilité', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
