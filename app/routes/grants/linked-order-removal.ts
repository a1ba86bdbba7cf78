// No longer counts another order in the spending of a file.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { unlinkOrder } from 'db/grant-awards';
import { findGrantFile } from 'db/grants';
import { addDeed } from 'db/records';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { deedOn } from './award.server';

export const loader = reader('grant.follow', ({ params }) => redirect(`/subventions/${params['id']}/depenses`));

export const action = writer('grant.follow', ({ db, user, params, now }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const orderId = params['order'] ?? '';
  write(db, (tx) => {
    if (!unlinkOrder(tx, file.id, orderId)) return;
    addDeed(tx, deedOn(file, { userId: user.id, at: now }, 'grantFile.orderUnlinked', { orderId }));
  });
  return redirectSaying(`/subventions/${file.id}/depenses`, 'La commande ne compte plus.');
});
