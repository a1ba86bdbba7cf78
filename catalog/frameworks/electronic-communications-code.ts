// The code of electronic communications, for connections used by minors.
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

export const electronicCommunicationsCode = [
  {
    ...text,
    id: 'MIN-06',
    title: 'Journaux de connexion conservés un an',
    framework: 'Code des postes et des communications électroniques',
    edition: 'à vérifier',
    article: 'art. L. 34-1 et R. 10-13',
    nature: 'law',
    confidence: 'recalled',
    enabled: false,
    note: 'Durée applicable à une commune à confirmer par le délégué à la protection des données.',
    sources: [sources.connectionLogs],
    scope: 'product',
    stage: 'catalogue',
    categories: ['webFilter', 'firewall'],
    require: { gte: ['$product.logRetentionDays', 365] },
    severity: 'recommendation',
    message:
      'L’équipement garde les journaux {product.logRetentionDays} jours ; un an est d’usage, durée à confirmer avec le délégué à la protection des données.',
    evidence: { what: 'la durée de conservation des journaux', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
