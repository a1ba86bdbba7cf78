// All the letters of a consultation's award as one ZIP, with their digests.
import { listAwardLetters } from 'db/award';
import { findConsultation } from 'db/consultations';
import { findDocument, readDocumentBytes } from 'db/records';
import { writeArchive } from '~/documents/archive';
import { answerFile } from '../file.server';
import { notFound, orNotFound, reader } from '../guard.server';

export const loader = reader('consultation.read', ({ db, user, params, today }) => {
  const { id, reference } = orNotFound(findConsultation(db, params['id'] ?? ''));
  const letters = listAwardLetters(db, id);
  if (letters.length === 0) return notFound();
  const files = letters
    .flatMap(({ pdfDocumentId, docxDocumentId }) => [pdfDocumentId, docxDocumentId])
    .map((documentId) => {
      const { fileName, mediaType } = orNotFound(findDocument(db, documentId, user.scope));
      return { fileName, mediaType, bytes: readDocumentBytes(db, documentId) };
    });
  return answerFile({
    fileName: `courriers-${reference}.zip`,
    mediaType: 'application/zip',
    bytes: writeArchive(files, today),
  });
});
