// DSIL, year 2026: State dotation for local investment, by region.
import { detrExpenses, detrPieces } from './detr-2026';
import { nationalSections } from './sections';
import { confirmed, unsure } from './sourced';
import type { GrantScheme } from './types';

export const dsil2026 = {
  id: 'dsil',
  version: 2026,
  name: 'Dotation de soutien à l’investissement local (2026)',
  shortName: 'DSIL',
  status: 'yearly',
  period: {
    opensOn: null,
    closesOn: null,
    confidence: 'confirmed',
    sources: ['detr-form-2026'],
    note: 'Même démarche que la DETR ; calendrier fixé par la préfecture.',
  },
  legalTexts: [confirmed('CGCT, articles L. 2334-42 et R. 2334-39', ['cgct-l2334-42'])],
  envelopeCents: null,
  funder: 'État (préfet de région)',
  funderKind: 'state',
  operator: null,
  instructor: 'Préfecture',
  depositedWith: confirmed('Démarche unique nationale DETR-DSIL', ['detr-form-2026']),
  applicants: [
    { kind: 'commune', confidence: 'confirmed', sources: ['cgct-l2334-42'] },
    { kind: 'rpiCommune', confidence: 'confirmed', sources: ['cgct-l2334-42'] },
    { kind: 'epci', condition: 'À fiscalité propre', confidence: 'confirmed', sources: ['cgct-l2334-42'] },
    {
      kind: 'petr',
      condition: 'Contrat de ruralité ou CRTE',
      confidence: 'confirmed',
      sources: ['detr-form-2026', 'cgct-l2334-42'],
    },
  ],
  criteria: [
    {
      id: 'DSIL-CAT',
      appliesTo: ['commune', 'rpiCommune', 'epci', 'petr'],
      condition: { fact: 'operation.dsilCategory', oneOf: ['1', '2', '3', '4', '5', '6', '7'] },
      severity: 'blocking',
      statement:
        'Opération dans une catégorie : 4° numérique et téléphonie mobile, 5° bâtiments scolaires, 7° contrat…',
      confidence: 'confirmed',
      sources: ['detr-form-2026', 'cgct-l2334-42'],
    },
    {
      id: 'DSIL-NONCOM',
      appliesTo: ['commune', 'rpiCommune', 'epci', 'petr'],
      condition: { fact: 'operation.startedBeforeRequestReceived', is: false },
      severity: 'blocking',
      statement: 'Aucun acte signé (bon de commande, devis) avant la réception de la demande (engagement n° 1).',
      confidence: 'confirmed',
      sources: ['detr-form-2026'],
    },
    {
      id: 'DSIL-INV',
      appliesTo: ['commune', 'rpiCommune', 'epci', 'petr'],
      condition: { fact: 'operation.investment', is: true },
      severity: 'blocking',
      statement: 'Seules les dépenses d’investissement sont éligibles.',
      confidence: 'confirmed',
      sources: ['detr-form-2026'],
    },
  ],
  basis: confirmed('net', ['detr-form-2026']),
  expenses: detrExpenses.map((expense) => ({ ...expense, confidence: 'unsure' as const, sources: [] })),
  funding: [
    {
      part: 'operation',
      per: 'operation',
      rate: confirmed(null, ['cgct-r2334-27'], 'Fixé par le préfet, opération par opération.'),
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
    ...confirmed('afterReception', ['detr-form-2026'], 'Engagement n° 1 du formulaire commun à la DETR et à la DSIL.'),
    article: 'Formulaire DETR-DSIL, engagement n° 1 ; CGCT, article R. 2334-24 (à vérifier pour la DSIL)',
  },
  payment: {
    advance: unsure(null, 'Pourcentage fixé par l’arrêté.'),
    beforeBalance: unsure(null),
    terms: 'Avance, acomptes et solde fixés par l’arrêté.',
  },
  deadlines: {
    startWithinMonths: unsure(24, 'Délai de la DETR (article R. 2334-28), à vérifier pour la DSIL.'),
    completeWithinMonths: unsure(48, 'Délai de la DETR (article R. 2334-29), à vérifier pour la DSIL.'),
  },
  pieces: detrPieces,
  sections: nationalSections,
  specificationPoints: null,
  circuit: [
    { step: 'Dépôt', what: 'Formulaire national en ligne, commun à la DETR et à la DSIL.', confidence: 'confirmed' },
  ],
} as const satisfies GrantScheme;
