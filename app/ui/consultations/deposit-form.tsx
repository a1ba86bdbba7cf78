// Records a deposit as the buyer profile shows it.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { Choice, Field, FormProblem, Submit } from '../form';

export function DepositForm(props: {
  shown: {
    readonly newId: string;
    readonly today: Day;
    readonly lots: readonly { readonly number: number; readonly title: string }[];
  };
  reasons: readonly string[] | undefined;
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
}) {
  const { shown, reasons, typed, problems } = props;
  const field = (name: string, label: string, more: object = {}) => (
    <Field label={label} name={name} defaultValue={typed[name]} problem={problems[name]} {...more} />
  );
  return (
    <Form method="post" className="card">
      <h2>Enregistrer un pli</h2>
      <FormProblem reasons={reasons} title="Le pli n’est pas enregistré." />
      <input type="hidden" name="id" value={shown.newId} />
      <div className="grid">
        {field('candidate', 'Candidat', { required: true, maxLength: 160 })}
        {field('siret', 'SIRET', { required: true, inputMode: 'numeric' })}
        {field('email', 'Adresse électronique (facultatif)', { type: 'email' })}
        <Field
          label="Reçu le"
          name="day"
          type="date"
          required
          defaultValue={typed['day'] ?? shown.today}
          problem={problems['day']}
        />
        {field('time', 'À (heure de Paris)', { type: 'time', step: 1, required: true })}
      </div>
      <fieldset>
        <legend>Lots</legend>
        <div className="row">
          {shown.lots.map(({ number, title }) => (
            <Choice key={number} label={`Lot ${number} – ${title}`} name="lot[]" value={String(number)} />
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Submit tone="secondary">Enregistrer le pli</Submit>
      </div>
    </Form>
  );
}
