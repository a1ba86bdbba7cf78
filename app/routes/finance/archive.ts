// Several documents as one ZIP, with a manifest of their digests.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { listChosenDocuments } from 'db/finance';
import { addDeed, readDocumentBytes } from 'db/records';
import { writeArchive } from '~/documents/archive';
import { answerFile } from '../file.server';
import { reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('finance.read', () => redirect('/finances'));

export const action = writer('finance.read', ({ db, user, form, now, today }) => {
  const chosen = listChosenDocuments(db, user.scope, form.getAll('document').map(String).slice(0, 500));
  if (chosen.length === 0) return redirectSaying('/finances', 'Cochez au moins un document à télécharger.');
  const files = chosen.map((row) => ({
    fileName: row.fileName,
    mediaType: 'application/pdf',
    bytes: readDocumentBytes(db, row.id),
  }));
  write(db, (tx) =>
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: user.scope.kind === 'commune' ? user.scope.communeId : null,
      deed: 'finance.archiveDownloaded',
      subjectKind: 'document',
      subjectId: 'archive',
      detail: { numbers: chosen.map((row) => row.number) },
    }),
  );
  return answerFile({
    fileName: `preau-documents-${today}.zip`,
    mediaType: 'application/zip',
    bytes: writeArchive(files, today),
  });
});
