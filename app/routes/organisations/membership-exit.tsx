// A commune leaves the centrale on a day, with its reason: its membership ends, and stays on record.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { endMembership, findMembershipFrom } from 'db/memberships';
import { addDeed } from 'db/records';
import { actRefusalSentence, leavingRefusals } from '~/domain/organisations/conventions';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { exitSchema } from './deliberation.server';

export const loader = reader('convention.run', ({ params }) => redirect(`/conventions/adhesions/${params['commune']}`));

export const action = writer('convention.run', ({ db, user, params, form, now }) => {
  const { commune = '', from = '' } = params;
  orNotFound(findMembershipFrom(db, commune, from, user.scope));
  const read = readForm(form, exitSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  const { leftOn, reason } = read.value;
  const reasons = write(db, (tx) => {
    const membership = orNotFound(findMembershipFrom(tx, commune, from, user.scope));
    // The form sent twice: the exit is already recorded.
    if (membership.to === leftOn) return [];
    const against = leavingRefusals({ joinedOn: membership.from, leftOn: membership.to }, leftOn);
    if (against.length > 0) return against.map(actRefusalSentence);
    endMembership(tx, membership, { to: leftOn, exitReason: reason });
    const subject = { subjectKind: 'membership', subjectId: commune, communeId: commune };
    addDeed(tx, { at: now, userId: user.id, deed: 'membership.left', ...subject, detail: { from, leftOn, reason } });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/conventions/adhesions/${commune}`, 'La sortie est enregistrée.');
});

export default function ExitRefused() {
  const { commune } = useParams();
  return (
    <RefusalPage
      title="La sortie n’est pas enregistrée"
      back={`/conventions/adhesions/${commune}`}
      backLabel="Revenir à la commune"
    />
  );
}
