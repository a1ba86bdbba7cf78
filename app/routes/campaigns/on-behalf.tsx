// Keeps why the syndicat answers for a commune: without a reason it writes nothing in its place.
import { redirect } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { addOnBehalf } from 'db/answers-on-behalf';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { OnBehalfForm } from '~/ui/campaigns/on-behalf';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { answerPath } from './answer-path';
import { answeringOf, onBehalfSchema } from './answering.server';

export const loader = reader('campaign.run', ({ params }) => redirect(answerPath(params)));

export const action = writer('campaign.run', ({ db, user, params, form, now }) => {
  const read = readForm(form, onBehalfSchema);
  if (!('value' in read)) return notUnderstood(read);
  const { id, reason } = read.value;
  write(db, (tx) => {
    const { campaign, communeId } = answeringOf(tx, user, params);
    const row = { id, campaignId: campaign.id, communeId, reason, at: now, byUserId: user.id };
    if (!addOnBehalf(tx, row)) return;
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'campaign.answeredOnBehalf',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail: { reason },
    });
  });
  return redirectSaying(answerPath(params), 'Le motif est gardé : vous pouvez répondre pour cette commune.');
});

export default function ReasonNotUnderstood() {
  const answer = useActionData<typeof action>();
  const path = answerPath(useParams());
  return (
    <article className="narrow">
      <PageHead title="Le motif n’est pas gardé" crumbs={[{ to: path, label: 'Réponse de la commune' }]} />
      <OnBehalfForm
        action={`${path}/motif`}
        newId={answer?.typed['id'] ?? ''}
        typed={answer?.typed['reason']}
        problem={answer?.problems['reason']}
      />
    </article>
  );
}
