// One scheme for one school: its answer, what it could bring, and the form that opens a file when nothing refuses it.
import { Form } from '@remix-run/react';
import { Choice, type Option, Select, Submit } from '../form';
import { Badge } from '../parts';
import { EligibilityTable, type ShownEligibility } from './eligibility';

export interface ShownCall {
  readonly id: string;
  readonly fileId: string;
  readonly name: string;
  /** Whether requests can be made, and until when. */
  readonly period: string;
  readonly closed: boolean;
  readonly open: boolean;
  /** What it could bring for the order asked about; null without one. */
  readonly brings: string | null;
  readonly eligibility: ShownEligibility;
}

interface Opening {
  readonly mayOpen: boolean;
  readonly orderId: string | null;
  readonly orders: readonly Option[];
}

function Purpose({ closed }: { closed: boolean }) {
  if (!closed) return <input type="hidden" name="purpose" value="deposit" />;
  return (
    <fieldset>
      <legend>Ce dossier est établi</legend>
      <Choice
        type="radio"
        name="purpose"
        value="template"
        defaultChecked
        label="comme modèle, pour un appel semblable à venir"
      />
      <Choice
        type="radio"
        name="purpose"
        value="period"
        label="pour la période de l’appel (archive, contrôle, solde)"
      />
    </fieldset>
  );
}

export function SchemeChoice({ call, shown }: { call: ShownCall; shown: Opening }) {
  return (
    <section className="card">
      <div className="row apart baseline">
        <h3>{call.name}</h3>
        <Badge tone={call.eligibility.tone}>{call.eligibility.outcome}</Badge>
      </div>
      <p>
        {call.period}.{call.brings !== null && <> {call.brings}</>}
      </p>
      <details open={call.eligibility.tone === 'bad'}>
        <summary>Critères et réponses</summary>
        <EligibilityTable of={call.eligibility} caption={`Critères, ${call.name}`} />
      </details>
      {shown.mayOpen && call.open && (
        <Form method="post" className="stack">
          <input type="hidden" name="id" value={call.fileId} />
          <input type="hidden" name="schemeId" value={call.id} />
          <Purpose closed={call.closed} />
          <Select
            label="Commande ou panier"
            hint="Ses lignes destinées à l’école font le plan de financement. Vous pourrez en changer."
            name="orderId"
            options={shown.orders}
            empty="Aucun pour l’instant"
            defaultValue={shown.orderId ?? ''}
          />
          <div className="row">
            <Submit>Ouvrir ce dossier</Submit>
          </div>
        </Form>
      )}
    </section>
  );
}
