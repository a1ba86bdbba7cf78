// Energy label of tablets and telephones: regulation of 2023.
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
const labelled = {
  all: [
    { eq: ['$product.condition', 'new'] },
    { gte: ['$product.placedOnMarketOn', '2025-06-20'] },
    { ne: ['$product.operatingSystem', 'windows'] },
  ],
} as const;
const ecodesign = {
  ...product,
  framework: 'Écoconception des tablettes et téléphones',
  edition: 'règlement (UE) 2023/1670',
  nature: 'euRegulation',
  sources: [sources.ecoDesign, sources.ecoDesignPress],
  categories: ['tablet', 'smartphone'],
  when: labelled,
  severity: 'reservation',
} as const;

export const energyLabelTablets2023 = [
  {
    ...ecodesign,
    id: 'ECO-04',
    title: 'Étiquette énergie et fiche EPREL',
    framework: 'Étiquette énergie des tablettes et téléphones',
    edition: 'règlement (UE) 2023/1669',
    article: 'applicable depuis le 20 juin 2025',
    sources: [sources.ecoDesignPress],
    require: { all: [{ known: '$product.eprelId' }, { known: '$product.energyClass' }] },
    message: 'L’étiquette énergie ou le numéro EPREL manque : demandez-les au fournisseur.',
    evidence: { what: 'le numéro EPREL et la classe énergétique', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
