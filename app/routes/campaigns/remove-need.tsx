// Takes a need out of a commune's draft.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { draftAnswer, removeNeed } from 'db/campaign-answers';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { answerRefusalSentence } from '~/domain/campaigns/answering';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { answerPath } from './answer-path';
import { answeringOf, verdictOn } from './answering.server';

export const loader = reader('campaign.answer', ({ params }) => redirect(answerPath(params)));

export const action = writer('campaign.answer', ({ db, user, params, now, today }) => {
  const against = write(db, (tx) => {
    const answering = answeringOf(tx, user, params);
    const verdict = verdictOn(tx, answering, 'save', today);
    if (!verdict.allowed) return verdict.refusals;
    const { campaign, communeId, answer } = answering;
    const need = answer.needs.find((one) => one.id === params['need']);
    // Removed by an earlier sending of the same form: nothing is left to do.
    if (!need) return [];
    const change = { campaignId: campaign.id, communeId, at: now, userId: user.id };
    draftAnswer(tx, change);
    removeNeed(tx, change, need.id);
    const detail = { label: need.label, quantity: need.quantity };
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    addDeed(tx, { at: now, userId: user.id, communeId, deed: 'campaign.needRemoved', ...subject, detail });
    return [];
  });
  if (against.length > 0) return refused(against.map(answerRefusalSentence));
  return redirectSaying(answerPath(params), 'Ce besoin n’est plus dans votre réponse.');
});

export default function Refused() {
  const params = useParams();
  return <RefusalPage title="Le besoin n’est pas retiré" back={answerPath(params)} backLabel="Revenir à la réponse" />;
}
