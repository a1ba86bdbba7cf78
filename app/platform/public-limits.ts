// How often an address open without an account may be used: by link for those that exist, all together for the others.
import { RateLimiterMemory } from 'rate-limiter-flexible';

const writes = new RateLimiterMemory({ points: 60, duration: 10 * 60 });
const misses = new RateLimiterMemory({ points: 100, duration: 60 });

async function allows(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (reason) {
    if (reason instanceof Error) throw reason;
    return false;
  }
}

/** Whether this link may still be written to: 60 times in ten minutes. */
export function mayWriteBy(linkId: string): Promise<boolean> {
  return allows(writes, linkId);
}

/** Whether unknown links may still be answered one by one: 100 a minute, so that nobody tries them at length. */
export function mayMissAgain(): Promise<boolean> {
  return allows(misses, 'unknown');
}
