// A declaration as it was issued, for its buyer and the syndicat.
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { notFound, orNotFound, reader } from '../guard.server';

export const loader = reader('year.read', ({ db, user, params }) => {
  const document = orNotFound(findDocument(db, params['document'] ?? '', user.scope));
  if (document.kind !== 'agecDeclaration') return notFound();
  return answerFile({ ...document, bytes: readDocumentBytes(db, document.id) });
});
