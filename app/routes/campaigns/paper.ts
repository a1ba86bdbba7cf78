// A statement of needs or a closing certificate, byte for byte as issued, for those whom it concerns.
import { findPaperFile } from 'db/campaign-papers';
import { readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('campaign.read', ({ db, user, params }) => {
  const file = orNotFound(findPaperFile(db, params['id'] ?? '', params['document'] ?? '', user.scope));
  return answerFile({ ...file, bytes: readDocumentBytes(db, file.id) });
});
