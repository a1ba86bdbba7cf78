// Changes quantities, schools and reasons of the needs of a commune's draft, all in one form.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { changeNeed, draftAnswer } from 'db/campaign-answers';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { answerRefusalSentence, needRefusals } from '~/domain/campaigns/answering';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { answerPath } from './answer-path';
import { answeringOf, needsAsTyped, verdictOn } from './answering.server';

export const loader = reader('campaign.answer', ({ params }) => redirect(answerPath(params)));

export const action = writer('campaign.answer', ({ db, user, params, form, now, today }) => {
  const against = write(db, (tx) => {
    const answering = answeringOf(tx, user, params);
    const { campaign, communeId, answer, schools } = answering;
    const needs = needsAsTyped(answer.needs, form);
    const verdict = verdictOn(tx, answering, 'save', today);
    const own = schools.map((school) => school.uai);
    const refusals = [...(verdict.allowed ? [] : verdict.refusals), ...needRefusals(campaign, needs, own)];
    if (refusals.length > 0) return refusals;
    const change = { campaignId: campaign.id, communeId, at: now, userId: user.id };
    draftAnswer(tx, change);
    for (const { id, quantity, schoolUai, reason, year } of needs)
      changeNeed(tx, change, { id, quantity, schoolUai, reason, year });
    const detail = { lines: needs.map(({ label, quantity }) => ({ label, quantity })) };
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    addDeed(tx, { at: now, userId: user.id, communeId, deed: 'campaign.needsChanged', ...subject, detail });
    return [];
  });
  if (against.length > 0) return refused(against.map(answerRefusalSentence));
  return redirectSaying(answerPath(params), 'Les modifications sont enregistrées.');
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="Les modifications ne sont pas enregistrées"
      back={answerPath(params)}
      backLabel="Revenir à la réponse"
    />
  );
}
