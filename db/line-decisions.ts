// Store of the buyer's decisions on lines, and of the looks that changes are told from.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import type { LineDecision } from '~/domain/consolidation/decisions';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { consolidationLooks, lineDecisions, users } from './schema';

export interface StoredDecision {
  readonly decision: LineDecision;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
  readonly undoneAt: Instant | null;
}

const columns = {
  decision: lineDecisions.content,
  reason: lineDecisions.reason,
  at: lineDecisions.decidedAt,
  by: users.name,
  undoneAt: lineDecisions.undoneAt,
};

/** Every decision on the lines of a campaign, undone ones included, in the order they were taken. */
export function listDecisions(db: Reads, campaignId: string): readonly StoredDecision[] {
  return db
    .select(columns)
    .from(lineDecisions)
    .innerJoin(users, eq(users.id, lineDecisions.decidedBy))
    .where(eq(lineDecisions.campaignId, campaignId))
    .orderBy(asc(lineDecisions.decidedAt), asc(lineDecisions.id))
    .all();
}

/** The decisions on the lines of a campaign that are not undone. */
export function listStandingDecisions(db: Reads, campaignId: string): readonly StoredDecision[] {
  return listDecisions(db, campaignId).filter(({ undoneAt }) => undoneAt === null);
}

/** One decision of a campaign. */
export function findDecision(db: Reads, campaignId: string, id: string): StoredDecision | undefined {
  return listDecisions(db, campaignId).find(({ decision }) => decision.id === id);
}

/** Keeps a decision; a second sending of the same form keeps nothing more. Says whether it was kept now. */
export function addDecision(
  tx: Tx,
  campaignId: string,
  decision: LineDecision,
  by: { readonly id: string; readonly at: Instant; readonly reason: string },
): boolean {
  const row = { id: decision.id, campaignId, content: decision, reason: by.reason, decidedAt: by.at, decidedBy: by.id };
  return tx.insert(lineDecisions).values(row).onConflictDoNothing().run().changes > 0;
}

/** Undoes a decision; says whether it was standing. */
export function undoDecision(
  tx: Tx,
  campaignId: string,
  id: string,
  by: { readonly id: string; readonly at: Instant },
): boolean {
  const standing = and(
    eq(lineDecisions.id, id),
    eq(lineDecisions.campaignId, campaignId),
    isNull(lineDecisions.undoneAt),
  );
  return tx.update(lineDecisions).set({ undoneAt: by.at, undoneBy: by.id }).where(standing).run().changes > 0;
}

/** Keeps the consolidation as it is seen now; a second sending of the same form keeps nothing more. */
export function addLook(
  tx: Tx,
  look: {
    readonly id: string;
    readonly campaignId: string;
    readonly at: Instant;
    readonly userId: string;
    readonly content: Consolidation;
  },
): boolean {
  return tx.insert(consolidationLooks).values(look).onConflictDoNothing().run().changes > 0;
}

/** The looks kept of a campaign, the latest first, without what they saw. */
export function listLooks(db: Reads, campaignId: string) {
  return db
    .select({ id: consolidationLooks.id, at: consolidationLooks.at, by: users.name })
    .from(consolidationLooks)
    .innerJoin(users, eq(users.id, consolidationLooks.userId))
    .where(eq(consolidationLooks.campaignId, campaignId))
    .orderBy(desc(consolidationLooks.at))
    .limit(20)
    .all();
}

/** What a look saw. */
export function findLook(db: Reads, campaignId: string, id: string): Consolidation | undefined {
  const row = db
    .select({ content: consolidationLooks.content })
    .from(consolidationLooks)
    .where(and(eq(consolidationLooks.id, id), eq(consolidationLooks.campaignId, campaignId)))
    .get();
  return row?.content as Consolidation | undefined;
}
