// Downloads one version of a consultation's market file, byte for byte as it was produced.
import { findConsultationFile } from 'db/consultations';
import { readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('consultation.read', ({ db, params }) => {
  const version = Number(params['version']);
  const file = orNotFound(
    Number.isSafeInteger(version) ? findConsultationFile(db, params['id'] ?? '', version) : undefined,
  );
  const { fileName, mediaType, documentId } = file;
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, documentId) });
});
