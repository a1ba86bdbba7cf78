// All contracts: their holder, what is ordered of their maximum, their dates.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listContracts } from 'db/contracts';
import { formatDayShort } from '~/domain/shared/format';
import { Badge, Gauge, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { contractOf } from './contract.server';

export const meta: MetaFunction = () => [{ title: 'Contrats – Préau' }];

export const loader = reader('contract.read', ({ db, today }) => ({
  contracts: listContracts(db).map(({ contract, holder, reference }) => {
    const { committedNet, maximumNet, duties } = contractOf(db, contract.id);
    const { id, number, title, lotNumber, signedOn, notifiedOn, endsOn } = contract;
    return {
      id,
      number,
      title,
      lotNumber,
      reference,
      holder: holder.name,
      signedOn,
      notifiedOn,
      endsOn,
      committedNet,
      maximumNet,
      ended: endsOn !== null && endsOn < today,
      next: duties.find(({ due }) => due >= today)?.due ?? null,
    };
  }),
}));

export default function Contracts() {
  const { contracts } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Contrats" crumbs={[{ to: '/accords-cadres', label: 'Accords-cadres' }]}>
        Un marché par lot attribué, de sa signature à sa fin.
      </PageHead>
      {contracts.length === 0 && <p>Aucun marché signé.</p>}
      {contracts.length > 0 && (
        <div className="table-scroll">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">Marché</th>
                <th scope="col">Titulaire</th>
                <th scope="col">Commandé, HT</th>
                <th scope="col">Signé</th>
                <th scope="col">Notifié</th>
                <th scope="col">Fin</th>
              </tr>
            </thead>
            <tbody>
              {contracts.map((contract) => (
                <tr key={contract.id}>
                  <th scope="row">
                    <Link to={`/contrats/${contract.id}`}>{contract.number}</Link>
                    <br />
                    <small>
                      {contract.title}, lot {contract.lotNumber}
                    </small>
                  </th>
                  <td data-label="Titulaire">{contract.holder}</td>
                  <td data-label="Commandé, HT">
                    <Gauge label="Commandé" used={contract.committedNet} ceiling={contract.maximumNet} />
                  </td>
                  <td data-label="Signé">{formatDayShort(contract.signedOn)}</td>
                  <td data-label="Notifié">
                    {contract.notifiedOn === null ? (
                      <Badge tone="warn">à notifier</Badge>
                    ) : (
                      formatDayShort(contract.notifiedOn)
                    )}
                  </td>
                  <td data-label="Fin">
                    {contract.endsOn === null ? 'à la notification' : formatDayShort(contract.endsOn)}{' '}
                    {contract.ended && <Badge>terminé</Badge>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </article>
  );
}
