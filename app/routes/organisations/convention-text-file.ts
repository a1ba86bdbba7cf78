// Downloads a version of the text of a convention, as PDF or DOCX: for the syndicat and its members, who sign it.
import { findConvention, listConventionTexts } from 'db/conventions';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('convention.read', ({ db, user, params }) => {
  const convention = orNotFound(findConvention(db, params['id'] ?? '', user.scope));
  const [, version, format] = orNotFound(/^(\d{1,4})\.(pdf|docx)$/.exec(params['file'] ?? ''));
  const text = orNotFound(listConventionTexts(db, convention.id).find((one) => String(one.version) === version));
  const id = format === 'pdf' ? text.pdfDocumentId : text.docxDocumentId;
  const { fileName, mediaType } = orNotFound(findDocument(db, id, { kind: 'syndicat' }));
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, id) });
});
