// Downloads the letter of what was asked of a candidate about its offer, as PDF or as DOCX.
import { listRequestLetters } from 'db/offer-letters';
import { reader } from '../guard.server';
import { letterFile } from './letter-file.server';

export const loader = reader('consultation.read', (asked) =>
  letterFile(asked, listRequestLetters(asked.db, asked.params['id'] ?? '')),
);
