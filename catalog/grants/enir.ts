// What the three ENIR calls share: eligible purchases, circuit and composition of the file.

import { unsure } from './sourced';
import type { SourceId } from './sources';
import type { Confidence, ExpenseKind, GrantScheme, RequiredPiece, Sourced } from './types';

const scope: readonly SourceId[] = ['boen-2017-04-06', 'dijon-enir'];

/** Purchases the calls name, as a list for one of them. Only the 2017 and 2020 lists were read. */
export function enirExpenses(confidence: Confidence): readonly ExpenseKind[] {
  const sources = confidence === 'confirmed' ? scope : [];
  return [
    {
      code: 'CLASSE',
      label: 'Équipement de la classe (visualisation collective)',
      part: 'project',
      categories: [
        'projector',
        'interactiveProjector',
        'interactiveWhiteboard',
        'interactiveDisplay',
        'laptop',
        'desktop',
        'documentCamera',
      ],
      eligible: 'yes',
      confidence,
      sources,
    },
    {
      code: 'ELEVES',
      label: 'Équipement des élèves sur le modèle de la classe mobile',
      part: 'project',
      categories: ['tablet', 'chargingTrolley', 'chargingCase', 'headset'],
      eligible: 'yes',
      condition: 'Usage collectif (classe mobile) : pas une tablette par enfant.',
      confidence,
      sources,
    },
    {
      code: 'ECOLE',
      label: 'Équipement de l’école (son, image, code et robots)',
      part: 'project',
      categories: ['camera', 'microphone', 'speakers', 'robot'],
      eligible: 'yes',
      confidence,
      sources,
    },
    {
      code: 'RESEAU',
      label: 'Wi-Fi de l’école, remise à niveau de l’accès Internet',
      part: 'project',
      categories: ['accessPoint', 'networkSwitch', 'router', 'cabling'],
      eligible: 'yes',
      confidence,
      sources,
    },
    {
      code: 'SERVICES',
      label: 'Services d’échange (ENT, plateforme), logiciels',
      part: 'project',
      categories: ['ent', 'software', 'mdm'],
      eligible: 'yes',
      confidence,
      sources,
    },
    {
      code: 'INGENIERIE',
      label: 'Ingénierie et accompagnement du projet',
      part: 'project',
      categories: ['installationService', 'trainingService'],
      eligible: 'yes',
      confidence,
      sources: confidence === 'confirmed' ? ['dijon-enir'] : [],
    },
    {
      code: 'MAINT',
      label: 'Maintenance, abonnements',
      part: 'project',
      categories: ['maintenanceService'],
      eligible: 'toVerify',
      confidence: 'unsure',
      sources: [],
    },
    {
      code: 'CONSO',
      label: 'Consommables',
      part: 'project',
      categories: ['printerSupply'],
      eligible: 'no',
      confidence: 'recalled',
      sources: [],
    },
  ];
}

/** Composition of the file. Its own list (point 6 of the specification) could not be read, the project apart. */
export const enirPieces: readonly RequiredPiece[] = [
  { piece: 'applicationForm', stage: 'application', required: 'always', confidence: 'recalled', sources: [] },
  {
    piece: 'pedagogicalProject',
    stage: 'application',
    required: 'always',
    confidence: 'confirmed',
    sources: ['enir-presentation'],
  },
  { piece: 'startingPoint', stage: 'application', required: 'always', confidence: 'recalled', sources: [] },
  { piece: 'needsTable', stage: 'application', required: 'always', confidence: 'recalled', sources: [] },
  { piece: 'financingPlan', stage: 'application', required: 'always', confidence: 'recalled', sources: [] },
  { piece: 'quotes', stage: 'application', required: 'always', confidence: 'recalled', sources: [] },
  { piece: 'deliberation', stage: 'application', required: 'always', confidence: 'recalled', sources: [] },
  { piece: 'academyOpinion', stage: 'application', required: 'always', confidence: 'recalled', sources: [] },
  { piece: 'statutes', stage: 'application', required: 'ifEpci', confidence: 'recalled', sources: [] },
  { piece: 'agreement', stage: 'agreement', required: 'always', confidence: 'recalled', sources: [] },
  { piece: 'bankDetails', stage: 'agreement', required: 'always', confidence: 'recalled', sources: [] },
  { piece: 'paymentRequest', stage: 'payment', required: 'always', confidence: 'unsure', sources: [] },
  { piece: 'invoiceStatement', stage: 'payment', required: 'always', confidence: 'unsure', sources: [] },
  { piece: 'paidInvoices', stage: 'payment', required: 'always', confidence: 'unsure', sources: [] },
  { piece: 'serviceFait', stage: 'payment', required: 'always', confidence: 'unsure', sources: [] },
];

export const enirCircuit: GrantScheme['circuit'] = [
  {
    step: 'Préparation',
    what: 'La commune, l’équipe de l’école et l’académie préparent ensemble le projet.',
    confidence: 'confirmed',
  },
  { step: 'Avis', what: 'Avis de l’IEN, puis du DASEN ou du DAN.', confidence: 'recalled' },
  { step: 'Dépôt', what: 'Dépôt à l’académie ou à la DSDEN, sur le formulaire de l’appel.', confidence: 'recalled' },
  { step: 'Sélection', what: 'L’académie classe, un comité national décide.', confidence: 'recalled' },
  { step: 'Convention', what: 'Une convention par collectivité, pour toutes ses écoles.', confidence: 'recalled' },
  {
    step: 'Paiement',
    what: 'Avance à la signature, solde sur justificatifs ; répartition non communiquée.',
    confidence: 'unsure',
  },
  { step: 'Durée', what: 'Une ou deux années scolaires.', confidence: 'unsure' },
];

/** None of the three texts could be read on this point: both amounts are computed and a person chooses, with a reason. */
export const enirBasis: Sourced<'net' | 'gross'> = unsure(
  'gross',
  'Assiette HT ou TTC non lue dans le texte de l’appel : les deux montants sont calculés.',
);

/** Shares and durations were not read in any of the three texts. */
export const enirPayment = {
  payment: {
    advance: unsure(null, 'Avance et solde : répartition non communiquée.'),
    beforeBalance: unsure(null),
    terms: 'Avance à la signature de la convention, solde sur justificatifs.',
  },
  deadlines: { startWithinMonths: unsure(null), completeWithinMonths: unsure(null, 'Une ou deux années scolaires.') },
} as const satisfies Pick<GrantScheme, 'payment' | 'deadlines'>;
