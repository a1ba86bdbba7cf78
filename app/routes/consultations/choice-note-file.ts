// Downloads a version of the note of the choice of a procedure, as PDF or as DOCX.
import { listChoiceNotes } from 'db/consultations';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('consultation.read', ({ db, user, params }) => {
  const [, version, format] = orNotFound(/^(\d{1,4})\.(pdf|docx)$/.exec(params['file'] ?? ''));
  const note = orNotFound(listChoiceNotes(db, params['id'] ?? '').find((one) => String(one.version) === version));
  const id = format === 'pdf' ? note.pdfDocumentId : note.docxDocumentId;
  const { fileName, mediaType } = orNotFound(findDocument(db, id, user.scope));
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, id) });
});
