// Store of consultations, of the buyer's choices, and of the market files produced.
import { randomUUID } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { ConsultationChoices } from '~/domain/consultations/consultation';
import type { Day, Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { campaigns, choiceNotes, consolidations, consultationFiles, consultations, documents } from './schema';

export interface StoredConsultation {
  readonly id: string;
  readonly reference: string;
  readonly object: string;
  readonly consolidationId: string;
  readonly launchOn: Day;
  readonly choices: ConsultationChoices;
  readonly updatedAt: Instant;
}

function toStored(row: typeof consultations.$inferSelect): StoredConsultation {
  const { id, reference, object, consolidationId, launchOn, choices, updatedAt } = row;
  return { id, reference, object, consolidationId, launchOn, choices: choices as ConsultationChoices, updatedAt };
}

/** A consultation with its choices. */
export function findConsultation(db: Reads, id: string): StoredConsultation | undefined {
  const row = db.select().from(consultations).where(eq(consultations.id, id)).get();
  return row && toStored(row);
}

/** The consultation that a consolidation led to. */
export function findConsultationOf(db: Reads, consolidationId: string): StoredConsultation | undefined {
  const row = db.select().from(consultations).where(eq(consultations.consolidationId, consolidationId)).get();
  return row && toStored(row);
}

/** All consultations, the latest launch first, with the campaign they come from. */
export function listConsultations(db: Reads) {
  return db
    .select({
      id: consultations.id,
      reference: consultations.reference,
      object: consultations.object,
      launchOn: consultations.launchOn,
      campaignId: campaigns.id,
      campaignTitle: campaigns.title,
    })
    .from(consultations)
    .innerJoin(consolidations, eq(consolidations.id, consultations.consolidationId))
    .innerJoin(campaigns, eq(campaigns.id, consolidations.campaignId))
    .orderBy(desc(consultations.launchOn))
    .all();
}

/** Whether another consultation already has this reference. */
export function isReferenceTaken(db: Reads, reference: string, exceptId?: string): boolean {
  const row = db
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.reference, reference))
    .get();
  return row !== undefined && row.id !== exceptId;
}

/** Opens a consultation on frozen needs; returns its id. */
export function addConsultation(
  tx: Tx,
  consultation: Omit<StoredConsultation, 'id' | 'updatedAt'>,
  by: { readonly id: string; readonly at: Instant },
): string {
  const id = randomUUID();
  tx.insert(consultations)
    .values({ id, ...consultation, createdAt: by.at, createdBy: by.id, updatedAt: by.at })
    .run();
  return id;
}

/** Replaces the choices of a consultation. */
export function changeConsultation(
  tx: Tx,
  id: string,
  change: Pick<StoredConsultation, 'reference' | 'object' | 'launchOn' | 'choices'>,
  at: Instant,
): void {
  tx.update(consultations)
    .set({ ...change, updatedAt: at })
    .where(eq(consultations.id, id))
    .run();
}

/** The files of a consultation, the latest version first. */
export function listConsultationFiles(db: Reads, consultationId: string) {
  return db
    .select({
      version: consultationFiles.version,
      inputDigest: consultationFiles.inputDigest,
      documentId: documents.id,
      fileName: documents.fileName,
      mediaType: documents.mediaType,
      byteLength: documents.byteLength,
      sha256: documents.sha256,
      issuedAt: documents.issuedAt,
    })
    .from(consultationFiles)
    .innerJoin(documents, eq(documents.id, consultationFiles.documentId))
    .where(eq(consultationFiles.consultationId, consultationId))
    .orderBy(desc(consultationFiles.version))
    .all();
}

/** The next version that a file of the consultation would have. */
export function nextFileVersion(db: Reads, consultationId: string): number {
  const row = db
    .select({ last: sql<number | null>`max(${consultationFiles.version})` })
    .from(consultationFiles)
    .where(eq(consultationFiles.consultationId, consultationId))
    .get();
  return (row?.last ?? 0) + 1;
}

/** Records that a stored document is that version of the file. */
export function addConsultationFile(
  tx: Tx,
  file: {
    readonly consultationId: string;
    readonly version: number;
    readonly documentId: string;
    readonly inputDigest: string;
  },
): void {
  tx.insert(consultationFiles).values(file).run();
}

/** One version of the file of a consultation. */
export function findConsultationFile(db: Reads, consultationId: string, version: number) {
  return db
    .select({ documentId: documents.id, fileName: documents.fileName, mediaType: documents.mediaType })
    .from(consultationFiles)
    .innerJoin(documents, eq(documents.id, consultationFiles.documentId))
    .where(and(eq(consultationFiles.consultationId, consultationId), eq(consultationFiles.version, version)))
    .get();
}

/** The notes of the choice of a procedure, the latest version first. */
export function listChoiceNotes(db: Reads, consultationId: string) {
  return db
    .select({
      version: choiceNotes.version,
      inputDigest: choiceNotes.inputDigest,
      pdfDocumentId: choiceNotes.pdfDocumentId,
      docxDocumentId: choiceNotes.docxDocumentId,
      issuedAt: documents.issuedAt,
      sha256: documents.sha256,
    })
    .from(choiceNotes)
    .innerJoin(documents, eq(documents.id, choiceNotes.pdfDocumentId))
    .where(eq(choiceNotes.consultationId, consultationId))
    .orderBy(desc(choiceNotes.version))
    .all();
}

/** Records an issued note. */
export function addChoiceNote(tx: Tx, note: typeof choiceNotes.$inferInsert): void {
  tx.insert(choiceNotes).values(note).run();
}
