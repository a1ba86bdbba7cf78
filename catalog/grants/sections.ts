// The parts of an application file, in order, with the fields each holds; a scheme lists the parts it asks for.
import { nationalFormSections } from './national-form';

export type FieldType =
  | 'text'
  | 'longText'
  | 'count'
  | 'number'
  | 'date'
  | 'choice'
  | 'choices'
  | 'yesNo'
  | 'person'
  | 'table'
  | 'computed'
  /** An amount that the form takes in whole euros, the cents dropped. */
  | 'wholeEuros'
  | 'signatures';

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly options?: readonly string[];
  readonly columns?: readonly string[];
  readonly unit?: string;
  /** `known`: filled from our own data; `asked`: a person writes it. */
  readonly from: 'known' | 'asked';
  /** What the file already holds and the field shows, as 'part.value'. */
  readonly shows?: string;
  /** Name of the field in the national DETR-DSIL form. */
  readonly nationalForm?: string;
  readonly note?: string;
}

export interface Section {
  readonly title: string;
  readonly repeatedPer?: 'school';
  readonly fields: readonly Field[];
}

export const grantSections = {
  applicant: {
    title: 'Identification du demandeur',
    fields: [
      {
        id: 'kind',
        label: 'Nature du porteur',
        type: 'text',
        from: 'known',
        nationalForm: 'Nature du porteur de projet',
      },
      {
        id: 'inseeCode',
        label: 'Code Insee (commune) ou SIREN',
        type: 'text',
        from: 'known',
        nationalForm: 'Code SIREN ou INSEE du demandeur',
      },
      { id: 'siret', label: 'SIRET', type: 'text', from: 'known' },
      { id: 'department', label: 'Département', type: 'text', from: 'known', nationalForm: 'Département du demandeur' },
      {
        id: 'arrondissement',
        label: 'Arrondissement',
        type: 'text',
        from: 'known',
        nationalForm: 'Arrondissement du demandeur',
      },
      {
        id: 'epci',
        label: 'EPCI à fiscalité propre',
        type: 'text',
        from: 'known',
        nationalForm: 'EPCI dont est membre la commune',
      },
      { id: 'population', label: 'Population (définition et millésime)', type: 'count', from: 'known' },
      { id: 'representative', label: 'Maire ou président : civilité, nom, prénom', type: 'person', from: 'asked' },
      {
        id: 'contact',
        label: 'Personne chargée du suivi : nom, fonction, téléphone, courriel',
        type: 'person',
        from: 'asked',
      },
      {
        id: 'support',
        label: 'Structure d’appui',
        type: 'text',
        from: 'known',
        note: 'Le syndicat appuie la demande ; il n’est pas demandeur.',
      },
    ],
  },
  schools: {
    title: 'Écoles concernées',
    repeatedPer: 'school',
    fields: [
      { id: 'uai', label: 'UAI', type: 'text', from: 'known' },
      { id: 'name', label: 'Nom', type: 'text', from: 'known' },
      { id: 'level', label: 'Niveau', type: 'text', from: 'known' },
      { id: 'rpi', label: 'Regroupement pédagogique intercommunal', type: 'text', from: 'known' },
      { id: 'classes', label: 'Classes', type: 'count', from: 'known' },
      { id: 'pupils', label: 'Élèves', type: 'count', from: 'known' },
      { id: 'priorityEducation', label: 'Éducation prioritaire', type: 'text', from: 'known' },
      { id: 'headTeacher', label: 'Direction de l’école', type: 'person', from: 'asked' },
      { id: 'district', label: 'Circonscription et IEN', type: 'text', from: 'asked' },
      { id: 'earlierGrants', label: 'Aides numériques déjà obtenues', type: 'text', from: 'known' },
    ],
  },
  startingPoint: {
    title: 'Existant',
    fields: [
      {
        id: 'context',
        label: 'Contexte : l’école, ses élèves, son territoire, ses usages actuels du numérique',
        type: 'longText',
        from: 'asked',
      },
      {
        id: 'equipment',
        label: 'Parc actuel (matériel, quantité, année, état, usage)',
        type: 'longText',
        from: 'asked',
      },
      { id: 'bandwidth', label: 'Débit de l’accès Internet', type: 'number', unit: 'Mbit/s', from: 'asked' },
      { id: 'wifi', label: 'Wi-Fi', type: 'choice', options: ['absent', 'partiel', 'complet'], from: 'asked' },
      { id: 'ent', label: 'Espace numérique de travail', type: 'text', from: 'asked' },
      { id: 'gap', label: 'Écart constaté et besoins', type: 'longText', from: 'asked' },
    ],
  },
  pedagogy: {
    title: 'Projet pédagogique',
    fields: [
      { id: 'title', label: 'Intitulé du projet', type: 'text', from: 'asked', nationalForm: 'Intitulé du projet' },
      { id: 'team', label: 'Équipe volontaire et nombre d’enseignants engagés', type: 'longText', from: 'asked' },
      { id: 'teachers', label: 'Enseignants engagés dans le projet', type: 'count', from: 'asked' },
      {
        id: 'diagnosis',
        label: 'Diagnostic partagé (éducation nationale, parents, commune)',
        type: 'longText',
        from: 'asked',
      },
      {
        id: 'axes',
        label: 'Axes du projet',
        type: 'choices',
        options: [
          'Savoirs fondamentaux et individualisation des parcours',
          'École inclusive',
          'Culture et compétences numériques',
          'Offre scolaire et éducative du territoire',
          'Continuité entre l’école et le collège',
          'Lien entre l’école et les familles',
        ],
        from: 'asked',
      },
      { id: 'actions', label: 'Actions : niveaux, matériel, fréquence, indicateurs', type: 'longText', from: 'asked' },
      { id: 'training', label: 'Formation et accompagnement demandés à l’académie', type: 'longText', from: 'asked' },
      {
        id: 'indicators',
        label: 'Indicateurs de réussite : ce qui sera mesuré, valeur de départ, valeur visée',
        type: 'longText',
        from: 'asked',
      },
      { id: 'evaluation', label: 'Évaluation du projet', type: 'longText', from: 'asked' },
      { id: 'schoolCouncilOn', label: 'Conseil d’école informé le', type: 'date', from: 'asked' },
    ],
  },
  equipment: {
    title: 'Projet d’équipement et de services',
    fields: [
      {
        id: 'lines',
        label: 'Équipements et services',
        type: 'table',
        columns: [
          'Désignation',
          'Catégorie',
          'Quantité',
          'Prix unitaire HT',
          'Total HT',
          'TVA',
          'Total TTC',
          'Éligible',
        ],
        from: 'known',
      },
      {
        id: 'checks',
        label: 'Conformité aux référentiels',
        type: 'table',
        columns: ['Règle', 'Réponse', 'Texte'],
        from: 'known',
      },
      { id: 'maintenance', label: 'Installation, maintenance, garantie, assurance', type: 'longText', from: 'asked' },
      { id: 'purchasing', label: 'Mode d’achat', type: 'text', from: 'known' },
    ],
  },
  schedule: {
    title: 'Calendrier',
    fields: [
      {
        id: 'startsOn',
        label: 'Commencement prévu',
        type: 'date',
        from: 'asked',
        nationalForm: 'Date de commencement de l’opération',
      },
      {
        id: 'endsOn',
        label: 'Achèvement prévu',
        type: 'date',
        from: 'asked',
        nationalForm: 'Date prévisionnelle d’achèvement de l’opération',
      },
      {
        id: 'firstLegalActOn',
        label: 'Premier bon de commande',
        type: 'date',
        from: 'known',
        note: 'Alerte s’il précède la réception d’une demande de DETR.',
      },
    ],
  },
  financing: {
    title: 'Plan de financement',
    fields: [
      {
        id: 'cost',
        label: 'Coût total',
        type: 'computed',
        from: 'known',
        nationalForm: 'Coût total de l’opération (en euros HT)',
      },
      {
        id: 'resources',
        label: 'Ressources',
        type: 'table',
        columns: ['Financeur', 'Assiette', 'Taux', 'Montant', 'État'],
        from: 'known',
      },
      {
        id: 'requested',
        label: 'Aide demandée',
        type: 'computed',
        from: 'known',
        nationalForm: 'Montant de l’aide demandée (en euros)',
      },
      { id: 'ownShare', label: 'Part propre', type: 'computed', from: 'known' },
      { id: 'fctva', label: 'FCTVA estimé, hors plan', type: 'computed', from: 'known' },
    ],
  },
  commitments: {
    title: 'Engagements et signatures',
    fields: [
      {
        id: 'notStarted',
        label: 'L’opération n’a pas commencé et ne commencera pas avant la décision',
        type: 'yesNo',
        from: 'asked',
        nationalForm: 'Engagement n° 1',
      },
      {
        id: 'changesTold',
        label: 'Toute modification du projet sera signalée',
        type: 'yesNo',
        from: 'asked',
        nationalForm: 'Engagement n° 2',
      },
      {
        id: 'published',
        label: 'Le plan de financement sera publié (CGCT, articles L. 1111-11 et D. 1111-8)',
        type: 'yesNo',
        from: 'asked',
        nationalForm: 'Engagement n° 3',
      },
      {
        id: 'accurate',
        label: 'Les renseignements fournis sont exacts',
        type: 'yesNo',
        from: 'asked',
        nationalForm: 'Engagement n° 4',
      },
      {
        id: 'cofinanced',
        label: 'Le demandeur assume sa part, la maintenance et la connexion',
        type: 'yesNo',
        from: 'asked',
      },
      {
        id: 'signatures',
        label: 'Signatures',
        type: 'signatures',
        options: ['Le maire', 'La direction de l’école', 'L’inspecteur de l’éducation nationale'],
        from: 'asked',
      },
    ],
  },
  ...nationalFormSections,
} as const satisfies Record<string, Section>;

export type SectionId = keyof typeof grantSections;

/** The order of the points of the 2018 specification, followed by every file of the ENIR family. */
export const enirSections: readonly SectionId[] = [
  'applicant',
  'schools',
  'startingPoint',
  'pedagogy',
  'equipment',
  'schedule',
  'financing',
  'commitments',
];

/** The order of the national DETR-DSIL form, with what it asks to join: schools, detailed costs and plan. */
export const nationalSections: readonly SectionId[] = [
  'nationalApplicant',
  'nationalContact',
  'nationalProject',
  'schools',
  'pedagogy',
  'nationalTransition',
  'nationalSchedule',
  'nationalCost',
  'equipment',
  'financing',
  'nationalFunding',
  'nationalOther',
  'nationalCommitments',
];
