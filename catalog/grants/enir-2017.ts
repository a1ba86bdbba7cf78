// ENIR 2017, first phase of the call 'Écoles numériques innovantes et ruralité'.
import { enirBasis, enirCircuit, enirExpenses, enirPayment, enirPieces } from './enir';
import { enirSections } from './sections';
import { confirmed, recalled, unsure } from './sourced';
import type { GrantScheme } from './types';

export const enir2017 = {
  id: 'enir-2017',
  version: 1,
  name: 'Écoles numériques innovantes et ruralité, phase 1 (2017)',
  shortName: 'ENIR 2017',
  status: 'closed',
  period: {
    opensOn: '2017-04-06',
    closesOn: '2017-09-30',
    confidence: 'confirmed',
    sources: ['boen-2017-04-06', 'weka-enir-2017'],
  },
  legalTexts: [
    confirmed('Cahier des charges publié au BOEN du 6 avril 2017', ['boen-2017-04-06', 'weka-enir-2017']),
    confirmed('Programme d’investissements d’avenir (PIA)', ['boen-2017-04-06']),
  ],
  envelopeCents: confirmed(
    500_000_000,
    ['boen-2017-04-06', 'weka-enir-2017'],
    'Première vague de 5 M€ sur un plan annoncé à 50 M€.',
  ),
  funder: 'État (programme d’investissements d’avenir)',
  funderKind: 'state',
  operator: recalled('Caisse des Dépôts'),
  instructor: 'Académie, DSDEN',
  depositedWith: recalled('Académie'),
  applicants: [
    { kind: 'commune', confidence: 'confirmed', sources: ['boen-2017-04-06'] },
    {
      kind: 'rpiCommune',
      condition: 'Chaque commune du RPI répond individuellement.',
      confidence: 'recalled',
      sources: [],
    },
    { kind: 'epci', condition: 'Compétence scolaire', confidence: 'confirmed', sources: ['boen-2017-04-06'] },
  ],
  criteria: [
    {
      id: 'ENIR17-COM',
      appliesTo: ['commune', 'rpiCommune'],
      condition: {
        any: [
          {
            all: [
              { fact: 'commune.zone', is: 'metro' },
              { fact: 'commune.totalPopulation', atMost: 2000 },
            ],
          },
          {
            all: [
              { fact: 'commune.zone', is: 'metro' },
              { fact: 'commune.totalPopulation', atMost: 5000 },
              { fact: 'commune.urbanUnitPopulation', atMost: 5000 },
            ],
          },
          {
            all: [
              { fact: 'commune.zone', is: 'overseas' },
              { fact: 'commune.listedInAnnexVIII', is: false },
            ],
          },
        ],
      },
      severity: 'blocking',
      statement: '2 000 habitants au plus, ou 5 000 au plus si l’unité urbaine ne dépasse pas 5 000 habitants.',
      confidence: 'confirmed',
      sources: ['boen-2017-04-06', 'cgct-d3334-8-1'],
      note: 'Définition de l’article D. 3334-8-1 du CGCT. Hors unité urbaine : 0.',
    },
    {
      id: 'ENIR17-EPCI',
      appliesTo: ['epci'],
      condition: {
        all: [
          { fact: 'applicant.schoolCompetence', is: true },
          { fact: 'applicant.largestMemberPopulation', atMost: 5000 },
          { fact: 'applicant.membersBelow2000Share', above: 5000 },
        ],
      },
      severity: 'blocking',
      statement:
        'EPCI à compétence scolaire, commune la plus peuplée de 5 000 habitants au plus, plus de 50 % des communes sous 2 000 habitants.',
      confidence: 'confirmed',
      sources: ['boen-2017-04-06'],
    },
    {
      id: 'ENIR17-NIV',
      appliesTo: ['commune', 'rpiCommune', 'epci'],
      condition: { fact: 'school.level', oneOf: ['nursery', 'elementary', 'primary'] },
      severity: 'reservation',
      statement: 'École primaire, maternelle ou élémentaire.',
      confidence: 'confirmed',
      sources: ['dijon-enir'],
      note: 'Page de l’académie mise à jour pour 2020 : à vérifier pour 2017.',
    },
  ],
  basis: enirBasis,
  expenses: enirExpenses('confirmed'),
  funding: [
    {
      part: 'project',
      per: 'school',
      rate: confirmed(5000, ['boen-2017-04-06', 'weka-enir-2017'], '50 % au plus'),
      minimumGrantCents: confirmed(200_000, ['boen-2017-04-06', 'weka-enir-2017']),
      maximumGrantCents: confirmed(700_000, ['boen-2017-04-06', 'weka-enir-2017']),
      rounding: unsure('cent'),
    },
  ],
  stacking: {
    highestShare: confirmed(5000, ['boen-2017-04-06']),
    otherPublicAid: unsure('toVerify'),
  },
  ...enirPayment,
  pieces: enirPieces,
  sections: enirSections,
  specificationPoints: null,
  circuit: enirCircuit,
} as const satisfies GrantScheme;
