// DETR, year 2026: yearly State dotation for rural investment, by department.
import { nationalSections } from './sections';
import { confirmed, recalled } from './sourced';
import type { ApplicantKind, ExpenseKind, GrantScheme, RequiredPiece } from './types';

const everyApplicant: readonly ApplicantKind[] = [
  'commune',
  'rpiCommune',
  'epci',
  'communeSyndicate',
  'closedSyndicate',
];

export const detrExpenses = [
  {
    code: 'INV',
    label: 'Matériels et câblage inscrits en investissement',
    part: 'operation',
    categories: [
      'projector',
      'interactiveProjector',
      'interactiveWhiteboard',
      'interactiveDisplay',
      'laptop',
      'desktop',
      'tablet',
      'chargingTrolley',
      'chargingCase',
      'documentCamera',
      'camera',
      'printer',
      'multifunctionPrinter',
      'accessPoint',
      'networkSwitch',
      'router',
      'firewall',
      'nas',
      'server',
      'cabling',
      'installationService',
    ],
    eligible: 'byDepartment',
    confidence: 'confirmed',
    sources: ['detr-form-2026', 'gironde-2017'],
  },
  {
    code: 'FONC',
    label: 'Abonnements, maintenance, formation, consommables (fonctionnement)',
    part: 'operation',
    categories: ['maintenanceService', 'trainingService', 'ent', 'digitalResource', 'printerSupply'],
    eligible: 'no',
    confidence: 'confirmed',
    sources: ['detr-form-2026'],
  },
] as const satisfies readonly ExpenseKind[];

export const detrPieces: readonly RequiredPiece[] = [
  {
    piece: 'applicationForm',
    stage: 'application',
    required: 'always',
    confidence: 'confirmed',
    sources: ['detr-form-2026'],
  },
  {
    piece: 'deliberation',
    stage: 'application',
    required: 'always',
    confidence: 'confirmed',
    sources: ['detr-form-2026'],
    note: 'Peut suivre le dépôt ; exigée pour que le dossier soit complet.',
  },
  {
    piece: 'explanatoryNote',
    stage: 'application',
    required: 'always',
    confidence: 'confirmed',
    sources: ['detr-form-2026', 'meuse-detr'],
  },
  {
    piece: 'financingPlan',
    stage: 'application',
    required: 'always',
    confidence: 'confirmed',
    sources: ['detr-form-2026', 'meuse-detr'],
  },
  { piece: 'quotes', stage: 'application', required: 'always', confidence: 'confirmed', sources: ['detr-form-2026'] },
  {
    piece: 'notStarted',
    stage: 'application',
    required: 'always',
    confidence: 'confirmed',
    sources: ['meuse-detr', 'detr-form-2026'],
  },
  {
    piece: 'schedule',
    stage: 'application',
    required: 'byDepartment',
    confidence: 'confirmed',
    sources: ['haute-saone-detr'],
  },
  {
    piece: 'otherFunders',
    stage: 'application',
    required: 'ifObtained',
    confidence: 'confirmed',
    sources: ['detr-form-2026'],
  },
  {
    piece: 'delegation',
    stage: 'application',
    required: 'ifDelegated',
    confidence: 'confirmed',
    sources: ['detr-form-2026'],
  },
  {
    piece: 'academyOpinion',
    stage: 'application',
    required: 'byDepartment',
    confidence: 'confirmed',
    sources: ['detr-form-2026', 'gironde-2017'],
  },
  {
    piece: 'pedagogicalProject',
    stage: 'application',
    required: 'byDepartment',
    confidence: 'confirmed',
    sources: ['detr-form-2026', 'gironde-2017'],
  },
  {
    piece: 'commencement',
    stage: 'execution',
    required: 'always',
    confidence: 'confirmed',
    sources: ['marne-detr', 'drome-detr'],
  },
  { piece: 'publicity', stage: 'execution', required: 'always', confidence: 'confirmed', sources: ['drome-detr'] },
  { piece: 'paymentRequest', stage: 'payment', required: 'always', confidence: 'confirmed', sources: ['drome-detr'] },
  {
    piece: 'invoiceStatement',
    stage: 'payment',
    required: 'always',
    confidence: 'confirmed',
    sources: ['haute-loire-detr'],
  },
  { piece: 'paidInvoices', stage: 'payment', required: 'always', confidence: 'recalled', sources: [] },
  { piece: 'completion', stage: 'payment', required: 'atBalance', confidence: 'confirmed', sources: ['drome-detr'] },
];

export const detr2026 = {
  id: 'detr',
  version: 2026,
  name: 'Dotation d’équipement des territoires ruraux (2026)',
  shortName: 'DETR',
  status: 'yearly',
  period: {
    opensOn: null,
    closesOn: null,
    confidence: 'confirmed',
    sources: ['marne-detr', 'meuse-detr', 'cher-detr'],
    note: 'Calendrier fixé chaque année par la préfecture, souvent de novembre à février.',
  },
  legalTexts: [
    confirmed('CGCT, articles L. 2334-32 à L. 2334-39 et R. 2334-19 à R. 2334-35', ['cgct-l2334-33', 'cgct-r2334-24']),
  ],
  envelopeCents: null,
  funder: 'État (préfet de département)',
  funderKind: 'state',
  operator: null,
  instructor: 'Préfecture ou sous-préfecture',
  depositedWith: confirmed('Démarche unique nationale DETR-DSIL', ['detr-form-2026', 'maire-info-2024']),
  applicants: [
    { kind: 'commune', confidence: 'confirmed', sources: ['cgct-l2334-33'] },
    { kind: 'rpiCommune', confidence: 'confirmed', sources: ['cgct-l2334-33'] },
    { kind: 'epci', condition: 'À fiscalité propre', confidence: 'confirmed', sources: ['cgct-l2334-33'] },
    {
      kind: 'communeSyndicate',
      condition: 'Article L. 5212-1, 60 000 habitants au plus',
      confidence: 'confirmed',
      sources: ['cgct-l2334-33'],
    },
    {
      kind: 'closedSyndicate',
      condition: 'Article L. 5711-1, 60 000 habitants au plus',
      confidence: 'confirmed',
      sources: ['cgct-l2334-33'],
    },
  ],
  criteria: [
    {
      id: 'DETR-COM',
      appliesTo: ['commune', 'rpiCommune'],
      condition: {
        any: [
          {
            all: [
              { fact: 'commune.zone', is: 'metro' },
              { fact: 'commune.dgfPopulation', atMost: 2000 },
            ],
          },
          {
            all: [
              { fact: 'commune.zone', is: 'overseas' },
              { fact: 'commune.dgfPopulation', atMost: 3500 },
            ],
          },
          {
            all: [
              { fact: 'commune.zone', is: 'metro' },
              { fact: 'commune.dgfPopulation', atMost: 20_000 },
              { fact: 'commune.financialPotentialRatio', below: 13_000 },
            ],
          },
          {
            all: [
              { fact: 'commune.zone', is: 'overseas' },
              { fact: 'commune.dgfPopulation', atMost: 35_000 },
              { fact: 'commune.financialPotentialRatio', below: 13_000 },
            ],
          },
        ],
      },
      severity: 'blocking',
      statement:
        '2 000 habitants au plus (3 500 outre-mer), ou 20 000 au plus (35 000) avec un potentiel financier inférieur à 1,3 fois la moyenne.',
      confidence: 'confirmed',
      sources: ['cgct-l2334-33'],
      note: 'Population DGF (CGCT, article L. 2334-2) : à vérifier. D’autres cas peuvent exister dans la fin de l’article.',
    },
    {
      id: 'DETR-SYND',
      appliesTo: ['communeSyndicate', 'closedSyndicate'],
      condition: { fact: 'applicant.population', atMost: 60_000 },
      severity: 'blocking',
      statement: 'Syndicat de 60 000 habitants au plus ; au-delà, chaque commune dépose sa demande.',
      confidence: 'confirmed',
      sources: ['cgct-l2334-33'],
    },
    {
      id: 'DETR-CAT',
      appliesTo: everyApplicant,
      condition: { fact: 'operation.localCategoryFound', is: true },
      severity: 'reservation',
      statement: 'La commission d’élus du département retient l’équipement numérique scolaire.',
      confidence: 'confirmed',
      sources: ['detr-form-2026'],
    },
    {
      id: 'DETR-NONCOM',
      appliesTo: everyApplicant,
      condition: { fact: 'operation.startedBeforeRequestReceived', is: false },
      severity: 'blocking',
      statement: 'Aucun acte signé (bon de commande, devis) avant la réception de la demande (article R. 2334-24).',
      confidence: 'confirmed',
      sources: ['marne-detr', 'cgct-r2334-24'],
    },
    {
      id: 'DETR-INV',
      appliesTo: everyApplicant,
      condition: { fact: 'operation.investment', is: true },
      severity: 'blocking',
      statement: 'Seules les dépenses d’investissement sont éligibles.',
      confidence: 'confirmed',
      sources: ['detr-form-2026'],
    },
  ],
  basis: confirmed('net', ['detr-form-2026']),
  expenses: detrExpenses,
  funding: [
    {
      part: 'operation',
      per: 'operation',
      rate: confirmed(null, ['cgct-r2334-27'], 'Fixé chaque année par la commission d’élus du département.'),
      lowestRate: confirmed(2000, ['cgct-r2334-27']),
      highestRate: confirmed(8000, ['cgct-r2334-27']),
      rounding: confirmed('euroDown', ['detr-form-2026'], 'Le formulaire demande des euros entiers.'),
    },
  ],
  stacking: {
    highestShare: confirmed(8000, ['own-share']),
    otherPublicAid: confirmed('admittedLocally', ['detr-form-2026']),
    stateDotations: confirmed({ share: 8000, schemes: ['detr', 'dsil', 'dpv', 'dsid'] }, ['cgct-r2334-27']),
  },
  localTerms: true,
  start: {
    ...confirmed('afterReception', ['cgct-r2334-24', 'marne-detr', 'detr-form-2026']),
    article: 'CGCT, article R. 2334-24',
  },
  payment: {
    advance: recalled(3000, '30 % dans la Marne en 2024-2025 ; le pourcentage est fixé par l’arrêté.'),
    beforeBalance: recalled(8000, 'Avance et acomptes : 80 % au plus, à vérifier dans l’arrêté.'),
    terms: 'Avance sur l’acte de commencement, acomptes sur justificatifs, solde à l’achèvement.',
  },
  deadlines: {
    startWithinMonths: confirmed(24, ['cgct-r2334-28'], 'Prolongation d’un an au plus ; le préfet peut fixer moins.'),
    completeWithinMonths: confirmed(48, ['turgot-code'], 'Article R. 2334-29 ; aucun paiement ensuite.'),
  },
  pieces: detrPieces,
  sections: nationalSections,
  specificationPoints: null,
  circuit: [
    {
      step: 'Dépôt',
      what: 'Formulaire national en ligne, accusé de réception avant toute signature.',
      confidence: 'confirmed',
    },
    {
      step: 'Complétude',
      what: 'Le préfet a trois mois pour déclarer le dossier complet ou demander des pièces ; son silence vaut dossier complet.',
      confidence: 'confirmed',
    },
    {
      step: 'Commencement',
      what: 'Dans les deux ans de la notification (article R. 2334-28).',
      confidence: 'confirmed',
    },
    { step: 'Achèvement', what: 'Dans les quatre ans du commencement (article R. 2334-29).', confidence: 'confirmed' },
    {
      step: 'Paiement',
      what: 'Avance sur l’acte de commencement, acomptes sur justificatifs, solde à l’achèvement ; pourcentages fixés par l’arrêté.',
      confidence: 'recalled',
    },
  ],
} as const satisfies GrantScheme;
