// Changes what a campaign writes to its members by itself; shows the form again when it is refused.
import { redirect } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { replacePlan } from 'db/campaign-mailings';
import { findCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { gradeRefusalSentence, gradeRefusals, mostGrades } from '~/domain/campaigns/reminders';
import { MailPlanForm } from '~/ui/campaigns/mail-plan';
import { FormProblem } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('campaign.run', ({ params }) => redirect(`/campagnes/${params['id']}/messages`));

export const action = writer('campaign.run', ({ db, user, params, form, now }) => {
  const grades = Array.from({ length: mostGrades }, (_, index) => {
    const days = String(form.get(`days${index + 1}`) ?? '').trim();
    const toElected = form.get(`elected${index + 1}`) === 'on';
    return { days, toElected };
  })
    .filter(({ days }) => days !== '')
    .map(({ days, toElected }) => ({ daysBefore: /^\d{1,4}$/.test(days) ? Number(days) : 0, toElected }));
  const against = gradeRefusals(grades);
  if (against.length > 0) return refused(against.map(gradeRefusalSentence), typedOf(form));
  const plan = { announced: form.get('announced') === 'on', grades };
  write(db, (tx) => {
    const campaign = orNotFound(findCampaign(tx, params['id'] ?? ''));
    replacePlan(tx, campaign.id, plan);
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'campaign.mailPlanned', ...subject, detail: plan });
  });
  return redirectSaying(`/campagnes/${params['id']}/messages`, 'Le rythme des relances est enregistré.');
});

export default function RefusedPlan() {
  const answer = useActionData<typeof action>();
  const path = `/campagnes/${useParams()['id']}/messages`;
  return (
    <article>
      <PageHead title="Le rythme n’est pas enregistré" crumbs={[{ to: path, label: 'Messages du recensement' }]} />
      <FormProblem reasons={answer?.reasons} />
      <MailPlanForm action={`${path}/rythme`} announced={false} grades={[]} typed={answer?.typed ?? {}} />
    </article>
  );
}
