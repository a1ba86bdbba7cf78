// Store of what the rules answered of a consultation when each version of its market file was made.
import { and, asc, eq } from 'drizzle-orm';
import type { CheckResult } from '~/domain/checks/results';
import type { Reads, Tx } from './client';
import { consultationChecks } from './schema';

/** Keeps the results with a version of the file, in place of those of its making once it is published. */
export function freezeConsultationChecks(
  tx: Tx,
  consultationId: string,
  version: number,
  results: readonly CheckResult[],
): void {
  const ofVersion = and(eq(consultationChecks.consultationId, consultationId), eq(consultationChecks.version, version));
  tx.delete(consultationChecks).where(ofVersion).run();
  for (const result of results)
    tx.insert(consultationChecks).values({ consultationId, version, key: result.key, result }).run();
}

/** The results kept with a version of the file; none for a file older than this record. */
export function listConsultationChecks(db: Reads, consultationId: string, version: number): readonly CheckResult[] {
  return db
    .select({ result: consultationChecks.result })
    .from(consultationChecks)
    .where(and(eq(consultationChecks.consultationId, consultationId), eq(consultationChecks.version, version)))
    .orderBy(asc(consultationChecks.key))
    .all()
    .map(({ result }) => result as CheckResult);
}
