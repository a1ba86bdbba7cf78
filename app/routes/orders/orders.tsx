// Orders within the scope: what waits for whom, by state, commune or text.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { countOrders, listOrders, listOrderYears, orderPageSize } from 'db/orders';
import { listCommunes } from 'db/organisations';
import { type OrderState, orderStateLabels } from '~/domain/orders/order-states';
import { dayInParis } from '~/domain/shared/day';
import { formatCount, formatDayShort } from '~/domain/shared/format';
import { Field, Select, Submit } from '~/ui/form';
import { OrderStateBadge } from '~/ui/orders/state-badge';
import { Amount, PageHead, Pager } from '~/ui/parts';
import { SearchSelect } from '~/ui/search-select';
import { reader } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Commandes – Préau' }];

const shownStates = Object.keys(orderStateLabels).filter((state) => state !== 'draft') as readonly OrderState[];

export const loader = reader('order.read', ({ db, user, url }) => {
  const asked = (name: string) => url.searchParams.get(name)?.trim() || undefined;
  const filters = {
    state: shownStates.find((state) => state === asked('etat')),
    year: Number(asked('annee')) || undefined,
    communeId: asked('commune'),
    text: asked('texte'),
  };
  const page = Math.max(1, Number.parseInt(asked('page') ?? '1', 10) || 1);
  const count = countOrders(db, user.scope, filters);
  return {
    count,
    page,
    pages: Math.max(1, Math.ceil(count / orderPageSize)),
    orders: listOrders(db, user.scope, filters, page),
    years: listOrderYears(db, user.scope),
    communes: user.scope.kind === 'syndicat' ? listCommunes(db, user.scope) : [],
  };
});

export default function Orders() {
  const { count, page, pages, orders, communes, years } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const pageLink = (next: number) => {
    const search = new URLSearchParams(asked);
    search.set('page', String(next));
    return `/commandes?${search}`;
  };
  return (
    <article>
      <PageHead title="Commandes" />
      <Form method="get" className="card">
        <div className="grid">
          <Select
            label="État"
            name="etat"
            defaultValue={asked.get('etat') ?? ''}
            empty="Tous"
            options={shownStates.map((state) => ({ value: state, label: orderStateLabels[state] }))}
          />
          <Select
            label="Année"
            name="annee"
            defaultValue={asked.get('annee') ?? ''}
            empty="Toutes"
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          {communes.length > 0 && (
            <SearchSelect
              label="Commune"
              name="commune"
              defaultValue={asked.get('commune') ?? ''}
              empty="Toutes"
              options={communes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Field label="Référence, intitulé ou commune" name="texte" defaultValue={asked.get('texte') ?? ''} />
        </div>
        <div className="row">
          <Submit>Chercher</Submit>
          <Link to="/commandes">Tout afficher</Link>
        </div>
      </Form>
      <p>
        <strong>{formatCount(count)}</strong> commande{count > 1 ? 's' : ''}
      </p>
      {orders.length > 0 && (
        <div className="table-scroll">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">Référence</th>
                {communes.length > 0 && <th scope="col">Commune</th>}
                <th scope="col">Intitulé</th>
                <th scope="col">Soumise le</th>
                <th scope="col">État</th>
                <th scope="col" className="amount">
                  Total HT
                </th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <tr key={order.id}>
                  <th scope="row">
                    <Link to={`/commandes/${order.id}`}>{order.reference ?? 'sans référence'}</Link>
                  </th>
                  {communes.length > 0 && <td data-label="Commune">{order.communeName}</td>}
                  <td data-label="Intitulé">{order.title ?? '–'}</td>
                  <td data-label="Soumise le">
                    {order.submittedAt ? formatDayShort(dayInParis(order.submittedAt)) : '–'}
                  </td>
                  <td data-label="État">
                    <OrderStateBadge of={order.state} />
                  </td>
                  <td data-label="Total HT" className="amount">
                    <Amount of={order.net} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager page={page} pages={pages} at={pageLink} />
    </article>
  );
}
