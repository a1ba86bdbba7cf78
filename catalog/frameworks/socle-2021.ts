// The basic digital equipment of schools: annex of the call of 2021.
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
] as const satisfies readonly Rule[];
