// Lists of procedures and contracts as anyone reads them.
import { Link } from '@remix-run/react';
import { type PublicStage, publicStageLabels } from '~/domain/consultations/public-consultation';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatDayShort, formatMoment } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Badge } from '../parts';

export function ConsultationList({
  of,
}: {
  of: readonly {
    readonly id: string;
    readonly reference: string;
    readonly object: string;
    readonly state: PublicStage;
    readonly sentOn: Day;
    readonly deadline: Day;
    readonly deadlineTime: string;
    readonly lots: number;
  }[];
}) {
  return (
    <ul className="plain">
      {of.map(({ id, reference, object, state, sentOn, deadline, deadlineTime, lots }) => (
        <li key={id} className="card">
          <p>
            <Link to={`/marches/${id}`}>
              <strong>{object}</strong>
            </Link>{' '}
            <Badge tone={state === 'open' ? 'good' : 'unknown'}>{publicStageLabels[state]}</Badge>
          </p>
          <p>
            {reference}, {lots === 1 ? 'un lot' : `${lots} lots`}, avis du {formatDay(sentOn)}. Offres jusqu’au{' '}
            <strong>{formatMoment(deadline, deadlineTime)}</strong>.
          </p>
        </li>
      ))}
    </ul>
  );
}

export function ContractTable({
  of,
}: {
  of: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly holder: { readonly name: string; readonly siret: string | null };
    readonly maximumNet: Cents;
    readonly notifiedOn: Day | null;
    readonly endsOn: Day | null;
    readonly amendments: readonly {
      readonly number: number;
      readonly notifiedOn: Day;
      readonly maximumNetAfter: Cents;
    }[];
    readonly openData: boolean;
  }[];
}) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Marché</th>
            <th scope="col">Titulaire</th>
            <th scope="col" className="amount">
              Maximum HT
            </th>
            <th scope="col">Notifié le</th>
            <th scope="col">Fin</th>
            <th scope="col">Données</th>
          </tr>
        </thead>
        <tbody>
          {of.map((contract) => (
            <tr key={contract.id}>
              <th scope="row">
                {contract.number}
                <br />
                <small>{contract.title}</small>
              </th>
              <td data-label="Titulaire">
                {contract.holder.name}
                {contract.holder.siret && (
                  <>
                    <br />
                    <small>SIRET {contract.holder.siret}</small>
                  </>
                )}
              </td>
              <td data-label="Maximum HT" className="amount">
                {formatCents(contract.maximumNet)}
                {contract.amendments.map(({ number, notifiedOn, maximumNetAfter }) => (
                  <small key={number}>
                    <br />
                    avenant {number} du {formatDayShort(notifiedOn)} : {formatCents(maximumNetAfter)}
                  </small>
                ))}
              </td>
              <td data-label="Notifié le">{contract.notifiedOn && formatDayShort(contract.notifiedOn)}</td>
              <td data-label="Fin">{contract.endsOn ? formatDayShort(contract.endsOn) : 'à dater'}</td>
              <td data-label="Données">
                {contract.openData ? (
                  <a href={`/marches/contrats/${contract.number}.json`} download>
                    JSON<span className="visually-hidden"> du marché {contract.number}</span>
                  </a>
                ) : (
                  'à paraître'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
