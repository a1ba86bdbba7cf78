// Downloads a version of the open data of a contract, as it was issued.
import { listDecp } from 'db/decp';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('contract.read', ({ db, user, params }) => {
  const issued = orNotFound(
    listDecp(db, params['id'] ?? '').find(({ version }) => String(version) === params['version']),
  );
  const { fileName, mediaType } = orNotFound(findDocument(db, issued.documentId, user.scope));
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, issued.documentId) });
});
