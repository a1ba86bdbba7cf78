// Downloads a document that the award of a consultation issued: minutes, decision or letter.
import { listAwardLetters, listAwardSessions } from 'db/award';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('consultation.read', ({ db, user, params }) => {
  const id = params['id'] ?? '';
  const issued = [
    ...listAwardSessions(db, id).flatMap((one) => [
      one.minutesPdfId,
      one.minutesDocxId,
      one.decisionPdfId,
      one.decisionDocxId,
    ]),
    ...listAwardLetters(db, id).flatMap((one) => [one.pdfDocumentId, one.docxDocumentId]),
  ];
  const documentId = orNotFound(issued.find((one) => one !== null && one === params['document']));
  const { fileName, mediaType } = orNotFound(findDocument(db, documentId, user.scope));
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, documentId) });
});
