// Cybersecurity of radio equipment: delegated regulation of 2022.
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

export const red2022 = [
  {
    ...product,
    id: 'RED-01',
    title: 'Cybersécurité des équipements radio',
    from: '2025-08-01',
    framework: 'Directive équipements radio, cybersécurité',
    edition: 'règlement délégué (UE) 2022/30',
    article: 'applicable depuis le 1er août 2025',
    nature: 'euRegulation',
    sources: [sources.radioSecurity],
    categories: ['tablet', 'laptop', 'accessPoint', 'router', 'smartphone', 'interactiveDisplay'],
    when: { all: [{ eq: ['$product.radio', true] }, newSince('2025-08-01')] },
    require: { eq: ['$product.radioCybersecurity', true] },
    severity: 'reservation',
    message:
      'Cet appareil sans fil est récent : sa déclaration UE doit viser le règlement 2022/30 (normes EN 18031). Demandez-la au fournisseur.',
    evidence: {
      what: 'la déclaration UE qui vise le règlement 2022/30 et la date de mise sur le marché',
      from: 'supplier',
    },
  },
] as const satisfies readonly Rule[];
