// What may be called reconditioned: decree of 2022.
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
const goods = [
  'tablet',
  'laptop',
  'desktop',
  'monitor',
  'server',
  'smartphone',
  'deskPhone',
  'interactiveDisplay',
  'projector',
  'interactiveProjector',
  'printer',
  'multifunctionPrinter',
  'furniture',
] as const;

export const reconditioned2022 = [
  {
    ...text,
    id: 'RECO-01',
    title: 'Attestation de reconditionnement',
    framework: 'Produits reconditionnés',
    edition: 'décret n° 2022-190 du 17 février 2022',
    article: 'code de la consommation',
    nature: 'decree',
    note: 'Numéros des articles à vérifier.',
    sources: [sources.guideRegulation],
    scope: 'line',
    stage: 'reception',
    categories: goods,
    when: { eq: ['$line.condition', 'refurbished'] },
    require: { eq: ['$line.refurbishedCertificate', true] },
    message:
      'Un produit « reconditionné » a été testé entièrement et au besoin réparé : demandez l’attestation au fournisseur.',
    evidence: { what: 'l’attestation de reconditionnement', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
