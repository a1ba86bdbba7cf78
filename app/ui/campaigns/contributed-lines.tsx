// The lines that a school wrote by its link, and what the commune did with each.
import { Form } from '@remix-run/react';
import { type Need, needReasonLabels } from '~/domain/campaigns/campaigns';
import { formatCount } from '~/domain/shared/format';
import { Submit } from '../form';
import { Badge } from '../parts';

const states = {
  waiting: { label: 'à relire par la mairie', tone: 'warn' },
  taken: { label: 'repris par la mairie', tone: 'good' },
  setAside: { label: 'écarté par la mairie', tone: 'unknown' },
} as const;

/** The lines as a table; those the commune has not decided on can be taken back. */
export function ContributedLines(props: {
  lines: readonly (Need & { readonly state: keyof typeof states })[];
  path: string;
  open: boolean;
}) {
  const { lines, path, open } = props;
  if (lines.length === 0) return <p>Aucun besoin écrit pour le moment.</p>;
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Besoin</th>
            <th scope="col" className="amount">
              Quantité
            </th>
            <th scope="col">Motif</th>
            <th scope="col">État</th>
            <th scope="col">
              <span className="visually-hidden">Retirer</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {line.label}
                {line.kit && <small> – {line.kit}</small>}
                {line.year != null && <small>, {line.year}</small>}
              </th>
              <td data-label="Quantité" className="amount">
                {formatCount(line.quantity)} {line.unit === 'unité' ? '' : line.unit}
              </td>
              <td data-label="Motif">{needReasonLabels[line.reason]}</td>
              <td data-label="État">
                <Badge tone={states[line.state].tone}>{states[line.state].label}</Badge>
              </td>
              <td>
                {open && line.state === 'waiting' && (
                  <Form method="post" action={`${path}/besoins/${line.id}/retrait`}>
                    <Submit tone="plain" aria-label={`Retirer : ${line.label}`}>
                      Retirer
                    </Submit>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
