// Counts another order of the commune for the same school in the spending of a file.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { linkOrder, orderServesSchool } from 'db/grant-awards';
import { findGrantFile } from 'db/grants';
import { addDeed } from 'db/records';
import { notFound, orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { deedOn } from './award.server';

export const loader = reader('grant.follow', ({ params }) => redirect(`/subventions/${params['id']}/depenses`));

export const action = writer('grant.follow', ({ db, user, params, form, now }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const orderId = String(form.get('order') ?? '');
  const by = { userId: user.id, at: now };
  write(db, (tx) => {
    if (!orderServesSchool(tx, orderId, file.communeId, file.schoolUai)) return notFound();
    if (!linkOrder(tx, { grantFileId: file.id, orderId, linkedBy: user.id, linkedAt: now })) return;
    addDeed(tx, deedOn(file, by, 'grantFile.orderLinked', { orderId }));
  });
  return redirectSaying(`/subventions/${file.id}/depenses`, 'La commande compte dans les dépenses.');
});
