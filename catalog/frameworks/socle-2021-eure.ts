// The basic digital equipment as read by the education authority of the Eure in 2021.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: '2021-01-14',
  until: null,
  framework: 'Socle numérique de base',
  edition: 'annexe de l’appel à projets du 14 janvier 2021',
  nature: 'nationalFramework',
  opposable: false,
  confidence: 'confirmed',
  enabled: true,
  scope: 'school',
  stage: 'order',
  severity: 'recommendation',
  sources: [sources.socleItems, sources.socleEure, sources.socleCall],
} as const;
const inClass = {
  ...text,
  when: { in: ['$school.level', ['elementaire', 'primaire']] },
  evidence: { what: 'l’équipement actuel de l’école', from: 'school' },
} as const;
const academic = {
  ...text,
  framework: 'Socle numérique de base, lecture académique',
  edition: 'DSDEN de l’Eure, 2021',
  nature: 'academicGuide',
  sources: [sources.socleEure],
} as const;

export const socle2021Eure = [
  {
    ...academic,
    id: 'SOC-09',
    title: '10 tablettes ou portables pour 4 classes',
    article: '10, 12 ou 15 terminaux pour 4 classes',
    when: inClass.when,
    evidence: inClass.evidence,
    require: {
      gte: ['$school.mobileDevicesAfter', { mul: [10, { ceil: { div: ['$school.classesCycles2And3', 4] } }] }],
    },
    message:
      'L’école aura {school.mobileDevicesAfter} tablettes et portables pour {school.classesCycles2And3} classes ; le repère est de 10 par tranche de 4 classes.',
  },
  {
    ...academic,
    id: 'SOC-10',
    title: 'Recharge et gestion des tablettes partagées',
    article: 'malle et gestion de flotte',
    scope: 'line',
    severity: 'reservation',
    categories: ['tablet'],
    when: { eq: ['$line.usage', 'sharedByPupils'] },
    require: {
      all: [
        { gte: ['$school.chargingSlotsAfter', '$school.mobileDevicesAfter'] },
        { eq: ['$school.mdmCoversDevices', true] },
      ],
    },
    message:
      'Pour {school.mobileDevicesAfter} appareils, il y aura {school.chargingSlotsAfter} emplacements de recharge : ajoutez un chariot ou une valise, et des licences de gestion de flotte pour tous.',
    evidence: { what: 'le nombre d’emplacements de recharge et de licences', from: 'school' },
  },
  {
    ...academic,
    id: 'SOC-11',
    title: 'Wi-Fi pour les tablettes',
    article: 'points d’accès débrayables',
    severity: 'reservation',
    categories: ['tablet'],
    require: { gte: ['$school.accessPointsAfter', 1] },
    message:
      'Des tablettes sont commandées pour une école sans borne Wi-Fi : ajoutez une borne, ou dites comment elles se connecteront.',
    evidence: { what: 'le nombre de bornes Wi-Fi de l’école', from: 'school' },
  },
  {
    ...academic,
    id: 'SOC-14',
    title: 'Partage des travaux d’élèves',
    article: 'partage des travaux, si possible',
    require: { eq: ['$school.workSharing', true] },
    message: 'L’école n’a ni ENT, ni nuage, ni serveur pour partager les travaux des élèves.',
    evidence: { what: 'le service utilisé', from: 'school' },
  },
] as const satisfies readonly Rule[];
