// Makes a signed answer a draft again, as long as the campaign is open.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { draftAnswer } from 'db/campaign-answers';
import { cancelPaper } from 'db/campaign-papers';
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
    const { campaign, communeId, answer } = answering;
    const verdict = verdictOn(tx, answering, 'reopen', today);
    if (!verdict.allowed) return verdict.refusals;
    draftAnswer(tx, { campaignId: campaign.id, communeId, at: now, userId: user.id });
    const statement = { kind: 'needsStatement', campaignId: campaign.id, communeId } as const;
    cancelPaper(tx, statement, { id: user.id, at: now });
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'campaign.answerReopened',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail: { lines: answer.needs.length },
    });
    return [];
  });
  if (against.length > 0) return refused(against.map(answerRefusalSentence));
  return redirectSaying(
    answerPath(params),
    'La réponse est rouverte et son état des besoins annulé : pensez à la signer de nouveau.',
  );
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage title="La réponse n’est pas rouverte" back={answerPath(params)} backLabel="Revenir à la réponse" />
  );
}
