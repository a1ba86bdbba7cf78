// Duties that follow from an amount: control of legality, open data, largest turnover asked for, SPASER.
import type { LegalityControlRule, OpenDataRule, SpaserRule, TurnoverCap } from './types';

export const legalityControl = [
  {
    from: '2020-01-01',
    to: null,
    threshold: 'formal',
    article: 'CGCT D2131-5-1',
    source: 'Décret n° 2019-1375 ; association des maires de la Marne',
    confidence: 'confirmed',
    note: 'Le cumul des lots est discuté : tous les lots sont transmis dès que le total atteint le seuil',
  },
] as const satisfies readonly LegalityControlRule[];

export const openData = [
  {
    from: '2024-01-01',
    to: null,
    publishFromNetCents: 4_000_000,
    dispensedContractsFromNetCents: 2_500_000,
    deadlineMonths: 2,
    article: 'CCP R2196-1',
    source: 'Code de la commande publique consolidé',
    confidence: 'confirmed',
  },
] as const satisfies readonly OpenDataRule[];

export const turnoverCaps = [
  {
    from: '2019-04-01',
    to: '2025-12-31',
    factor: 20_000,
    article: 'CCP R2142-7',
    source: 'Commentaires du décret du 29 décembre 2025 (Adden, Seban)',
    confidence: 'confirmedSecondary',
  },
  {
    from: '2026-01-01',
    to: null,
    factor: 15_000,
    article: 'CCP R2142-7',
    source: 'Commentaires du décret du 29 décembre 2025 (Adden, Seban)',
    confidence: 'confirmedSecondary',
  },
] as const satisfies readonly TurnoverCap[];

export const spaser = [
  {
    from: '2023-01-01',
    to: null,
    annualPurchasesAboveNetCents: 5_000_000_000,
    article: 'CCP D2111-3',
    source: 'Atexo ; Village de la justice',
    confidence: 'confirmedSecondary',
  },
] as const satisfies readonly SpaserRule[];
