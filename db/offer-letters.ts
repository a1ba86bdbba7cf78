// Store of the letters issued for what was asked of candidates.
import { eq } from 'drizzle-orm';
import type { Reads, Tx } from './client';
import { offerRequestLetters, offerSteps } from './schema';

/** The letters of a consultation, by the step that they ask for. */
export function listRequestLetters(db: Reads, consultationId: string) {
  return db
    .select({
      stepId: offerRequestLetters.stepId,
      pdfDocumentId: offerRequestLetters.pdfDocumentId,
      docxDocumentId: offerRequestLetters.docxDocumentId,
    })
    .from(offerRequestLetters)
    .innerJoin(offerSteps, eq(offerSteps.id, offerRequestLetters.stepId))
    .where(eq(offerSteps.consultationId, consultationId))
    .all();
}

/** Records the letter of a step. Throws when it already has one. */
export function addRequestLetter(tx: Tx, letter: typeof offerRequestLetters.$inferInsert): void {
  tx.insert(offerRequestLetters).values(letter).run();
}
