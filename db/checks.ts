// Store of what the syndicat decided about the rules: switches, policies and their votes, checks made again.
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Day, Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { orderRechecks, policies, ruleSwitches, users } from './schema';

/** Every switch, the oldest first. */
export function listRuleSwitches(db: Reads) {
  return db
    .select({
      id: ruleSwitches.id,
      ruleId: ruleSwitches.ruleId,
      ruleVersion: ruleSwitches.ruleVersion,
      enabled: ruleSwitches.enabled,
      reason: ruleSwitches.reason,
      at: ruleSwitches.at,
      by: users.name,
    })
    .from(ruleSwitches)
    .innerJoin(users, eq(users.id, ruleSwitches.byUserId))
    .orderBy(asc(ruleSwitches.at))
    .all();
}

/** Keeps a switch; the same id sent twice is one switch. Says whether it was written. */
export function addRuleSwitch(tx: Tx, row: typeof ruleSwitches.$inferInsert): boolean {
  return tx.insert(ruleSwitches).values(row).onConflictDoNothing().run().changes > 0;
}

export type PolicyRow = typeof policies.$inferSelect;

/** Every version of the syndicat's rules, drafts included, by rule and version. */
export function listPolicies(db: Reads) {
  return db.select().from(policies).orderBy(asc(policies.ruleId), asc(policies.version)).all();
}

/** The versions that were voted, by rule and version. */
export function listAdoptedPolicies(db: Reads) {
  return db
    .select()
    .from(policies)
    .where(isNotNull(policies.adoptedOn))
    .orderBy(asc(policies.ruleId), asc(policies.version))
    .all();
}

/** A version by its id. */
export function findPolicy(db: Reads, id: string) {
  return db.select().from(policies).where(eq(policies.id, id)).get();
}

/** Writes a draft: new, or in place of the draft of this id; never over an adopted version. Says whether it did. */
export function writeDraft(
  tx: Tx,
  draft: { readonly id: string; readonly ruleId: string; readonly version: number; readonly rule: unknown },
  by: { readonly userId: string; readonly now: Instant },
): boolean {
  const written = tx
    .update(policies)
    .set({ rule: draft.rule, changedAt: by.now })
    .where(and(eq(policies.id, draft.id), isNull(policies.adoptedOn)))
    .run();
  if (written.changes > 0) return true;
  return (
    tx
      .insert(policies)
      .values({ ...draft, createdBy: by.userId, createdAt: by.now, changedAt: by.now })
      .onConflictDoNothing()
      .run().changes > 0
  );
}

/** Gives a draft up. */
export function removeDraft(tx: Tx, id: string): boolean {
  return (
    tx
      .delete(policies)
      .where(and(eq(policies.id, id), isNull(policies.adoptedOn)))
      .run().changes > 0
  );
}

export interface Vote {
  readonly adoptedOn: Day;
  readonly reference: string;
  readonly from: Day;
  readonly documentId: string | null;
}

/** Makes a draft the version that holds from a day. Says whether it was a draft. */
export function adoptDraft(
  tx: Tx,
  id: string,
  vote: Vote,
  by: { readonly userId: string; readonly now: Instant },
): boolean {
  return (
    tx
      .update(policies)
      .set({ ...vote, adoptedBy: by.userId, adoptedAt: by.now })
      .where(and(eq(policies.id, id), isNull(policies.adoptedOn)))
      .run().changes > 0
  );
}

/** Gives an adopted version its last day, and why. */
export function endPolicy(
  tx: Tx,
  id: string,
  end: { readonly until: Day; readonly reason: string },
  by: { readonly userId: string; readonly now: Instant },
): void {
  tx.update(policies)
    .set({ until: end.until, endReason: end.reason, endedBy: by.userId, endedAt: by.now })
    .where(eq(policies.id, id))
    .run();
}

/** Keeps a check made again; the results frozen on submission stay. */
export function addRecheck(tx: Tx, row: Omit<typeof orderRechecks.$inferInsert, 'id'>): void {
  tx.insert(orderRechecks)
    .values({ ...row, id: randomUUID() })
    .run();
}

/** Checks made again on an order, the latest first. */
export function listRechecks(db: Reads, orderId: string) {
  return db
    .select({
      id: orderRechecks.id,
      day: orderRechecks.day,
      at: orderRechecks.at,
      by: users.name,
      comment: orderRechecks.comment,
      differences: orderRechecks.differences,
    })
    .from(orderRechecks)
    .innerJoin(users, eq(users.id, orderRechecks.byUserId))
    .where(eq(orderRechecks.orderId, orderId))
    .orderBy(desc(orderRechecks.at))
    .all();
}
