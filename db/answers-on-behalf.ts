// Store of why the syndicat answers for a commune: each reason given, by whom and when, and the sheets sent in its place.
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { answersOnBehalf, needSheets, users } from './schema';

/** Keeps why the syndicat answers for a commune; a second sending of the same form keeps nothing more. */
export function addOnBehalf(tx: Tx, row: typeof answersOnBehalf.$inferInsert): boolean {
  return tx.insert(answersOnBehalf).values(row).onConflictDoNothing().run().changes > 0;
}

export interface OnBehalf {
  readonly byName: string;
  readonly reason: string;
  readonly at: Instant;
}

/** The last reason given for answering a campaign for a commune. */
export function findOnBehalf(db: Reads, campaignId: string, communeId: string): OnBehalf | undefined {
  return db
    .select({ byName: users.name, reason: answersOnBehalf.reason, at: answersOnBehalf.at })
    .from(answersOnBehalf)
    .innerJoin(users, eq(users.id, answersOnBehalf.byUserId))
    .where(and(eq(answersOnBehalf.campaignId, campaignId), eq(answersOnBehalf.communeId, communeId)))
    .orderBy(desc(answersOnBehalf.at))
    .get();
}

/** All that the syndicat did in a commune's place: reasons given on the site, and sheets confirmed, the earliest first. */
export function listOnBehalf(db: Reads, campaignId: string, communeId: string): readonly OnBehalf[] {
  const onSite = db
    .select({ byName: users.name, reason: answersOnBehalf.reason, at: answersOnBehalf.at })
    .from(answersOnBehalf)
    .innerJoin(users, eq(users.id, answersOnBehalf.byUserId))
    .where(and(eq(answersOnBehalf.campaignId, campaignId), eq(answersOnBehalf.communeId, communeId)))
    .orderBy(asc(answersOnBehalf.at))
    .all();
  const bySheet = db
    .select({ byName: users.name, reason: needSheets.onBehalfReason, at: needSheets.confirmedAt })
    .from(needSheets)
    .innerJoin(users, eq(users.id, needSheets.confirmedBy))
    .where(
      and(
        eq(needSheets.campaignId, campaignId),
        eq(needSheets.communeId, communeId),
        isNotNull(needSheets.onBehalfReason),
      ),
    )
    .all()
    .flatMap(({ byName, reason, at }) => (reason === null || at === null ? [] : [{ byName, reason, at }]));
  return [...onSite, ...bySheet].toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** The communes for which the syndicat gave a reason to answer in their place. */
export function listCommunesOnBehalf(db: Reads, campaignId: string): ReadonlySet<string> {
  const rows = db
    .selectDistinct({ communeId: answersOnBehalf.communeId })
    .from(answersOnBehalf)
    .where(eq(answersOnBehalf.campaignId, campaignId))
    .all();
  return new Set(rows.map(({ communeId }) => communeId));
}
