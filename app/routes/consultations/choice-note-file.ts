// Downloads a version of the note of the choice of a procedure, as PDF or as DOCX.
import { listChoiceNotes } from 'db/consultations';
import { reader } from '../guard.server';
import { versionFile } from './version-file.server';

export const loader = reader('consultation.read', (asked) =>
  versionFile(asked, listChoiceNotes(asked.db, asked.params['id'] ?? '')),
);
