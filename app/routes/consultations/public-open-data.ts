// The open data of every contract in one file (DECP 2022): the last version issued of each, as it was issued.
import { readDocumentBytes } from 'db/records';
import { joinDecp } from '~/documents/consultations/decp';
import { answerFile } from '../file.server';
import { publicReader } from '../guard.server';
import { publicContracts } from './public-consultation.server';

export const loader = publicReader(({ db }) => {
  const issued = publicContracts(db).flatMap(({ openData }) => openData ?? []);
  return answerFile({
    fileName: 'donnees-essentielles.json',
    mediaType: 'application/json',
    bytes: joinDecp(issued.map(({ documentId }) => readDocumentBytes(db, documentId))),
  });
});
