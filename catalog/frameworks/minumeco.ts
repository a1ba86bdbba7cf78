// The national guide on responsible digital purchasing (MiNumEco).
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  opposable: false,
  confidence: 'confirmed',
  enabled: true,
  scope: 'product',
  stage: 'catalogue',
  severity: 'recommendation',
  evidence: { what: 'la fiche technique', from: 'supplier' },
} as const;
const national = {
  ...text,
  framework: 'Guide achats numériques responsables',
  edition: 'MiNumEco',
  nature: 'nationalGuide',
} as const;
const forConsultations = {
  scope: 'consultation',
  stage: 'consultation',
  evidence: { what: 'la clause du cahier des charges', from: 'syndicat' },
} as const;
const preparation = { ...national, ...forConsultations, sources: [sources.guideOffice] } as const;

export const minumeco = [
  {
    ...national,
    id: 'GAN-04',
    title: 'Recto verso et papier recyclé',
    article: 'fiche impression, § B',
    sources: [sources.guidePrinting],
    categories: ['printer', 'multifunctionPrinter'],
    require: { all: [{ eq: ['$product.automaticDuplex', true] }, { eq: ['$product.recycledPaper', true] }] },
    message: 'Préférez une imprimante à recto verso automatique qui accepte le papier recyclé.',
  },
  {
    ...national,
    id: 'GAN-03',
    title: 'Location de 3 ans au plus',
    article: 'fiche bureautique, acheter ou louer',
    sources: [sources.guideOffice],
    scope: 'line',
    stage: 'order',
    when: { eq: ['$line.acquisition', 'rental'] },
    require: { lte: ['$line.rentalMonths', 36] },
    message: 'La location dure {line.rentalMonths} mois : au-delà de 36, l’achat est préférable.',
    evidence: { what: 'la durée de la location', from: 'secretary' },
  },
  {
    ...national,
    id: 'GAN-06',
    title: 'Garantie de la batterie annoncée',
    article: 'fiche bureautique, batterie',
    sources: [sources.guideOffice],
    categories: ['tablet', 'laptop'],
    require: { known: '$product.batteryWarrantyYears' },
    message: 'La garantie de la batterie n’est pas dite : demandez-la au fournisseur.',
  },
  {
    ...national,
    id: 'ENR-02',
    title: 'Écolabel',
    article: 'fiches bureautique et impression',
    sources: [sources.guideOffice, sources.guidePrinting],
    categories: ['laptop', 'desktop', 'monitor', 'printer', 'multifunctionPrinter', 'interactiveDisplay'],
    require: {
      in: [
        '$product.ecolabel',
        ['epeatGold', 'epeatSilver', 'tco', 'blueAngel', 'nordicSwan', 'energyStar', 'euEcolabel'],
      ],
    },
    message: 'Préférez une référence qui porte un écolabel reconnu ou son équivalent.',
  },
  {
    ...national,
    id: 'GAN-05',
    title: 'Multifonction accessible',
    article: 'fiche impression, § B, ergonomie',
    sources: [sources.guidePrinting],
    categories: ['multifunctionPrinter'],
    require: { eq: ['$product.wheelchairAccessible', true] },
    message: 'Ce multifonction n’est pas accessible à une personne en fauteuil : préférez-en un qui le soit.',
    evidence: { what: 'la fiche d’accessibilité', from: 'supplier' },
  },
  {
    ...national,
    id: 'GAN-07',
    title: 'Part de plastique recyclé connue',
    article: 'fiche bureautique, plastique recyclé',
    sources: [sources.guideOffice],
    categories: ['laptop', 'desktop', 'monitor', 'printer'],
    require: { known: '$product.recycledPlasticPercent' },
    message: 'La part de plastique recyclé n’est pas donnée : demandez-la au fournisseur.',
    evidence: { what: 'la déclaration environnementale', from: 'supplier' },
  },
  {
    ...preparation,
    id: 'CCP-04',
    title: 'Environnement : au moins 10 % de la note',
    article: 'fiche bureautique, § C',
    when: { gte: ['$consultation.environmentalCriteria', 1] },
    require: { gte: ['$consultation.environmentWeightPercent', 10] },
    message:
      'Le critère environnemental pèse {consultation.environmentWeightPercent} %, trop peu pour départager les offres : donnez-lui au moins 10 %.',
    evidence: { what: 'la pondération des critères', from: 'syndicat' },
  },
  {
    ...preparation,
    id: 'CCP-07',
    title: 'Sourçage avant la consultation',
    article: 'fiche bureautique, § 2',
    require: { eq: ['$consultation.sourcingDone', true] },
    message: 'Aucun sourçage n’est noté : interrogez constructeurs et distributeurs avant d’écrire le besoin.',
    evidence: { what: 'le compte rendu de sourçage', from: 'syndicat' },
  },
] as const satisfies readonly Rule[];
