// The responsible digital strategy of local authorities, 2023.
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
const forConsultations = {
  scope: 'consultation',
  stage: 'consultation',
  evidence: { what: 'la clause du cahier des charges', from: 'syndicat' },
} as const;
const strategy = {
  ...text,
  ...forConsultations,
  framework: 'Stratégie numérique responsable des collectivités',
  edition: '13 juillet 2023',
  nature: 'nationalGuide',
  sources: [sources.guideStrategy],
} as const;

export const digitalStrategy2023 = [
  {
    ...strategy,
    id: 'GAN-01',
    title: 'Cinq ans de mises à jour de sécurité dans le cahier des charges',
    article: 'axe 1, clauses',
    require: { gte: ['$consultation.securityUpdatesYears', 5] },
    message: 'Le cahier des charges demande {consultation.securityUpdatesYears} ans de mises à jour : demandez-en 5.',
  },
  {
    ...strategy,
    id: 'GAN-02',
    title: 'Durée des pièces détachées dans le cahier des charges',
    article: 'axe 1, pièces détachées',
    require: { known: '$consultation.sparePartsYears' },
    message: 'Aucune durée de disponibilité des pièces détachées n’est demandée : écrivez-en une.',
  },
] as const satisfies readonly Rule[];
