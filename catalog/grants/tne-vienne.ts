// TNE in the Vienne: 'Territoires numériques éducatifs', led by the department.
import { enirSections } from './sections';
import { snee2021 } from './snee-2021';
import { confirmed, unsure } from './sourced';
import type { GrantScheme } from './types';

export const tneVienne = {
  id: 'tne-vienne',
  version: 1,
  name: 'Territoires numériques éducatifs, Vienne',
  shortName: 'TNE 86',
  status: 'toVerify',
  period: {
    opensOn: '2021',
    closesOn: null,
    confidence: 'confirmed',
    sources: ['vienne-tne'],
    note: 'Diagnostic fin 2021, programme de trois ans.',
  },
  legalTexts: [
    confirmed('PIA 4 ; convention entre le Département, le rectorat et la Banque des Territoires', [
      'vienne-tne',
      'doubs-tne',
    ]),
  ],
  envelopeCents: null,
  funder: 'Banque des Territoires (PIA 4)',
  funderKind: 'state',
  operator: confirmed('Département chef de file', ['vienne-tne', 'doubs-tne']),
  instructor: 'Rectorat (validation du projet)',
  depositedWith: confirmed('Département', ['doubs-tne', 'isere-tne']),
  applicants: [
    { kind: 'commune', confidence: 'confirmed', sources: ['vienne-tne', 'doubs-tne'] },
    { kind: 'rpiCommune', confidence: 'unsure', sources: [] },
    { kind: 'schoolSyndicate', confidence: 'confirmed', sources: ['doubs-tne'] },
    { kind: 'epci', confidence: 'confirmed', sources: ['doubs-tne'] },
  ],
  criteria: [
    {
      id: 'TNE86-DEP',
      appliesTo: ['commune', 'rpiCommune', 'schoolSyndicate', 'epci'],
      condition: { fact: 'commune.department', is: '86' },
      severity: 'blocking',
      statement: 'Commune de la Vienne (86).',
      confidence: 'confirmed',
      sources: ['vienne-tne'],
    },
  ],
  basis: confirmed('net', ['vienne-tne']),
  expenses: snee2021.expenses.map((expense) => ({ ...expense, confidence: 'unsure' as const, sources: [] })),
  funding: [
    {
      part: 'equipment',
      per: 'project',
      rate: confirmed(7000, ['vienne-tne']),
      ratesByTotal: unsure(
        [
          { upToCents: 19_999_999, rate: 7000 },
          { upToCents: null, rate: 5000 },
        ],
        '70 % sous 200 000 € HT, 50 % à partir de ce montant ; le taux bas semble s’appliquer à toute la dépense.',
      ),
      rounding: unsure('cent'),
    },
    { part: 'services', per: 'project', rate: confirmed(5000, ['vienne-tne']), rounding: unsure('cent') },
  ],
  stacking: {
    highestShare: confirmed(7000, ['vienne-tne']),
    otherPublicAid: confirmed('admittedLocally', ['doubs-tne'], 'Dans le Doubs, le Département ajoute 10 %.'),
  },
  payment: {
    advance: unsure(null, 'Avance et solde : répartition non communiquée.'),
    beforeBalance: unsure(null),
    terms: 'Paiement par la Banque des Territoires, modalités non communiquées.',
  },
  deadlines: { startWithinMonths: unsure(null), completeWithinMonths: unsure(null, 'Programme de trois ans.') },
  pieces: snee2021.pieces.map((piece) => ({ ...piece, confidence: 'unsure' as const, sources: [] })),
  sections: enirSections,
  specificationPoints: null,
  circuit: [],
} as const satisfies GrantScheme;
