// Opens the tenders, once, after the deadline: from then on the register does not change and offers are read.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addOpening } from 'db/offers';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { conductOf } from './conduct.server';
import { openingSchema } from './conduct-forms.server';

export const loader = reader('consultation.read', ({ params }) => redirect(`/consultations/${params['id']}/depots`));

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const read = readForm(form, openingSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const reasons = write(db, (tx) => {
    const { prepared, published, past, register } = conductOf(tx, params['id'], now);
    if (!published) return ['La consultation n’est pas publiée.'];
    if (!past) return ['Les plis ne s’ouvrent qu’après la date limite des offres.'];
    const consultationId = prepared.consultation.id;
    const { present } = read.value;
    if (!addOpening(tx, { consultationId, present, at: now, byUserId: user.id })) return [];
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { present, deposits: register.map(({ candidate, standing }) => ({ candidate, standing })) };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.depositsOpened', ...about, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(`/consultations/${params['id']}/analyse`, 'Les plis sont ouverts.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="Les plis ne sont pas ouverts"
      back={`/consultations/${id}/depots`}
      backLabel="Revenir au registre"
    />
  );
}
