// Socle numerique de base: annex of the 2021 call for elementary schools, now closed; never binding.
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

export const socle2021 = [
  {
    ...inClass,
    id: 'SOC-01',
    title: 'Une vidéoprojection par classe',
    article: 'dans la classe, vidéoprojecteur ou écran',
    require: { gte: ['$school.projectionsAfter', '$school.classesCycles2And3'] },
    message:
      'L’école aura {school.projectionsAfter} vidéoprojections pour {school.classesCycles2And3} classes : complétez si le budget le permet.',
  },
  {
    ...text,
    id: 'SOC-02',
    title: 'Vidéoprojection fixe et prête à l’emploi',
    article: 'dans la classe, fixe et prêt à l’emploi',
    scope: 'line',
    severity: 'reservation',
    categories: ['projector', 'interactiveProjector', 'interactiveDisplay', 'interactiveWhiteboard'],
    when: { eq: ['$line.room', 'classroom'] },
    require: { any: [{ eq: ['$product.wallMounted', true] }, { eq: ['$order.includesInstallation', true] }] },
    message: 'En classe, le matériel est fixé et prêt à l’emploi : ajoutez un support ou la pose.',
    evidence: { what: 'le support ou la prestation de pose', from: 'supplier' },
  },
  {
    ...inClass,
    id: 'SOC-03',
    title: 'Un ordinateur par classe',
    article: 'dans la classe, ordinateur portable',
    require: { gte: ['$school.classComputersAfter', '$school.classesCycles2And3'] },
    message:
      'L’école aura {school.classComputersAfter} ordinateurs de classe pour {school.classesCycles2And3} classes : complétez si le budget le permet.',
  },
  {
    ...inClass,
    id: 'SOC-04',
    title: 'Internet dans chaque classe',
    article: 'dans la classe, connexion internet',
    require: { eq: ['$school.internetInEachClass', true] },
    message: 'Toutes les classes n’ont pas internet : prévoyez le câblage ou le Wi-Fi qui manque.',
  },
  {
    ...inClass,
    id: 'SOC-05',
    title: 'Un appareil de prise de vue',
    article: 'captation d’images',
    require: { gte: ['$school.captureDevicesAfter', 1] },
    message: 'L’école n’aura aucun appareil de prise de vue : un appareil partagé suffit.',
  },
  {
    ...inClass,
    id: 'SOC-06',
    title: 'Haut-parleurs et micro',
    article: 'micro et haut-parleurs',
    note: 'Le partage du micro est une lecture à vérifier.',
    require: {
      all: [{ gte: ['$school.speakersAfter', '$school.classesCycles2And3'] }, { gte: ['$school.microphonesAfter', 1] }],
    },
    message:
      'Il y aura {school.speakersAfter} haut-parleurs pour {school.classesCycles2And3} classes et {school.microphonesAfter} micro : complétez si besoin.',
  },
  {
    ...inClass,
    id: 'SOC-08',
    title: 'Un lot de tablettes ou de portables',
    article: 'pour chaque école, pack de tablettes ou d’ordinateurs',
    require: { gte: ['$school.mobileDevicesAfter', 1] },
    message: 'L’école n’aura ni tablette ni portable d’élèves.',
  },
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
    ...inClass,
    id: 'SOC-12',
    title: 'Un portable pour la direction',
    article: 'pour la direction, ordinateur portable',
    require: { gte: ['$school.headLaptopsAfter', 1] },
    message: 'La direction n’aura pas d’ordinateur portable.',
  },
  {
    ...inClass,
    id: 'SOC-13',
    title: 'Un multifonction en réseau',
    article: 'pour la direction, imprimante copieur scanner en réseau',
    require: { gte: ['$school.networkPrintersAfter', 1] },
    message: 'L’école n’aura pas de multifonction en réseau.',
  },
  {
    ...inClass,
    id: 'SOC-07',
    title: 'Visualiseur, en option',
    article: 'dans la classe, visualiseur (facultatif)',
    when: {
      all: [{ in: ['$school.level', ['elementaire', 'primaire']] }, { eq: ['$school.documentCamerasAfter', 0] }],
    },
    require: false,
    message: 'L’école n’a pas de visualiseur ; le socle le cite en option.',
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
