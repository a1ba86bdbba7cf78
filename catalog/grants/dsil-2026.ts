// DSIL, year 2026: State dotation for local investment, by region.
import { detrExpenses, detrPieces } from './detr-2026';
import { enirSections } from './sections';
import { confirmed } from './sourced';
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
  pieces: detrPieces,
  sections: enirSections,
  specificationPoints: null,
  circuit: [
    { step: 'Dépôt', what: 'Formulaire national en ligne, commun à la DETR et à la DSIL.', confidence: 'confirmed' },
  ],
} as const satisfies GrantScheme;
