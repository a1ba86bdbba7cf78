// A member leaves a groupement on a day, with its reason: its stay ends, and stays on record.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { findConvention, findConventionMember, withdrawMember } from 'db/conventions';
import { addDeed } from 'db/records';
import { actRefusalSentence, leavingRefusals } from '~/domain/organisations/conventions';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { exitSchema } from './deliberation.server';

export const loader = reader('convention.run', ({ params }) =>
  redirect(`/conventions/${params['id']}/membres/${params['member']}`),
);

export const action = writer('convention.run', ({ db, user, params, form, now }) => {
  const { id } = orNotFound(findConvention(db, params['id'] ?? '', user.scope));
  const { member, name } = orNotFound(findConventionMember(db, id, params['member'] ?? '', user.scope));
  const read = readForm(form, exitSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  const { leftOn, reason } = read.value;
  const reasons = write(db, (tx) => {
    const stay = orNotFound(findConventionMember(tx, id, member.id, user.scope)).member;
    // The form sent twice: the withdrawal is already recorded.
    if (stay.withdrawnOn === leftOn) return [];
    const against = leavingRefusals({ joinedOn: stay.joinedOn, leftOn: stay.withdrawnOn }, leftOn);
    if (against.length > 0) return against.map(actRefusalSentence);
    withdrawMember(tx, member.id, { withdrawnOn: leftOn, withdrawalReason: reason });
    const subject = { subjectKind: 'convention', subjectId: id, communeId: member.communeId };
    addDeed(tx, { at: now, userId: user.id, deed: 'convention.left', ...subject, detail: { leftOn, reason } });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/conventions/${id}`, `Le retrait est enregistré (commune : ${name}).`);
});

export default function WithdrawalRefused() {
  const { id, member } = useParams();
  return (
    <RefusalPage
      title="Le retrait n’est pas enregistré"
      back={`/conventions/${id}/membres/${member}`}
      backLabel="Revenir au membre"
    />
  );
}
