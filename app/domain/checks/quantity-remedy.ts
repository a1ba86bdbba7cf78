// The least quantity that makes a rule met, found by asking the rule itself and never by guessing its arithmetic.
import type { Answer } from './results';

/** More than this is no remedy for a school. */
export const largestRemedy = 500;

/**
 * The least whole number from 1 to `largest` for which the answer is 'met', when more never turns it back; undefined
 * when even the largest is not enough. The answer one below is checked not to be 'met'.
 */
export function leastQuantity(answerAt: (quantity: number) => Answer, largest = largestRemedy): number | undefined {
  if (answerAt(largest) !== 'met') return undefined;
  let [low, high] = [0, largest];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (answerAt(middle) === 'met') high = middle;
    else low = middle;
  }
  return high;
}
