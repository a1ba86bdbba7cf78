// Store of what follows the file of a consultation: publications, questions, deposits, opening, offers, decisions, marks.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Mark, OfferStep, ReceivedOffer } from '~/domain/consultations/analysis';
import type { Deposit } from '~/domain/consultations/deposits';
import type { Publication } from '~/domain/consultations/publication';
import type { Day, Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import {
  analysisReports,
  consultationQuestions,
  deposits,
  documents,
  offerMarks,
  offerSteps,
  offers,
  openings,
  publications,
  users,
} from './schema';

/** The publications of a consultation, the one in force first. */
export function listPublications(
  db: Reads,
  consultationId: string,
): readonly (Publication & { readonly id: string; readonly at: Instant })[] {
  return db
    .select()
    .from(publications)
    .where(eq(publications.consultationId, consultationId))
    .orderBy(desc(publications.version))
    .all();
}

/** Records a publication; the same version is published once. Says whether it was recorded. */
export function addPublication(tx: Tx, publication: typeof publications.$inferInsert): boolean {
  return tx.insert(publications).values(publication).onConflictDoNothing().run().changes === 1;
}

/** Questions of candidates in the order they were asked, with their answers. */
export function listQuestions(db: Reads, consultationId: string) {
  return db
    .select()
    .from(consultationQuestions)
    .where(eq(consultationQuestions.consultationId, consultationId))
    .orderBy(asc(consultationQuestions.askedOn), asc(consultationQuestions.at))
    .all();
}

/** Records a question; a second sending of the form adds nothing. */
export function addQuestion(tx: Tx, question: typeof consultationQuestions.$inferInsert): void {
  tx.insert(consultationQuestions).values(question).onConflictDoNothing().run();
}

/** Records the answer to a question, once; says whether it was recorded. */
export function answerQuestion(
  tx: Tx,
  consultationId: string,
  id: string,
  answer: { readonly answer: string; readonly answeredOn: Day; readonly answeredBy: string },
): boolean {
  const open = and(
    eq(consultationQuestions.id, id),
    eq(consultationQuestions.consultationId, consultationId),
    isNull(consultationQuestions.answer),
  );
  return tx.update(consultationQuestions).set(answer).where(open).run().changes === 1;
}

/** The deposits of a consultation. */
export function listDeposits(
  db: Reads,
  consultationId: string,
): readonly (Deposit & { readonly email: string | null })[] {
  return db
    .select()
    .from(deposits)
    .where(eq(deposits.consultationId, consultationId))
    .all()
    .map(({ id, candidate, siret, email, lots, day, time, withdrawnAt }) => ({
      id,
      candidate,
      siret,
      email,
      lots,
      day,
      time,
      withdrawn: withdrawnAt !== null,
    }));
}

/** Records a deposit; a second sending of the form adds nothing. */
export function addDeposit(tx: Tx, deposit: typeof deposits.$inferInsert): void {
  tx.insert(deposits).values(deposit).onConflictDoNothing().run();
}

/** Marks a deposit as withdrawn by its candidate; says whether it stood until now. */
export function withdrawDeposit(tx: Tx, consultationId: string, id: string, at: Instant): boolean {
  const standing = and(eq(deposits.id, id), eq(deposits.consultationId, consultationId), isNull(deposits.withdrawnAt));
  return tx.update(deposits).set({ withdrawnAt: at }).where(standing).run().changes === 1;
}

/** The opening of the tenders, if it took place. */
export function findOpening(db: Reads, consultationId: string) {
  return db.select().from(openings).where(eq(openings.consultationId, consultationId)).get();
}

/** Records the opening, once; says whether it was recorded. */
export function addOpening(tx: Tx, opening: typeof openings.$inferInsert): boolean {
  return tx.insert(openings).values(opening).onConflictDoNothing().run().changes === 1;
}

/** Every price schedule read for a consultation, in the order of reading. */
export function listOffers(db: Reads, consultationId: string): readonly ReceivedOffer[] {
  return db
    .select({
      id: offers.id,
      depositId: offers.depositId,
      lotNumber: offers.lotNumber,
      fileName: offers.fileName,
      sha256: offers.sha256,
      reading: offers.reading,
      at: offers.at,
    })
    .from(offers)
    .where(eq(offers.consultationId, consultationId))
    .orderBy(asc(offers.at), asc(offers.id))
    .all();
}

/** Records a price schedule; a second sending of the form adds nothing. */
export function addOffer(tx: Tx, offer: typeof offers.$inferInsert): void {
  tx.insert(offers).values(offer).onConflictDoNothing().run();
}

/** What was asked of candidates and decided about offers, in order. */
export function listOfferSteps(db: Reads, consultationId: string): readonly OfferStep[] {
  return db
    .select({
      id: offerSteps.id,
      depositId: offerSteps.depositId,
      lotNumber: offerSteps.lotNumber,
      kind: offerSteps.kind,
      text: offerSteps.text,
      deadline: offerSteps.deadline,
      at: offerSteps.at,
      by: users.name,
    })
    .from(offerSteps)
    .innerJoin(users, eq(users.id, offerSteps.byUserId))
    .where(eq(offerSteps.consultationId, consultationId))
    .orderBy(asc(offerSteps.at), asc(offerSteps.id))
    .all();
}

/** Records a step about an offer; a second sending of the form adds nothing. */
export function addOfferStep(tx: Tx, step: typeof offerSteps.$inferInsert): void {
  tx.insert(offerSteps).values(step).onConflictDoNothing().run();
}

/** All marks, in the order they were given. */
export function listMarks(db: Reads, consultationId: string): readonly Mark[] {
  return db
    .select({
      depositId: offerMarks.depositId,
      lotNumber: offerMarks.lotNumber,
      criterion: offerMarks.criterion,
      part: offerMarks.part,
      tenths: offerMarks.tenths,
      reason: offerMarks.reason,
      evaluatorId: offerMarks.evaluatorId,
      evaluator: users.name,
    })
    .from(offerMarks)
    .innerJoin(users, eq(users.id, offerMarks.evaluatorId))
    .where(eq(offerMarks.consultationId, consultationId))
    .orderBy(asc(offerMarks.id))
    .all();
}

/** Records a mark of an evaluator; the former one stays as a trace. */
export function addMark(tx: Tx, mark: Omit<typeof offerMarks.$inferInsert, 'id'>): void {
  tx.insert(offerMarks).values(mark).run();
}

/** The analysis reports issued, the latest first. */
export function listAnalysisReports(db: Reads, consultationId: string) {
  return db
    .select({
      version: analysisReports.version,
      inputDigest: analysisReports.inputDigest,
      pdfDocumentId: analysisReports.pdfDocumentId,
      docxDocumentId: analysisReports.docxDocumentId,
      issuedAt: documents.issuedAt,
      sha256: documents.sha256,
    })
    .from(analysisReports)
    .innerJoin(documents, eq(documents.id, analysisReports.pdfDocumentId))
    .where(eq(analysisReports.consultationId, consultationId))
    .orderBy(desc(analysisReports.version))
    .all();
}

/** Records an issued analysis report. */
export function addAnalysisReport(tx: Tx, report: typeof analysisReports.$inferInsert): void {
  tx.insert(analysisReports).values(report).run();
}
