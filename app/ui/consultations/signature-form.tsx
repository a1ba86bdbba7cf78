// The signature of the contract of a lot: from which day, by whom, under which number.
import { Form, Link } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Field, Submit } from '../form';
import { Notice } from '../parts';

interface Shown {
  readonly formal: boolean;
  readonly onlyCandidate: boolean;
  readonly today: Day;
  readonly newId: string;
  readonly mayRun: boolean;
  readonly contract: { readonly id: string; readonly number: string } | null;
  readonly standstill?:
    | { readonly days: number; readonly signableFrom: Day; readonly article: string; readonly note: string }
    | undefined;
  readonly proposed: { readonly number: string; readonly cpv: string };
}

function When({ formal, onlyCandidate, standstill, today }: Shown) {
  if (!formal)
    return <p>Procédure adaptée&nbsp;: aucun délai de suspension n’est imposé avant la signature (CCP R2182-1).</p>;
  if (onlyCandidate)
    return (
      <p>
        Un seul candidat a répondu&nbsp;: le délai de suspension ne s’impose pas (CCP R2182-2) <small>à vérifier</small>
        .
      </p>
    );
  if (!standstill) return <p>Le délai de suspension court de l’envoi des lettres de rejet&nbsp;: datez-les d’abord.</p>;
  return (
    <Notice
      tone={standstill.signableFrom > today ? 'warn' : 'good'}
      title={`Signature possible à compter du ${formatDay(standstill.signableFrom)}`}
    >
      <p>
        Délai de suspension de {standstill.days} jours ({standstill.article}). {standstill.note}.{' '}
        <small>À vérifier.</small>
      </p>
    </Notice>
  );
}

export function SignatureForm({ shown, address }: { shown: Shown; address: string }) {
  const { contract, mayRun, proposed, newId, today } = shown;
  if (contract)
    return (
      <section className="card">
        <h2>Signature</h2>
        <p>
          Le marché est signé&nbsp;: <Link to={`/contrats/${contract.id}`}>contrat {contract.number}</Link>.
        </p>
      </section>
    );
  return (
    <section className="card">
      <h2>Signature</h2>
      <When {...shown} />
      {mayRun && (
        <Form method="post" action={`${address}/signature`} className="stack">
          <input type="hidden" name="id" value={newId} />
          <div className="grid">
            <Field label="Signé le" name="signedOn" type="date" required max={today} defaultValue={today} />
            <Field label="Signataire" name="signatory" required maxLength={160} />
            <Field
              label="Qualité et habilitation"
              hint="Par exemple : président, délibération du 12 mars 2026."
              name="capacity"
              required
              maxLength={300}
            />
            <Field
              label="Numéro du marché"
              hint="Seize caractères au plus, repris dans les données essentielles."
              name="number"
              required
              maxLength={16}
              defaultValue={proposed.number}
            />
            <Field
              label="Code CPV du lot"
              hint="Huit chiffres et la clé, comme 30213200-7 pour des tablettes."
              name="cpv"
              required
              maxLength={10}
              defaultValue={proposed.cpv}
            />
            <Field label="Offre prolongée par l’attributaire jusqu’au (facultatif)" name="validUntil" type="date" />
          </div>
          <div className="row">
            <Submit>Enregistrer la signature</Submit>
          </div>
        </Form>
      )}
    </section>
  );
}
