// Store of the steps of grant files: rows are added, never changed.
import { eq, inArray, sql } from 'drizzle-orm';
import type { FileStep } from '~/domain/grants/file-steps';
import type { Reads, Tx } from './client';
import { grantFileSteps, users } from './schema';

/** Two steps told in the same instant keep their order. */
const inOrderTold = sql.raw('"grant_file_steps"."rowid"');

/** The steps of a file in the order they were told, each with who told it. */
export function listFileSteps(db: Reads, grantFileId: string): readonly (FileStep & { readonly by: string })[] {
  return db
    .select({ step: grantFileSteps, by: users.name })
    .from(grantFileSteps)
    .innerJoin(users, eq(users.id, grantFileSteps.byUserId))
    .where(eq(grantFileSteps.grantFileId, grantFileId))
    .orderBy(inOrderTold)
    .all()
    .map(({ step, by }) => ({ ...step, by }));
}

/** The steps of several files, by file. */
export function listStepsOfFiles(db: Reads, grantFileIds: readonly string[]): ReadonlyMap<string, readonly FileStep[]> {
  const rows = db
    .select()
    .from(grantFileSteps)
    .where(inArray(grantFileSteps.grantFileId, [...grantFileIds]))
    .orderBy(inOrderTold)
    .all();
  return new Map(grantFileIds.map((id) => [id, rows.filter(({ grantFileId }) => grantFileId === id)]));
}

/** Adds a step. A form sent twice adds it once: false when the id is already there. */
export function addFileStep(tx: Tx, step: typeof grantFileSteps.$inferInsert): boolean {
  return tx.insert(grantFileSteps).values(step).onConflictDoNothing().run().changes === 1;
}
