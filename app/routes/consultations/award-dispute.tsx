// Records an interim application before the contract: while it is open, nothing is signed (CJA L551-4).
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { addAwardDispute } from 'db/award';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { formatDay } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { awardedLot, awardOf } from './award.server';
import { disputeSchema } from './award-form.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/attribution/${params['lot']}`),
);

export const action = writer('consultation.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, disputeSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const { filedOn, reference } = read.value;
  const reasons = write(db, (tx) => {
    const { decision, consultationId, contract } = awardedLot(awardOf(tx, params['id'], now), params['lot']);
    if (filedOn > today) return [`La requête (${formatDay(filedOn)}) est datée du futur.`];
    if (contract) return ['Le marché est signé\u202f: un référé précontractuel n’est plus recevable.'];
    addAwardDispute(tx, {
      ...read.value,
      consultationId,
      lotNumber: decision.lotNumber,
      at: now,
      byUserId: user.id,
    });
    const subject = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { lot: decision.lotNumber, filedOn, reference };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.disputeFiled', ...subject, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(
    `/consultations/${params['id']}/attribution/${params['lot']}`,
    `Le référé ${reference} est enregistré\u202f: la signature est suspendue.`,
  );
});

export default function Refused() {
  const { id, lot } = useParams();
  return (
    <RefusalPage
      title="Le référé n’est pas enregistré"
      back={`/consultations/${id}/attribution/${lot}`}
      backLabel="Revenir au lot"
    />
  );
}
