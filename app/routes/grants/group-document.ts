// The PDF (1) or the workbook (2) of a version of a grouped file, as it was issued.
import { findGrantGroup, listGroupVersions } from 'db/grant-groups';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { notFound, orNotFound, reader } from '../guard.server';

export const loader = reader('grant.read', ({ db, user, params }) => {
  const group = orNotFound(findGrantGroup(db, params['group'] ?? '', user.scope));
  const version = orNotFound(listGroupVersions(db, group.id).find((one) => String(one.version) === params['version']));
  const id = { '1': version.pdfId, '2': version.costingId }[params['position'] ?? ''] ?? notFound();
  const document = orNotFound(findDocument(db, id, user.scope));
  return answerFile({ ...document, bytes: readDocumentBytes(db, document.id) });
});
