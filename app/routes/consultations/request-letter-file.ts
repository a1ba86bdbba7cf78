// Downloads the letter of what was asked of a candidate, as PDF or as DOCX.
import { listRequestLetters } from 'db/offer-letters';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('consultation.read', ({ db, user, params }) => {
  const [, step, format] = orNotFound(/^([\w-]{1,80})\.(pdf|docx)$/.exec(params['file'] ?? ''));
  const letter = orNotFound(listRequestLetters(db, params['id'] ?? '').find(({ stepId }) => stepId === step));
  const id = format === 'pdf' ? letter.pdfDocumentId : letter.docxDocumentId;
  const { fileName, mediaType } = orNotFound(findDocument(db, id, user.scope));
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, id) });
});
