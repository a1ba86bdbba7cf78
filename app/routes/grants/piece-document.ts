// One joined document, byte for byte as it was received; replaced ones included.
import { listPieceDocuments } from 'db/grant-pieces';
import { findGrantFile } from 'db/grants';
import { readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('grant.read', ({ db, user, params }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const document = orNotFound(listPieceDocuments(db, file.id).find(({ id }) => id === params['document']));
  return answerFile({ ...document, bytes: readDocumentBytes(db, document.documentId) });
});
