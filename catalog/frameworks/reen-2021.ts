// The REEN law of 2021: repairability, and equipment that is withdrawn.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  opposable: true,
  confidence: 'confirmed',
  enabled: true,
  nature: 'law',
  severity: 'reservation',
} as const;

export const reen2021 = [
  {
    ...text,
    id: 'REEN-05',
    title: 'Destination du matériel remplacé',
    framework: 'Loi REEN, article 16',
    edition: 'décret n° 2023-266 du 12 avril 2023',
    article: 'art. 1er et 2',
    nature: 'decree',
    sources: [sources.reenDisposal, sources.guideEndOfLife],
    scope: 'order',
    stage: 'order',
    when: { all: [{ eq: ['$order.replacesEquipment', true] }, { gt: ['$order.withdrawnUnder10Years', 0] }] },
    require: {
      in: ['$order.exitRoute', ['publicTransfer', 'sale', 'donation', 'ecoOrganisation', 'supplierTakeBack']],
    },
    message:
      'Vous remplacez {order.withdrawnUnder10Years} matériels de moins de 10 ans : dites s’ils sont cédés, vendus, donnés ou remis à un éco-organisme.',
    evidence: { what: 'la destination du matériel remplacé', from: 'secretary' },
  },
  {
    ...text,
    id: 'REEN-01',
    title: 'Indice de réparabilité pris en compte',
    from: '2023-01-01',
    framework: 'Loi REEN',
    edition: 'applicable au 1er janvier 2023',
    article: 'art. 15',
    sources: [sources.guideRepairability, sources.reenIndex],
    scope: 'consultation',
    stage: 'consultation',
    severity: 'blocking',
    categories: ['laptop', 'smartphone', 'television'],
    when: {
      all: [
        { gte: ['$consultation.launchedOn', '2023-01-01'] },
        { eq: ['$consultation.includesIndexedProducts', true] },
      ],
    },
    require: { eq: ['$consultation.considersRepairability', true] },
    message:
      'L’indice de réparabilité doit compter dans le besoin, un critère ou une preuve, dès le premier euro. La loi ne fixe aucune note minimale.',
    evidence: { what: 'la pièce du dossier qui en tient compte', from: 'syndicat' },
  },
  {
    ...text,
    id: 'REEN-02',
    title: 'Indice de durabilité pris en compte',
    from: '2026-01-01',
    framework: 'Loi REEN',
    edition: 'applicable au 1er janvier 2026',
    article: 'art. 15',
    note: 'Parmi les produits suivis ici, seuls les téléviseurs portent cet indice.',
    sources: [sources.reenIndex, sources.durabilityScope],
    scope: 'consultation',
    stage: 'consultation',
    severity: 'blocking',
    categories: ['television'],
    when: {
      all: [
        { gte: ['$consultation.launchedOn', '2026-01-01'] },
        { eq: ['$consultation.includesDurabilityIndexedProducts', true] },
      ],
    },
    require: { eq: ['$consultation.considersDurability', true] },
    message:
      'L’indice de durabilité doit compter dans le besoin, un critère ou une preuve. La loi ne fixe aucune note.',
    evidence: { what: 'la pièce du dossier qui en tient compte', from: 'syndicat' },
  },
  {
    ...text,
    id: 'REEN-04',
    title: 'Matériel réformé orienté vers le réemploi',
    from: '2023-04-14',
    framework: 'Loi REEN, article 16',
    edition: 'décret n° 2023-266 du 12 avril 2023',
    article: 'art. 3',
    nature: 'decree',
    note: 'Entrée en vigueur au lendemain de la publication, à vérifier ; les paliers sont ceux de l’article 3.',
    sources: [sources.reenDisposal],
    scope: 'year',
    stage: 'year',
    when: { all: [{ gte: ['$year.year', 2023] }, { gt: ['$year.withdrawnStock', 0] }] },
    require: {
      any: [
        { gte: ['$year.withdrawnReuseBasisPoints', 5000] },
        { all: [{ eq: ['$year.year', 2024] }, { gte: ['$year.withdrawnReuseBasisPoints', 3500] }] },
        { all: [{ eq: ['$year.year', 2023] }, { gte: ['$year.withdrawnReuseBasisPoints', 2500] }] },
      ],
    },
    message:
      'Matériels réformés de moins de 10 ans : {year.withdrawnReuseBasisPoints} orientés vers le réemploi ; il faut 25 % en 2023, 35 % en 2024, 50 % depuis 2025.',
    evidence: { what: 'l’inventaire des réformes au 1er janvier et leurs destinations', from: 'secretary' },
  },
] as const satisfies readonly Rule[];
