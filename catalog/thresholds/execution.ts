// Payment, late interest, advances and penalties: what holds while a contract is executed.
import type { AdvanceRule, LateInterestRate, PaymentRule, PenaltyRule } from './types';

const code = 'Code de la commande publique consolidé';

export const payment = [
  {
    from: '2019-04-01',
    to: null,
    days: 30,
    pointsOverCentralBankRate: 800,
    recoveryFeeCents: 4_000,
    interestPaidWithinDays: 45,
    article: 'CCP R2192-10, R2192-31, R2192-36 et D2192-35',
    source: code,
    confidence: 'confirmed',
  },
] as const satisfies readonly PaymentRule[];

export const lateInterest = [
  {
    from: '2026-07-01',
    to: '2026-12-31',
    rate: 1_040,
    article: 'CCP R2192-31',
    source: 'Notes professionnelles de septembre 2026',
    confidence: 'unsure',
    note: 'Taux de refinancement de la BCE de 2,40 % plus huit points, à contrôler',
  },
] as const satisfies readonly LateInterestRate[];

export const advances = [
  {
    from: '2020-01-01',
    to: null,
    dueAboveNetCents: 5_000_000,
    dueAboveMonths: 2,
    minimumRate: 500,
    smallFirmRate: 1_000,
    smallFirmRateAboveExpensesCents: 6_000_000_000,
    repaymentStartsAt: 6_500,
    repaymentEndsAt: 8_000,
    article: 'CCP R2191-3, R2191-7 et R2191-11',
    source: 'service-public.fr ; décret n° 2019-1344',
    confidence: 'confirmedSecondary',
  },
] as const satisfies readonly AdvanceRule[];

export const penalties = [
  {
    from: '2021-04-01',
    to: null,
    ccag: ['fcs', 'tic'],
    divisor: 1_000,
    cap: 1_000,
    waivedUpToNetCents: 100_000,
    hearingDays: 15,
    article: 'CCAG-FCS 14.1 ; CCAG-TIC 14.1',
    source: 'CCAG-FCS, arrêté du 30 mars 2021 ; service-public.fr pour le CCAG-TIC',
    confidence: 'confirmed',
  },
] as const satisfies readonly PenaltyRule[];
