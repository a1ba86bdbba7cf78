// Internet in class: circular of 2004 on filtering and on the charter of use.
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
const circular = {
  ...text,
  framework: 'Circulaire sur l’usage d’internet dans le cadre pédagogique',
  edition: 'n° 2004-035 du 18 février 2004',
  nature: 'circular',
  sources: [sources.filtering],
} as const;

export const internetUse2004 = [
  {
    ...circular,
    id: 'MIN-04',
    title: 'Accès à internet filtré',
    article: 'filtrage',
    scope: 'school',
    categories: ['tablet', 'laptop', 'desktop', 'accessPoint', 'router'],
    when: { in: ['$school.level', ['maternelle', 'elementaire', 'primaire']] },
    require: { eq: ['$school.internetFiltering', true] },
    severity: 'reservation',
    message:
      'L’école n’a pas de filtrage d’internet : prévoyez-en un (proxy académique, pare-feu ou DNS filtrant) ou dites qui s’en charge.',
    evidence: { what: 'la solution de filtrage en place ou commandée', from: 'school' },
  },
  {
    ...circular,
    id: 'MIN-05',
    title: 'Accès à internet journalisés',
    article: 'contrôle a posteriori',
    scope: 'school',
    categories: ['accessPoint', 'router', 'firewall', 'webFilter'],
    require: { eq: ['$school.accessLogging', true] },
    severity: 'reservation',
    message: 'Les accès à internet de l’école ne sont pas journalisés : activez les journaux ou dites qui s’en charge.',
    evidence: { what: 'le paramétrage des journaux', from: 'school' },
  },
  {
    ...circular,
    id: 'MIN-07',
    title: 'Charte d’usage d’internet',
    article: 'charte',
    scope: 'school',
    stage: 'reception',
    categories: ['tablet', 'laptop'],
    require: { known: '$school.internetCharterOn' },
    severity: 'recommendation',
    message: 'Notez la date de la charte d’usage d’internet annexée au règlement intérieur.',
    evidence: { what: 'la charte datée', from: 'school' },
  },
] as const satisfies readonly Rule[];
