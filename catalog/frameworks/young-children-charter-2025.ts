// Young children and screens: the national charter of 2025.
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

export const youngChildrenCharter2025 = [
  {
    ...text,
    id: 'MIN-01',
    title: 'Pas d’écran pour les moins de 3 ans',
    from: '2025-07-03',
    framework: 'Charte nationale d’accueil du jeune enfant',
    edition: 'arrêté en vigueur le 3 juillet 2025',
    article: 'annexe',
    nature: 'decree',
    sources: [sources.youngChildren],
    scope: 'line',
    categories: ['tablet', 'interactiveDisplay', 'television', 'projector', 'smartphone', 'laptop'],
    when: { any: [{ eq: ['$school.level', 'nursery'] }, { eq: ['$line.room', 'nursery'] }] },
    require: { nin: ['$line.usage', ['sharedByPupils', 'onePerPupil']] },
    severity: 'blocking',
    message:
      'Dans un lieu d’accueil, les enfants de moins de 3 ans ne sont pas exposés aux écrans : réservez ce matériel aux adultes ou retirez la ligne.',
    evidence: { what: 'l’usage prévu (enfants ou adultes)', from: 'secretary' },
  },
] as const satisfies readonly Rule[];
