// The code of intellectual property: remuneration for private copying.
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

export const intellectualPropertyCode = [
  {
    ...text,
    id: 'RCP-02',
    title: 'Redevance copie privée récupérable',
    framework: 'Code de la propriété intellectuelle',
    edition: 'loi n° 2011-1898',
    article: 'art. L. 311-8',
    opposable: false,
    sources: [sources.privateCopy],
    scope: 'line',
    stage: 'order',
    severity: 'recommendation',
    categories: ['tablet', 'smartphone'],
    when: { all: [{ eq: ['$line.condition', 'new'] }, { eq: ['$line.leavesSchool', false] }] },
    require: { eq: ['$buyer.copieFranceAgreement', true] },
    message:
      'Ces appareils restent à l’école : demandez à Copie France l’exonération ou le remboursement de la redevance.',
    evidence: { what: 'la convention ou la demande de remboursement', from: 'secretary' },
  },
  {
    ...text,
    id: 'RCP-01',
    title: 'Redevance copie privée sur la facture',
    framework: 'Code de la propriété intellectuelle',
    edition: 'loi n° 2011-1898',
    article: 'art. L. 311-8',
    sources: [sources.privateCopy],
    scope: 'line',
    stage: 'reception',
    categories: ['tablet', 'smartphone'],
    when: {
      all: [{ eq: ['$line.condition', 'new'] }, { not: { eq: ['$buyer.copieFranceAgreement', true] } }],
    },
    require: { eq: ['$invoice.privateCopyLevyApart', true] },
    message:
      'La facture n’isole pas la redevance copie privée, sans quoi elle ne sera pas remboursée : demandez une facture corrigée.',
    evidence: { what: 'la facture', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
