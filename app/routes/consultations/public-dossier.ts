// Downloads the published market file, without the pieces that are the buyer's own.
import { readDocumentBytes } from 'db/records';
import { publicArchive } from '~/documents/consultations/public-file';
import { dayInParis } from '~/domain/shared/day';
import { answerFile } from '../file.server';
import { orNotFound, publicReader } from '../guard.server';
import { publicConsultation } from './public-consultation.server';

export const loader = publicReader(({ db, params, now }) => {
  const { file } = orNotFound(publicConsultation(db, params['id'] ?? '', now));
  const { fileName, mediaType, documentId, issuedAt } = orNotFound(file);
  return answerFile({
    fileName,
    mediaType,
    bytes: publicArchive(readDocumentBytes(db, documentId), dayInParis(issuedAt)),
  });
});
