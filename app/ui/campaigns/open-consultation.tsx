// Opens the consultation that frozen needs lead to.
import { Form } from '@remix-run/react';
import { Field, Submit } from '../form';

/** Reference and object of a consultation; `typed` and `problems` come back when they were not understood. */
export function OpenConsultation({
  campaignId,
  typed = {},
  problems = {},
}: {
  campaignId: string;
  typed?: Readonly<Record<string, string>>;
  problems?: Readonly<Record<string, string>>;
}) {
  return (
    <Form method="post" action={`/campagnes/${campaignId}/consultation`} className="card">
      <h2>Préparer la consultation</h2>
      <Field
        label="Référence"
        hint="16 caractères au plus, comme 2027-ECOLES-01."
        name="reference"
        required
        maxLength={16}
        defaultValue={typed['reference']}
        problem={problems['reference']}
      />
      <Field
        label="Objet"
        name="object"
        required
        maxLength={200}
        defaultValue={typed['object'] ?? 'Fourniture d’équipements numériques pour les écoles'}
        problem={problems['object']}
      />
      <Field
        label="Lancement prévu"
        name="launchOn"
        type="date"
        required
        defaultValue={typed['launchOn']}
        problem={problems['launchOn']}
      />
      <div className="row">
        <Submit>Préparer la consultation</Submit>
      </div>
    </Form>
  );
}
