// What a school's link opens: the lines of that school for that campaign, as long as the commune may still answer.

import { findAnswer } from 'db/campaign-answers';
import { findCampaign, listInvited } from 'db/campaigns';
import type { Reads } from 'db/client';
import { findNeedLink } from 'db/need-contributions';
import { answerRefusalSentence, mayAnswer } from '~/domain/campaigns/answering';
import type { Campaign } from '~/domain/campaigns/campaigns';
import type { Day } from '~/domain/shared/day';
import { mayMissAgain } from '~/platform/public-limits';
import type { Asked } from '../guard.server';

/** No engine keeps these pages, and no address of them goes to another site. */
export const contributionHeaders = {
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Cache-Control': 'private, no-store',
};

/** The link of the address and its campaign. Ends with 404, the same for a closed or an unknown link. */
export async function requireNeedLink({ db, params }: Pick<Asked, 'db' | 'params'>) {
  const link = findNeedLink(db, params['token'] ?? '');
  const campaign = link && findCampaign(db, link.campaignId);
  if (!link || !campaign) {
    throw new Response(null, { status: (await mayMissAgain()) ? 404 : 429, headers: contributionHeaders });
  }
  return { link, campaign };
}

/** Why nothing may be written by a link on a day: the campaign is not open, or the commune has signed. */
export function againstContributing(db: Reads, campaign: Campaign, communeId: string, today: Day): readonly string[] {
  const state = findAnswer(db, campaign.id, communeId)?.state ?? 'notStarted';
  if (state === 'signed' || state === 'noNeed') {
    return ['La mairie a déjà signé sa réponse : demandez-lui de la rouvrir pour y ajouter un besoin.'];
  }
  const verdict = mayAnswer(campaign, listInvited(db, campaign), communeId, state, 'save', today);
  return verdict.allowed ? [] : verdict.refusals.map(answerRefusalSentence);
}
