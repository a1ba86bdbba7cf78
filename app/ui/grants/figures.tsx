// Sums of grant files in a table, with their total.
import type { FigureSums } from '~/domain/grants/overview';
import { formatCents, formatCount } from '~/domain/shared/format';

function Cells({ of }: { of: FigureSums }) {
  return (
    <>
      <td data-label="Dossiers" className="amount">
        {formatCount(of.files)}
      </td>
      <td data-label="Demandé" className="amount">
        {formatCents(of.asked)}
        {of.askedUnknown > 0 && <small> + {of.askedUnknown} sans montant</small>}
      </td>
      <td data-label="Accordé" className="amount">
        {formatCents(of.granted)}
      </td>
      <td data-label="Versé" className="amount">
        {formatCents(of.paid)}
      </td>
      <td data-label="À risque" className="amount">
        {formatCents(of.atRisk)}
      </td>
    </>
  );
}

export function FigureTable(props: {
  caption: string;
  rows: readonly (FigureSums & { readonly label: string })[];
  total: FigureSums;
}) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.caption}</th>
            {['Dossiers', 'Demandé', 'Accordé', 'Versé', 'À risque'].map((label) => (
              <th key={label} scope="col" className="amount">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <Cells of={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <Cells of={props.total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
