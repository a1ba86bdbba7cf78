// The code lists of the open data of public contracts (DECP 2022), as its schema spells them.

export const decp = {
  version: '2.0.3',
  source: 'github 139bercy/format-commande-publique, schema_decp_v2.0.3.json (79fed6c)',
  licence: 'Unlicense',
  procedures: {
    dispense: 'Marché passé sans publicité ni mise en concurrence préalable',
    adapted: 'Procédure adaptée',
    adaptedPublished: 'Procédure adaptée',
    openCall: "Appel d'offres ouvert",
  },
  ccag: {
    fcs: 'Fournitures courantes et services',
    tic: "Techniques de l'information et de la communication",
  },
  priceTypes: { firm: 'Définitif actualisable', revisable: 'Définitif révisable' },
  groupings: ['Pas de groupement', 'Conjoint', 'Solidaire'],
  placeTypes: [
    'Code postal',
    'Code commune',
    'Code arrondissement',
    'Code canton',
    'Code département',
    'Code région',
    'Code pays',
  ],
  social: ['Clause sociale', 'Critère social', 'Marché réservé', 'Pas de considération sociale'],
  environmental: ['Clause environnementale', 'Critère environnemental', 'Pas de considération environnementale'],
} as const;

export type DecpCodes = typeof decp;
