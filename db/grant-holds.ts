// Store of the grant files that rest on an order, and of what lets the order start before their request is received.
import { and, asc, eq } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { grantFiles, grantStartWaivers, schools } from './schema';

/** The files of an order, with the prefect's waiver when there is one. */
export function listFilesOnOrder(db: Reads, orderId: string) {
  return db
    .select({
      id: grantFiles.id,
      schemeId: grantFiles.schemeId,
      schemeVersion: grantFiles.schemeVersion,
      schoolUai: grantFiles.schoolUai,
      schoolName: schools.name,
      waiver: grantStartWaivers,
    })
    .from(grantFiles)
    .innerJoin(schools, eq(schools.uai, grantFiles.schoolUai))
    .leftJoin(
      grantStartWaivers,
      and(eq(grantStartWaivers.grantFileId, grantFiles.id), eq(grantStartWaivers.orderId, orderId)),
    )
    .where(eq(grantFiles.orderId, orderId))
    .orderBy(asc(schools.name), asc(grantFiles.createdAt))
    .all();
}

/** The prefect's waiver for a file and its order; undefined when there is none. */
export function findStartWaiver(db: Reads, grantFileId: string, orderId: string) {
  return db
    .select()
    .from(grantStartWaivers)
    .where(and(eq(grantStartWaivers.grantFileId, grantFileId), eq(grantStartWaivers.orderId, orderId)))
    .get();
}

/** Records the prefect's waiver, once per file and order. */
export function addStartWaiver(tx: Tx, waiver: typeof grantStartWaivers.$inferInsert): boolean {
  return tx.insert(grantStartWaivers).values(waiver).onConflictDoNothing().run().changes === 1;
}

/** Takes a file off its order: the order no longer waits for it. False when it rests on none. */
export function withdrawFromOrder(tx: Tx, grantFileId: string, orderId: string, at: Instant): boolean {
  const withdrawn = tx
    .update(grantFiles)
    .set({ orderId: null, updatedAt: at })
    .where(and(eq(grantFiles.id, grantFileId), eq(grantFiles.orderId, orderId)))
    .run();
  return withdrawn.changes === 1;
}
