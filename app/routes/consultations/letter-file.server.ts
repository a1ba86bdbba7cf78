// The file of a letter to a candidate, from its address: the step that it asks for, and the format.
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { type AskedBy, orNotFound } from '../guard.server';

/** Answers with the letter as PDF or DOCX; ends with 404 when there is none. */
export function letterFile(
  { db, user, params }: Pick<AskedBy, 'db' | 'user' | 'params'>,
  letters: readonly { readonly stepId: string; readonly pdfDocumentId: string; readonly docxDocumentId: string }[],
): Response {
  const [, step, format] = orNotFound(/^([\w-]{1,80})\.(pdf|docx)$/.exec(params['file'] ?? ''));
  const letter = orNotFound(letters.find(({ stepId }) => stepId === step));
  const id = format === 'pdf' ? letter.pdfDocumentId : letter.docxDocumentId;
  const { fileName, mediaType } = orNotFound(findDocument(db, id, user.scope));
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, id) });
}
