// Questions of candidates and their answers, the same for all; the last day to answer is said.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Field, Submit, TextArea } from '../form';
import { Badge } from '../parts';

interface Shown {
  readonly id: string;
  readonly today: Day;
  readonly newId: string;
  readonly mayRun: boolean;
  readonly past: boolean;
  readonly lastAnswerDay: Day | null;
  readonly questions: readonly {
    readonly id: string;
    readonly askedOn: Day;
    readonly question: string;
    readonly answer: string | null;
    readonly answeredOn: Day | null;
  }[];
}

export function Questions({ shown }: { shown: Shown }) {
  const { id, today, questions, mayRun, past, lastAnswerDay } = shown;
  return (
    <section className="stack">
      <h2>Questions des candidats</h2>
      {lastAnswerDay && (
        <p>
          Dernier jour pour répondre&nbsp;: <strong>{formatDay(lastAnswerDay)}</strong> (CCP R2132-6). Une réponse plus
          tardive impose de reporter la date limite (CCP R2151-4).
        </p>
      )}
      {questions.length === 0 && <p>Aucune question enregistrée.</p>}
      {questions.map((one) => (
        <div key={one.id} className="card">
          <p>
            <small>{formatDay(one.askedOn)}</small>
            <br />
            {one.question}
          </p>
          {one.answer !== null && one.answeredOn ? (
            <p>
              <strong>Réponse du {formatDay(one.answeredOn)}.</strong> {one.answer}{' '}
              {lastAnswerDay && one.answeredOn > lastAnswerDay && <Badge tone="bad">tardive</Badge>}
            </p>
          ) : (
            mayRun && (
              <Form method="post" action={`/consultations/${id}/questions/${one.id}/reponse`}>
                <TextArea label="Réponse, envoyée à tous les candidats" name="answer" rows={3} required />
                <Field label="Envoyée le" name="answeredOn" type="date" required defaultValue={today} />
                <Submit tone="secondary">Enregistrer la réponse</Submit>
              </Form>
            )
          )}
        </div>
      ))}
      {mayRun && !past && (
        <details className="card">
          <summary>Enregistrer une question</summary>
          <Form method="post" action={`/consultations/${id}/questions`} key={questions.length}>
            <input type="hidden" name="id" value={shown.newId} />
            <Field label="Reçue le" name="askedOn" type="date" required defaultValue={today} />
            <TextArea label="Question, sans le nom du candidat" name="question" rows={3} required />
            <Submit tone="secondary">Enregistrer la question</Submit>
          </Form>
        </details>
      )}
    </section>
  );
}
