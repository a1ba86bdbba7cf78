// Records the ruling on an interim application: it no longer holds the signature.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { closeAwardDispute } from 'db/award';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { formatDay } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { awardedLot, awardOf } from './award.server';
import { rulingSchema } from './award-form.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/attribution/${params['lot']}`),
);

export const action = writer('consultation.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, rulingSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const { closedOn, ruling } = read.value;
  const reasons = write(db, (tx) => {
    const { disputes, consultationId, decision } = awardedLot(awardOf(tx, params['id'], now), params['lot']);
    const dispute = orNotFound(disputes.find(({ id }) => id === params['dispute']));
    if (closedOn > today) return [`L’ordonnance (${formatDay(closedOn)}) est datée du futur.`];
    if (closedOn < dispute.filedOn) return ['L’ordonnance précède la requête.'];
    if (!closeAwardDispute(tx, consultationId, dispute.id, { closedOn, ruling })) return [];
    const subject = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { lot: decision.lotNumber, reference: dispute.reference, closedOn, ruling };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.disputeClosed', ...subject, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(
    `/consultations/${params['id']}/attribution/${params['lot']}`,
    'L’issue du référé est enregistrée.',
  );
});

export default function Refused() {
  const { id, lot } = useParams();
  return (
    <RefusalPage
      title="L’issue du référé n’est pas enregistrée"
      back={`/consultations/${id}/attribution/${lot}`}
      backLabel="Revenir au lot"
    />
  );
}
