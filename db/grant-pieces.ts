// Store of the pieces joined to a grant file: each document with its author; replaced, it stays but no longer counts.
import type { PieceCode } from 'catalog/grants/pieces';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { documents, grantPieces, grantPieceWaivers, users } from './schema';

/** The documents joined to a file, the latest first; those that no longer count say since when. */
export function listPieceDocuments(db: Reads, grantFileId: string) {
  return db
    .select({
      id: grantPieces.id,
      piece: grantPieces.piece,
      label: grantPieces.label,
      pages: grantPieces.pages,
      documentId: grantPieces.documentId,
      fileName: documents.fileName,
      mediaType: documents.mediaType,
      byteLength: documents.byteLength,
      sha256: documents.sha256,
      addedAt: grantPieces.addedAt,
      addedBy: users.name,
      endedAt: grantPieces.endedAt,
    })
    .from(grantPieces)
    .innerJoin(documents, eq(documents.id, grantPieces.documentId))
    .innerJoin(users, eq(users.id, grantPieces.addedBy))
    .where(eq(grantPieces.grantFileId, grantFileId))
    .orderBy(desc(grantPieces.addedAt), asc(grantPieces.id))
    .all();
}

export type PieceDocument = ReturnType<typeof listPieceDocuments>[number];

/** The documents that count today among several files, by file. */
export function listCountingPieces(db: Reads, grantFileIds: readonly string[]) {
  return db
    .select({ grantFileId: grantPieces.grantFileId, piece: grantPieces.piece })
    .from(grantPieces)
    .where(and(inArray(grantPieces.grantFileId, [...grantFileIds]), isNull(grantPieces.endedAt)))
    .all();
}

/** Joins a document; false when the same form was already received. */
export function addPieceDocument(tx: Tx, piece: typeof grantPieces.$inferInsert): boolean {
  return tx.insert(grantPieces).values(piece).onConflictDoNothing().run().changes === 1;
}

export function hasPieceDocument(db: Reads, id: string): boolean {
  return db.select({ id: grantPieces.id }).from(grantPieces).where(eq(grantPieces.id, id)).get() !== undefined;
}

/** Says that a joined document no longer counts; false when it is not in this file or no longer counted. */
export function endPieceDocument(
  tx: Tx,
  grantFileId: string,
  id: string,
  by: { readonly userId: string; readonly at: Instant },
): boolean {
  const open = and(eq(grantPieces.id, id), eq(grantPieces.grantFileId, grantFileId), isNull(grantPieces.endedAt));
  return tx.update(grantPieces).set({ endedAt: by.at, endedBy: by.userId }).where(open).run().changes === 1;
}

/** The pieces that a person says are not required for this file, each with the reason and its author. */
export function listPieceWaivers(db: Reads, grantFileId: string) {
  return db
    .select({
      piece: grantPieceWaivers.piece,
      reason: grantPieceWaivers.reason,
      givenAt: grantPieceWaivers.givenAt,
      givenBy: users.name,
    })
    .from(grantPieceWaivers)
    .innerJoin(users, eq(users.id, grantPieceWaivers.givenBy))
    .where(eq(grantPieceWaivers.grantFileId, grantFileId))
    .all();
}

/** Keeps why a piece is not required, or takes that back with a null reason. */
export function changePieceWaiver(
  tx: Tx,
  grantFileId: string,
  piece: PieceCode,
  reason: string | null,
  by: { readonly userId: string; readonly at: Instant },
): void {
  tx.delete(grantPieceWaivers)
    .where(and(eq(grantPieceWaivers.grantFileId, grantFileId), eq(grantPieceWaivers.piece, piece)))
    .run();
  if (reason === null) return;
  tx.insert(grantPieceWaivers).values({ grantFileId, piece, reason, givenBy: by.userId, givenAt: by.at }).run();
}
