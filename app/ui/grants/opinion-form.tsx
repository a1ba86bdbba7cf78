// The form by which an adviser gives an opinion.
import { Form } from '@remix-run/react';
import { type Opinion, opinionLabels, opinions } from '~/domain/grants/opinions';
import { Choice, Field, FormProblem, Submit, TextArea } from '../form';

export const opinionTones: Readonly<Record<Opinion, 'good' | 'warn' | 'bad'>> = {
  favorable: 'good',
  withReservations: 'warn',
  unfavorable: 'bad',
};

export function OpinionForm(props: {
  nextId: string;
  today: string;
  answer:
    | { readonly problems: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> }
    | undefined;
}) {
  const { problems = {}, typed = {} } = props.answer ?? {};
  return (
    <Form method="post" className="card stack">
      <h2>Donner un avis</h2>
      <FormProblem reasons={props.answer && Object.values(problems)} title="L’avis n’est pas enregistré." />
      <input type="hidden" name="id" value={props.nextId} />
      <fieldset>
        <legend>Avis</legend>
        {opinions.map((opinion) => (
          <Choice
            key={opinion}
            type="radio"
            name="opinion"
            value={opinion}
            label={opinionLabels[opinion]}
            required
            defaultChecked={typed['opinion'] === opinion}
          />
        ))}
      </fieldset>
      <TextArea
        label="Motifs, réserves, conseils"
        name="comment"
        rows={5}
        required
        problem={problems['comment']}
        defaultValue={typed['comment']}
      />
      <Field
        label="Date"
        name="givenOn"
        type="date"
        required
        problem={problems['givenOn']}
        defaultValue={typed['givenOn'] ?? props.today}
      />
      <div className="row">
        <Submit>Enregistrer l’avis</Submit>
      </div>
    </Form>
  );
}
