// Records that a candidate withdrew its deposit before the deadline.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { withdrawDeposit } from 'db/offers';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { conductOf } from './conduct.server';

export const loader = reader('consultation.read', ({ params }) => redirect(`/consultations/${params['id']}/depots`));

export const action = writer('consultation.run', ({ db, user, params, now }) => {
  const reasons = write(db, (tx) => {
    const { prepared, register, past, opening } = conductOf(tx, params['id'], now);
    const deposit = orNotFound(register.find(({ id }) => id === params['deposit']));
    if (past || opening) return ['La date limite est passée\u202f: un pli ne se retire plus.'];
    const consultationId = prepared.consultation.id;
    if (!withdrawDeposit(tx, consultationId, deposit.id, now)) return [];
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { depositId: deposit.id, candidate: deposit.candidate };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.depositWithdrawn', ...about, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(`/consultations/${params['id']}/depots`, 'Le pli est marqué comme retiré.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage title="Le pli n’est pas retiré" back={`/consultations/${id}/depots`} backLabel="Revenir au registre" />
  );
}
