// Open orders whose checks have changed since their submission, because a rule or a fact did.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { formatCount, formatInstant } from '~/domain/shared/format';
import { CheckSections } from '~/ui/checks/sections';
import { OrderStateBadge } from '~/ui/orders/state-badge';
import { Badge, Notice, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { listChangedOrders } from './recheck.server';

export const meta: MetaFunction = () => [{ title: 'Commandes à revoir – Préau' }];

export const loader = reader('order.accept', ({ db, today, user }) => ({
  ...listChangedOrders(db, today),
  roles: user.roles,
}));

export default function ChangedOrders() {
  const { orders, checked, leftOut, roles } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Commandes à revoir">
        Commandes soumises dont le bon de commande n’est pas émis, contrôlées à nouveau avec les règles d’aujourd’hui.
        Ce qui a été constaté à la soumission reste gardé.
      </PageHead>
      <CheckSections roles={roles} />
      {leftOut > 0 && (
        <Notice tone="warn">
          <p>
            Les {formatCount(checked)} commandes ouvertes les plus récentes sont contrôlées ; {formatCount(leftOut)}{' '}
            plus anciennes ne le sont pas ici, mais le sont sur leur page.
          </p>
        </Notice>
      )}
      {orders.length === 0 ? (
        <p>
          {checked === 0
            ? 'Aucune commande n’est ouverte.'
            : `Aucun contrôle n’a changé pour les ${formatCount(checked)} commandes ouvertes.`}
        </p>
      ) : (
        <div className="table-scroll">
          <table className="cards">
            <caption>
              {formatCount(orders.length)} commande{orders.length > 1 && 's'} à revoir, sur {formatCount(checked)}{' '}
              ouverte
              {checked > 1 && 's'}
            </caption>
            <thead>
              <tr>
                <th scope="col">Commande</th>
                <th scope="col">Commune</th>
                <th scope="col">Soumise</th>
                <th scope="col">État</th>
                <th scope="col">Changements</th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <tr key={order.id}>
                  <th scope="row">
                    <Link to={`/commandes/${order.id}#changements`}>{order.reference}</Link>
                  </th>
                  <td data-label="Commune">{order.communeName}</td>
                  <td data-label="Soumise">{order.submittedAt && formatInstant(order.submittedAt)}</td>
                  <td data-label="État">
                    <OrderStateBadge of={order.state} />
                  </td>
                  <td data-label="Changements">
                    {order.stricter > 0 ? (
                      <Badge tone="warn">
                        {order.stricter} plus strict{order.stricter > 1 && 's'}
                      </Badge>
                    ) : (
                      <Badge tone="good">
                        {order.differences} levé{order.differences > 1 && 's'} ou allégé{order.differences > 1 && 's'}
                      </Badge>
                    )}
                    <br />
                    <small>{order.titles.join(' ; ')}</small>
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
