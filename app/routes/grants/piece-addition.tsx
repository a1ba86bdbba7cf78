// Joins a document to a grant file: recognised by its content, tried, then kept with its digest; the former stays.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addPieceDocument, endPieceDocument, hasPieceDocument } from 'db/grant-pieces';
import { addDeed, addDocument } from 'db/records';
import { otherPiece } from '~/domain/grants/pieces';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { notFound, orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { composeFile } from './composition.server';
import { readPieces, readReceived } from './pieces.server';

export const loader = reader('grant.write', ({ params }) => redirect(`/subventions/${params['id']}/pieces`));

export const action = writer('grant.write', async ({ db, user, params, form, now, today, platform }) => {
  const composed = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const { file } = composed;
  const { pieces, others, joined } = readPieces(db, composed);
  const piece = pieces.find(({ item }) => item.piece === params['piece']);
  if (!piece && params['piece'] !== otherPiece) notFound();
  const code = piece?.item.piece ?? otherPiece;
  const received = await readReceived(form, platform.documents, joined, piece?.item.label ?? 'Document joint');
  if ('reasons' in received) return refused(received.reasons);
  const { id, label, bytes, mediaType, fileName, pages } = received;
  write(db, (tx) => {
    if (hasPieceDocument(tx, id)) return;
    const replaced = form.get('replaces') === 'oui' ? (piece?.documents ?? others) : [];
    for (const former of replaced) endPieceDocument(tx, file.id, former.id, { userId: user.id, at: now });
    const documentId = addDocument(tx, {
      kind: 'grantPiece',
      number: `PIECE-${id}`,
      issuerId: file.communeId,
      communeId: file.communeId,
      title: label,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName,
      mediaType,
      templateVersion: 'reçu',
      bytes,
    });
    const by = { addedAt: now, addedBy: user.id };
    addPieceDocument(tx, { id, grantFileId: file.id, piece: code, documentId, label, pages, ...by });
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: file.communeId,
      deed: 'grantFile.pieceJoined',
      subjectKind: 'grantFile',
      subjectId: file.id,
      detail: { piece: code, documentId, fileName, replaced: replaced.map((former) => former.id) },
    });
  });
  return redirectSaying(`/subventions/${file.id}/pieces#${code}`, `« ${label} » est jointe au dossier.`);
});

export default function PieceRefused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="Le document n’est pas joint"
      back={`/subventions/${id}/pieces`}
      backLabel="Revenir aux pièces"
    />
  );
}
