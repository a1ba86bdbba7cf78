// Label Écoles numériques 2020, third and last call of the ENIR family.
import { enirBasis, enirCircuit, enirExpenses, enirPayment, enirPieces } from './enir';
import { enirSections } from './sections';
import { confirmed, recalled, unsure } from './sourced';
import type { GrantScheme } from './types';

export const labelEcolesNumeriques2020 = {
  id: 'label-ecoles-numeriques-2020',
  version: 1,
  name: 'Label Écoles numériques 2020',
  shortName: 'ENIR 2020',
  status: 'closed',
  period: {
    opensOn: '2020-02-22',
    closesOn: null,
    confidence: 'confirmed',
    sources: ['bdt-label-2020', 'idcite-2021'],
    note: 'Sélection en décembre 2020 ; dates des vagues de dépôt non communiquées.',
  },
  legalTexts: [
    confirmed('Arrêté du 7 février 2020 approuvant le cahier des charges, JO du 22 février 2020', ['bdt-label-2020']),
    confirmed('Programme d’investissements d’avenir (PIA)', ['label-2020-text']),
  ],
  envelopeCents: confirmed(1_500_000_000, ['bdt-label-2020', 'idcite-2021', 'label-2020-text']),
  funder: 'État (programme d’investissements d’avenir)',
  funderKind: 'state',
  operator: recalled('Caisse des Dépôts'),
  instructor: 'Académie, DSDEN',
  depositedWith: recalled('Académie'),
  applicants: [
    { kind: 'commune', confidence: 'confirmed', sources: ['nantes-label-2020'] },
    {
      kind: 'rpiCommune',
      condition: 'Chaque commune du RPI répond individuellement aux exigences.',
      confidence: 'confirmed',
      sources: ['nantes-label-2020'],
    },
    {
      kind: 'epci',
      condition: 'À fiscalité propre ou non ; seuils propres aux EPCI non communiqués',
      confidence: 'confirmed',
      sources: ['nantes-label-2020'],
    },
    {
      kind: 'schoolSyndicate',
      condition: 'SIVOS, RPI concentré',
      confidence: 'confirmed',
      sources: ['nantes-label-2020'],
    },
  ],
  criteria: [
    {
      id: 'LEN20-COM',
      appliesTo: ['commune', 'rpiCommune'],
      condition: {
        all: [
          { fact: 'commune.totalPopulation', atMost: 3500 },
          { fact: 'commune.urbanAreaPopulation', atMost: 10_000 },
        ],
      },
      severity: 'blocking',
      statement: '3 500 habitants au plus et hors d’une aire urbaine de plus de 10 000 habitants.',
      confidence: 'confirmed',
      sources: ['nantes-label-2020'],
      note: 'Aire urbaine (zonage Insee de 2010) et non unité urbaine. Hors aire : 0.',
    },
    {
      id: 'LEN20-NIV',
      appliesTo: ['commune', 'rpiCommune', 'epci', 'schoolSyndicate'],
      condition: { fact: 'school.level', oneOf: ['nursery', 'elementary', 'primary'] },
      severity: 'blocking',
      statement: 'École maternelle, élémentaire ou primaire.',
      confidence: 'confirmed',
      sources: ['label-2020-text', 'nantes-label-2020'],
    },
    {
      id: 'LEN20-DEJA',
      appliesTo: ['commune', 'rpiCommune', 'epci', 'schoolSyndicate'],
      severity: 'information',
      statement: 'Les écoles déjà aidées par ENIR peuvent candidater.',
      confidence: 'confirmed',
      sources: ['nantes-label-2020'],
    },
  ],
  basis: enirBasis,
  expenses: enirExpenses('confirmed'),
  funding: [
    {
      part: 'project',
      per: 'school',
      rate: confirmed(5000, ['nantes-label-2020'], '50 % de « la dépense engagée par la commune »'),
      minimumCostCents: confirmed(300_000, ['nantes-label-2020']),
      maximumCostCents: confirmed(1_400_000, ['nantes-label-2020']),
      minimumGrantCents: confirmed(150_000, ['nantes-label-2020']),
      maximumGrantCents: confirmed(700_000, ['nantes-label-2020']),
      rounding: unsure('cent'),
    },
  ],
  stacking: {
    highestShare: confirmed(5000, ['nantes-label-2020']),
    otherPublicAid: unsure('toVerify'),
  },
  ...enirPayment,
  pieces: enirPieces,
  sections: enirSections,
  specificationPoints: confirmed(
    ['Motivation et cible', 'Conditions d’éligibilité des territoires'],
    ['label-2020-text'],
    'Même trame que 2018 ; seuls ces deux titres ont pu être lus.',
  ),
  circuit: enirCircuit,
} as const satisfies GrantScheme;
