// Gives up a draft of the syndicat; what was voted is never deleted.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { findPolicy, removeDraft } from 'db/checks';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('rule.read', ({ params }) => redirect(`/controles/syndicat/${params['id']}`));

export const action = writer('rule.decide', ({ db, params, user, now }) => {
  const id = params['id'] ?? '';
  const row = findPolicy(db, id);
  // Sent twice: it is already given up.
  if (!row) return redirect('/controles');
  const removed = write(db, (tx) => {
    if (!removeDraft(tx, id)) return false;
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'policy.givenUp',
      subjectKind: 'rule',
      subjectId: row.ruleId,
      detail: { version: row.version },
    });
    return true;
  });
  if (!removed) return refused(['Cette version a été votée : elle se termine par une date, elle ne s’efface pas.']);
  return redirectSaying('/controles?texte=syndicat', 'Le projet est abandonné.');
});

export default function NotGivenUp() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="Le projet n’est pas abandonné"
      back={`/controles/syndicat/${id}`}
      backLabel="Revenir à la règle"
    />
  );
}
