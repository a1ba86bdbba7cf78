// Environmental and social duties of a consultation, by the day it is launched.
import type { GreenRule } from './types';

const code = 'Code de la commande publique consolidé, texte applicable au 23 août 2026';

export const greenRules = [
  {
    duty: 'environmentalCriterion',
    from: '2026-08-21',
    to: null,
    article: 'CCP R2152-7',
    source: code,
    confidence: 'confirmed',
    note: 'Au moins un critère prend en compte les caractéristiques environnementales : le prix seul n’est plus admis',
  },
  {
    duty: 'environmentalExecutionCondition',
    from: '2026-08-22',
    to: null,
    article: 'CCP L2112-2',
    source: code,
    confidence: 'confirmed',
  },
  {
    duty: 'sustainableSpecifications',
    from: '2026-08-22',
    to: null,
    article: 'CCP L2111-2',
    source: code,
    confidence: 'confirmed',
  },
  {
    duty: 'socialConditionAtFormal',
    from: '2026-08-22',
    to: null,
    article: 'CCP L2112-2-1',
    source: code,
    confidence: 'confirmed',
    exceptions: [
      'Le besoin peut être satisfait par une solution immédiatement disponible',
      'La prise en compte n’est pas susceptible de présenter un lien suffisant avec l’objet du marché',
      'La prise en compte est de nature à restreindre la concurrence ou à rendre techniquement ou économiquement difficile l’exécution',
      'Il s’agit d’un marché de travaux d’une durée inférieure à six mois',
    ],
  },
] as const satisfies readonly GreenRule[];
