// The commune records the prefect's waiver: the order of the file may start before the request is received.
import { randomUUID } from 'node:crypto';
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addStartWaiver } from 'db/grant-holds';
import { findGrantFile } from 'db/grants';
import { addDeed } from 'db/records';
import { parseDay } from '~/domain/shared/day';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('grant.release', ({ params }) => redirect(`/subventions/${params['id']}`));

export const action = writer('grant.release', ({ db, user, params, form, now, today }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const grantedOn = parseDay(String(form.get('grantedOn') ?? ''));
  const reference = String(form.get('reference') ?? '')
    .trim()
    .slice(0, 200);
  const { orderId, communeId } = file;
  if (orderId === null) return refused(['Ce dossier ne repose sur aucune commande.']);
  if (!grantedOn || grantedOn > today)
    return refused(['Donnez la date de la dérogation : un jour passé, comme 15/01/2027.']);
  if (reference === '') return refused(['Donnez la référence du courrier du préfet.']);
  write(db, (tx) => {
    const added = addStartWaiver(tx, {
      id: randomUUID(),
      grantFileId: file.id,
      orderId,
      grantedOn,
      reference,
      givenBy: user.id,
      givenAt: now,
    });
    const subject = { subjectKind: 'grantFile', subjectId: file.id };
    const detail = { orderId, grantedOn, reference };
    if (added) addDeed(tx, { at: now, userId: user.id, communeId, deed: 'grantFile.startWaived', ...subject, detail });
  });
  return redirectSaying(`/commandes/${orderId}`, 'La dérogation est enregistrée : la commande peut suivre son cours.');
});

export default function WaiverRefused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La dérogation n’est pas enregistrée"
      back={`/subventions/${id}`}
      backLabel="Revenir au dossier"
    />
  );
}
