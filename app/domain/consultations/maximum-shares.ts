// The days on which the orders of a contract reached shares of its maximum.
import type { Day } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';

export interface MaximumUseByDay {
  /** Maximum as amended, net. */
  readonly maximumNet: Cents;
  /** What each order took of it, net, on the day of its submission; empty without a catalogue. */
  readonly ordered: readonly { readonly on: Day; readonly net: Cents }[];
}

/** The day the orders reached a share in basis points, compared exactly; undefined while they have not. */
export function dayOfShare({ maximumNet, ordered }: MaximumUseByDay, share: number): Day | undefined {
  let totalNet = 0n;
  return ordered
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .find(({ net }) => {
      totalNet += BigInt(net);
      return totalNet * 10_000n >= BigInt(share) * BigInt(maximumNet);
    })?.on;
}

/** The shares reached, in the order given, each with its day. */
export function sharesReached(use: MaximumUseByDay, shares: readonly number[]) {
  return shares.flatMap((share) => {
    const on = dayOfShare(use, share);
    return on === undefined ? [] : [{ share, on }];
  });
}
