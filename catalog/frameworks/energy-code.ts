// The energy code: performance of what the State and its bodies buy.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  framework: 'Code de la commande publique',
  edition: 'texte applicable au 23 août 2026',
  nature: 'law',
  opposable: true,
  confidence: 'confirmed',
  enabled: true,
  scope: 'consultation',
  stage: 'consultation',
  severity: 'blocking',
} as const;

export const energyCode = [
  {
    ...text,
    id: 'ENR-01',
    title: 'Haute performance énergétique (achats de l’État)',
    from: '2016-04-10',
    framework: 'Code de l’énergie',
    edition: 'décret n° 2016-412 du 7 avril 2016',
    article: 'art. R. 234-1 à R. 234-5',
    nature: 'decree',
    note: 'Vise l’État et ses établissements nationaux, au-dessus des seuils européens ; jour d’entrée en vigueur à vérifier.',
    sources: [sources.energyPerformance],
    severity: 'reservation',
    when: { eq: ['$buyer.kind', 'state'] },
    require: { eq: ['$consultation.energyPerformanceAsked', true] },
    message: 'L’État achète des produits à haute performance énergétique : demandez la classe énergétique.',
    evidence: { what: 'la classe énergétique demandée', from: 'syndicat' },
  },
] as const satisfies readonly Rule[];
