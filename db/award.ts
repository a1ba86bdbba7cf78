// Store of the award of lots: sessions and their decisions, letters, certificates of the awardee, disputes.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Day, Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import {
  awardCertificates,
  awardDisputes,
  awardLetters,
  awardSessions,
  documents,
  lotDecisions,
  presentationReports,
} from './schema';

export type AwardSession = typeof awardSessions.$inferSelect;
export type LotDecision = typeof lotDecisions.$inferSelect;
export type AwardLetter = typeof awardLetters.$inferSelect;

/** The sessions of a consultation, the latest first. */
export function listAwardSessions(db: Reads, consultationId: string): readonly AwardSession[] {
  return db
    .select()
    .from(awardSessions)
    .where(eq(awardSessions.consultationId, consultationId))
    .orderBy(desc(awardSessions.at))
    .all();
}

/** Records a session; a second sending of the form adds nothing. Says whether it was recorded. */
export function addAwardSession(tx: Tx, session: typeof awardSessions.$inferInsert): boolean {
  return tx.insert(awardSessions).values(session).onConflictDoNothing().run().changes === 1;
}

/** Records a decision on a lot. */
export function addLotDecision(tx: Tx, decision: typeof lotDecisions.$inferInsert): void {
  tx.insert(lotDecisions).values(decision).run();
}

/** Every decision on the lots of a consultation, replaced ones included, the latest first. */
export function listAllLotDecisions(db: Reads, consultationId: string): readonly LotDecision[] {
  return db
    .select()
    .from(lotDecisions)
    .where(eq(lotDecisions.consultationId, consultationId))
    .orderBy(desc(lotDecisions.at), asc(lotDecisions.lotNumber))
    .all();
}

/** The decision that holds on each decided lot, in the order of the lots. */
export function listLotDecisions(db: Reads, consultationId: string): readonly LotDecision[] {
  const holding = new Map<number, LotDecision>();
  for (const decision of listAllLotDecisions(db, consultationId))
    if (!holding.has(decision.lotNumber)) holding.set(decision.lotNumber, decision);
  return [...holding.values()].toSorted((a, b) => a.lotNumber - b.lotNumber);
}

/** The letters of a consultation, in the order of lots and candidates. */
export function listAwardLetters(db: Reads, consultationId: string): readonly AwardLetter[] {
  return db
    .select()
    .from(awardLetters)
    .where(eq(awardLetters.consultationId, consultationId))
    .orderBy(asc(awardLetters.lotNumber), asc(awardLetters.kind), asc(awardLetters.candidate))
    .all();
}

/** Records a letter as issued, once for each decision and candidate; says whether it was recorded. */
export function addAwardLetter(tx: Tx, letter: typeof awardLetters.$inferInsert): boolean {
  return tx.insert(awardLetters).values(letter).onConflictDoNothing().run().changes === 1;
}

/** Records the day a letter was sent, once; says whether it was recorded. */
export function sendAwardLetter(tx: Tx, id: string, sentOn: Day, at: Instant): boolean {
  const unsent = and(eq(awardLetters.id, id), isNull(awardLetters.sentOn));
  return tx.update(awardLetters).set({ sentOn, sentRecordedAt: at }).where(unsent).run().changes === 1;
}

/** The certificates received from the awardee of a decision. */
export function listAwardCertificates(db: Reads, decisionId: string) {
  return db.select().from(awardCertificates).where(eq(awardCertificates.decisionId, decisionId)).all();
}

/** Records a certificate; a second one of the same kind replaces its day. */
export function addAwardCertificate(tx: Tx, certificate: typeof awardCertificates.$inferInsert): void {
  const { receivedOn, at, byUserId } = certificate;
  tx.insert(awardCertificates)
    .values(certificate)
    .onConflictDoUpdate({
      target: [awardCertificates.decisionId, awardCertificates.code],
      set: { receivedOn, at, byUserId },
    })
    .run();
}

/** The interim applications of a consultation, in the order they were filed. */
export function listAwardDisputes(db: Reads, consultationId: string) {
  return db
    .select()
    .from(awardDisputes)
    .where(eq(awardDisputes.consultationId, consultationId))
    .orderBy(asc(awardDisputes.filedOn))
    .all();
}

/** Records an interim application; a second sending of the form adds nothing. */
export function addAwardDispute(tx: Tx, dispute: typeof awardDisputes.$inferInsert): void {
  tx.insert(awardDisputes).values(dispute).onConflictDoNothing().run();
}

/** Records the ruling on an interim application, once; says whether it was recorded. */
export function closeAwardDispute(
  tx: Tx,
  consultationId: string,
  id: string,
  ruling: { readonly closedOn: Day; readonly ruling: string },
): boolean {
  const open = and(
    eq(awardDisputes.id, id),
    eq(awardDisputes.consultationId, consultationId),
    isNull(awardDisputes.closedOn),
  );
  return tx.update(awardDisputes).set(ruling).where(open).run().changes === 1;
}

/** The versions of the presentation report of a consultation, the last one first. */
export function listPresentationReports(db: Reads, consultationId: string) {
  return db
    .select({
      version: presentationReports.version,
      pdfDocumentId: presentationReports.pdfDocumentId,
      docxDocumentId: presentationReports.docxDocumentId,
      answers: presentationReports.answers,
      inputDigest: presentationReports.inputDigest,
      issuedAt: documents.issuedAt,
    })
    .from(presentationReports)
    .innerJoin(documents, eq(documents.id, presentationReports.pdfDocumentId))
    .where(eq(presentationReports.consultationId, consultationId))
    .orderBy(desc(presentationReports.version))
    .all();
}

/** Records a version of the presentation report. */
export function addPresentationReport(tx: Tx, report: typeof presentationReports.$inferInsert): void {
  tx.insert(presentationReports).values(report).run();
}
