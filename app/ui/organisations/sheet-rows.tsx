// The rows of a sheet of schools: refused ones first with every reason, then what each other row changes.
import { Badge } from '../parts';

export interface ShownRow {
  readonly row: number;
  readonly school: string;
  readonly uai: string;
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly problems: readonly string[];
}

/** One row of the table per row of the sheet. */
export function SheetRows({ rows }: { rows: readonly ShownRow[] }) {
  const sorted = [...rows].sort((a, b) => Number(a.problems.length === 0) - Number(b.problems.length === 0));
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>Lignes du tableau</caption>
        <thead>
          <tr>
            <th scope="col">École</th>
            <th scope="col">Ligne</th>
            <th scope="col">Effet</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ row, school, uai, changes, problems }) => (
            <tr key={row}>
              <th scope="row">
                {school}
                {uai !== '' && uai !== school && (
                  <>
                    <br />
                    <small>{uai}</small>
                  </>
                )}
              </th>
              <td data-label="Ligne">{row}</td>
              <td data-label="Effet">
                {problems.length > 0 && (
                  <>
                    <Badge tone="bad">refusée</Badge>
                    <ul>
                      {problems.map((problem) => (
                        <li key={problem}>{problem}</li>
                      ))}
                    </ul>
                  </>
                )}
                {problems.length === 0 && changes.length === 0 && 'aucun changement'}
                {changes.length > 0 && (
                  <ul>
                    {changes.map(({ label, before, after }) => (
                      <li key={label}>
                        {label} : {before} → <strong>{after}</strong>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
