// Declares that a commune has no need: an answer like another.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { signAnswer } from 'db/campaign-answers';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { answerRefusalSentence, maySign } from '~/domain/campaigns/answering';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { answeringOf, verdictOn } from './answering.server';

export const loader = reader('campaign.sign', ({ params }) => redirect(`/campagnes/${params['id']}/reponse`));

export const action = writer('campaign.sign', ({ db, user, params, now, today }) => {
  const against = write(db, (tx) => {
    const answering = answeringOf(tx, user, params['id']);
    const { campaign, communeId, answer } = answering;
    const verdicts = [verdictOn(tx, answering, 'declareNoNeed', today), maySign(campaign, answer, 'declareNoNeed', [])];
    const refusals = verdicts.flatMap((verdict) => (verdict.allowed ? [] : verdict.refusals));
    if (refusals.length > 0) return refusals;
    signAnswer(tx, { campaignId: campaign.id, communeId, at: now, userId: user.id }, true);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'campaign.noNeedDeclared',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail: { lines: answer.needs.length },
    });
    return [];
  });
  if (against.length > 0) return refused(against.map(answerRefusalSentence));
  return redirectSaying(`/campagnes/${params['id']}/reponse`, 'Votre commune a déclaré n’avoir aucun besoin.');
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="L’absence de besoin n’est pas enregistrée"
      back={`/campagnes/${params['id']}/reponse`}
      backLabel="Revenir à la réponse"
    />
  );
}
