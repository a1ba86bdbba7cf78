// The pieces that application and payment files ask for, and who makes and signs each.

export interface Piece {
  readonly label: string;
  /** `tool`: produced here, complete. `assisted`: drafted here, finished by a person. `external`: to be joined. */
  readonly madeBy: 'tool' | 'assisted' | 'external';
  readonly signedBy?: 'mayor' | 'headTeacher';
  readonly endorsedBy?: 'inspector' | 'accountant';
  readonly note?: string;
}

export const grantPieces = {
  applicationForm: { label: 'Formulaire de demande renseigné', madeBy: 'tool' },
  deliberation: {
    label: 'Délibération adoptant l’opération, arrêtant son financement et sollicitant l’aide',
    madeBy: 'assisted',
    signedBy: 'mayor',
    note: 'Une décision du maire ou du président n’est pas recevable pour la DETR (CGCT, article L. 2121-29) ; à transmettre au contrôle de légalité.',
  },
  explanatoryNote: {
    label: 'Note explicative : objet, objectifs, durée, coût prévisionnel, aide sollicitée',
    madeBy: 'assisted',
  },
  financingPlan: { label: 'Plan de financement prévisionnel', madeBy: 'tool' },
  quotes: { label: 'Devis descriptifs détaillés, ou bordereau des prix et extrait de l’accord-cadre', madeBy: 'tool' },
  schedule: { label: 'Échéancier de réalisation et des dépenses', madeBy: 'tool' },
  notStarted: {
    label: 'Attestation de non-commencement et engagement à ne pas commencer',
    madeBy: 'tool',
    signedBy: 'mayor',
  },
  pedagogicalProject: {
    label: 'Projet pédagogique de l’école',
    madeBy: 'assisted',
    signedBy: 'headTeacher',
    endorsedBy: 'inspector',
  },
  startingPoint: { label: 'État de l’équipement et de la connexion existants', madeBy: 'assisted' },
  needsTable: { label: 'Tableau des besoins par école, classe et élève', madeBy: 'tool' },
  academyOpinion: { label: 'Avis de l’IEN, du DASEN ou du DAN', madeBy: 'external' },
  otherFunders: { label: 'Décisions des autres financeurs, obtenues ou demandes déposées', madeBy: 'external' },
  bankDetails: { label: 'Relevé d’identité bancaire', madeBy: 'external' },
  statutes: { label: 'Statuts ou arrêté attribuant la compétence scolaire', madeBy: 'external' },
  delegation: { label: 'Convention de délégation de maîtrise d’ouvrage', madeBy: 'external' },
  groupement: {
    label: 'Convention constitutive du groupement de commandes ou d’adhésion à la centrale d’achat',
    madeBy: 'external',
  },
  agreement: { label: 'Convention signée entre l’académie et la collectivité', madeBy: 'external' },
  commencement: {
    label: 'Déclaration de commencement d’exécution et acte juridique',
    madeBy: 'assisted',
    signedBy: 'mayor',
  },
  paymentRequest: { label: 'Demande de versement (avance, acompte, solde)', madeBy: 'assisted', signedBy: 'mayor' },
  invoiceStatement: {
    label: 'État récapitulatif des factures et mandats',
    madeBy: 'assisted',
    signedBy: 'mayor',
    endorsedBy: 'accountant',
  },
  paidInvoices: { label: 'Factures acquittées', madeBy: 'external' },
  completion: {
    label: 'Attestation d’achèvement, de conformité et de coût final',
    madeBy: 'assisted',
    signedBy: 'mayor',
  },
  publicity: { label: 'Preuve d’affichage et de publication du plan de financement', madeBy: 'external' },
  serviceFait: { label: 'Attestation de service fait par école', madeBy: 'assisted', signedBy: 'mayor' },
} as const satisfies Record<string, Piece>;

export type PieceCode = keyof typeof grantPieces;
