// The file of an invoice entered by hand, byte for byte as it was received.
import { findExpense } from 'db/grant-awards';
import { findGrantFile } from 'db/grants';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('grant.read', ({ db, user, params }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const expense = orNotFound(findExpense(db, file.id, params['expense'] ?? ''));
  const document = orNotFound(findDocument(db, expense.documentId ?? '', user.scope));
  return answerFile({ ...document, bytes: readDocumentBytes(db, document.id) });
});
