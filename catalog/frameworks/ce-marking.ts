// CE marking of radio and electrical equipment.
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

export const ceMarking = [
  {
    ...product,
    id: 'CE-01',
    title: 'Marquage CE et déclaration UE de conformité',
    framework: 'Marquage CE',
    edition: 'directives 2014/53/UE et 2014/35/UE',
    article: 'marquage et déclaration',
    nature: 'euRegulation',
    confidence: 'recalled',
    enabled: false,
    note: 'Textes à relire.',
    sources: [],
    categories: [
      'tablet',
      'chargingTrolley',
      'chargingCase',
      'laptop',
      'desktop',
      'interactiveDisplay',
      'projector',
      'interactiveProjector',
      'monitor',
      'documentCamera',
      'accessPoint',
      'router',
      'networkSwitch',
      'nas',
      'server',
      'printer',
      'multifunctionPrinter',
      'smartphone',
      'headset',
      'robot',
    ],
    require: { all: [{ eq: ['$product.ceMarking', true] }, { eq: ['$product.euDeclarationOfConformity', true] }] },
    severity: 'blocking',
    message:
      'Le marquage CE ou la déclaration UE de conformité manque : n’inscrivez pas cette référence avant de les avoir reçus.',
    evidence: { what: 'la déclaration UE de conformité', from: 'supplier' },
  },
] as const satisfies readonly Rule[];
