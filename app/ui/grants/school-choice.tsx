// Which school a new file is for.
import { Form } from '@remix-run/react';
import { type Option, Select, Submit } from '../form';
import { PageHead } from '../parts';

export function SchoolChoice({ schools, orderId }: { schools: readonly Option[]; orderId: string | null }) {
  return (
    <article>
      <PageHead title="Nouveau dossier" crumbs={[{ to: '/subventions', label: 'Subventions' }]}>
        Un dossier porte sur une école. Choisissez-la pour voir ce que chaque appel répond.
      </PageHead>
      <Form method="get" className="card narrow">
        {orderId !== null && <input type="hidden" name="commande" value={orderId} />}
        <Select label="École" name="ecole" required empty="Choisir" options={schools} />
        <div className="row">
          <Submit>Voir l’éligibilité</Submit>
        </div>
      </Form>
    </article>
  );
}
