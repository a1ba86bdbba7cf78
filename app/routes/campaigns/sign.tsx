// Signs the needs of a commune: from then on they count.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { changeNeed, signAnswer } from 'db/campaign-answers';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { answerRefusalSentence, maySign } from '~/domain/campaigns/answering';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { answeringOf, needsAsTyped, verdictOn } from './answering.server';

export const loader = reader('campaign.sign', ({ params }) => redirect(`/campagnes/${params['id']}/reponse`));

export const action = writer('campaign.sign', ({ db, user, params, form, now, today }) => {
  const against = write(db, (tx) => {
    const answering = answeringOf(tx, user, params['id']);
    const { campaign, communeId, answer } = answering;
    const needs = isAllowed(user.roles, 'campaign.answer') ? needsAsTyped(answer.needs, form) : answer.needs;
    const verdicts = [
      verdictOn(tx, answering, 'sign', today),
      maySign(
        campaign,
        { needs },
        'sign',
        answering.schools.map((school) => school.uai),
      ),
    ];
    const refusals = verdicts.flatMap((verdict) => (verdict.allowed ? [] : verdict.refusals));
    if (refusals.length > 0) return refusals;
    const change = { campaignId: campaign.id, communeId, at: now, userId: user.id };
    for (const { id, quantity, schoolUai, reason } of needs)
      changeNeed(tx, change, { id, quantity, schoolUai, reason });
    signAnswer(tx, change, false);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'campaign.answerSigned',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail: { lines: answer.needs.length },
    });
    return [];
  });
  if (against.length > 0) return refused(against.map(answerRefusalSentence));
  return redirectSaying(
    `/campagnes/${params['id']}/reponse`,
    'L’état des besoins est signé. Vous pouvez le rouvrir jusqu’au dernier jour.',
  );
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="L’état des besoins n’est pas signé"
      back={`/campagnes/${params['id']}/reponse`}
      backLabel="Revenir à la réponse"
    />
  );
}
