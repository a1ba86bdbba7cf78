// Keeps a document joined to a grant file: stored once with its digest, its deed beside it, the ones it replaces ended.
import type { Tx } from 'db/client';
import { addPieceDocument, endPieceDocument, hasPieceDocument } from 'db/grant-pieces';
import { addDeed, addDocument } from 'db/records';
import type { Day, Instant } from '~/domain/shared/day';
import type { ComposedFile } from './composition.server';

export interface JoinedPiece {
  /** Made in the form: sent twice, the document is joined once. */
  readonly id: string;
  readonly piece: string;
  readonly label: string;
  readonly pages: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly templateVersion: string;
  readonly bytes: Uint8Array;
}

/** Joins a document inside the transaction of its form; false when that form was already received. */
export function joinPiece(
  tx: Tx,
  file: Pick<ComposedFile['file'], 'id' | 'communeId'>,
  joined: JoinedPiece,
  replaced: readonly { readonly id: string }[],
  deed: string,
  by: { readonly userId: string; readonly at: Instant; readonly today: Day },
): boolean {
  const { id, piece, label, pages, ...content } = joined;
  if (hasPieceDocument(tx, id)) return false;
  const { userId, at, today } = by;
  for (const former of replaced) endPieceDocument(tx, file.id, former.id, { userId, at });
  const documentId = addDocument(tx, {
    ...content,
    kind: 'grantPiece',
    number: `PIECE-${id}`,
    issuerId: file.communeId,
    communeId: file.communeId,
    title: label,
    issuedOn: today,
    issuedAt: at,
    issuedBy: userId,
  });
  addPieceDocument(tx, { id, grantFileId: file.id, piece, documentId, label, pages, addedAt: at, addedBy: userId });
  addDeed(tx, {
    at,
    userId,
    communeId: file.communeId,
    deed,
    subjectKind: 'grantFile',
    subjectId: file.id,
    detail: { piece, documentId, fileName: content.fileName, replaced: replaced.map((former) => former.id) },
  });
  return true;
}
