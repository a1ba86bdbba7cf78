// The facts that grant criteria read: what each is, and where a person finds it when our data do not hold it.

export interface FactDefinition {
  readonly label: string;
  readonly type: 'count' | 'ratio' | 'boolean' | 'choice' | 'list';
  readonly unit?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** What to provide when it is not known. */
  readonly ask: string;
  readonly whereToFind: string;
  /** Counts of inhabitants: near a threshold their definition and year are asked. */
  readonly population?: true;
}

export const grantFacts = {
  'commune.zone': {
    label: 'Métropole ou outre-mer',
    type: 'choice',
    options: [
      { value: 'metro', label: 'Métropole' },
      { value: 'overseas', label: 'Outre-mer' },
    ],
    ask: 'Indiquez si la commune est en métropole ou outre-mer.',
    whereToFind: 'Code officiel géographique de l’Insee',
  },
  'commune.department': {
    label: 'Département de la commune',
    type: 'choice',
    ask: 'Indiquez le code du département.',
    whereToFind: 'Code officiel géographique de l’Insee',
  },
  'commune.epci': {
    label: 'EPCI à fiscalité propre de la commune',
    type: 'choice',
    ask: 'Indiquez l’EPCI dont la commune est membre.',
    whereToFind: 'Liste des EPCI à fiscalité propre, DGCL',
  },
  'commune.municipalPopulation': {
    label: 'Population municipale de la commune',
    type: 'count',
    unit: 'hab.',
    population: true,
    ask: 'Indiquez la population municipale et son millésime.',
    whereToFind: 'insee.fr, « Populations de référence », dossier de la commune',
  },
  'commune.densityClass': {
    label: 'Classe de la commune dans la grille de densité (1 dense à 7 très dispersé)',
    type: 'count',
    ask: 'Indiquez la classe de densité de la commune, de 1 à 7.',
    whereToFind: 'insee.fr, « Grille communale de densité » à sept niveaux',
  },
  'commune.rural': {
    label: 'Commune rurale au sens de la grille de densité',
    type: 'boolean',
    ask: 'Indiquez si la commune est rurale (classes 5 à 7 de la grille).',
    whereToFind: 'insee.fr, « Grille communale de densité »',
  },
  'commune.totalPopulation': {
    label: 'Population totale de la commune',
    type: 'count',
    unit: 'hab.',
    population: true,
    ask: 'Indiquez la population totale, son millésime et sa définition.',
    whereToFind: 'insee.fr, « Populations de référence », dossier de la commune, pour l’année de l’appel',
  },
  'commune.dgfPopulation': {
    label: 'Population DGF de la commune',
    type: 'count',
    unit: 'hab.',
    population: true,
    ask: 'Indiquez la population DGF (CGCT, article L. 2334-2).',
    whereToFind: 'Fiche individuelle DGF de la commune, dotations-dgcl.interieur.gouv.fr',
  },
  'commune.financialPotentialRatio': {
    label: 'Potentiel financier par habitant rapporté à la moyenne',
    type: 'ratio',
    unit: '%',
    ask: 'Indiquez le potentiel financier par habitant rapporté à la moyenne de la strate, en pour cent.',
    whereToFind: 'Fiche individuelle DGF de la commune, dotations-dgcl.interieur.gouv.fr',
  },
  'commune.urbanUnitPopulation': {
    label: 'Population de l’unité urbaine',
    type: 'count',
    unit: 'hab.',
    population: true,
    ask: 'Indiquez la population de l’unité urbaine de la commune, ou 0 si elle est hors unité urbaine.',
    whereToFind: 'insee.fr, « Unités urbaines » : rechercher la commune, noter le millésime',
  },
  'commune.urbanAreaPopulation': {
    label: 'Population de l’aire urbaine (zonage 2010)',
    type: 'count',
    unit: 'hab.',
    population: true,
    ask: 'Indiquez la population de l’aire urbaine de 2010 qui comprend la commune, ou 0 si elle est hors de toute aire.',
    whereToFind: 'insee.fr, « Aires urbaines 2010 » : rechercher la commune',
  },
  'commune.listedInAnnexVIII': {
    label: 'Commune d’outre-mer inscrite à l’annexe VIII du CGCT',
    type: 'boolean',
    ask: 'Indiquez si la commune figure à l’annexe VIII du CGCT.',
    whereToFind: 'legifrance.gouv.fr, CGCT, partie réglementaire, annexe VIII',
  },
  'applicant.schoolCompetence': {
    label: 'Compétence scolaire de l’EPCI',
    type: 'boolean',
    ask: 'Indiquez si l’EPCI gère les écoles primaires.',
    whereToFind: 'Statuts de l’EPCI ou arrêté préfectoral',
  },
  'applicant.largestMemberPopulation': {
    label: 'Population de la commune la plus peuplée de l’EPCI',
    type: 'count',
    unit: 'hab.',
    population: true,
    ask: 'Indiquez la population de la commune la plus peuplée.',
    whereToFind: 'Liste des EPCI à fiscalité propre, DGCL',
  },
  'applicant.membersBelow2000Share': {
    label: 'Part des communes de l’EPCI sous 2 000 habitants',
    type: 'ratio',
    unit: '%',
    ask: 'Indiquez la part des communes membres de moins de 2 000 habitants.',
    whereToFind: 'Liste des EPCI à fiscalité propre, DGCL',
  },
  'applicant.population': {
    label: 'Population du groupement demandeur',
    type: 'count',
    unit: 'hab.',
    population: true,
    ask: 'Indiquez la population du groupement.',
    whereToFind: 'Base nationale sur l’intercommunalité (BANATIC)',
  },
  'school.runBy': {
    label: 'Qui gère l’école',
    type: 'choice',
    options: [
      { value: 'commune', label: 'la commune' },
      { value: 'epci', label: 'l’EPCI à fiscalité propre' },
      { value: 'schoolSyndicate', label: 'un syndicat scolaire (SIVOS)' },
    ],
    ask: 'Indiquez qui gère l’école : celui-là seul peut demander.',
    whereToFind: 'Statuts de l’EPCI ou du syndicat scolaire, arrêté préfectoral de compétences',
  },
  'school.classes': {
    label: 'Classes de l’école',
    type: 'count',
    ask: 'Indiquez le nombre de classes.',
    whereToFind: 'Direction de l’école',
  },
  'school.pupils': {
    label: 'Élèves de l’école',
    type: 'count',
    ask: 'Indiquez le nombre d’élèves.',
    whereToFind: 'Direction de l’école',
  },
  'school.rpi': {
    label: 'Regroupement pédagogique intercommunal',
    type: 'choice',
    options: [
      { value: 'none', label: 'aucun' },
      { value: 'dispersed', label: 'dispersé' },
      { value: 'concentrated', label: 'concentré' },
    ],
    ask: 'Indiquez si l’école est dans un regroupement pédagogique.',
    whereToFind: 'Annuaire de l’éducation',
  },
  'school.priorityEducation': {
    label: 'Éducation prioritaire',
    type: 'choice',
    options: [
      { value: 'none', label: 'aucune' },
      { value: 'REP', label: 'REP' },
      { value: 'REP+', label: 'REP+' },
    ],
    ask: 'Indiquez si l’école est en éducation prioritaire.',
    whereToFind: 'Annuaire de l’éducation',
  },
  'school.level': {
    label: 'Niveau de l’école',
    type: 'choice',
    options: [
      { value: 'nursery', label: 'maternelle' },
      { value: 'elementary', label: 'élémentaire' },
      { value: 'primary', label: 'primaire' },
    ],
    ask: 'Indiquez le niveau de l’école.',
    whereToFind: 'Annuaire de l’éducation',
  },
  'school.sector': {
    label: 'Secteur de l’école',
    type: 'choice',
    options: [
      { value: 'public', label: 'publique' },
      { value: 'privateUnderContract', label: 'privée sous contrat' },
    ],
    ask: 'Indiquez le secteur de l’école.',
    whereToFind: 'Annuaire de l’éducation',
  },
  'school.earlierGrants': {
    label: 'Aides numériques déjà obtenues par l’école',
    type: 'list',
    options: [
      { value: 'enr-2009', label: 'École numérique rurale 2009' },
      { value: 'enir-2017', label: 'ENIR 2017 (phase 1)' },
      { value: 'enir-2018', label: 'ENIR 2018 (phase 2)' },
      { value: 'label-ecoles-numeriques-2020', label: 'Label Écoles numériques 2020' },
      { value: 'snee-2021', label: 'Socle numérique 2021' },
      { value: 'tne', label: 'Territoires numériques éducatifs' },
      { value: 'inee-colleges', label: 'Collèges numériques (INEE)' },
    ],
    ask: 'Cochez les aides déjà obtenues, ou « aucune ».',
    whereToFind: 'Conventions signées avec l’académie, archives de la mairie et de l’école',
  },
  'school.baselineReached': {
    label: 'Socle numérique de base atteint',
    type: 'boolean',
    ask: 'Indiquez si l’école atteignait déjà le socle numérique de base.',
    whereToFind: 'État de l’équipement de l’école, annexe « socle numérique de base » de l’appel',
  },
  'school.cycle2And3Classes': {
    label: 'Classes de cycles 2 et 3',
    type: 'count',
    ask: 'Indiquez le nombre de classes de cycles 2 et 3.',
    whereToFind: 'Direction de l’école',
  },
  'school.cycle2And3Pupils': {
    label: 'Élèves de cycles 2 et 3',
    type: 'count',
    ask: 'Indiquez le nombre d’élèves de cycles 2 et 3.',
    whereToFind: 'Direction de l’école',
  },
  'project.coversEquipmentAndServices': {
    label: 'Projet couvrant l’équipement et les services',
    type: 'boolean',
    ask: 'Indiquez si le projet couvre à la fois l’équipement et les services.',
    whereToFind: 'Panier ou commande',
  },
  'operation.localCategoryFound': {
    label: 'Catégorie prioritaire du département',
    type: 'boolean',
    ask: 'Indiquez si la commission d’élus du département retient l’équipement numérique scolaire.',
    whereToFind: 'Circulaire annuelle de la préfecture ; liste de la démarche unique DETR-DSIL',
  },
  'operation.startedBeforeRequestReceived': {
    label: 'Commande signée avant la réception de la demande',
    type: 'boolean',
    ask: 'Indiquez les dates du premier acte signé et de réception de la demande par la préfecture.',
    whereToFind: 'Bon de commande ; accusé de réception de la démarche',
  },
  'operation.investment': {
    label: 'Dépenses d’investissement',
    type: 'boolean',
    ask: 'Indiquez si toute l’opération s’impute en investissement.',
    whereToFind: 'Service des finances',
  },
  'operation.localCategory': {
    label: 'Catégorie du département, telle qu’il la nomme',
    type: 'choice',
    ask: 'Indiquez la catégorie sous laquelle la demande est faite.',
    whereToFind: 'Circulaire annuelle de la préfecture ; liste de la démarche unique DETR-DSIL',
  },
  'operation.requestedRate': {
    label: 'Taux demandé',
    type: 'ratio',
    unit: '%',
    ask: 'Indiquez le taux que la commune demande, en pour cent du coût éligible.',
    whereToFind: 'Circulaire annuelle de la préfecture : fourchette de la catégorie',
  },
  'operation.dsilCategory': {
    label: 'Catégorie DSIL',
    type: 'choice',
    options: [
      { value: '1', label: '1° rénovation thermique' },
      { value: '2', label: '2° mise aux normes et sécurisation' },
      { value: '3', label: '3° mobilité et logement' },
      { value: '4', label: '4° numérique et téléphonie mobile' },
      { value: '5', label: '5° bâtiments scolaires' },
      { value: '6', label: '6° hausse du nombre d’habitants' },
      { value: '7', label: '7° contrat de ruralité' },
    ],
    ask: 'Choisissez la catégorie d’opération.',
    whereToFind: 'CGCT, article L. 2334-42 ; démarche unique DETR-DSIL',
  },
} as const satisfies Record<string, FactDefinition>;

export type FactName = keyof typeof grantFacts;
