// Store of the examination of candidacies: its steps, and the letters that ask to complete them.
import { asc, eq, sql } from 'drizzle-orm';
import type { CandidacyStep } from '~/domain/consultations/candidacies';
import type { Reads, Tx } from './client';
import { candidacyLetters, candidacySteps, users } from './schema';

/** What was asked and decided about the candidacies of a consultation, in order. */
export function listCandidacySteps(db: Reads, consultationId: string): readonly CandidacyStep[] {
  return db
    .select({
      id: candidacySteps.id,
      depositId: candidacySteps.depositId,
      kind: candidacySteps.kind,
      missing: candidacySteps.missing,
      ground: candidacySteps.ground,
      text: candidacySteps.text,
      deadline: candidacySteps.deadline,
      at: candidacySteps.at,
      by: users.name,
    })
    .from(candidacySteps)
    .innerJoin(users, eq(users.id, candidacySteps.byUserId))
    .where(eq(candidacySteps.consultationId, consultationId))
    .orderBy(asc(candidacySteps.at), sql`${candidacySteps}.rowid`)
    .all();
}

/** Records a step about a candidacy; a second sending of the form adds nothing. Says whether it was recorded. */
export function addCandidacyStep(tx: Tx, step: typeof candidacySteps.$inferInsert): boolean {
  return tx.insert(candidacySteps).values(step).onConflictDoNothing().run().changes === 1;
}

/** The letters of a consultation, by the step that they ask for. */
export function listCandidacyLetters(db: Reads, consultationId: string) {
  return db
    .select({
      stepId: candidacyLetters.stepId,
      pdfDocumentId: candidacyLetters.pdfDocumentId,
      docxDocumentId: candidacyLetters.docxDocumentId,
    })
    .from(candidacyLetters)
    .innerJoin(candidacySteps, eq(candidacySteps.id, candidacyLetters.stepId))
    .where(eq(candidacySteps.consultationId, consultationId))
    .all();
}

/** Records the letter of a step. Throws when it already has one. */
export function addCandidacyLetter(tx: Tx, letter: typeof candidacyLetters.$inferInsert): void {
  tx.insert(candidacyLetters).values(letter).run();
}
