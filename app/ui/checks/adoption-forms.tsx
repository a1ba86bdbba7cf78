// The vote that puts a rule of the syndicat in force, and the one that ends it.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { Field, Submit } from '../form';

export function AdoptionForm({ id, today }: { id: string; today: Day }) {
  return (
    <Form method="post" action={`/controles/syndicat/${id}/adoption`} encType="multipart/form-data" className="stack">
      <Field label="Date du vote" name="adoptedOn" type="date" required max={today} />
      <Field label="Numéro de la délibération" name="reference" required maxLength={80} />
      <Field
        label="Contrôlée à partir du"
        name="from"
        type="date"
        required
        min={today}
        defaultValue={today}
        hint="Jamais pour les jours passés."
      />
      <Field label="Délibération (PDF, facultatif)" name="file" type="file" accept="application/pdf,.pdf" />
      <div className="row">
        <Submit>Adopter la règle</Submit>
      </div>
    </Form>
  );
}

export function EndForm({ id, today, yesterday }: { id: string; today: Day; yesterday: Day }) {
  return (
    <Form method="post" action={`/controles/syndicat/${id}/fin`} className="stack">
      <Field
        label="Dernier jour"
        name="until"
        type="date"
        required
        min={yesterday}
        defaultValue={today}
        hint="Hier au plus tôt : elle n’est alors plus contrôlée dès maintenant."
      />
      <Field label="Motif ou délibération" name="reason" required maxLength={500} />
      <div className="row">
        <Submit tone="danger">Mettre fin à la règle</Submit>
      </div>
    </Form>
  );
}
