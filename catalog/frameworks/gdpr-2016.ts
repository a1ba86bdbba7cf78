// The General Data Protection Regulation, for what is bought for pupils.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  opposable: true,
  confidence: 'confirmed',
  enabled: true,
  stage: 'order',
} as const;
const gdpr = { ...text, framework: 'RGPD', edition: 'règlement (UE) 2016/679', nature: 'euRegulation' } as const;
const services = ['mdm', 'ent', 'software', 'digitalResource', 'webFilter'] as const;

export const gdpr2016 = [
  {
    ...gdpr,
    id: 'RGPD-01',
    title: 'Convention de sous-traitance pour les données d’élèves',
    article: 'art. 28',
    sources: [sources.dataAgreement, sources.dataController],
    scope: 'line',
    stage: 'reception',
    categories: services,
    when: { eq: ['$product.handlesPupilData', true] },
    require: { eq: ['$product.article28Agreement', true] },
    severity: 'blocking',
    message:
      'Ce service traite des données d’élèves sans convention de sous-traitance signée avec le DASEN : signez-la avant la mise en service.',
    evidence: { what: 'la convention de sous-traitance (art. 28) signée', from: 'supplier' },
  },
  {
    ...gdpr,
    id: 'RGPD-02',
    title: 'Données d’élèves hébergées dans l’Union européenne',
    article: 'chapitre V',
    confidence: 'recalled',
    enabled: false,
    note: 'Règle à relire.',
    sources: [sources.doctrine],
    scope: 'product',
    stage: 'catalogue',
    categories: services,
    when: { eq: ['$product.handlesPupilData', true] },
    require: { in: ['$product.hosting', ['france', 'eu', 'local']] },
    severity: 'reservation',
    message: 'Les données d’élèves sont hébergées hors de l’Union européenne : demandez les garanties de transfert.',
    evidence: { what: 'le lieu d’hébergement et la liste des sous-traitants', from: 'supplier' },
  },
  {
    ...gdpr,
    id: 'RGPD-04',
    title: 'Données effacées avant la sortie du matériel',
    article: 'art. 32',
    sources: [sources.guideEndOfLife],
    scope: 'order',
    stage: 'reception',
    when: { eq: ['$order.replacesEquipment', true] },
    require: { eq: ['$order.dataErasurePlanned', true] },
    severity: 'reservation',
    message: 'Prévoyez l’effacement des données avant de donner, vendre ou faire reprendre l’ancien matériel.',
    evidence: { what: 'le procès-verbal d’effacement', from: 'secretary' },
  },
  {
    ...gdpr,
    id: 'RGPD-03',
    title: 'Analyse d’impact pour les données d’enfants',
    article: 'art. 35',
    confidence: 'recalled',
    enabled: false,
    note: 'Cité de mémoire ; la nécessité d’une analyse s’apprécie avec le délégué à la protection des données.',
    sources: [],
    scope: 'product',
    stage: 'consultation',
    categories: ['mdm', 'ent'],
    when: { eq: ['$product.handlesPupilData', true] },
    require: { eq: ['$product.impactAssessment', true] },
    severity: 'recommendation',
    message:
      'Aucune analyse d’impact n’accompagne ce service : demandez au délégué à la protection des données si elle est nécessaire.',
    evidence: { what: 'l’analyse d’impact ou l’avis du délégué à la protection des données', from: 'syndicat' },
  },
] as const satisfies readonly Rule[];
