// Rounds what members asked for up to whole packages, for each of them or on the line.
import { cents, splitByLargestRemainder } from '~/domain/shared/money';
import type { LinePackaging } from './consolidation';
import type { PackageDecision } from './decisions';

function whole(pieces: number, size: number): number {
  return Math.ceil(pieces / size) * size;
}

/** A whole quantity split by whole weights, so that the parts add up to it. */
export function splitQuantity(quantity: number, weights: readonly number[]): number[] {
  return splitByLargestRemainder(cents(quantity), weights).map(Number);
}

/**
 * Quantities in pieces once rounded up, and what the rounding adds. Rounded on the total, the pieces added are shared
 * by largest remainder of what was asked: nobody gets less than it asked for.
 */
export function packaged(
  asked: readonly number[],
  decision: PackageDecision | undefined,
): { readonly quantities: readonly number[]; readonly packaging?: LinePackaging } {
  if (!decision) return { quantities: asked };
  const { name, size, rounding } = decision;
  const total = asked.reduce((sum, one) => sum + one, 0);
  const quantities =
    rounding === 'member' ? asked.map((one) => whole(one, size)) : splitQuantity(whole(total, size), asked);
  const added = quantities.reduce((sum, one) => sum + one, 0) - total;
  return { quantities, packaging: { name, size, rounding, asked: total, added } };
}
