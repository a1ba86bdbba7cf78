// Parental control: law of 2022 and its decree.
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

export const parentalControl2022 = [
  {
    ...text,
    id: 'MIN-03',
    title: 'Contrôle parental disponible',
    from: '2024-07-13',
    framework: 'Contrôle parental',
    edition: 'loi n° 2022-300, décret n° 2023-588',
    article: 'CPCE, art. L. 34-9-3',
    nature: 'law',
    note: 'Portée sur les gammes vendues aux seuls professionnels à vérifier.',
    sources: [sources.parentalControl],
    scope: 'product',
    stage: 'catalogue',
    categories: ['tablet', 'laptop', 'desktop', 'smartphone'],
    when: { not: { eq: ['$product.withoutOperatingSystem', true] } },
    require: { eq: ['$product.parentalControl', true] },
    severity: 'reservation',
    message: 'Aucun contrôle parental n’est attesté par le fabricant : demandez l’attestation au fournisseur.',
    evidence: { what: 'l’attestation du fabricant', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
