// Says that a piece is not required for this file, with the reason; or takes that back.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { changePieceWaiver } from 'db/grant-pieces';
import { addDeed } from 'db/records';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { composeFile } from './composition.server';

export const loader = reader('grant.write', ({ params }) => redirect(`/subventions/${params['id']}/pieces`));

export const action = writer('grant.write', ({ db, user, params, form, now, today }) => {
  const { file, dossier } = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const { piece, label } = orNotFound(dossier.checklist.find((item) => item.piece === params['piece']));
  const reason = String(form.get('reason') ?? '')
    .trim()
    .slice(0, 300);
  write(db, (tx) => {
    changePieceWaiver(tx, file.id, piece, reason || null, { userId: user.id, at: now });
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: file.communeId,
      deed: 'grantFile.pieceSetAside',
      subjectKind: 'grantFile',
      subjectId: file.id,
      detail: { piece, reason: reason || null },
    });
  });
  return redirectSaying(
    `/subventions/${file.id}/pieces#${piece}`,
    reason === '' ? `« ${label} » est de nouveau requise.` : `« ${label} » est notée comme non requise.`,
  );
});
