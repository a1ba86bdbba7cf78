// Withdrawn equipment of a buyer's year: what left and where to, the share that went to reuse, what the text answers.
import {
  type ExitRoute,
  exitRoutes,
  type WithdrawnBatch,
  type WithdrawnYear,
} from '~/domain/checks/withdrawn-equipment';
import { formatCount, formatRate } from '~/domain/shared/format';
import { Field, Select, Submit } from '../form';
import { YearAnswers, type YearResult } from './year-answers';

export const exitRouteLabels: Readonly<Record<ExitRoute, string>> = {
  publicTransfer: 'Cédés à une personne publique',
  sale: 'Vendus',
  donation: 'Donnés',
  ecoOrganisation: 'Remis à un éco-organisme',
  supplierTakeBack: 'Repris par le fournisseur vers un éco-organisme',
};

interface ShownWithdrawals extends WithdrawnYear {
  readonly batches: readonly (WithdrawnBatch & { readonly by: string })[];
  readonly noneSaid: { readonly by: string } | null;
  readonly results: readonly YearResult[];
}

const yesNo = (value: boolean | null) => (value === null ? 'à compléter' : value ? 'oui' : 'non');

function Figures({ stock, reuseShare, noneSaid }: ShownWithdrawals) {
  if (stock === null)
    return <p>Rien n’est dit encore des matériels réformés cette année : la part réemployée n’est pas évaluable.</p>;
  if (reuseShare === null) return <p>Aucun matériel réformé cette année, dit par {noneSaid?.by}.</p>;
  const { least, most } = reuseShare;
  return (
    <p>
      <strong>{formatCount(stock)}</strong> matériels réformés de moins de 10 ans, dont{' '}
      <strong>{least === most ? formatRate(least) : `entre ${formatRate(least)} et ${formatRate(most)}`}</strong>{' '}
      orientés vers le réemploi ou la réutilisation.
    </p>
  );
}

function Batches({
  batches,
  at,
  mayDeclare,
}: {
  batches: ShownWithdrawals['batches'];
  at: string;
  mayDeclare: boolean;
}) {
  if (batches.length === 0) return null;
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Matériels</th>
            <th scope="col">Nombre</th>
            <th scope="col">Destination</th>
            <th scope="col">Réemploi</th>
          </tr>
        </thead>
        <tbody>
          {batches.map(({ id, label, quantity, route, reused, by }) => (
            <tr key={id}>
              <th scope="row">
                {label} <small>saisi par {by}</small>
                {mayDeclare && (
                  <form method="post" action={`${at}/sorties/${id}/retrait`}>
                    <button type="submit" className="secondary" aria-label={`Retirer ${label}`}>
                      Retirer
                    </button>
                  </form>
                )}
              </th>
              <td data-label="Nombre">{formatCount(quantity)}</td>
              <td data-label="Destination">{route === null ? 'à compléter' : exitRouteLabels[route]}</td>
              <td data-label="Réemploi">{yesNo(reused)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The part of the year on withdrawn equipment (REEN, article 16). */
export function Withdrawals(props: {
  shown: ShownWithdrawals;
  at: string;
  ids: { readonly batch: string; readonly none: string };
  mayDeclare: boolean;
}) {
  const { shown, at, ids, mayDeclare } = props;
  return (
    <section>
      <h2>Matériels réformés</h2>
      <Figures {...shown} />
      <YearAnswers results={shown.results} />
      <Batches batches={shown.batches} at={at} mayDeclare={mayDeclare} />
      {mayDeclare && (
        <details>
          <summary>Ajouter des matériels réformés</summary>
          <form method="post" action={`${at}/sorties`}>
            <input type="hidden" name="id" value={ids.batch} />
            <Field
              label="Matériels"
              name="label"
              hint="Par exemple : ordinateurs portables de l’école, achetés en 2019"
              required
            />
            <Field
              label="Nombre de moins de 10 ans"
              name="quantity"
              type="number"
              min={1}
              hint="Les matériels de plus de 10 ans ne comptent pas. Le décret compte au 1er janvier : à vérifier."
              required
            />
            <Select
              label="Destination"
              name="route"
              empty="Je ne sais pas"
              options={exitRoutes.map((route) => ({ value: route, label: exitRouteLabels[route] }))}
            />
            <Select
              label="Orientés vers le réemploi ou la réutilisation"
              name="reused"
              empty="Je ne sais pas"
              options={[
                { value: 'yes', label: 'Oui, preuve en main' },
                { value: 'no', label: 'Non' },
              ]}
            />
            <Submit>Ajouter les matériels</Submit>
          </form>
        </details>
      )}
      {mayDeclare && shown.stock === null && (
        <form method="post" action={`${at}/precisions`}>
          <input type="hidden" name="id" value={ids.none} />
          <input type="hidden" name="fact" value="nothingWithdrawn" />
          <input type="hidden" name="category" value="" />
          <input type="hidden" name="value" value="yes" />
          <Submit tone="secondary">Aucun matériel réformé cette année</Submit>
        </form>
      )}
    </section>
  );
}
