// Ends the answers of a campaign before its last day.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { closeCampaign, findCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { campaignState, campaignStateLabels, campaignTransitions } from '~/domain/campaigns/campaigns';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('campaign.run', ({ params }) => redirect(`/campagnes/${params['id']}`));

export const action = writer('campaign.run', ({ db, user, params, now, today }) => {
  const against = write(db, (tx) => {
    const campaign = orNotFound(findCampaign(tx, params['id'] ?? ''));
    const state = campaignState(campaign, today);
    if (campaignTransitions[state].close === undefined) {
      return [`La campagne est à l’état « ${campaignStateLabels[state]} » : elle ne peut pas être close.`];
    }
    closeCampaign(tx, campaign.id, now);
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'campaign.closed', ...subject });
    return [];
  });
  if (against.length > 0) return refused(against);
  return redirectSaying(`/campagnes/${params['id']}`, 'La campagne est close.');
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="La campagne n’est pas close"
      back={`/campagnes/${params['id']}`}
      backLabel="Revenir à la campagne"
    />
  );
}
