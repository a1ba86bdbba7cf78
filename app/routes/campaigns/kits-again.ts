// Takes over the typical needs of the campaign before, those that this one can still offer.
import { createHash } from 'node:crypto';
import { redirect } from '@remix-run/node';
import { findCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { addKit, listEarlierKits, listKits } from 'db/need-kits';
import { addDeed } from 'db/records';
import { kitRefusals } from '~/domain/campaigns/kits';
import { formatCount } from '~/domain/shared/format';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('campaign.run', ({ params }) => redirect(`/campagnes/${params['id']}/besoins-types`));

export const action = writer('campaign.run', ({ db, user, params, now }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const taken = write(db, (tx) => {
    const titles: string[] = [];
    for (const kit of listEarlierKits(tx, campaign.id)) {
      if (kitRefusals(kit, campaign.lots, listKits(tx, campaign.id)).length > 0) continue;
      // Always the same for the same kit: taken over twice, it is there once.
      const id = createHash('sha256').update(`${campaign.id}\n${kit.id}`).digest('hex').slice(0, 32);
      if (addKit(tx, campaign.id, { ...kit, id }, { userId: user.id, at: now })) titles.push(kit.title);
    }
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    if (titles.length > 0)
      addDeed(tx, { at: now, userId: user.id, deed: 'campaign.kitsTakenOver', ...subject, detail: { titles } });
    return titles.length;
  });
  const said = taken === 1 ? 'Un besoin type est repris.' : `${formatCount(taken)} besoins types sont repris.`;
  return redirectSaying(`/campagnes/${campaign.id}/besoins-types`, said);
});
