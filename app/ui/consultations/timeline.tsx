// The table of dated duties, with the form that notes one as done where the site can't know.
import { Form, Link } from '@remix-run/react';
import { Field, Submit } from '../form';
import { Badge, type Tone } from '../parts';

export interface ShownTimelineLine {
  readonly id: string;
  readonly on: string;
  readonly label: string;
  readonly subject: string;
  readonly to: string;
  readonly kind: string;
  readonly owner: string;
  readonly article: string;
  readonly toVerify: boolean;
  readonly tone: Tone;
  readonly state: string;
  readonly recordable: boolean;
}

export function TimelineTable({ lines, today }: { lines: readonly ShownTimelineLine[]; today: string }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>Dates ({lines.length})</caption>
        <thead>
          <tr>
            <th scope="col">Échéance</th>
            <th scope="col">Date</th>
            <th scope="col">État</th>
            <th scope="col">Pour</th>
            <th scope="col">Qui</th>
            <th scope="col">Texte</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <Link to={line.to}>{line.label}</Link>
                <br />
                <small>{line.kind}</small>
              </th>
              <td data-label="Date">{line.on}</td>
              <td data-label="État">
                <Badge tone={line.tone}>{line.state}</Badge>
                {line.recordable && (
                  <details>
                    <summary>Noter comme fait</summary>
                    <Form method="post" action="/echeances/faites" className="stack">
                      <input type="hidden" name="entry" value={line.id} />
                      <Field label="Fait le" name="doneOn" type="date" defaultValue={today} required />
                      <Submit tone="secondary">Noter</Submit>
                    </Form>
                  </details>
                )}
              </td>
              <td data-label="Pour">{line.subject}</td>
              <td data-label="Qui">{line.owner}</td>
              <td data-label="Texte">
                {line.article}
                {line.toVerify && ' (à vérifier)'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
