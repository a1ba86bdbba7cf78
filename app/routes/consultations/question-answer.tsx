// Records the answer to a question, given to all candidates.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { answerQuestion } from 'db/offers';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { conductOf } from './conduct.server';
import { questionAnswerSchema } from './conduct-forms.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/publication`),
);

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const read = readForm(form, questionAnswerSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  write(db, (tx) => {
    const { prepared, questions } = conductOf(tx, params['id'], now);
    const question = orNotFound(questions.find((one) => one.id === params['question']));
    const consultationId = prepared.consultation.id;
    if (!answerQuestion(tx, consultationId, question.id, { ...read.value, answeredBy: user.id })) return;
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { questionId: question.id, ...read.value };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.questionAnswered', ...about, detail });
  });
  return redirectSaying(`/consultations/${params['id']}/publication`, 'La réponse est enregistrée.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La réponse n’est pas enregistrée"
      back={`/consultations/${id}/publication`}
      backLabel="Revenir à la publication"
    />
  );
}
