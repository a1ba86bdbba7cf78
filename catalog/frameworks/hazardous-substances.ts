// Hazardous substances: RoHS and REACH.
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

export const hazardousSubstances = [
  {
    ...product,
    id: 'SUB-01',
    title: 'Substances dangereuses (RoHS, REACH)',
    framework: 'RoHS et REACH',
    edition: 'directive 2011/65/UE ; règlement (CE) 1907/2006',
    article: 'substances dangereuses',
    nature: 'euRegulation',
    sources: [sources.guideOffice, sources.guideNetwork],
    categories: [
      'tablet',
      'laptop',
      'desktop',
      'interactiveDisplay',
      'projector',
      'interactiveProjector',
      'multifunctionPrinter',
      'printer',
      'accessPoint',
      'chargingTrolley',
    ],
    require: { eq: ['$product.rohsReach', true] },
    severity: 'reservation',
    message: 'La conformité RoHS et REACH n’est pas attestée : demandez l’attestation au fournisseur.',
    evidence: { what: 'l’attestation RoHS et REACH', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
