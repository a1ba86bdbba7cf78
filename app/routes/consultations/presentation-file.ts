// Downloads a version of the presentation report, as PDF or as DOCX.
import { listPresentationReports } from 'db/award';
import { reader } from '../guard.server';
import { versionFile } from './version-file.server';

export const loader = reader('consultation.read', (asked) =>
  versionFile(asked, listPresentationReports(asked.db, asked.params['id'] ?? '')),
);
