// The deliberation by which a commune joined the centrale, as received: for the syndicat and that commune's people.
import { findMembershipFrom } from 'db/memberships';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('convention.read', ({ db, user, params }) => {
  const { commune = '', from = '' } = params;
  const { deliberationDocumentId } = orNotFound(findMembershipFrom(db, commune, from, user.scope));
  const document = orNotFound(findDocument(db, orNotFound(deliberationDocumentId), { kind: 'syndicat' }));
  const { fileName, mediaType } = document;
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, document.id) });
});
