// Store of the decisions on the renewals of contracts.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Day } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { contractRenewals } from './schema';

export type Renewal = typeof contractRenewals.$inferSelect;

/** The decisions on the renewals of a contract, in the order they were taken. */
export function listRenewals(db: Reads, contractId: string): readonly Renewal[] {
  return db
    .select()
    .from(contractRenewals)
    .where(eq(contractRenewals.contractId, contractId))
    .orderBy(asc(contractRenewals.at))
    .all();
}

/** Records a decision; a second sending of the form adds nothing. Says whether it was recorded. */
export function addRenewal(tx: Tx, renewal: typeof contractRenewals.$inferInsert): boolean {
  return tx.insert(contractRenewals).values(renewal).onConflictDoNothing().run().changes === 1;
}

/** Records the day the holder received the letter, once; says whether it was recorded. */
export function receiveRenewal(tx: Tx, id: string, receivedOn: Day): boolean {
  const waiting = and(eq(contractRenewals.id, id), isNull(contractRenewals.receivedOn));
  return tx.update(contractRenewals).set({ receivedOn }).where(waiting).run().changes === 1;
}
