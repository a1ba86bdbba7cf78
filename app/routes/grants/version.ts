// One version of an application file, byte for byte as it was issued.
import { findGrantFile, listGrantFileVersions } from 'db/grants';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('grant.read', ({ db, user, params }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const version = orNotFound(
    listGrantFileVersions(db, [file.id]).find((one) => String(one.version) === params['version']),
  );
  const document = orNotFound(findDocument(db, version.documentId, user.scope));
  return answerFile({ ...document, bytes: readDocumentBytes(db, document.id) });
});
