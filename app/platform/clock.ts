// The clock that loaders, actions and jobs read; the demonstration may run some days ahead.
import type { Instant } from '~/domain/shared/day';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** A clock that tells the present instant moved by whole days. */
export function clockAhead(days: number): () => Instant {
  return () => new Date(Date.now() + days * dayInMilliseconds).toISOString();
}
