// Takes a joined document out of a grant file: it no longer counts, and stays to be read.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { endPieceDocument, listPieceDocuments } from 'db/grant-pieces';
import { findGrantFile } from 'db/grants';
import { addDeed } from 'db/records';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('grant.write', ({ params }) => redirect(`/subventions/${params['id']}/pieces`));

export const action = writer('grant.write', ({ db, user, params, now }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const document = orNotFound(listPieceDocuments(db, file.id).find(({ id }) => id === params['document']));
  write(db, (tx) => {
    if (!endPieceDocument(tx, file.id, document.id, { userId: user.id, at: now })) return;
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: file.communeId,
      deed: 'grantFile.pieceTakenOut',
      subjectKind: 'grantFile',
      subjectId: file.id,
      detail: { piece: document.piece, documentId: document.documentId },
    });
  });
  return redirectSaying(`/subventions/${file.id}/pieces`, `« ${document.label} » est retirée du dossier.`);
});
