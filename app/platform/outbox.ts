// Sends what waits in the outbox: each message is held by one job at a time and sent once; a refusal keeps it.
import { type Db, write } from 'db/client';
import { markFailed, markSent, type OutgoingMessage, releaseMessages, takeMessages } from 'db/outbox';
import type { Instant } from '~/domain/shared/day';
import type { Mail } from './mail';

/** How long a job holds what it took: longer than sending a batch may take, so that a job cut short loses nothing. */
const heldMinutes = 30;
const batch = 20;
/** Minutes before the next try, by attempts made; the last one repeats. */
const pauses = [5, 15, 60, 240, 720] as const;

function minutesAfter(now: Instant, minutes: number): Instant {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString();
}

export interface Sending {
  readonly sent: number;
  readonly failed: number;
  /** Whether the server itself is at fault: what was left was not tried. */
  readonly stopped: boolean;
}

async function sendOne(db: Db, mail: Mail, message: OutgoingMessage, now: () => Instant) {
  const fault = await mail.send(message);
  const attempts = message.attempts + 1;
  write(db, (tx) => {
    if (!fault) return markSent(tx, message.id, attempts, now());
    const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? 720;
    const nextTryAt = fault.passing ? minutesAfter(now(), pause) : null;
    return markFailed(tx, message.id, { attempts, fault: fault.sentence, nextTryAt });
  });
  return fault;
}

/** Sends the messages whose turn has come, at most `limit`; stops when the server is at fault, or the signal asks. */
export async function sendWaiting(
  db: Db,
  mail: Mail,
  now: () => Instant,
  { limit = 2_000, signal }: { readonly limit?: number; readonly signal?: AbortSignal } = {},
): Promise<Sending> {
  let sent = 0;
  let failed = 0;
  while (sent + failed < limit) {
    const taking = {
      now: now(),
      heldUntil: minutesAfter(now(), heldMinutes),
      limit: Math.min(batch, limit - sent - failed),
    };
    const taken = write(db, (tx) => takeMessages(tx, taking));
    if (taken.length === 0) break;
    for (const [index, message] of taken.entries()) {
      const fault = await sendOne(db, mail, message, now);
      if (!fault) sent += 1;
      else failed += 1;
      if (fault?.of === 'server' || signal?.aborted) {
        const rest = taken.slice(index + 1).map(({ id }) => id);
        write(db, (tx) => releaseMessages(tx, rest));
        return { sent, failed, stopped: true };
      }
    }
  }
  return { sent, failed, stopped: false };
}
