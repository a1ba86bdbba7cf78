// Articles of a convention constitutive of a groupement de commandes, and the powers it may entrust to its coordinator.
import type { Confidence } from '../thresholds/types';

const version = '2026-11-23';

/** What must be true of the convention for an article to stand; all of them together. */
export type ConventionCondition =
  | 'permanent'
  | 'single'
  | 'eachSigns'
  | 'coordinatorSigns'
  | 'coordinatorExecutes'
  | 'caoCoordinator'
  | 'caoGroup'
  | 'free'
  | 'fixedFee'
  | 'proRata'
  | 'withdrawalTerms'
  | 'liabilityTerms'
  | 'privacyTerms';

/** What the writer inserts after the text of an article. */
export type ConventionInsert = 'powers' | 'parties' | 'shares';

export const conventionBlanks = [
  'reference',
  'object',
  'coordinator',
  'memberCount',
  'startsOn',
  'endsOn',
  'withdrawalMonths',
  'fee',
  'cost',
  'costKey',
  'withdrawalTerms',
  'liabilityTerms',
  'privacyTerms',
] as const;
export type ConventionBlank = (typeof conventionBlanks)[number];

export interface ConventionClause {
  readonly id: string;
  /** Day this wording was fixed: a clause is never edited once in force, a new version replaces it. */
  readonly version: string;
  /** Clauses of one title make one article. */
  readonly title: string;
  readonly basis: string;
  readonly confidence: Confidence;
  readonly when?: readonly ConventionCondition[];
  /** Blanks in braces; a paragraph that starts with « • » is an item of a list. */
  readonly paragraphs: readonly string[];
  readonly insert?: ConventionInsert;
}

export interface CoordinatorPower {
  readonly id: string;
  readonly label: string;
  readonly basis: string;
  readonly confidence: Confidence;
  /** Proposed ticked under these variants of execution; the buyer decides. */
  readonly proposed: readonly ('eachSigns' | 'coordinatorSigns' | 'coordinatorExecutes')[];
}

const always = ['eachSigns', 'coordinatorSigns', 'coordinatorExecutes'] as const;
const signing = ['coordinatorSigns', 'coordinatorExecutes'] as const;
const executing = ['coordinatorExecutes'] as const;

export const coordinatorPowers = [
  {
    id: 'needs',
    label: 'Recueillir et consolider les besoins des membres',
    basis: 'CCP L2113-7 et R2121-1',
    confidence: 'confirmed',
    proposed: always,
  },
  {
    id: 'procedure',
    label: 'Choisir la procédure et l’allotissement, selon la valeur de l’ensemble des besoins',
    basis: 'CCP L2113-7, L2113-10 et R2121-1',
    confidence: 'confirmed',
    proposed: always,
  },
  {
    id: 'file',
    label: 'Rédiger le dossier de consultation des entreprises',
    basis: 'CCP L2113-7 et R2132-2',
    confidence: 'confirmed',
    proposed: always,
  },
  {
    id: 'publicity',
    label: 'Publier les avis et répondre aux questions des candidats',
    basis: 'CCP L2113-7, R2131-12, R2131-16 et R2132-6',
    confidence: 'confirmed',
    proposed: always,
  },
  {
    id: 'offers',
    label: 'Recevoir, ouvrir et analyser les candidatures et les offres, demander leur régularisation',
    basis: 'CCP L2113-7, R2151-5 et R2152-2',
    confidence: 'confirmed',
    proposed: always,
  },
  {
    id: 'cao',
    label: 'Convoquer la commission d’appel d’offres et en tenir le secrétariat',
    basis: 'CGCT L1414-3',
    confidence: 'recalled',
    proposed: always,
  },
  {
    id: 'letters',
    label: 'Informer les candidats du rejet de leur offre et de ses motifs',
    basis: 'CCP R2181-2 à R2181-4',
    confidence: 'confirmedSecondary',
    proposed: always,
  },
  {
    id: 'signature',
    label: 'Signer les marchés au nom et pour le compte des membres',
    basis: 'CCP L2113-7',
    confidence: 'confirmed',
    proposed: signing,
  },
  {
    id: 'legality',
    label: 'Transmettre les marchés au contrôle de légalité',
    basis: 'CGCT L2131-1 et D2131-5-1',
    confidence: 'recalled',
    proposed: signing,
  },
  {
    id: 'notification',
    label: 'Notifier les marchés aux titulaires',
    basis: 'CCP L2113-7',
    confidence: 'confirmed',
    proposed: signing,
  },
  {
    id: 'openData',
    label: 'Publier l’avis d’attribution et les données essentielles des marchés',
    basis: 'CCP R2183-1 et R2196-1',
    confidence: 'confirmedSecondary',
    proposed: signing,
  },
  {
    id: 'amendments',
    label: 'Conclure les modifications et décider des reconductions',
    basis: 'CCP L2113-7, L2194-1 et R2112-4',
    confidence: 'recalled',
    proposed: signing,
  },
  {
    id: 'orders',
    label: 'Émettre les bons de commande pour le compte des membres',
    basis: 'CCP L2113-7 et R2162-13',
    confidence: 'confirmed',
    proposed: executing,
  },
  {
    id: 'payment',
    label: 'Recevoir les factures, payer les titulaires et demander leur remboursement aux membres',
    basis: 'CCP L2113-7 ; opérations pour compte de tiers, à arrêter avec le comptable',
    confidence: 'unsure',
    proposed: executing,
  },
] as const satisfies readonly CoordinatorPower[];

export const conventionClauses = [
  {
    id: 'convention-object',
    version,
    title: 'Objet',
    basis: 'CCP L2113-6',
    confidence: 'confirmed',
    paragraphs: [
      'Il est constitué entre les parties un groupement de commandes, régi par les articles L2113-6 à L2113-8 du code de la commande publique, pour passer conjointement les marchés et accords-cadres ayant pour objet : {object}.',
      'La présente convention en définit les règles de fonctionnement. Le groupement n’a pas la personnalité morale.',
    ],
  },
  {
    id: 'convention-members',
    version,
    title: 'Membres',
    basis: 'CCP L2113-6, L2113-7 et R2162-6',
    confidence: 'confirmed',
    paragraphs: [
      'Sont membres du groupement le coordonnateur et les collectivités désignées à l’annexe 1 ({memberCount}), avec leur SIRET, leur représentant et la délibération qui autorise celui-ci à signer.',
      'Seuls les membres dont la délibération est exécutoire et qui ont signé la présente convention avant le lancement d’une consultation sont des acheteurs identifiés dans cette consultation. Un membre qui rejoint le groupement après ce lancement ne peut pas commander sous les marchés qui en sont issus.',
    ],
  },
  {
    id: 'convention-duration-permanent',
    version,
    title: 'Durée',
    basis: 'CCP L2113-7',
    confidence: 'recalled',
    when: ['permanent'],
    paragraphs: [
      'Le groupement est permanent. Il est constitué à compter du {startsOn} {endsOn}.',
      'La convention produit ses effets à l’égard de chaque membre à compter de sa signature par celui-ci.',
    ],
  },
  {
    id: 'convention-duration-single',
    version,
    title: 'Durée',
    basis: 'CCP L2113-7',
    confidence: 'recalled',
    when: ['single'],
    paragraphs: [
      'Le groupement est constitué pour le seul achat désigné à l’article 1, à compter du {startsOn} {endsOn}.',
      'La convention produit ses effets à l’égard de chaque membre à compter de sa signature par celui-ci.',
    ],
  },
  {
    id: 'convention-coordinator',
    version,
    title: 'Coordonnateur et missions',
    basis: 'CCP L2113-7',
    confidence: 'confirmed',
    paragraphs: [
      '{coordinator} est désigné coordonnateur du groupement. Il a la qualité de pouvoir adjudicateur. Les membres lui confient, en leur nom et pour leur compte, les missions suivantes :',
    ],
    insert: 'powers',
  },
  {
    id: 'convention-member-duties',
    version,
    title: 'Obligations des membres',
    basis: 'CCP R2121-1, R2162-6 et R2162-13',
    confidence: 'confirmed',
    paragraphs: [
      'Chaque membre :',
      '• transmet au coordonnateur l’état de ses besoins, signé, avant la date fixée pour chaque recensement ;',
      '• inscrit à son budget les crédits correspondants ;',
      '• n’achète pas par ailleurs, pendant la durée des marchés, les fournitures qu’il a déclarées au recensement, sauf accord du coordonnateur ;',
      '• porte sans délai à la connaissance du coordonnateur toute difficulté d’exécution.',
    ],
  },
  {
    id: 'convention-execution-each',
    version,
    title: 'Signature et exécution des marchés',
    basis: 'CCP L2113-7 ; variante 7a',
    confidence: 'confirmed',
    when: ['eachSigns'],
    paragraphs: [
      'Le coordonnateur conduit la procédure jusqu’au choix des titulaires. Chaque membre signe et notifie le marché correspondant à ses besoins, puis en assure l’exécution : il émet les bons de commande, vérifie et admet les fournitures, reçoit les factures et les paie.',
      'Pour chaque commande, les quatre rôles sont tenus comme suit :',
    ],
    insert: 'parties',
  },
  {
    id: 'convention-execution-signed',
    version,
    title: 'Signature et exécution des marchés',
    basis: 'CCP L2113-7 ; variante 7b',
    confidence: 'confirmed',
    when: ['coordinatorSigns'],
    paragraphs: [
      'Le coordonnateur signe et notifie les marchés au nom et pour le compte des membres. Chaque membre en assure ensuite l’exécution pour ses besoins : il émet les bons de commande, vérifie et admet les fournitures, reçoit les factures et les paie.',
      'Pour chaque commande, les quatre rôles sont tenus comme suit :',
    ],
    insert: 'parties',
  },
  {
    id: 'convention-execution-coordinator',
    version,
    title: 'Signature et exécution des marchés',
    basis: 'CCP L2113-7 ; variante 7c ; imputation à arrêter avec le comptable assignataire',
    confidence: 'unsure',
    when: ['coordinatorExecutes'],
    paragraphs: [
      'Le coordonnateur signe, notifie et exécute les marchés au nom et pour le compte des membres : il émet les bons de commande, reçoit les factures et paie les titulaires. Il demande ensuite à chaque membre le remboursement des dépenses faites pour son compte, par titre de recettes, pièces justificatives à l’appui.',
      'Chaque membre vérifie les fournitures livrées à ses écoles et en est propriétaire dès leur admission. Pour chaque commande, les rôles sont tenus comme suit :',
    ],
    insert: 'parties',
  },
  {
    id: 'convention-cao-coordinator',
    version,
    title: 'Commission d’appel d’offres',
    basis: 'CGCT L1414-3, II',
    confidence: 'recalled',
    when: ['caoCoordinator'],
    paragraphs: [
      'La commission d’appel d’offres du groupement est celle du coordonnateur. Ses membres reçoivent le rapport d’analyse avant la séance ; le président peut inviter, avec voix consultative, des représentants des membres et des personnes compétentes.',
    ],
  },
  {
    id: 'convention-cao-group',
    version,
    title: 'Commission d’appel d’offres',
    basis: 'CGCT L1414-3, I',
    confidence: 'recalled',
    when: ['caoGroup'],
    paragraphs: [
      'Une commission d’appel d’offres est instaurée pour le groupement. Elle comprend un représentant élu parmi les membres à voix délibérative de la commission de chaque membre qui en a une, et un représentant désigné par chacun des autres membres. Elle est présidée par le représentant du coordonnateur. Un suppléant peut être prévu pour chaque représentant.',
    ],
  },
  {
    id: 'convention-cost-free',
    version,
    title: 'Frais de fonctionnement',
    basis: 'CCP L2113-7',
    confidence: 'recalled',
    when: ['free'],
    paragraphs: [
      'Le coordonnateur exerce ses missions à titre gratuit. Aucune participation n’est demandée aux membres.',
    ],
  },
  {
    id: 'convention-cost-fixed',
    version,
    title: 'Frais de fonctionnement',
    basis: 'CCP L2113-7',
    confidence: 'recalled',
    when: ['fixedFee'],
    paragraphs: [
      'Chaque membre verse au coordonnateur une participation forfaitaire de {fee}, appelée par titre de recettes après la notification du premier marché.',
    ],
    insert: 'shares',
  },
  {
    id: 'convention-cost-pro-rata',
    version,
    title: 'Frais de fonctionnement',
    basis: 'CCP L2113-7',
    confidence: 'recalled',
    when: ['proRata'],
    paragraphs: [
      'Les frais du groupement, évalués à {cost}, sont répartis entre les membres au prorata du critère suivant : {costKey}. Les parts sont arrondies au centime, les centimes restants allant aux plus forts restes, de sorte que leur somme égale les frais. Elles sont appelées par titre de recettes après la notification du premier marché.',
    ],
    insert: 'shares',
  },
  {
    id: 'convention-entry',
    version,
    title: 'Adhésion',
    basis: 'CCP L2113-7 et R2162-6',
    confidence: 'confirmed',
    paragraphs: [
      'Toute collectivité compétente peut rejoindre le groupement par délibération de son assemblée et signature de la présente convention. Elle ne bénéficie que des consultations lancées après que ces deux actes ont pris effet.',
    ],
  },
  {
    id: 'convention-withdrawal',
    version,
    title: 'Retrait',
    basis: 'Recommandation de la direction des affaires juridiques',
    confidence: 'confirmedSecondary',
    paragraphs: [
      'Un membre peut se retirer par délibération notifiée au coordonnateur avec un préavis de {withdrawalMonths}. Le retrait est daté et motivé. Il ne prend effet, pour les marchés en cours, qu’à leur terme : le membre reste tenu des commandes émises et de sa part des frais engagés.',
    ],
  },
  {
    id: 'convention-withdrawal-terms',
    version,
    title: 'Retrait',
    basis: 'Stipulation propre à la convention',
    confidence: 'confirmed',
    when: ['withdrawalTerms'],
    paragraphs: ['{withdrawalTerms}'],
  },
  {
    id: 'convention-liability',
    version,
    title: 'Responsabilité et contentieux',
    basis: 'CCP L2113-7',
    confidence: 'confirmed',
    paragraphs: [
      'Les membres sont solidairement responsables des seules opérations menées conjointement en leur nom et pour leur compte selon la présente convention. Chaque membre est seul responsable des obligations qu’il exécute pour son propre compte.',
      'Le coordonnateur représente les membres dans les litiges relatifs à la passation des marchés ; il les en informe. Les litiges relatifs à l’exécution reviennent à celui qui exécute. Les parties recherchent un accord amiable avant de saisir le tribunal administratif compétent.',
    ],
  },
  {
    id: 'convention-liability-terms',
    version,
    title: 'Responsabilité et contentieux',
    basis: 'Stipulation propre à la convention',
    confidence: 'confirmed',
    when: ['liabilityTerms'],
    paragraphs: ['{liabilityTerms}'],
  },
  {
    id: 'convention-amendment',
    version,
    title: 'Modification',
    basis: 'CCP L2113-7',
    confidence: 'recalled',
    paragraphs: [
      'La présente convention est modifiée par avenant approuvé par l’assemblée de chaque membre. L’adhésion ou le retrait d’un membre met à jour l’annexe 1 sans autre formalité entre les autres membres.',
    ],
  },
  {
    id: 'convention-privacy',
    version,
    title: 'Confidentialité et données personnelles',
    basis: 'Règlement (UE) 2016/679 ; CCP L2132-1',
    confidence: 'recalled',
    paragraphs: [
      'Les membres gardent confidentiels les offres et le rapport d’analyse jusqu’à l’attribution, et les secrets des affaires après elle.',
      'Chaque membre est responsable des traitements des données de ses agents et de ses écoles. Le coordonnateur ne traite que les coordonnées professionnelles nécessaires aux consultations et à leur exécution, les conserve le temps exigé pour les archives des marchés, et répond aux demandes d’exercice des droits dont il est saisi.',
    ],
  },
  {
    id: 'convention-privacy-terms',
    version,
    title: 'Confidentialité et données personnelles',
    basis: 'Stipulation propre à la convention',
    confidence: 'confirmed',
    when: ['privacyTerms'],
    paragraphs: ['{privacyTerms}'],
  },
] as const satisfies readonly ConventionClause[];
