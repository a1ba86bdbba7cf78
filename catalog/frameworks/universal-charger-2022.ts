// The universal charger: directive of 2022.
import { sources } from './sources';
import type { Rule } from './types';

const product = {
  version: 1,
  from: null,
  until: null,
  opposable: true,
  confidence: 'confirmed',
  enabled: true,
  scope: 'product',
  stage: 'catalogue',
} as const;
const newSince = <Since extends string>(day: Since) =>
  ({ all: [{ eq: ['$product.condition', 'new'] }, { gte: ['$product.placedOnMarketOn', day] }] }) as const;
const charger = {
  ...product,
  framework: 'Chargeur universel',
  edition: 'directive (UE) 2022/2380 ; CPCE, R. 20-3-1',
  nature: 'euRegulation',
  severity: 'blocking',
  evidence: { what: 'le type de port de charge et la date de mise sur le marché', from: 'supplier' },
} as const;

export const universalCharger2022 = [
  {
    ...charger,
    id: 'USB-01',
    title: 'Port de charge USB-C des tablettes',
    article: 'tablettes et téléphones',
    note: 'Jour exact (28 décembre 2024) à vérifier.',
    sources: [sources.guideRegulation, sources.charger],
    categories: ['tablet', 'smartphone'],
    when: newSince('2024-12-28'),
    require: { eq: ['$product.chargingPort', 'usbC'] },
    message: 'Un appareil neuf de cette catégorie doit se charger en USB-C : choisissez une autre référence.',
  },
  {
    ...charger,
    id: 'USB-02',
    title: 'Port de charge USB-C des ordinateurs portables',
    article: 'ordinateurs portables',
    note: 'Jour exact (28 avril 2026) à vérifier.',
    sources: [sources.guideRegulation, sources.ecoDesignPress],
    categories: ['laptop'],
    when: newSince('2026-04-28'),
    require: { eq: ['$product.chargingPort', 'usbC'] },
    message:
      'Un ordinateur portable neuf mis en vente depuis le printemps 2026 doit se charger en USB-C : choisissez une autre référence.',
  },
] as const satisfies readonly Rule[];
