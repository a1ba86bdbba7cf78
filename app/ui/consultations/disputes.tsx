// Interim applications before the contract: an open one holds the signature.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Field, Submit } from '../form';
import { Badge } from '../parts';

interface Dispute {
  readonly id: string;
  readonly filedOn: Day;
  readonly reference: string;
  readonly closedOn: Day | null;
  readonly ruling: string | null;
}

export function Disputes({
  shown,
  address,
}: {
  shown: {
    readonly disputes: readonly Dispute[];
    readonly newId: string;
    readonly today: Day;
    readonly contract: unknown;
    readonly mayRun: boolean;
  };
  address: string;
}) {
  const { disputes, newId, today, mayRun } = shown;
  return (
    <section className="card">
      <h2>Référés précontractuels</h2>
      {disputes.length === 0 && <p>Aucun référé enregistré.</p>}
      {disputes.map((dispute) => (
        <div key={dispute.id} className="stack">
          <p>
            Requête {dispute.reference} du {formatDay(dispute.filedOn)}&nbsp;:{' '}
            {dispute.closedOn === null ? (
              <Badge tone="bad">en cours, la signature est suspendue</Badge>
            ) : (
              `ordonnance du ${formatDay(dispute.closedOn)}, ${dispute.ruling ?? ''}`
            )}
          </p>
          {mayRun && dispute.closedOn === null && (
            <Form method="post" action={`${address}/referes/${dispute.id}/ordonnance`} className="grid">
              <Field label="Ordonnance du" name="closedOn" type="date" required max={today} defaultValue={today} />
              <Field label="Sens de l’ordonnance" name="ruling" required maxLength={2000} />
              <div className="row">
                <Submit tone="secondary">Enregistrer l’issue</Submit>
              </div>
            </Form>
          )}
        </div>
      ))}
      {mayRun && shown.contract === null && (
        <details>
          <summary>Enregistrer un référé précontractuel</summary>
          <Form method="post" action={`${address}/referes`} className="stack">
            <input type="hidden" name="id" value={newId} />
            <div className="grid">
              <Field label="Déposé le" name="filedOn" type="date" required max={today} defaultValue={today} />
              <Field label="Numéro de la requête" name="reference" required maxLength={80} />
            </div>
            <div className="row">
              <Submit tone="secondary">Enregistrer le référé</Submit>
            </div>
          </Form>
        </details>
      )}
    </section>
  );
}
