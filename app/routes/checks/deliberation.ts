// The deliberation that adopted a rule of the syndicat, as it was received: a public act, read by every member.
import { findPolicy } from 'db/checks';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('rule.read', ({ db, params }) => {
  const { documentId } = orNotFound(findPolicy(db, params['id'] ?? ''));
  const document = orNotFound(findDocument(db, orNotFound(documentId), { kind: 'syndicat' }));
  return answerFile({
    fileName: document.fileName,
    mediaType: document.mediaType,
    bytes: readDocumentBytes(db, document.id),
  });
});
