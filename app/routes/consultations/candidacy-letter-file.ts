// Downloads the letter that asks a candidate to complete its candidacy, as PDF or as DOCX.
import { listCandidacyLetters } from 'db/candidacies';
import { reader } from '../guard.server';
import { letterFile } from './letter-file.server';

export const loader = reader('consultation.read', (asked) =>
  letterFile(asked, listCandidacyLetters(asked.db, asked.params['id'] ?? '')),
);
