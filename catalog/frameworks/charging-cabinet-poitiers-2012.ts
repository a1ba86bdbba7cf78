// Charging cabinets: advice of the academy of Poitiers, 2012.
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

export const chargingCabinetPoitiers2012 = [
  {
    ...text,
    id: 'ACA-10',
    title: 'Chariot ventilé, fermé, à roulettes',
    framework: 'Meuble de recharge, académie de Poitiers',
    edition: '2012',
    article: 'meuble de rangement',
    nature: 'academicGuide',
    sources: [sources.cartPoitiers],
    categories: ['chargingTrolley'],
    require: {
      all: [
        { eq: ['$product.ventilation', true] },
        { eq: ['$product.lockable', true] },
        { eq: ['$product.wheels', true] },
      ],
    },
    message: 'Préférez un chariot ventilé, qui ferme à clé et a des roulettes.',
  },
] as const satisfies readonly Rule[];
