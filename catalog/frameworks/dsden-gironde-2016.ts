// The grid of the education authority of the Gironde, 2016.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  opposable: false,
  confidence: 'confirmed',
  enabled: true,
  scope: 'product',
  stage: 'catalogue',
  severity: 'recommendation',
  evidence: { what: 'la fiche technique', from: 'supplier' },
} as const;
const gironde = {
  ...text,
  framework: 'Grille de la DSDEN de la Gironde',
  edition: '2016',
  nature: 'academicGuide',
  sources: [sources.laptopsGironde],
  categories: ['laptop'],
} as const;

export const dsdenGironde2016 = [
  {
    ...gironde,
    id: 'ACA-04',
    title: 'Écran de 11 à 15 pouces',
    article: 'écran',
    require: { all: [{ gte: ['$product.screenInches', 11] }, { lte: ['$product.screenInches', 15.6] }] },
    message: 'L’écran fait {product.screenInches} pouces ; 11 à 15 conviennent, 13 est le mieux pour des élèves.',
  },
  {
    ...gironde,
    id: 'ACA-05',
    title: '6 heures d’autonomie',
    article: 'batterie',
    require: { gte: ['$product.batteryHours', 6] },
    message: 'L’autonomie est de {product.batteryHours} h, le repère est de 6 h.',
  },
  {
    ...gironde,
    id: 'ACA-06',
    title: 'Écran mat',
    article: 'dalle mate',
    require: { eq: ['$product.matteScreen', true] },
    message: 'L’écran est brillant : préférez un écran mat.',
  },
] as const satisfies readonly Rule[];
