// What the site does by itself while it runs: writes the messages that are due, and sends those that wait.
import { Cron } from 'croner';
import type { Platform } from './context';
import { log } from './log';
import { writeDueMailings } from './mailing-job';
import { sendWaiting } from './outbox';

/** One pass of the jobs: what is due is written, then what waits is sent when a mail server is set. */
export async function workOnce({ db, mail, now, publicUrl }: Platform, signal: AbortSignal): Promise<void> {
  writeDueMailings(db, now(), publicUrl);
  if (mail) await sendWaiting(db, mail, now, { signal });
}

/** Starts the jobs; the function returned stops them once the message under way has left. */
export function startJobs(platform: Platform): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const stopping = new AbortController();
  const job = new Cron('* * * * *', { protect: true, unref: true }, () => {
    underWay = workOnce(platform, stopping.signal).catch((error: unknown) => log.error(error, 'the jobs failed'));
    return underWay;
  });
  return async () => {
    job.stop();
    stopping.abort();
    await underWay;
  };
}
