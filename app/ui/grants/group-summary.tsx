// What a grouped file asks, school by school and commune by commune, with sums equal to the files.
import { Link } from '@remix-run/react';
import type { GroupAmounts, GroupSummary as Summary } from '~/domain/grants/group';
import { Amount } from '../parts';

const columns = [
  ['net', 'Coût HT'],
  ['gross', 'Coût TTC'],
  ['eligible', 'Éligible'],
  ['grant', 'Aide demandée'],
  ['otherAids', 'Autres aides'],
  ['ownShare', 'Part propre'],
] as const;

function Cells({ of }: { of: GroupAmounts }) {
  return columns.map(([name, label]) => (
    <td key={name} data-label={label} className="amount">
      <Amount of={of[name]} />
    </td>
  ));
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map(([name, label]) => (
          <th key={name} scope="col" className="amount">
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function GroupSummary({ of }: { of: Summary }) {
  return (
    <>
      <div className="table-scroll">
        <table className="cards">
          <caption>Par école</caption>
          <Head first="École" />
          <tbody>
            {of.rows.map((row) => (
              <tr key={row.fileId}>
                <th scope="row">
                  <Link to={`/subventions/${row.fileId}`}>{row.school}</Link>
                  <br />
                  <small>{row.commune}</small>
                </th>
                <Cells of={row} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <Cells of={of.total} />
            </tr>
          </tfoot>
        </table>
      </div>
      {of.communes.length > 1 && (
        <div className="table-scroll">
          <table className="cards">
            <caption>Par commune</caption>
            <Head first="Commune" />
            <tbody>
              {of.communes.map((row) => (
                <tr key={row.commune}>
                  <th scope="row">{row.commune}</th>
                  <Cells of={row} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
