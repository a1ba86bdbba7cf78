// One document of a version, byte for byte as it was issued.
import { findGrantFile, listVersionDocuments } from 'db/grants';
import { readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('grant.read', ({ db, user, params }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const documents = listVersionDocuments(db, file.id, Number(params['version']));
  const document = orNotFound(documents[Number(params['position']) - 1]);
  return answerFile({ ...document, bytes: readDocumentBytes(db, document.id) });
});
