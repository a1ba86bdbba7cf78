// Compared references held against the texts: the rules by which they differ, the others on demand.
import { Link } from '@remix-run/react';
import type { ComparedRule } from '~/domain/checks/compliance-comparison';
import type { Answer } from '~/domain/checks/results';
import { Badge, type Tone } from '../parts';

const labels: Readonly<Record<Answer, { readonly label: string; readonly tone: Tone | undefined }>> = {
  met: { label: 'conforme', tone: 'good' },
  unmet: { label: 'non conforme', tone: 'bad' },
  unknown: { label: 'non évaluable', tone: 'unknown' },
  notApplicable: { label: 'sans objet', tone: undefined },
};

function Rows({ rows, names }: { rows: readonly ComparedRule[]; names: readonly string[] }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Règle</th>
            {names.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two references may have one label
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ruleId}>
              <th scope="row">
                <Link to={`/controles/regles/${row.ruleId}`}>{row.title}</Link>
                <br />
                <small>{row.citation}</small>
              </th>
              {row.answers.map((answer, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one cell per compared reference
                <td key={index} data-label={names[index]}>
                  {answer === null ? 'non concernée' : <Badge tone={labels[answer].tone}>{labels[answer].label}</Badge>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ComplianceComparison({ rows, names }: { rows: readonly ComparedRule[]; names: readonly string[] }) {
  const differing = rows.filter(({ differs }) => differs);
  const same = rows.filter(({ differs }) => !differs);
  if (rows.length === 0) return null;
  return (
    <section className="stack">
      <h2>Face aux textes</h2>
      {differing.length === 0 ? (
        <p>Ces références ont la même réponse à toutes les règles.</p>
      ) : (
        <Rows rows={differing} names={names} />
      )}
      {same.length > 0 && (
        <details>
          <summary>
            {same.length} règle{same.length > 1 ? 's' : ''} à la même réponse
          </summary>
          <Rows rows={same} names={names} />
        </details>
      )}
    </section>
  );
}
