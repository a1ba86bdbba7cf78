// The equipment of a school as it adds up: what was declared, what was delivered since, what is ordered.
import { Link } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';

export interface ShownCount {
  readonly label: string;
  readonly declared: number | null;
  readonly declaredOn: string | null;
  readonly delivered: number | null;
  readonly expected: number | null;
  readonly after: number | null;
}

const written = (count: number | null) => (count === null ? 'inconnu' : formatCount(count));

/** One row per kind of equipment that is known, or of which something is ordered. */
export function Equipment({
  counts,
  openOrders,
  mayReadOrders,
}: {
  counts: readonly ShownCount[];
  openOrders: readonly { readonly id: string; readonly reference: string }[];
  mayReadOrders: boolean;
}) {
  const shown = counts.filter(({ declared, expected }) => declared !== null || expected === null || expected > 0);
  return (
    <section className="card">
      <h2>Après livraison des commandes en cours</h2>
      {shown.length === 0 ? (
        <p>Aucun équipement n’est déclaré ni commandé : le total est inconnu.</p>
      ) : (
        <div className="table-scroll">
          <table className="cards">
            <caption>Déclaré + livré depuis la déclaration + commandé = après livraison</caption>
            <thead>
              <tr>
                <th scope="col">Équipement</th>
                <th scope="col" className="amount">
                  Déclaré
                </th>
                <th scope="col" className="amount">
                  Livré depuis
                </th>
                <th scope="col" className="amount">
                  Commandé
                </th>
                <th scope="col" className="amount">
                  Après livraison
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((count) => (
                <tr key={count.label}>
                  <th scope="row">{count.label}</th>
                  <td data-label="Déclaré" className="amount">
                    {written(count.declared)}
                    {count.declaredOn !== null && (
                      <>
                        <br />
                        <small>le {count.declaredOn}</small>
                      </>
                    )}
                  </td>
                  <td data-label="Livré depuis" className="amount">
                    {written(count.delivered)}
                  </td>
                  <td data-label="Commandé" className="amount">
                    {written(count.expected)}
                  </td>
                  <td data-label="Après livraison" className="amount">
                    <strong>{written(count.after)}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {openOrders.length > 0 && (
        <p>
          Commandes en cours :{' '}
          {openOrders.map(({ id, reference }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              {mayReadOrders ? <Link to={`/commandes/${id}`}>{reference}</Link> : reference}
            </span>
          ))}
          .
        </p>
      )}
    </section>
  );
}
