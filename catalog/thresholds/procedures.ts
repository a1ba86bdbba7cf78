// Procedure thresholds of local authorities for supplies and services since 2018, in euro cents excluding VAT.
// The row is chosen by the day the notice is sent, or else the launch of the consultation (CCP R2121-3).
import type { ProcedureThresholds, SourcedAmount } from './types';

const decree2019 = 'Décret n° 2019-1344 du 12 décembre 2019';
const decree2025 = 'Décret n° 2025-1386 du 29 décembre 2025, code de la commande publique consolidé';

const before2026 = 'Valeur stable, texte de l’époque non relu';
const written: SourcedAmount = {
  netCents: 2_500_000,
  article: 'CCP R2112-1',
  source: 'Code de la commande publique consolidé',
  confidence: 'confirmed',
};
const writtenBefore2026: SourcedAmount = { ...written, confidence: 'recalled', note: before2026 };
const publicity: SourcedAmount = {
  netCents: 9_000_000,
  article: 'CCP R2131-12',
  source: 'Code de la commande publique consolidé',
  confidence: 'confirmed',
};
const publicityBefore2026: SourcedAmount = { ...publicity, confidence: 'recalled', note: before2026 };
const profileAt40000: SourcedAmount = {
  netCents: 4_000_000,
  article: 'CCP R2132-2',
  source: decree2019,
  confidence: 'recalled',
  note: before2026,
};

export const procedureThresholds = [
  {
    id: 'local-2018',
    from: '2018-01-01',
    to: '2019-12-31',
    dispense: {
      netCents: 2_500_000,
      article: 'Décret n° 2016-360, article 30 ; CCP R2122-8',
      source: 'Valeur connue, texte de l’époque non relu',
      confidence: 'recalled',
    },
    written: writtenBefore2026,
    publicity: publicityBefore2026,
    buyerProfile: { ...profileAt40000, netCents: 2_500_000, source: 'Valeur connue, texte de l’époque non relu' },
    formal: {
      netCents: 22_100_000,
      article: 'Avis relatif aux seuils de procédure (CCP annexe 2)',
      source: 'Valeur connue, texte de l’époque non relu',
      confidence: 'recalled',
    },
  },
  {
    id: 'local-2020',
    from: '2020-01-01',
    to: '2021-12-31',
    dispense: { netCents: 4_000_000, article: 'CCP R2122-8', source: decree2019, confidence: 'confirmed' },
    written: writtenBefore2026,
    publicity: publicityBefore2026,
    buyerProfile: profileAt40000,
    formal: {
      netCents: 21_400_000,
      article: 'Avis relatif aux seuils de procédure (CCP annexe 2)',
      source: 'Association des maires de la Marne (maires51.fr)',
      confidence: 'confirmed',
    },
  },
  {
    id: 'local-2022',
    from: '2022-01-01',
    to: '2023-12-31',
    dispense: { netCents: 4_000_000, article: 'CCP R2122-8', source: decree2019, confidence: 'confirmed' },
    written: writtenBefore2026,
    publicity: publicityBefore2026,
    buyerProfile: profileAt40000,
    formal: {
      netCents: 21_500_000,
      article: 'Avis relatif aux seuils de procédure (CCP annexe 2)',
      source: 'gestionnaire03.fr, marchés à procédure adaptée',
      confidence: 'confirmed',
    },
  },
  {
    id: 'local-2024',
    from: '2024-01-01',
    to: '2025-12-31',
    dispense: { netCents: 4_000_000, article: 'CCP R2122-8', source: decree2019, confidence: 'confirmed' },
    written: writtenBefore2026,
    publicity: publicityBefore2026,
    buyerProfile: profileAt40000,
    formal: {
      netCents: 22_100_000,
      article: 'Avis relatif aux seuils de procédure (CCP annexe 2)',
      source: 'gestionnaire03.fr ; La Vie communale, seuils 2026',
      confidence: 'confirmed',
    },
  },
  {
    id: 'local-2026-01',
    from: '2026-01-01',
    to: '2026-03-31',
    dispense: { netCents: 4_000_000, article: 'CCP R2122-8', source: decree2019, confidence: 'confirmed' },
    written,
    publicity,
    buyerProfile: { ...profileAt40000, note: 'Aligné sur la dispense jusqu’au 31 mars 2026, texte non relu' },
    formal: {
      netCents: 21_600_000,
      article: 'CCP annexe 2',
      source: 'Avis relatif aux seuils de procédure, en vigueur au 14 janvier 2026',
      confidence: 'confirmed',
    },
  },
  {
    id: 'local-2026-04',
    from: '2026-04-01',
    to: '2027-12-31',
    dispense: { netCents: 6_000_000, article: 'CCP R2122-8', source: decree2025, confidence: 'confirmed' },
    written,
    publicity,
    buyerProfile: { netCents: 6_000_000, article: 'CCP R2132-2', source: decree2025, confidence: 'confirmed' },
    formal: {
      netCents: 21_600_000,
      article: 'CCP annexe 2',
      source: 'Avis relatif aux seuils de procédure, en vigueur au 14 janvier 2026',
      confidence: 'confirmed',
    },
  },
] as const satisfies readonly ProcedureThresholds[];
