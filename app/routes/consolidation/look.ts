// Keeps the consolidation as it is seen now, so that what moves afterwards can be told.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { addLook } from 'db/line-decisions';
import { addDeed } from 'db/records';
import { notUnderstood, readForm } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { lookSchema, presentConsolidation } from './changes.server';

export const loader = reader('campaign.run', ({ params }) =>
  redirect(`/campagnes/${params['id']}/consolidation/changements`),
);

export const action = writer('campaign.run', ({ db, user, params, form, now }) => {
  const read = readForm(form, lookSchema);
  if (!('value' in read)) return notUnderstood(read);
  const { id } = read.value;
  write(db, (tx) => {
    const { campaign, present } = presentConsolidation({ db: tx, params });
    if (!addLook(tx, { id, campaignId: campaign.id, at: now, userId: user.id, content: present })) return;
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'consolidation.looked', ...subject, detail: { id } });
  });
  return redirectSaying(
    `/campagnes/${params['id']}/consolidation/changements?depuis=${id}`,
    'Le repère est posé : cette page dira ce qui bouge désormais.',
  );
});
