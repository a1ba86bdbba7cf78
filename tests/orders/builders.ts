// Lines and lots with speaking defaults, for decisions that need no database.
import type { AskedLot } from '~/domain/orders/ceilings';
import { type AmountedLine, amountsOf } from '~/domain/orders/totals';
import { day } from '~/domain/shared/day';
import { cents, unitPrice } from '~/domain/shared/money';

export const today = day('2026-11-23');

/** Under a lot that is in force, with room under both ceilings. Amounts in cents net. */
export function anAskedLot(changes: Partial<Record<keyof AskedLot, unknown>> = {}): AskedLot {
  return {
    lotId: 'lot-1',
    title: 'AC-1, lot 1',
    notifiedOn: day('2025-12-01'),
    startsOn: day('2026-01-01'),
    endsOn: day('2029-12-31'),
    askedNet: cents(100_00),
    maximumNet: cents(1_000_00),
    committedNet: cents(0),
    memberMaximumNet: cents(500_00),
    memberCommittedNet: cents(0),
    ...changes,
  } as AskedLot;
}

/** A line with its amounts. Prices in ten-thousandths of a euro. */
export function anAmountedLine(
  wanted: { quantity?: number; price?: number; eco?: number; vatRate?: number } = {},
): AmountedLine {
  const priced = {
    quantity: wanted.quantity ?? 1,
    unitPriceNet: unitPrice(wanted.price ?? 100_0000),
    ecoContributionNet: unitPrice(wanted.eco ?? 0),
    vatRate: wanted.vatRate ?? 2000,
  };
  return { ...priced, ...amountsOf(priced) };
}
