// Store of the equipment that a buyer withdrew in a civil year, with who said it and when.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { users, yearWithdrawals } from './schema';

/** The batches of a year that were not taken back. */
export function listYearWithdrawals(db: Reads, buyerId: string, year: number) {
  return db
    .select({
      id: yearWithdrawals.id,
      label: yearWithdrawals.label,
      quantity: yearWithdrawals.quantity,
      route: yearWithdrawals.route,
      reused: yearWithdrawals.reused,
      by: users.name,
    })
    .from(yearWithdrawals)
    .innerJoin(users, eq(users.id, yearWithdrawals.byUserId))
    .where(and(eq(yearWithdrawals.buyerId, buyerId), eq(yearWithdrawals.year, year), isNull(yearWithdrawals.removedAt)))
    .orderBy(asc(yearWithdrawals.at), asc(yearWithdrawals.id))
    .all();
}

/** Adds a batch; the same id sent twice is one. Says whether it was written. */
export function addYearWithdrawal(tx: Tx, row: typeof yearWithdrawals.$inferInsert): boolean {
  return tx.insert(yearWithdrawals).values(row).onConflictDoNothing().run().changes > 0;
}

/** A batch of a buyer, taken back or not. */
export function findYearWithdrawal(db: Reads, buyerId: string, id: string) {
  return db
    .select()
    .from(yearWithdrawals)
    .where(and(eq(yearWithdrawals.id, id), eq(yearWithdrawals.buyerId, buyerId)))
    .get();
}

/** Takes a batch back; says whether it still stood. */
export function removeYearWithdrawal(
  tx: Tx,
  id: string,
  by: { readonly userId: string; readonly now: Instant },
): boolean {
  const standing = and(eq(yearWithdrawals.id, id), isNull(yearWithdrawals.removedAt));
  return tx.update(yearWithdrawals).set({ removedAt: by.now, removedBy: by.userId }).where(standing).run().changes > 0;
}
