// The table of reservations: order and age, what the text asks, what was answered, and how to close each.
import { Form, Link } from '@remix-run/react';
import type { Reply, ReportEntry } from '~/domain/checks/report';
import { type Day, dayInParis } from '~/domain/shared/day';
import { formatCount, formatDayShort } from '~/domain/shared/format';
import { Field, Submit, TextArea } from '../form';
import { Badge } from '../parts';

export interface ShownReservation {
  readonly orderId: string;
  readonly reference: string;
  readonly state: string;
  readonly communeName: string;
  readonly submittedOn: Day;
  readonly age: number;
  readonly holder: string;
  readonly entry: ReportEntry;
}

function Said({ reply }: { reply: Reply }) {
  return (
    <p>
      {reply.comment !== '' && `« ${reply.comment} » `}
      {reply.documents.length > 0 && `Document : ${reply.documents.join(', ')}. `}
      <small>
        – {reply.by}, {formatDayShort(dayInParis(reply.at))}
      </small>
    </p>
  );
}

function Close({ row, back }: { row: ShownReservation; back: string }) {
  const key = row.entry.keys[0] ?? '';
  return (
    <details>
      <summary>Lever</summary>
      <Form
        method="post"
        action={`/controles/reserves/${row.orderId}/levee`}
        encType="multipart/form-data"
        className="stack"
      >
        <input type="hidden" name="reservation" value={key} />
        <input type="hidden" name={`keys:${key}`} value={row.entry.keys.join('|')} />
        <input type="hidden" name="back" value={back} />
        <TextArea label="Comment est-elle levée ?" name="comment" rows={2} />
        <Field
          label="Ou le document qui le prouve"
          hint="PDF, JPEG ou PNG."
          name="proof"
          type="file"
          accept=".pdf,.jpg,.jpeg,.png"
        />
        <div className="row">
          <Submit tone="secondary">Lever la réserve</Submit>
        </div>
      </Form>
    </details>
  );
}

/** One row per reservation. */
export function Reservations(props: {
  rows: readonly ShownReservation[];
  mayClose: boolean;
  mayReadOrders: boolean;
  /** Where closing leads back to. */
  back: string;
}) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Commande</th>
            <th scope="col">Âge</th>
            <th scope="col">Constat</th>
            <th scope="col">Demandé à</th>
            <th scope="col">Réponse</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={`${row.orderId}${row.entry.keys[0]}`}>
              <th scope="row">
                {props.mayReadOrders ? (
                  <Link to={`/commandes/${row.orderId}#textes`}>{row.reference}</Link>
                ) : (
                  row.reference
                )}
                <br />
                {row.communeName}
                <br />
                <small>{row.state}</small>
              </th>
              <td data-label="Âge">
                {formatCount(row.age)} jour{row.age > 1 ? 's' : ''}
                <br />
                <small>le {formatDayShort(row.submittedOn)}</small>
              </td>
              <td data-label="Constat">
                {row.entry.sentence}
                {row.entry.subjects.length > 0 && <> Concerne : {row.entry.subjects.join(' ; ')}.</>}
                <br />
                <small>
                  {row.entry.citation} · règle {row.entry.ruleId}, version {row.entry.ruleVersion}
                </small>
              </td>
              <td data-label="Demandé à">
                {row.holder}
                <br />
                <small>{row.entry.evidence.what}</small>
              </td>
              <td data-label="Réponse">
                {row.entry.replies.length === 0 && row.entry.closed === undefined && (
                  <Badge tone="warn">sans réponse</Badge>
                )}
                {row.entry.replies.map((reply) => (
                  <Said key={`${reply.key}${reply.by}${reply.at}`} reply={reply} />
                ))}
                {row.entry.closed && (
                  <>
                    <Badge tone="good">levée</Badge>
                    <Said reply={row.entry.closed} />
                  </>
                )}
                {props.mayClose && !row.entry.closed && <Close row={row} back={props.back} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
