// Code de l'education: who equips which schools, and who maintains the equipment.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  framework: 'Code de l’éducation',
  edition: 'en vigueur',
  nature: 'law',
  opposable: true,
  confidence: 'confirmed',
  enabled: true,
  stage: 'order',
} as const;

export const educationCode = [
  {
    ...text,
    id: 'EDU-01',
    title: 'École publique équipée par la collectivité compétente',
    edition: 'version du 4 mars 2022',
    article: 'art. L. 212-4',
    sources: [sources.codeL2124, sources.question16623],
    scope: 'school',
    when: {
      all: [{ eq: ['$school.sector', 'public'] }, { in: ['$school.level', ['maternelle', 'elementaire', 'primaire']] }],
    },
    require: { any: [{ eq: ['$buyer.kind', 'commune'] }, { eq: ['$buyer.schoolCompetence', true] }] },
    severity: 'blocking',
    message:
      'L’équipement d’une école publique revient à la commune, ou à la collectivité à qui elle a transféré cette compétence. Faites passer la commande par elle, ou joignez la délibération de transfert.',
    evidence: { what: 'les statuts ou la délibération qui transfère la compétence scolaire', from: 'secretary' },
  },
  {
    ...text,
    id: 'EDU-02',
    title: 'Collèges et lycées hors du champ communal',
    edition: 'issu de la loi n° 2013-595',
    article: 'art. L. 213-2 et L. 214-6',
    sources: [sources.sdetArticles],
    scope: 'school',
    when: { in: ['$school.level', ['college', 'lycee']] },
    require: { in: ['$buyer.kind', ['departement', 'region']] },
    severity: 'blocking',
    message:
      'Un collège relève du département, un lycée de la région : retirez ces lignes, ou faites commander la collectivité compétente.',
    evidence: { what: 'la convention de mutualisation qui autorise l’achat', from: 'secretary' },
  },
  {
    ...text,
    id: 'EDU-03',
    title: 'Maintenance prévue pour le matériel',
    article: 'art. L. 212-5 ; réponse à la question AN 12-16623',
    sources: [sources.codeL2125, sources.question16623],
    scope: 'line',
    categories: [
      'tablet',
      'laptop',
      'desktop',
      'interactiveDisplay',
      'projector',
      'interactiveProjector',
      'accessPoint',
      'networkSwitch',
      'server',
      'nas',
      'multifunctionPrinter',
    ],
    when: { eq: ['$school.sector', 'public'] },
    require: { any: [{ gte: ['$line.maintenanceYears', 1] }, { gte: ['$product.warrantyYears', 1] }] },
    severity: 'reservation',
    message:
      'La commune paie l’entretien du matériel de ses écoles, et rien ne couvre cette ligne : ajoutez une maintenance, choisissez une référence garantie, ou dites qui s’en charge.',
    evidence: { what: 'la durée de la garantie ou le contrat de maintenance', from: 'supplier' },
  },
  {
    ...text,
    id: 'EDU-06',
    title: 'Téléphones destinés aux élèves',
    article: 'art. L. 511-5',
    note: 'Évolutions de 2025 et 2026 à vérifier.',
    sources: [sources.schoolPhones],
    scope: 'line',
    categories: ['smartphone'],
    when: { in: ['$line.usage', ['sharedByPupils', 'onePerPupil']] },
    require: { eq: ['$school.pedagogicalProject', true] },
    severity: 'reservation',
    message:
      'À l’école, un téléphone d’élève ne sert qu’à un usage pédagogique prévu par le règlement intérieur : joignez ce règlement ou le projet.',
    evidence: { what: 'le règlement intérieur ou le projet pédagogique', from: 'school' },
  },
] as const satisfies readonly Rule[];
