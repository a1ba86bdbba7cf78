// Downloads a document of a contract, byte for byte as it was issued or received.
import { findClosing } from 'db/contract-closings';
import { listRevisions } from 'db/contract-revisions';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';
import { contractOf } from './contract.server';

export const loader = reader('contract.read', ({ db, user, params }) => {
  const { contract, drafts, renewals } = contractOf(db, params['id']);
  const closing = findClosing(db, contract.id);
  const acts = [...drafts, ...renewals, ...listRevisions(db, contract.id), ...(closing ? [closing] : [])];
  const own = [
    contract.signedAeDocumentId,
    contract.notificationDocumentId,
    ...acts.flatMap(({ pdfDocumentId, docxDocumentId }) => [pdfDocumentId, docxDocumentId]),
  ];
  const documentId = orNotFound(own.find((one) => one !== null && one === params['document']));
  const { fileName, mediaType } = orNotFound(findDocument(db, documentId, user.scope));
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, documentId) });
});
