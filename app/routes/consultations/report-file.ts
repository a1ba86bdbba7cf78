// Downloads a version of the analysis report, as PDF or as DOCX.
import { listAnalysisReports } from 'db/offers';
import { reader } from '../guard.server';
import { versionFile } from './version-file.server';

export const loader = reader('consultation.read', (asked) =>
  versionFile(asked, listAnalysisReports(asked.db, asked.params['id'] ?? '')),
);
