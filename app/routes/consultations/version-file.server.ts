// The file of an issued version, from its address: the number of the version, and the format.
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { type AskedBy, orNotFound } from '../guard.server';

/** Answers with the version as PDF or DOCX; ends with 404 when there is none. */
export function versionFile(
  { db, user, params }: Pick<AskedBy, 'db' | 'user' | 'params'>,
  versions: readonly { readonly version: number; readonly pdfDocumentId: string; readonly docxDocumentId: string }[],
): Response {
  const [, asked, format] = orNotFound(/^(\d{1,4})\.(pdf|docx)$/.exec(params['file'] ?? ''));
  const { pdfDocumentId, docxDocumentId } = orNotFound(versions.find(({ version }) => String(version) === asked));
  const id = format === 'pdf' ? pdfDocumentId : docxDocumentId;
  const { fileName, mediaType } = orNotFound(findDocument(db, id, user.scope));
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, id) });
}
