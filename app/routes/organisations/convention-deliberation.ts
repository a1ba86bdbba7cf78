// The deliberation of a member of a groupement, as it was received: for the syndicat and that commune's people.
import { findConvention, findConventionMember } from 'db/conventions';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('convention.read', ({ db, user, params }) => {
  const { id } = orNotFound(findConvention(db, params['id'] ?? '', user.scope));
  const { member } = orNotFound(findConventionMember(db, id, params['member'] ?? '', user.scope));
  const document = orNotFound(findDocument(db, orNotFound(member.deliberationDocumentId), { kind: 'syndicat' }));
  const { fileName, mediaType } = document;
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, document.id) });
});
