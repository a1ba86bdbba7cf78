// The master plan of digital work spaces (SDET), 6.3.
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

export const sdet63 = [
  {
    ...text,
    id: 'SDE-01',
    title: 'Version du SDET de l’ENT',
    framework: 'SDET',
    edition: '6.3, juillet 2019',
    article: 'conformité',
    nature: 'nationalFramework',
    opposable: false,
    note: 'Version courante à vérifier.',
    sources: [sources.sdet, sources.sdetArticles],
    scope: 'product',
    stage: 'catalogue',
    categories: ['ent'],
    require: { known: '$product.sdetVersion' },
    severity: 'reservation',
    message: 'L’éditeur ne dit pas à quelle version du SDET son ENT est conforme : demandez-la.',
    evidence: { what: 'l’attestation de conformité au SDET', from: 'supplier' },
  },
  {
    ...text,
    id: 'SDE-02',
    title: 'ENT : convention avec l’académie',
    framework: 'SDET',
    edition: '6.3, juillet 2019',
    article: '§ 2.3.2, cadre de confiance',
    nature: 'nationalFramework',
    opposable: false,
    sources: [sources.sdetArticles, sources.dataAgreement],
    scope: 'school',
    categories: ['ent'],
    require: { known: '$school.academyAgreementOn' },
    severity: 'reservation',
    message:
      'La collectivité souscrit l’ENT, le directeur académique répond des données : notez la date de la convention qui les lie.',
    evidence: { what: 'la convention entre la collectivité et l’académie', from: 'secretary' },
  },
] as const satisfies readonly Rule[];
