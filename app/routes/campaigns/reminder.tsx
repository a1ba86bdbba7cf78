// Reminds chosen members now: who has not signed, when they were last written to, and the text to read and correct.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { listAnswers } from 'db/campaign-answers';
import { listRecipients } from 'db/campaign-mailings';
import { findCampaign, listInvited } from 'db/campaigns';
import { write } from 'db/client';
import { findSyndicat } from 'db/organisations';
import { campaignState, campaignStateLabels } from '~/domain/campaigns/campaigns';
import { reminderText } from '~/domain/campaigns/reminder-text';
import { membersToRemind } from '~/domain/campaigns/reminders';
import { answerUrlOf, writeMailing } from '~/platform/mailing-job';
import { ReminderMembers } from '~/ui/campaigns/reminder-members';
import { Choice, Field, FormProblem, Submit, TextArea } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { membersShown, reminderSchema } from './reminder.server';

export const meta: MetaFunction = () => [{ title: 'Relancer des communes – Préau' }];

export const loader = reader('campaign.run', ({ db, params, today, platform }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const answerUrl = answerUrlOf(platform.publicUrl, campaign.id);
  return {
    campaign: { id: campaign.id, title: campaign.title },
    newId: randomUUID(),
    members: membersShown(db, campaign),
    ...reminderText({ campaign, syndicatName: findSyndicat(db).name, answerUrl, today }),
  };
});

export const action = writer('campaign.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, reminderSchema);
  const typed = { ...typedOf(form), chosen: form.getAll('commune[]').join(' ') };
  if (!('value' in read)) return notUnderstood({ ...read, typed });
  const { id, subject, body, elected, commune: chosen } = read.value;
  const outcome = write(db, (tx) => {
    const campaign = orNotFound(findCampaign(tx, params['id'] ?? ''));
    const state = campaignState(campaign, today);
    const toRemind = membersToRemind(
      listInvited(tx, campaign),
      listAnswers(tx, campaign.id, { kind: 'syndicat' }),
    ).filter(({ communeId }) => chosen.includes(communeId));
    const communeIds = toRemind.map(({ communeId }) => communeId);
    const toElected = elected === 'on';
    const reachable = listRecipients(tx, communeIds, toElected ? ['secretary', 'electedApprover'] : ['secretary']);
    const against = [
      ...(state === 'open' ? [] : [`La campagne est à l’état « ${campaignStateLabels[state]} » : rien à relancer.`]),
      ...(chosen.length === 0 ? ['Choisissez au moins une commune.'] : []),
      ...(chosen.length > 0 && toRemind.length === 0
        ? ['Les communes choisies ont signé entre-temps : il n’y a plus personne à relancer.']
        : []),
      ...(toRemind.length > 0 && reachable.length === 0
        ? ['Aucune des communes choisies n’a d’adresse de secrétaire : cochez aussi les élus, ou écrivez autrement.']
        : []),
    ];
    if (against.length > 0) return { against };
    const facts = { id, campaign, kind: 'chosen', occasion: id, daysBefore: null } as const;
    writeMailing(tx, { ...facts, communeIds, toElected, text: { subject, body }, now, userId: user.id });
    return { path: `/campagnes/${campaign.id}/messages`, written: reachable.length };
  });
  if ('against' in outcome) return refused(outcome.against, typed);
  const { written } = outcome;
  const said = written === 1 ? 'Un message est écrit et part' : `${written} messages sont écrits et partent`;
  return redirectSaying(outcome.path, `${said} dans la minute si un serveur de courriel est réglé.`);
});

export default function ReminderPage() {
  const { campaign, newId, members, subject, body } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed: Readonly<Record<string, string>> = answer?.typed ?? {};
  const problems: Readonly<Record<string, string>> = answer && !('reasons' in answer) ? answer.problems : {};
  const path = `/campagnes/${campaign.id}`;
  return (
    <article>
      <PageHead
        title="Relancer des communes"
        crumbs={[
          { to: path, label: campaign.title },
          { to: `${path}/messages`, label: 'Messages' },
        ]}
      >
        Les communes qui n’ont ni signé leur état des besoins, ni déclaré n’avoir aucun besoin.
      </PageHead>
      <FormProblem reasons={answer && 'reasons' in answer ? answer.reasons : []} title="Rien n’est écrit." />
      {members.length === 0 ? (
        <p>Toutes les communes invitées ont répondu : il n’y a personne à relancer.</p>
      ) : (
        <Form method="post" className="stack">
          <input type="hidden" name="id" value={typed['id'] ?? newId} />
          <ReminderMembers members={members} chosen={(typed['chosen'] ?? '').split(' ')} />
          <section className="card stack">
            <h2>Texte du message</h2>
            <Field
              label="Objet"
              name="subject"
              required
              maxLength={160}
              defaultValue={typed['subject'] ?? subject}
              problem={problems['subject']}
            />
            <TextArea
              label="Message"
              name="body"
              required
              rows={14}
              maxLength={4000}
              defaultValue={typed['body'] ?? body}
              problem={problems['body']}
            />
            <Choice label="Écrire aussi aux élus valideurs" name="elected" defaultChecked={typed['elected'] === 'on'} />
            <div className="row">
              <Submit>Écrire ce message aux communes cochées</Submit>
            </div>
          </section>
        </Form>
      )}
    </article>
  );
}
