// The amendments of a contract, and the notification of the one that waits for it.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatRate } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Field, Submit } from '../form';
import { Badge } from '../parts';

interface Amendment {
  readonly id: string;
  readonly number: number;
  readonly object: string;
  readonly maximumNetAfter: Cents;
  readonly share: number;
  readonly endsOnAfter: Day;
  readonly signedOn: Day | null;
  readonly notifiedOn: Day | null;
  readonly pdfDocumentId: string;
  readonly docxDocumentId: string;
}

export function AmendmentList({
  shown,
}: {
  shown: {
    readonly id: string;
    readonly today: Day;
    readonly mayRun: boolean;
    readonly amendments: readonly Amendment[];
  };
}) {
  const { id, today, mayRun, amendments } = shown;
  if (amendments.length === 0) return <p>Aucun avenant.</p>;
  return amendments.map((one) => (
    <section key={one.id} className="card">
      <h2>Avenant n° {one.number}</h2>
      <p>{one.object}</p>
      <p>
        Maximum de {formatCents(one.maximumNetAfter)} HT ({one.share > 0 ? '+' : ''}
        {formatRate(one.share)} du montant initial), fin le {formatDay(one.endsOnAfter)}.{' '}
        {one.notifiedOn === null ? (
          <Badge tone="warn">à notifier</Badge>
        ) : (
          <Badge tone="good">en vigueur depuis le {formatDay(one.notifiedOn)}</Badge>
        )}
      </p>
      <p>
        <a href={`/contrats/${id}/documents/${one.pdfDocumentId}`} download>
          Avenant {one.number}, PDF
        </a>
        ,{' '}
        <a href={`/contrats/${id}/documents/${one.docxDocumentId}`} download>
          DOCX
        </a>
      </p>
      {mayRun && one.notifiedOn === null && (
        <Form method="post" action={`/contrats/${id}/avenants/${one.id}/notification`} className="stack">
          <div className="grid">
            <Field label="Signé des deux parties le" name="signedOn" type="date" required max={today} />
            <Field label="Reçu par le titulaire le" name="notifiedOn" type="date" required max={today} />
          </div>
          <div className="row">
            <Submit>Enregistrer la notification</Submit>
          </div>
        </Form>
      )}
    </section>
  ));
}
