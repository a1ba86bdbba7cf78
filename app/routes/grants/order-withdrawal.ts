// The commune takes a file off its order: the order no longer waits, and the file keeps what people wrote.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { withdrawFromOrder } from 'db/grant-holds';
import { findGrantFile } from 'db/grants';
import { addDeed } from 'db/records';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('grant.release', ({ params }) => redirect(`/subventions/${params['id']}`));

export const action = writer('grant.release', ({ db, user, params, now }) => {
  const id = params['id'] ?? '';
  const orderId = write(db, (tx) => {
    const file = orNotFound(findGrantFile(tx, id, user.scope));
    if (file.orderId === null || !withdrawFromOrder(tx, id, file.orderId, now)) return null;
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: file.communeId,
      deed: 'grantFile.withdrawnFromOrder',
      subjectKind: 'grantFile',
      subjectId: id,
      detail: { orderId: file.orderId },
    });
    return file.orderId;
  });
  if (orderId === null) return redirect(`/subventions/${id}`);
  return redirectSaying(`/commandes/${orderId}`, 'Le dossier ne retient plus cette commande.');
});
