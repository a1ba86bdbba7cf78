// Where a school's link leads: the needs it writes for a campaign, which the commune reads before it signs.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addContributedNeed, listContributionsOf } from 'db/need-contributions';
import { addDeed } from 'db/records';
import { answerRefusalSentence, needRefusals } from '~/domain/campaigns/answering';
import { formatDay } from '~/domain/shared/format';
import { mayWriteBy } from '~/platform/public-limits';
import { AddNeeds } from '~/ui/campaigns/add-need';
import { ContributedLines } from '~/ui/campaigns/contributed-lines';
import { FormProblem } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, refused } from '../form.server';
import { publicReader, publicWriter, redirectSaying } from '../guard.server';
import { needsTyped, offeredKits, offeredReferences, readNeed } from './answering.server';
import { againstContributing, contributionHeaders, requireNeedLink } from './school-contribution.server';

export const meta: MetaFunction = () => [
  { title: 'Besoins de l’école – Préau' },
  { name: 'robots', content: 'noindex, nofollow' },
];
export const headers = () => contributionHeaders;

export const loader = publicReader(async (asked) => {
  const { db, url, today, params } = asked;
  const { link, campaign } = await requireNeedLink(asked);
  const words = (url.searchParams.get('q') ?? '').slice(0, 80);
  return {
    path: `/besoins-ecole/${params['token']}`,
    campaign: { title: campaign.title, description: campaign.description, closesOn: campaign.closesOn },
    school: link.schoolName,
    commune: link.communeName,
    recipient: link.recipient,
    lines: listContributionsOf(db, link.id).map(({ need, state }) => ({ ...need, state })),
    against: againstContributing(db, campaign, link.communeId, today),
    asked: words,
    ...offeredReferences(db, campaign, words, today),
    kits: offeredKits(db, campaign),
    years: campaign.years ?? [],
    newId: randomUUID(),
  };
});

export const action = publicWriter(async (asked) => {
  const { db, form, now, today, params } = asked;
  const { link, campaign } = await requireNeedLink(asked);
  if (!(await mayWriteBy(link.id))) throw new Response(null, { status: 429, headers: contributionHeaders });
  // The link is of one school: whatever the form says, the need is of that school.
  form.set('schoolUai', link.schoolUai);
  const read = readNeed(form);
  if (!('value' in read)) return notUnderstood(read);
  const typed = read.value;
  const outcome = write(db, (tx) => {
    const added = needsTyped(tx, campaign, typed, today);
    if ('against' in added) return added;
    const against = [
      ...againstContributing(tx, campaign, link.communeId, today),
      ...needRefusals(campaign, added.needs, [link.schoolUai]).map(answerRefusalSentence),
    ];
    if (against.length > 0) return { against };
    const written = added.needs.filter((need) => addContributedNeed(tx, link.id, need, now));
    if (written.length > 0) {
      addDeed(tx, {
        at: now,
        userId: null,
        communeId: link.communeId,
        deed: 'campaign.needContributed',
        subjectKind: 'campaign',
        subjectId: campaign.id,
        detail: {
          linkId: link.id,
          school: link.schoolUai,
          lines: written.map(({ label, quantity, kit }) => ({ label, quantity, kit })),
        },
      });
    }
    return { label: added.label };
  });
  if ('against' in outcome) return refused(outcome.against);
  return redirectSaying(`/besoins-ecole/${params['token']}`, `Écrit pour la mairie : ${outcome.label}. Merci.`);
});

export default function SchoolContribution() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const open = shown.against.length === 0;
  return (
    <article>
      <PageHead title={shown.school}>
        {shown.commune} recense les besoins de ses écoles (« {shown.campaign.title} ») et vous demande ceux de la vôtre,
        jusqu’au {formatDay(shown.campaign.closesOn)}.
      </PageHead>
      {shown.campaign.description && <p>{shown.campaign.description}</p>}
      <p>
        Aucun compte n’est nécessaire. La mairie relit, corrige et signe : rien n’est commandé par cette page. Ce lien
        est fait pour {shown.recipient} ; il ne montre que les besoins de cette école, ne le publiez pas.
      </p>
      <FormProblem reasons={answer && 'reasons' in answer ? answer.reasons : []} title="Rien n’a été enregistré." />
      <FormProblem reasons={shown.against} title="Ces besoins ne peuvent plus être changés." />
      <ContributedLines lines={shown.lines} path={shown.path} open={open} />
      {open && (
        <AddNeeds
          {...shown}
          schools={null}
          typed={answer?.typed ?? {}}
          problems={answer && !('reasons' in answer) ? answer.problems : {}}
        />
      )}
    </article>
  );
}
