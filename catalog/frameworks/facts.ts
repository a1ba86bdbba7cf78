// Facts that rules may rely on, besides the attributes of products: buyer, school, order, line, invoice, year, consultation.
// Amounts are whole cents, rates whole basis points. A fact that nobody gave is unknown, never false or zero.
import type { AttributeCode } from '../products/attributes';

export interface FactDefinition {
  readonly label: string;
  readonly type: 'boolean' | 'integer' | 'number' | 'text' | 'choice' | 'choices' | 'day';
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** Computed from other facts, never asked. */
  readonly derived?: true;
}

const yesNo = (label: string) => ({ label, type: 'boolean' }) as const;
const day = (label: string) => ({ label, type: 'day' }) as const;
const count = (label: string) => ({ label, type: 'integer' }) as const;
const after = (label: string) => ({ label: `${label}, commande comprise`, type: 'integer', derived: true }) as const;
const cents = (label: string) => ({ label, type: 'integer', unit: 'centimes' }) as const;
const basisPoints = (label: string) => ({ label, type: 'integer', unit: 'points de base' }) as const;
const agecChoices = {
  computing: 'Matériel informatique et téléphonie',
  reprography: 'Matériel de reprographie et d’impression',
  printSupplies: 'Consommables d’impression',
  furniture: 'Mobilier et aménagement d’intérieur',
  paper: 'Papier',
  officeSupplies: 'Fournitures de bureau',
  textiles: 'Produits textiles hors équipements de protection individuels',
  transport: 'Engins de transport et pièces détachées',
  vehicles: 'Véhicules et pièces détachées',
  streetFurniture: 'Mobilier urbain',
  wasteCollection: 'Équipements de collecte de déchets',
  jarsAndBottles: 'Bocaux et flacons',
  sports: 'Articles et équipement sportifs',
  greenSpaces: 'Matériel d’entretien des espaces verts',
  modularBuildings: 'Bâtiments modulaires ou préfabriqués',
  largeAppliances: 'Gros électroménager, y compris appareils professionnels',
  games: 'Jeux et jouets',
} as const;

export const facts = {
  buyer: {
    kind: {
      label: 'Nature de l’acheteur',
      type: 'choice',
      choices: {
        commune: 'commune',
        epci: 'EPCI',
        syndicat: 'syndicat',
        departement: 'département',
        region: 'région',
        state: 'État',
      },
    },
    population: count('Population'),
    schoolCompetence: yesNo('Compétence scolaire transférée à l’acheteur'),
    copieFranceAgreement: yesNo('Convention d’exonération avec Copie France'),
  },
  school: {
    sector: {
      label: 'Secteur',
      type: 'choice',
      choices: {
        public: 'public',
        privateUnderContract: 'privé sous contrat',
        nursery: 'accueil du jeune enfant',
        outOfSchool: 'hors scolaire',
      },
    },
    level: {
      label: 'Niveau',
      type: 'choice',
      choices: {
        maternelle: 'maternelle',
        elementaire: 'élémentaire',
        primaire: 'primaire',
        college: 'collège',
        lycee: 'lycée',
        nursery: 'accueil du jeune enfant',
      },
    },
    classes: count('Classes'),
    classesCycles2And3: count('Classes de cycles 2 et 3'),
    pupils: count('Élèves'),
    hasUnder3Room: yesNo('Local d’accueil d’enfants de moins de 3 ans (crèche, halte-garderie)'),
    councilInformedOfWifiOn: day('Information du conseil d’école sur le Wi-Fi'),
    wifiCutOffInPlace: yesNo('Wi-Fi que l’enseignant peut couper (interrupteur, bouton ou commande)'),
    wifiPictogram: yesNo('Pictogramme Wi-Fi à l’entrée des locaux'),
    internetFiltering: yesNo('Filtrage de l’accès à internet'),
    accessLogging: yesNo('Journalisation des accès à internet'),
    internetCharterOn: day('Charte d’usage d’internet'),
    pedagogicalProject: yesNo('Projet pédagogique'),
    teachersChooseApplications: yesNo('Enseignants associés au choix des applications'),
    academyAgreementOn: day('Convention entre la collectivité et l’académie'),
    internetInEachClass: yesNo('Accès à internet dans chaque classe'),
    wifiCapacityStudy: yesNo('Étude de capacité du Wi-Fi'),
    wifiSiteStudy: yesNo('Étude d’implantation du Wi-Fi'),
    separateNetworks: yesNo('Réseaux pédagogique et administratif séparés'),
    backupInPlace: yesNo('Sauvegarde en place'),
    directoryAndSignIn: yesNo('Annuaire et authentification'),
    upstairsWithoutLift: yesNo('Étage sans ascenseur'),
    workSharing: yesNo('Partage des travaux d’élèves (ENT, nuage ou serveur)'),
    projectionsAfter: after('Vidéoprojections ou écrans de classe'),
    classComputersAfter: after('Ordinateurs de classe'),
    captureDevicesAfter: after('Appareils de prise de vue'),
    microphonesAfter: after('Microphones'),
    speakersAfter: after('Haut-parleurs de classe'),
    documentCamerasAfter: after('Visualiseurs'),
    mobileDevicesAfter: after('Tablettes et portables d’élèves'),
    headLaptopsAfter: after('Portables de la direction'),
    networkPrintersAfter: after('Multifonctions en réseau'),
    chargingSlotsAfter: after('Emplacements de recharge'),
    accessPointsAfter: after('Bornes Wi-Fi'),
    mdmLicencesAfter: after('Licences de gestion de flotte'),
    mdmCoversDevices: {
      label: 'Gestion de flotte pour toutes les tablettes et portables',
      type: 'boolean',
      derived: true,
    },
    poeDemandW: { label: 'Puissance PoE demandée', type: 'number', unit: 'W', derived: true },
    poeBudgetW: { label: 'Budget PoE des commutateurs', type: 'number', unit: 'W', derived: true },
  },
  order: {
    placedOn: day('Date de la commande'),
    deliveredOn: day('Date de livraison'),
    financing: {
      label: 'Financement',
      type: 'choices',
      choices: { enir: 'ENIR', detr: 'DETR', dsil: 'DSIL', ownFunds: 'fonds propres', other: 'autre' },
    },
    includesTraining: { label: 'Comporte une formation', type: 'boolean', derived: true },
    includesInstallation: { label: 'Comporte une installation', type: 'boolean', derived: true },
    includesMaintenance: { label: 'Comporte une maintenance', type: 'boolean', derived: true },
    replacesEquipment: yesNo('Remplace du matériel'),
    exitRoute: {
      label: 'Destination du matériel remplacé',
      type: 'choice',
      choices: {
        publicTransfer: 'cession à une personne publique',
        sale: 'vente',
        donation: 'don',
        ecoOrganisation: 'éco-organisme',
        supplierTakeBack: 'reprise par le fournisseur vers un éco-organisme',
        undefined: 'non définie',
      },
    },
    dataErasurePlanned: yesNo('Effacement des données prévu'),
    withdrawnUnder10Years: count('Matériels de moins de 10 ans remplacés'),
    disabilityNeed: yesNo('Besoin d’un élève en situation de handicap'),
    disabilityNeedCovered: yesNo('Besoin lié au handicap couvert'),
  },
  line: {
    quantity: count('Quantité'),
    discountBasisPoints: basisPoints('Remise'),
    discountOnEcoContribution: yesNo('Remise appliquée aussi à l’éco-participation'),
    condition: {
      label: 'État du matériel',
      type: 'choice',
      choices: { new: 'neuf', refurbished: 'reconditionné', used: 'occasion', donated: 'don' },
    },
    usage: {
      label: 'Usage',
      type: 'choice',
      choices: {
        sharedByPupils: 'élèves, partagé',
        onePerPupil: 'élèves, individuel',
        teacher: 'enseignant',
        head: 'direction',
        network: 'réseau',
      },
    },
    leavesSchool: yesNo('Emporté au domicile'),
    room: {
      label: 'Local',
      type: 'choice',
      choices: {
        classroom: 'classe',
        office: 'direction',
        corridor: 'couloir',
        commonRoom: 'salle commune',
        nursery: 'crèche ou halte-garderie',
        dormitory: 'dortoir',
      },
    },
    reuseProof: yesNo('Attestation de réemploi ou de réutilisation'),
    refurbishedCertificate: yesNo('Attestation de reconditionnement'),
    maintenanceYears: { label: 'Maintenance couverte', type: 'number', unit: 'ans' },
    acquisition: { label: 'Mode d’acquisition', type: 'choice', choices: { purchase: 'achat', rental: 'location' } },
    rentalMonths: { label: 'Durée de location', type: 'integer', unit: 'mois' },
  },
  invoice: {
    ecoContributionApart: yesNo('Éco-participation à part sur la facture'),
    privateCopyLevyApart: yesNo('Redevance copie privée à part sur la facture'),
  },
  year: {
    year: { label: 'Année', type: 'integer', unit: 'année' },
    agecCategory: { label: 'Catégorie AGEC', type: 'choice', choices: agecChoices },
    totalNetCents: cents('Montant annuel HT'),
    reuseBasisPoints: { ...basisPoints('Part du réemploi'), derived: true },
    recycledBasisPoints: { ...basisPoints('Part intégrant du recyclé'), derived: true },
    minimumReuseBasisPoints: { ...basisPoints('Part minimale de réemploi'), derived: true },
    derogationReason: { label: 'Motif de dérogation', type: 'text' },
    declaredOn: day('Date de la déclaration'),
    declarationDueOn: { ...day('Date limite de la déclaration'), derived: true },
    withdrawnStock: count('Matériels réformés au 1er janvier'),
    withdrawnReuseBasisPoints: { ...basisPoints('Part des matériels réformés réemployée'), derived: true },
  },
  consultation: {
    launchedOn: day('Lancement de la consultation'),
    includesIndexedProducts: yesNo('Comporte des produits dotés d’un indice de réparabilité'),
    considersRepairability: yesNo('Prend en compte l’indice de réparabilité'),
    considersDurability: yesNo('Prend en compte l’indice de durabilité'),
    sourcingDone: yesNo('Sourçage réalisé'),
    securityUpdatesYears: { label: 'Mises à jour de sécurité demandées', type: 'number', unit: 'ans' },
    sparePartsYears: { label: 'Pièces détachées demandées', type: 'number', unit: 'ans' },
    interventionHours: { label: 'Garantie de temps d’intervention', type: 'number', unit: 'h ouvrées' },
    repairHours: { label: 'Garantie de temps de rétablissement', type: 'number', unit: 'h ouvrées' },
    loanEquipment: yesNo('Prêt de matériel pendant la réparation'),
    weeeProofsAsked: yesNo('Justificatifs DEEE demandés'),
    environmentalCriteria: count('Critères environnementaux'),
    environmentWeightPercent: { label: 'Poids de l’environnement dans la note', type: 'number', unit: '%' },
    environmentalExecutionCondition: yesNo('Condition d’exécution environnementale'),
    priceOnlyCriterion: yesNo('Prix comme seul critère'),
    brandWithoutEquivalent: yesNo('Marque citée sans « ou équivalent »'),
    labelWithoutEquivalent: yesNo('Label exigé sans équivalent admis'),
    includesDurabilityIndexedProducts: yesNo('Comporte des produits dotés d’un indice de durabilité'),
    energyPerformanceAsked: yesNo('Classe énergétique demandée'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FactDefinition>>>>;

/** Facts of a product that are no technical attribute. */
export const productFacts = {
  category: { label: 'Catégorie', type: 'text' },
  ecoContributionCents: { label: 'Éco-participation HT', type: 'integer', unit: 'centimes' },
} as const satisfies Readonly<Record<string, FactDefinition>>;

export type FactContext = keyof typeof facts | 'product';
export type BuyerFact = keyof typeof facts.buyer;
export type SchoolFact = keyof typeof facts.school;
export type OrderFact = keyof typeof facts.order;
export type LineFact = keyof typeof facts.line;
export type InvoiceFact = keyof typeof facts.invoice;
export type YearFact = keyof typeof facts.year;
export type ConsultationFact = keyof typeof facts.consultation;
export type ProductFact = keyof typeof productFacts | AttributeCode;

export type FactPath =
  | `buyer.${BuyerFact}`
  | `school.${SchoolFact}`
  | `order.${OrderFact}`
  | `line.${LineFact}`
  | `invoice.${InvoiceFact}`
  | `year.${YearFact}`
  | `consultation.${ConsultationFact}`
  | `product.${ProductFact}`;
