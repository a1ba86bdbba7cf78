// Gives a campaign another last day; opens it again when it was closed.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { cancelPaper } from 'db/campaign-papers';
import { extendCampaign, findCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { campaignState, campaignStateLabels, campaignTransitions } from '~/domain/campaigns/campaigns';
import { parseDay } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('campaign.run', ({ params }) => redirect(`/campagnes/${params['id']}`));

export const action = writer('campaign.run', ({ db, user, params, form, now, today }) => {
  const closesOn = parseDay(String(form.get('closesOn') ?? ''));
  const against = write(db, (tx) => {
    const campaign = orNotFound(findCampaign(tx, params['id'] ?? ''));
    const state = campaignState(campaign, today);
    const { extend, reopen } = campaignTransitions[state];
    const reasons: string[] = [];
    if (extend === undefined && reopen === undefined) {
      reasons.push(`La campagne est à l’état « ${campaignStateLabels[state]} » : son dernier jour ne change plus.`);
    }
    if (!closesOn) reasons.push('Donnez une date.');
    else if (closesOn < today) reasons.push(`Le dernier jour (${formatDay(closesOn)}) est déjà passé.`);
    else if (closesOn < campaign.opensOn)
      reasons.push(`Le dernier jour précède l’ouverture, le ${formatDay(campaign.opensOn)}.`);
    if (reasons.length > 0 || !closesOn) return reasons;
    extendCampaign(tx, campaign.id, closesOn);
    // A certificate of a closing that no longer holds.
    const certificate = { kind: 'closingCertificate', campaignId: campaign.id, communeId: null } as const;
    cancelPaper(tx, certificate, { id: user.id, at: now });
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    const detail = { from: campaign.closesOn, to: closesOn, state };
    addDeed(tx, { at: now, userId: user.id, deed: 'campaign.extended', ...subject, detail });
    return [];
  });
  if (against.length > 0) return refused(against);
  return redirectSaying(`/campagnes/${params['id']}`, 'Le dernier jour de la campagne est changé.');
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="Le dernier jour n’est pas changé"
      back={`/campagnes/${params['id']}`}
      backLabel="Revenir à la campagne"
    />
  );
}
