// The reservations over orders, the oldest first: what was answered, what is asked of whom, and closing those settled.
import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { listReservedChoices } from 'db/orders';
import { isAllowed } from '~/domain/accounts/permissions';
import { formatCount } from '~/domain/shared/format';
import { Reservations } from '~/ui/checks/reservations';
import { CheckSections } from '~/ui/checks/sections';
import { Select, Submit } from '~/ui/form';
import { PageHead, Pager } from '~/ui/parts';
import { reader } from '../guard.server';
import {
  holderLabels,
  readReservationFilters,
  replyChoices,
  reservationRows,
  stateChoices,
} from './reservations.server';

export const meta: MetaFunction = () => [{ title: 'Réserves – Préau' }];

const pageSize = 50;

export const loader = reader('reservation.read', ({ db, user, url, today }) => {
  const filters = readReservationFilters(url);
  const rows = reservationRows(db, filters, today);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(pages, Math.max(1, Number(url.searchParams.get('page')) || 1));
  const { communes, rules } = listReservedChoices(db, stateChoices[filters.orders].states);
  return {
    filters,
    search: url.search,
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
    total: rows.length,
    unanswered: rows.filter(({ entry }) => entry.replies.length === 0 && entry.closed === undefined).length,
    page,
    pages,
    choices: {
      communes: communes.map(({ id, name }) => ({ value: id, label: name })),
      rules: rules.map(({ id, title }) => ({ value: id, label: `${id} – ${title}` })),
      orders: Object.entries(stateChoices).map(([value, { label }]) => ({ value, label })),
      replies: Object.entries(replyChoices).map(([value, label]) => ({ value, label })),
      holders: Object.entries(holderLabels).map(([value, label]) => ({ value, label })),
    },
    roles: user.roles,
    mayReadOrders: isAllowed(user.roles, 'order.read'),
    mayClose: isAllowed(user.roles, 'reservation.close'),
  };
});

function Filters({ shown }: { shown: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { filters, choices } = shown;
  return (
    <Form method="get" className="inline">
      <Select label="Réserves" name="etat" options={choices.replies} defaultValue={filters.reply} />
      <Select label="Commandes" name="commandes" options={choices.orders} defaultValue={filters.orders} />
      <Select label="Règle" name="regle" empty="Toutes" options={choices.rules} defaultValue={filters.ruleId ?? ''} />
      <Select
        label="Commune"
        name="commune"
        empty="Toutes"
        options={choices.communes}
        defaultValue={filters.communeId ?? ''}
      />
      <Select
        label="Demandé à"
        name="aupres"
        empty="Tous"
        options={choices.holders}
        defaultValue={filters.holder ?? ''}
      />
      <Submit>Filtrer</Submit>
    </Form>
  );
}

export default function ReservationsPage() {
  const shown = useLoaderData<typeof loader>();
  const { rows, total, page, pages } = shown;
  const pageAt = (number: number) => {
    const search = new URLSearchParams(shown.search);
    search.set('page', String(number));
    return `/controles/reserves?${search}`;
  };
  return (
    <article>
      <PageHead title="Réserves">
        Ce que les textes demandent et que les commandes soumises n’établissent pas, les plus anciennes d’abord.
      </PageHead>
      <CheckSections roles={shown.roles} />
      <Filters shown={shown} />
      <p>
        <strong>{formatCount(total)}</strong> réserve{total > 1 ? 's' : ''}
        {shown.unanswered > 0 && <>, dont {formatCount(shown.unanswered)} sans réponse</>}.{' '}
        {total > 0 && <a href={`/controles/reserves.csv${shown.search}`}>Exporter en CSV</a>}
      </p>
      {total > 0 && (
        <Reservations
          rows={rows}
          mayClose={shown.mayClose}
          mayReadOrders={shown.mayReadOrders}
          back={`/controles/reserves${shown.search}`}
        />
      )}
      <Pager page={page} pages={pages} at={pageAt} />
    </article>
  );
}
