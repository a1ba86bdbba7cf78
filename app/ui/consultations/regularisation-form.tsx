// Asks all candidates of a lot whose offer is irregular to put it right, within one deadline for all.
import { Form } from '@remix-run/react';
import { Field, Submit, TextArea } from '../form';

export function RegularisationForm({ action, newId }: { action: string; newId: string }) {
  return (
    <Form method="post" action={action} className="card" key={newId}>
      <h2>Demander les régularisations</h2>
      <p className="hint">
        Facultative, elle s’adresse à tous les candidats concernés, avec un même délai, sans modifier les
        caractéristiques substantielles de l’offre (CCP R2152-2).
      </p>
      <input type="hidden" name="id" value={newId} />
      <TextArea label="Texte de la demande" name="text" rows={3} required />
      <Field label="Réponses attendues avant le" name="deadline" type="date" required />
      <div className="row">
        <Submit tone="secondary">Enregistrer la demande</Submit>
      </div>
    </Form>
  );
}
