// Keeps the agreement that the funder signed: recognised by its content, stored with its digest; a newer one replaces it.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { listFileSteps } from 'db/grant-file-steps';
import { findGrantFile } from 'db/grants';
import { reachedOn } from '~/domain/grants/file-steps';
import { agreementPiece } from '~/domain/grants/pieces';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { joinPiece } from './piece-joining.server';
import { readAgreements, readReceived } from './pieces.server';

export const loader = reader('grant.follow', ({ params }) => redirect(`/subventions/${params['id']}/decision`));

export const action = writer('grant.follow', async ({ db, user, params, form, now, today, platform }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  if (reachedOn(listFileSteps(db, file.id), 'awarded') === undefined) {
    return refused(['Aucune aide n’est encore accordée : enregistrez d’abord la décision dans le suivi.']);
  }
  const received = await readReceived(form, platform.documents, [], 'Convention attributive');
  if ('reasons' in received) return refused(received.reasons);
  write(db, (tx) => {
    const { standing } = readAgreements(tx, file.id);
    const agreement = { ...received, piece: agreementPiece, templateVersion: 'reçu' };
    const by = { userId: user.id, at: now, today };
    joinPiece(tx, file, agreement, standing, 'grantFile.agreementJoined', by);
  });
  return redirectSaying(`/subventions/${file.id}/decision#convention`, 'La convention est jointe au dossier.');
});

export default function AgreementRefused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La convention n’est pas jointe"
      back={`/subventions/${id}/decision`}
      backLabel="Revenir à la décision"
    />
  );
}
