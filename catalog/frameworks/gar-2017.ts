// The resource access manager of schools (GAR): order of 2017.
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

export const gar2017 = [
  {
    ...text,
    id: 'GAR-01',
    title: 'Ressource accessible par le GAR',
    framework: 'GAR',
    edition: 'arrêté du 18 décembre 2017',
    article: 'art. 1 à 3',
    nature: 'decree',
    sources: [sources.gar],
    scope: 'product',
    stage: 'catalogue',
    categories: ['digitalResource'],
    when: { eq: ['$product.handlesPupilData', true] },
    require: { eq: ['$product.garCompatible', true] },
    severity: 'recommendation',
    message:
      'Cette ressource n’est pas accessible par le GAR, qui limite les données transmises à l’éditeur : préférez une ressource compatible.',
    evidence: { what: 'l’attestation GAR de l’éditeur', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
