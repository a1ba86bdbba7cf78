// ENIR 2018, second phase of the call 'Écoles numériques innovantes et ruralité'.
import { enirBasis, enirCircuit, enirExpenses, enirPayment, enirPieces } from './enir';
import { enirSections } from './sections';
import { confirmed, recalled, unsure } from './sourced';
import type { GrantScheme } from './types';

export const enir2018 = {
  id: 'enir-2018',
  version: 1,
  name: 'Écoles numériques innovantes et ruralité, phase 2 (2018)',
  shortName: 'ENIR 2018',
  status: 'closed',
  period: {
    opensOn: '2018-06',
    closesOn: null,
    confidence: 'confirmed',
    sources: ['bdt-label-2020'],
    note: 'Date de clôture non communiquée. Page d’académie encore en ligne le 5 avril 2019, écoles équipées à la rentrée 2019.',
  },
  legalTexts: [
    confirmed('Cahier des charges « Phase 2 » en neuf points, Éduscol', ['caen-enir-2018']),
    confirmed('Renvoi à l’article D. 3334-8-1 du CGCT pour la ruralité (question écrite Sénat n° 08636)', [
      'senat-08636',
    ]),
  ],
  envelopeCents: confirmed(2_000_000_000, ['aix-enir-2018']),
  funder: 'État (programme d’investissements d’avenir)',
  funderKind: 'state',
  operator: recalled('Caisse des Dépôts'),
  instructor: 'Académie, DSDEN',
  depositedWith: recalled('Académie'),
  applicants: [
    { kind: 'commune', confidence: 'confirmed', sources: ['caen-enir-2018', 'aix-enir-2018'] },
    {
      kind: 'rpiCommune',
      condition: 'RPI non adossé à un EPCI compétent : chaque commune répond individuellement.',
      confidence: 'confirmed',
      sources: ['aix-enir-2018'],
    },
    {
      kind: 'epci',
      condition: 'Compétence scolaire comprenant la gestion des écoles primaires',
      confidence: 'confirmed',
      sources: ['aix-enir-2018'],
    },
  ],
  criteria: [
    {
      id: 'ENIR18-COM',
      appliesTo: ['commune', 'rpiCommune'],
      condition: {
        any: [
          {
            all: [
              { fact: 'commune.zone', is: 'metro' },
              { fact: 'commune.totalPopulation', atMost: 2000 },
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
      statement: '2 000 habitants au plus et hors d’une unité urbaine de plus de 5 000 habitants.',
      confidence: 'confirmed',
      sources: ['caen-enir-2018', 'aix-enir-2018'],
      note: 'Les deux conditions se cumulent : une commune de 910 habitants a été refusée pour son unité urbaine (Sénat, question n° 08636).',
    },
    {
      id: 'ENIR18-EPCI',
      appliesTo: ['epci'],
      condition: {
        all: [
          { fact: 'applicant.schoolCompetence', is: true },
          { fact: 'applicant.largestMemberPopulation', atMost: 3500 },
          { fact: 'applicant.membersBelow2000Share', above: 6667 },
        ],
      },
      severity: 'blocking',
      statement:
        'EPCI gérant les écoles primaires, commune la plus peuplée de 3 500 habitants au plus, plus des deux tiers des communes sous 2 000 habitants.',
      confidence: 'confirmed',
      sources: ['aix-enir-2018'],
    },
    {
      id: 'ENIR18-NIV',
      appliesTo: ['commune', 'rpiCommune', 'epci'],
      condition: { fact: 'school.level', oneOf: ['elementary', 'primary'] },
      severity: 'blocking',
      statement: 'École élémentaire ou primaire (cycles 2 et 3) : pas d’école maternelle.',
      confidence: 'confirmed',
      sources: ['caen-enir-2018', 'aix-enir-2018'],
    },
    {
      id: 'ENIR18-DEJA',
      appliesTo: ['commune', 'rpiCommune', 'epci'],
      condition: {
        not: {
          any: [
            { fact: 'school.earlierGrants', includes: 'enir-2017' },
            { fact: 'school.earlierGrants', includes: 'inee-colleges' },
          ],
        },
      },
      severity: 'blocking',
      statement: 'École non retenue en phase 1 (2017) ni dans « Collèges numériques » (INEE).',
      confidence: 'confirmed',
      sources: ['caen-enir-2018'],
    },
  ],
  basis: enirBasis,
  expenses: enirExpenses('recalled'),
  funding: [
    {
      part: 'project',
      per: 'school',
      rate: confirmed(5000, ['aix-enir-2018', 'assemblee-477264'], '50 % « du coût global »'),
      minimumGrantCents: recalled(200_000),
      maximumGrantCents: confirmed(700_000, ['assemblee-477264']),
      rounding: unsure('cent'),
    },
  ],
  stacking: {
    highestShare: confirmed(5000, ['aix-enir-2018']),
    otherPublicAid: confirmed(
      'admittedLocally',
      ['detr-form-2026'],
      'En Moselle, une catégorie de DETR vise expressément les projets ENIR.',
    ),
  },
  ...enirPayment,
  pieces: enirPieces,
  sections: enirSections,
  specificationPoints: confirmed(
    [
      'Motivation et cible',
      'Pilotage et accompagnement',
      'Nature et objectifs des projets',
      'Conditions d’éligibilité',
      'Soutien financier',
      'Constitution des dossiers',
      'Modalités de sélection',
      'Modalité de versement des subventions',
      'Dossier et calendrier',
    ],
    ['caen-enir-2018'],
  ),
  circuit: enirCircuit,
} as const satisfies GrantScheme;
