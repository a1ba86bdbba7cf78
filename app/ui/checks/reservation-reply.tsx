// The replies to a reservation: words and documents to give in a cart, or as they were given.
import { Form } from '@remix-run/react';
import type { CheckResult } from '~/domain/checks/results';
import { Choice, Field, Select, Submit, TextArea } from '../form';

export interface ShownDocument {
  readonly key: string;
  readonly documentId: string;
  readonly fileName: string;
  readonly by: string;
}

export interface ShownClosure {
  readonly key: string;
  readonly comment: string;
  readonly by: string;
  readonly documentId: string | null;
  readonly documents: readonly string[];
}

/** Each document once, with the keys it answers. */
function documentsOf(documents: readonly ShownDocument[], keys: readonly string[]) {
  const own = documents.filter(({ key }) => keys.includes(key));
  return [...new Map(own.map((one) => [one.documentId, one])).values()];
}

/** Fields of a cart's form: words, a document, or both; one reply answers every key. */
export function ReservationFields({
  orderId,
  first,
  keys,
  comment,
  documents,
}: {
  orderId: string;
  first: Pick<CheckResult, 'effect' | 'evidence' | 'title'>;
  keys: readonly string[];
  comment: string | undefined;
  documents: readonly ShownDocument[];
}) {
  const joined = documentsOf(documents, keys);
  // The keys travel as a value: a field's name stands in a header of the form, and headers are short.
  const name = keys[0] ?? '';
  return (
    <>
      <input type="hidden" name={`keys:${name}`} value={keys.join('|')} />
      <TextArea
        label={first.effect === 'needsJustification' ? 'Justification' : 'Votre commentaire sur cette réserve'}
        hint={`Pièce utile : ${first.evidence.what}.`}
        name={`comment:${name}`}
        defaultValue={comment}
        rows={2}
      />
      <details open={joined.length > 0}>
        <summary>Ou joindre un document</summary>
        {joined.map(({ documentId, fileName }) => (
          <div key={documentId}>
            <a href={`/commandes/${orderId}/pieces/${documentId}`}>{fileName}</a>
            <Choice label={`Retirer ${fileName}`} name={`withdraw:${name}`} value={documentId} />
          </div>
        ))}
        <Field
          label={`Document pour « ${first.title} »`}
          hint="PDF, JPEG ou PNG, 10 Mo au plus ; il est joint quand vous enregistrez."
          name={`proof:${name}`}
          type="file"
          accept=".pdf,.jpg,.jpeg,.png"
        />
      </details>
    </>
  );
}

/** Documents and closure of a reservation, as they were given. */
export function ReservationReplies({
  orderId,
  keys,
  documents,
  closures,
}: {
  orderId: string;
  keys: readonly string[];
  documents: readonly ShownDocument[];
  closures: readonly ShownClosure[];
}) {
  const joined = documentsOf(documents, keys);
  const closure = closures.find(({ key }) => keys.includes(key));
  return (
    <>
      {joined.map(({ documentId, fileName, by }) => (
        <p key={documentId}>
          <a href={`/commandes/${orderId}/pieces/${documentId}`}>{fileName}</a> <small>– {by}</small>
        </p>
      ))}
      {closure && (
        <p>
          <strong>Réserve levée.</strong> {closure.comment !== '' && `« ${closure.comment} » `}
          {closure.documentId !== null && (
            <a href={`/commandes/${orderId}/pieces/${closure.documentId}`}>{closure.documents[0]}</a>
          )}{' '}
          <small>– {closure.by}</small>
        </p>
      )}
    </>
  );
}

/** A document or words for a reservation of a submitted order; nothing when there is none to answer. */
export function ReplyForm({
  orderId,
  reservations,
}: {
  orderId: string;
  reservations: readonly { readonly keys: readonly string[]; readonly label: string }[];
}) {
  if (reservations.length === 0) return null;
  return (
    <details className="card">
      <summary>Joindre un document à une réserve ({reservations.length})</summary>
      <Form method="post" action={`/commandes/${orderId}/reserves`} encType="multipart/form-data" className="stack">
        {reservations.map(({ keys }) => (
          <input key={keys[0]} type="hidden" name={`keys:${keys[0]}`} value={keys.join('|')} />
        ))}
        <Select
          label="Réserve"
          name="reservation"
          options={reservations.map(({ keys, label }) => ({ value: keys[0] ?? '', label }))}
        />
        <Field
          label="Document"
          hint="PDF, JPEG ou PNG, 10 Mo au plus."
          name="proof"
          type="file"
          accept=".pdf,.jpg,.jpeg,.png"
        />
        <TextArea label="Précision (facultative avec un document)" name="comment" rows={2} />
        <div className="row">
          <Submit tone="secondary">Enregistrer la réponse</Submit>
        </div>
      </Form>
    </details>
  );
}
