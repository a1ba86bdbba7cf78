// All accords-cadres with their validity, their lots and how much of each maximum is taken.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { award } from 'catalog/award';
import { committedNetByLot, listAccordsCadres, listLots } from 'db/accords-cadres';
import { modeLabels, useOfMaximum, validityRefusals } from '~/domain/accords-cadres/accord-cadre';
import { isAllowed } from '~/domain/accounts/permissions';
import { formatCount, formatDay } from '~/domain/shared/format';
import { zeroCents } from '~/domain/shared/money';
import { Badge, Gauge, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Accords-cadres – Préau' }];

export const loader = reader('accordCadre.read', ({ db, user, today }) => {
  const committed = committedNetByLot(db);
  const lots = listLots(db);
  return {
    mayReadContracts: isAllowed(user.roles, 'contract.read'),
    accordsCadres: listAccordsCadres(db).map((accordCadre) => ({
      ...accordCadre,
      inForce: validityRefusals(accordCadre, today).length === 0,
      lots: lots
        .filter(({ lot }) => lot.accordCadreId === accordCadre.id)
        .map(({ lot, holderName, references }) => {
          const committedNet = committed.get(lot.id) ?? zeroCents;
          return {
            ...lot,
            holderName,
            references,
            committedNet,
            alertLevel: useOfMaximum({ maximumNet: lot.maximumNet, committedNet }, award.maximumAlerts.shares)
              .alertLevel,
          };
        }),
    })),
  };
});

export default function AccordsCadres() {
  const { accordsCadres, mayReadContracts } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Accords-cadres">
        Les contrats sous lesquels les communes commandent&nbsp;: qui fournit, jusqu’à quand, dans quelle limite.
      </PageHead>
      {mayReadContracts && (
        <p>
          <Link to="/contrats">Contrats passés après une consultation</Link>
        </p>
      )}
      {accordsCadres.length === 0 && <p>Aucun accord-cadre.</p>}
      {accordsCadres.map((accordCadre) => (
        <section key={accordCadre.id} className="card">
          <h2>
            <Link to={`/accords-cadres/${accordCadre.id}`}>
              {accordCadre.reference} – {accordCadre.title}
            </Link>
          </h2>
          <p>
            {accordCadre.inForce ? <Badge tone="good">en cours</Badge> : <Badge tone="warn">hors période</Badge>}{' '}
            {accordCadre.fictitious && <Badge>fictif</Badge>} Du {formatDay(accordCadre.startsOn)} au{' '}
            {formatDay(accordCadre.endsOn)}. {modeLabels[accordCadre.mode]}.
          </p>
          <ul className="plain">
            {accordCadre.lots.map((lot) => (
              <li key={lot.id}>
                <strong>
                  Lot {lot.number} – {lot.title}
                </strong>{' '}
                <small>
                  {lot.holderName}, {formatCount(lot.references)} références
                </small>
                <Gauge label="Commandé" used={lot.committedNet} ceiling={lot.maximumNet} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
