// Purchase orders of an order with their deliveries: attest what arrived, re-invoice it, download the documents.
import { Form } from '@remix-run/react';
import { type Day, dayInParis, type Instant } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Field, Submit } from '../form';
import { Badge } from '../parts';

export interface ShownPurchaseOrder {
  readonly id: string;
  readonly lotId: string;
  readonly number: string;
  readonly documentId: string;
  readonly issuedAt: Instant;
  readonly gross: Cents | null;
  readonly lotTitle: string;
  readonly holderName: string;
  readonly mode: 'wholesaler' | 'intermediary';
}

export interface ShownDelivery {
  readonly id: string;
  readonly purchaseOrderId: string;
  readonly deliveredOn: Day;
  readonly attestedBy: string;
  readonly comment: string | null;
  readonly invoiceNumber: string | null;
  readonly invoiceDocumentId: string | null;
}

export interface ShownToReceive {
  readonly id: string;
  readonly lotId: string;
  readonly reference: string;
  readonly label: string;
  readonly ordered: number;
  readonly received: number;
}

interface Rights {
  readonly attest: boolean;
  readonly invoice: boolean;
  readonly readDocuments: boolean;
}

function Attest({
  id,
  lines,
  today,
  deliveryId,
}: {
  id: string;
  lines: readonly ShownToReceive[];
  today: Day;
  deliveryId: string;
}) {
  return (
    <details>
      <summary>Attester une livraison</summary>
      <Form method="post" action={`/bons-de-commande/${id}/receptions`} className="stack">
        <input type="hidden" name="deliveryId" value={deliveryId} />
        <Field label="Livré le" name="deliveredOn" type="date" defaultValue={today} max={today} required />
        {lines.map((line) => (
          <Field
            key={line.id}
            label={line.label}
            hint={`${line.ordered - line.received} à recevoir sur ${line.ordered}`}
            name={`received:${line.id}`}
            inputMode="numeric"
            className="short"
            defaultValue={line.ordered - line.received}
          />
        ))}
        <Field label="Observations (facultatif)" name="comment" />
        <div className="row">
          <Submit>Attester le service fait</Submit>
        </div>
      </Form>
    </details>
  );
}

function Delivery({
  delivery,
  mode,
  rights,
}: {
  delivery: ShownDelivery;
  mode: ShownPurchaseOrder['mode'];
  rights: Rights;
}) {
  return (
    <li>
      Livré le {formatDay(delivery.deliveredOn)}, attesté par {delivery.attestedBy}
      {delivery.comment !== null && ` : « ${delivery.comment} »`}
      {delivery.invoiceNumber !== null &&
        (rights.readDocuments ? (
          <>
            {' '}
            · <a href={`/documents/${delivery.invoiceDocumentId}`}>Facture {delivery.invoiceNumber} (PDF)</a>
          </>
        ) : (
          ` · facture ${delivery.invoiceNumber}`
        ))}
      {delivery.invoiceNumber === null && rights.invoice && mode === 'wholesaler' && (
        <Form method="post" action={`/receptions/${delivery.id}/facture`}>
          <Submit tone="secondary">Facturer la commune</Submit>
        </Form>
      )}
    </li>
  );
}

/** One card per purchase order. */
export function PurchaseOrders(props: {
  purchaseOrders: readonly ShownPurchaseOrder[];
  deliveries: readonly ShownDelivery[];
  toReceive: readonly ShownToReceive[];
  today: Day;
  nextDeliveryId: string;
  rights: Rights;
}) {
  return (
    <section className="stack">
      <h2>Bons de commande</h2>
      {props.purchaseOrders.map((one) => {
        const remaining = props.toReceive.filter((line) => line.lotId === one.lotId && line.received < line.ordered);
        const deliveries = props.deliveries.filter((delivery) => delivery.purchaseOrderId === one.id);
        return (
          <div key={one.id} className="card">
            <div className="row apart">
              <h3>
                {one.number} <small>· {one.holderName}</small>
              </h3>
              {remaining.length === 0 ? (
                <Badge tone="good">livré</Badge>
              ) : (
                <Badge tone="warn">en attente de livraison</Badge>
              )}
            </div>
            <p>
              {one.lotTitle} · émis le {formatDay(dayInParis(one.issuedAt))}
              {one.gross !== null && ` · ${formatCents(one.gross)} TTC`}
              {props.rights.readDocuments && (
                <>
                  {' '}
                  · <a href={`/documents/${one.documentId}`}>Télécharger {one.number} (PDF)</a>
                </>
              )}
            </p>
            {deliveries.length > 0 && (
              <ul className="plain">
                {deliveries.map((delivery) => (
                  <Delivery key={delivery.id} delivery={delivery} mode={one.mode} rights={props.rights} />
                ))}
              </ul>
            )}
            {props.rights.attest && remaining.length > 0 && (
              <Attest
                id={one.id}
                lines={remaining}
                today={props.today}
                deliveryId={`${props.nextDeliveryId.slice(0, -4)}${one.id.slice(-4)}`}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
