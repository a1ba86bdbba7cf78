// Store of the sheets of schools that came back, kept as read until a person confirms them.
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { startingPointSheets, users } from './schema';

/** Keeps a sheet as read; false when the same form was already received. */
export function addStartingPointSheet(tx: Tx, sheet: typeof startingPointSheets.$inferInsert): boolean {
  return tx.insert(startingPointSheets).values(sheet).onConflictDoNothing().run().changes === 1;
}

/** A sheet of the commune. */
export function findStartingPointSheet(db: Reads, id: string, communeId: string) {
  return db
    .select()
    .from(startingPointSheets)
    .where(and(eq(startingPointSheets.id, id), eq(startingPointSheets.communeId, communeId)))
    .get();
}

/** The last sheets of a commune, the latest first, without their rows. */
export function listStartingPointSheets(db: Reads, communeId: string) {
  return db
    .select({
      id: startingPointSheets.id,
      fileName: startingPointSheets.fileName,
      receivedAt: startingPointSheets.receivedAt,
      receivedBy: users.name,
      confirmedAt: startingPointSheets.confirmedAt,
      outcome: startingPointSheets.outcome,
    })
    .from(startingPointSheets)
    .innerJoin(users, eq(users.id, startingPointSheets.receivedBy))
    .where(eq(startingPointSheets.communeId, communeId))
    .orderBy(desc(startingPointSheets.receivedAt))
    .limit(20)
    .all();
}

/** Marks a sheet as confirmed with its outcome; false when it already was. */
export function confirmStartingPointSheet(
  tx: Tx,
  id: string,
  by: { readonly userId: string; readonly at: Instant },
  outcome: Readonly<Record<string, number>>,
): boolean {
  return (
    tx
      .update(startingPointSheets)
      .set({ confirmedAt: by.at, confirmedBy: by.userId, outcome })
      .where(and(eq(startingPointSheets.id, id), isNull(startingPointSheets.confirmedAt)))
      .run().changes === 1
  );
}
