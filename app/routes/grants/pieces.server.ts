// The pieces of a grant file as they stand, from the checklist and from what people joined or set aside.
import type { Reads } from 'db/client';
import { listPieceDocuments, listPieceWaivers } from 'db/grant-pieces';
import { readDocumentBytes } from 'db/records';
import type { JoinedFile } from '~/documents/blocks';
import { otherPiece, piecesOf } from '~/domain/grants/pieces';
import { readJoinedFile } from '~/imports/joined-file';
import type { ComposedFile } from './composition.server';

/** The pieces in the order of the call, and every document that counts, those of the pieces first. */
export function readPieces(db: Reads, { file, dossier }: Pick<ComposedFile, 'file' | 'dossier'>) {
  const documents = listPieceDocuments(db, file.id);
  const counting = documents
    .filter(({ endedAt }) => endedAt === null)
    .map(({ id, piece, label, fileName, mediaType, sha256, pages, documentId }) => ({
      id,
      piece,
      label,
      fileName,
      mediaType,
      sha256,
      pages,
      documentId,
    }))
    .reverse();
  const pieces = piecesOf(dossier.checklist, counting, listPieceWaivers(db, file.id));
  const listed = new Set<string>(pieces.map(({ item }) => item.piece));
  const others = counting.filter(({ piece }) => piece === otherPiece || !listed.has(piece));
  const joined = [...pieces.flatMap(({ item }) => counting.filter(({ piece }) => piece === item.piece)), ...others];
  return { pieces, others, joined, former: documents.filter(({ endedAt }) => endedAt !== null) };
}

/** The bytes of the joined documents, as the writer of the PDF takes them. */
export function readJoinedFiles(
  db: Reads,
  joined: readonly { readonly id: string; readonly documentId: string }[],
): readonly JoinedFile[] {
  return joined.map(({ id, documentId }) => {
    const bytes = readDocumentBytes(db, documentId);
    const content = readJoinedFile(bytes);
    if ('refusal' in content) throw new Error(`Document ${documentId} was kept although it is ${content.refusal}`);
    return { file: id, mediaType: content.mediaType, bytes, orientation: content.orientation };
  });
}
