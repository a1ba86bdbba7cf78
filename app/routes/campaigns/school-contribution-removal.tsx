// A school takes back a line that it wrote, as long as the commune has not decided on it.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { removeContributedNeed } from 'db/need-contributions';
import { addDeed } from 'db/records';
import { mayWriteBy } from '~/platform/public-limits';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { publicReader, publicWriter, redirectSaying } from '../guard.server';
import { againstContributing, contributionHeaders, requireNeedLink } from './school-contribution.server';

export const headers = () => contributionHeaders;

export const loader = publicReader(async (asked) => {
  await requireNeedLink(asked);
  return redirect(`/besoins-ecole/${asked.params['token']}`);
});

export const action = publicWriter(async (asked) => {
  const { db, params, now, today } = asked;
  const { link, campaign } = await requireNeedLink(asked);
  if (!(await mayWriteBy(link.id))) throw new Response(null, { status: 429, headers: contributionHeaders });
  const against = write(db, (tx) => {
    const reasons = againstContributing(tx, campaign, link.communeId, today);
    if (reasons.length > 0) return reasons;
    if (removeContributedNeed(tx, link.id, params['line'] ?? '')) {
      addDeed(tx, {
        at: now,
        userId: null,
        communeId: link.communeId,
        deed: 'campaign.contributionRemoved',
        subjectKind: 'campaign',
        subjectId: campaign.id,
        detail: { linkId: link.id, need: params['line'] },
      });
    }
    return [];
  });
  if (against.length > 0) return refused(against);
  return redirectSaying(`/besoins-ecole/${params['token']}`, 'Ce besoin n’est plus proposé à la mairie.');
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="Le besoin n’est pas retiré"
      back={`/besoins-ecole/${params['token']}`}
      backLabel="Revenir aux besoins de l’école"
    />
  );
}
