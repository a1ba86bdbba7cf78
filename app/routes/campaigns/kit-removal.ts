// Takes a typical need out of a campaign: what communes added with it stays.
import { redirect } from '@remix-run/node';
import { findCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { listKits, removeKit } from 'db/need-kits';
import { addDeed } from 'db/records';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('campaign.run', ({ params }) => redirect(`/campagnes/${params['id']}/besoins-types`));

export const action = writer('campaign.run', ({ db, user, params, now }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  write(db, (tx) => {
    const kit = listKits(tx, campaign.id).find(({ id }) => id === params['kit']);
    if (!kit || !removeKit(tx, campaign.id, kit.id, now)) return;
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'campaign.kitRemoved', ...subject, detail: { title: kit.title } });
  });
  return redirectSaying(
    `/campagnes/${campaign.id}/besoins-types`,
    'Le besoin type n’est plus proposé ; ce que les communes ont ajouté reste.',
  );
});
