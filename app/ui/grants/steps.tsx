// How far a grant file is: one row per step, with what it still wants and where to do it.
import { Link } from '@remix-run/react';
import { Badge, type Tone } from '../parts';

export interface Step {
  readonly label: string;
  readonly to: string | null;
  readonly state: string;
  readonly tone: Exclude<Tone, 'accent'>;
  readonly detail: string | null;
}

export function Steps({ of }: { of: readonly Step[] }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Étape</th>
            <th scope="col">État</th>
            <th scope="col">Détail</th>
          </tr>
        </thead>
        <tbody>
          {of.map((step) => (
            <tr key={step.label}>
              <th scope="row">{step.to === null ? step.label : <Link to={step.to}>{step.label}</Link>}</th>
              <td data-label="État">
                <Badge tone={step.tone}>{step.state}</Badge>
              </td>
              <td data-label="Détail">{step.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
