// What the awardee must send before the signature, and what was received.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Choice, Field, Submit } from '../form';
import { Badge } from '../parts';

interface Certificate {
  readonly code: string;
  readonly label: string;
  readonly article: string;
  readonly always: boolean;
  readonly check: boolean;
  readonly receivedOn: Day | null;
}

export function Certificates({
  shown,
  address,
}: {
  shown: {
    readonly certificates: readonly Certificate[];
    readonly awardee: string | null;
    readonly today: Day;
    readonly mayRun: boolean;
    readonly contract: unknown;
  };
  address: string;
}) {
  const { certificates, mayRun, today, awardee } = shown;
  const missing = certificates.filter(({ receivedOn }) => receivedOn === null);
  return (
    <section className="card">
      <h2>Pièces de l’attributaire</h2>
      <ul>
        {certificates.map(({ code, label, article, always, check, receivedOn }) => (
          <li key={code}>
            {receivedOn === null ? (
              <Badge tone={always ? 'warn' : undefined}>{always ? 'attendue' : 'si concerné'}</Badge>
            ) : (
              <Badge tone="good">reçue le {formatDay(receivedOn)}</Badge>
            )}{' '}
            {label}{' '}
            <small>
              {article}
              {check && ', à vérifier'}
            </small>
          </li>
        ))}
      </ul>
      {mayRun && shown.contract === null && missing.length > 0 && (
        <Form method="post" action={`${address}/attestations`} className="stack">
          <h3>Enregistrer des pièces reçues de {awardee}</h3>
          <div>
            {missing.map(({ code, label }) => (
              <Choice key={code} label={label} name={`certificate-${code}`} />
            ))}
          </div>
          <Field label="Reçues le" name="receivedOn" type="date" required max={today} defaultValue={today} />
          <div className="row">
            <Submit tone="secondary">Enregistrer la réception</Submit>
          </div>
        </Form>
      )}
    </section>
  );
}
