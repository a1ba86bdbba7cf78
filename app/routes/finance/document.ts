// One purchase order or invoice, byte for byte as it was issued: for the finance officers it concerns, and nobody else.
import { financeKinds } from 'db/finance';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { notFound, orNotFound, reader } from '../guard.server';

export const loader = reader('finance.read', ({ db, user, params }) => {
  const document = orNotFound(findDocument(db, params['id'] ?? '', user.scope));
  if (!financeKinds.some((kind) => kind === document.kind)) return notFound();
  return answerFile({ ...document, bytes: readDocumentBytes(db, document.id) });
});
