// What an offer is worth for each commune: its part of every line at the prices of the schedule.
import type { ConsolidatedLine } from '~/domain/consolidation/consolidation';
import { type Cents, cents, netOf, splitByLargestRemainder, type UnitPrice, zeroCents } from '~/domain/shared/money';

export interface CommuneValue {
  readonly communeId: string;
  readonly net: Cents;
}

/**
 * Net value of an offer by commune, dearest first; the parts of a line add up to it exactly, so that the communes
 * add up to the offer. Lines without a price in `prices` are left out.
 */
export function valueByCommune(
  lines: readonly Pick<ConsolidatedLine, 'number' | 'quantity' | 'shares'>[],
  prices: ReadonlyMap<string, UnitPrice>,
): readonly CommuneValue[] {
  const values = new Map<string, Cents>();
  for (const { number, quantity, shares } of lines) {
    const price = prices.get(number);
    if (price === undefined || quantity === 0) continue;
    const parts = splitByLargestRemainder(
      netOf(quantity, price),
      shares.map((share) => share.quantity),
    );
    shares.forEach(({ communeId }, index) => {
      values.set(communeId, cents((values.get(communeId) ?? zeroCents) + (parts[index] ?? zeroCents)));
    });
  }
  return [...values]
    .map(([communeId, net]) => ({ communeId, net }))
    .toSorted((a, b) => b.net - a.net || (a.communeId < b.communeId ? -1 : 1));
}
