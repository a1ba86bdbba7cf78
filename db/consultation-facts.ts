// Store of what buyers said of a consultation for its checks: every answer stays, the last one holds.
import { asc, eq } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { consultationFacts } from './schema';

/** The answers that hold, by fact; null is unknown. */
export function readConsultationFacts(db: Reads, consultationId: string): ReadonlyMap<string, boolean | number | null> {
  const rows = db
    .select({ fact: consultationFacts.fact, value: consultationFacts.value })
    .from(consultationFacts)
    .where(eq(consultationFacts.consultationId, consultationId))
    .orderBy(asc(consultationFacts.id))
    .all();
  return new Map(rows.map(({ fact, value }) => [fact, value]));
}

/** Adds the answers that changed. */
export function addConsultationFacts(
  tx: Tx,
  consultationId: string,
  answers: ReadonlyMap<string, boolean | number | null>,
  by: { readonly userId: string; readonly at: Instant },
): void {
  for (const [fact, value] of answers) {
    tx.insert(consultationFacts).values({ consultationId, fact, value, at: by.at, byUserId: by.userId }).run();
  }
}
