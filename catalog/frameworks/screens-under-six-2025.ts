// Screens from three to six: the health record of 2025.
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

export const screensUnderSix2025 = [
  {
    ...text,
    id: 'MIN-02',
    title: 'Maternelle : usage accompagné',
    framework: 'Repères santé écrans de 3 à 6 ans',
    edition: 'carnet de santé 2025',
    article: 'usage occasionnel',
    nature: 'nationalGuide',
    opposable: false,
    sources: [sources.youngChildren],
    scope: 'line',
    categories: ['tablet'],
    when: {
      all: [{ eq: ['$school.level', 'maternelle'] }, { in: ['$line.usage', ['sharedByPupils', 'onePerPupil']] }],
    },
    require: { eq: ['$school.pedagogicalProject', true] },
    severity: 'recommendation',
    message: 'Entre 3 et 6 ans, l’écran reste occasionnel et accompagné : joignez le projet pédagogique de l’école.',
    evidence: { what: 'le projet pédagogique', from: 'school' },
  },
] as const satisfies readonly Rule[];
