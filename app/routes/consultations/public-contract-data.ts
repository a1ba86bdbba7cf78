// The open data of one contract, as last issued.
import { readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, publicReader } from '../guard.server';
import { publicContracts } from './public-consultation.server';

export const loader = publicReader(({ db, params }) => {
  const [, asked] = orNotFound(/^([\w-]{1,40})\.json$/.exec(params['file'] ?? ''));
  const { openData } = orNotFound(publicContracts(db).find(({ number }) => number === asked));
  const { fileName, documentId } = orNotFound(openData);
  return answerFile({ fileName, mediaType: 'application/json', bytes: readDocumentBytes(db, documentId) });
});
