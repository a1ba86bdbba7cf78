// Joins the compliance report to a grant file, on request.
import { Form } from '@remix-run/react';
import { Submit } from '../form';

/** One button; `ofOrder` says whose report it is. */
export function ReportJoining({ fileId, nextId, ofOrder }: { fileId: string; nextId: string; ofOrder: boolean }) {
  return (
    <Form method="post" action={`/subventions/${fileId}/rapport-de-conformite`} className="card">
      <h2>Rapport de conformité</h2>
      <p>
        {ofOrder
          ? 'Celui de la commande du dossier, tel que contrôlé à sa soumission.'
          : 'Celui de l’école aujourd’hui, commandes en cours comprises.'}{' '}
        Il remplace celui qui serait déjà joint.
      </p>
      <input type="hidden" name="id" value={nextId} />
      <div className="row">
        <Submit tone="secondary">Joindre le rapport au dossier</Submit>
      </div>
    </Form>
  );
}
