// Records a question of a candidate.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addQuestion } from 'db/offers';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { conductOf } from './conduct.server';
import { questionSchema } from './conduct-forms.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/publication`),
);

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const read = readForm(form, questionSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const reasons = write(db, (tx) => {
    const { prepared, published, past } = conductOf(tx, params['id'], now);
    if (!published) return ['La consultation n’est pas publiée.'];
    if (past) return ['La date limite des offres est passée.'];
    const consultationId = prepared.consultation.id;
    addQuestion(tx, { ...read.value, consultationId, at: now, byUserId: user.id });
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.questionAsked', ...about, detail: read.value });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(`/consultations/${params['id']}/publication`, 'La question est enregistrée.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La question n’est pas enregistrée"
      back={`/consultations/${id}/publication`}
      backLabel="Revenir à la publication"
    />
  );
}
