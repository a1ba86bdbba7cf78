// The rhythm of a campaign's reminders, to edit: the announcement, then days before the last day.
import { Form } from '@remix-run/react';
import { mostGrades, type ReminderGrade } from '~/domain/campaigns/reminders';
import { Choice, Field, Submit } from '../form';

/** The form of the rhythm; what was typed wins over what is kept. An empty number of days is no reminder. */
export function MailPlanForm(props: {
  action: string;
  announced: boolean;
  grades: readonly ReminderGrade[];
  typed: Readonly<Record<string, string>>;
}) {
  const { action, announced, grades, typed } = props;
  const again = Object.keys(typed).length > 0;
  const places = Array.from({ length: mostGrades }, (_, index) => ({ number: index + 1, grade: grades[index] }));
  return (
    <Form method="post" action={action} className="card stack">
      <Choice
        label="Annoncer l’ouverture aux communes invitées"
        name="announced"
        defaultChecked={again ? typed['announced'] === 'on' : announced}
      />
      <fieldset>
        <legend>Relances avant le dernier jour</legend>
        {places.map(({ number, grade }) => (
          <div className="row" key={number}>
            <Field
              label={`Relance ${number}, jours avant`}
              name={`days${number}`}
              type="number"
              min={1}
              max={180}
              className="short"
              defaultValue={typed[`days${number}`] ?? grade?.daysBefore}
            />
            <Choice
              label={
                <>
                  Aussi aux élus <span className="visually-hidden">(relance {number})</span>
                </>
              }
              name={`elected${number}`}
              defaultChecked={again ? typed[`elected${number}`] === 'on' : (grade?.toElected ?? false)}
            />
          </div>
        ))}
      </fieldset>
      <div className="row">
        <Submit tone="secondary">Enregistrer le rythme</Submit>
      </div>
    </Form>
  );
}
