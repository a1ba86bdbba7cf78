// Downloads a version of the analysis report, as PDF or as DOCX.
import { listAnalysisReports } from 'db/offers';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('consultation.read', ({ db, user, params }) => {
  const [, version, format] = orNotFound(/^(\d{1,4})\.(pdf|docx)$/.exec(params['file'] ?? ''));
  const report = orNotFound(listAnalysisReports(db, params['id'] ?? '').find((one) => String(one.version) === version));
  const id = format === 'pdf' ? report.pdfDocumentId : report.docxDocumentId;
  const { fileName, mediaType } = orNotFound(findDocument(db, id, user.scope));
  return answerFile({ fileName, mediaType, bytes: readDocumentBytes(db, id) });
});
