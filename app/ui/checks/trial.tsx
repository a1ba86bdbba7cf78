// What a rule would have done: orders of the last twelve months by outcome with their amounts, and the orders themselves.
import { Link } from '@remix-run/react';
import type { Outcome, OutcomeCount, TriedOrder } from '~/domain/checks/trial';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatDay } from '~/domain/shared/format';
import { Badge, Notice, type Tone } from '../parts';

const outcomeLabels: Readonly<Record<Outcome, { readonly label: string; readonly tone: Tone | undefined }>> = {
  blocked: { label: 'bloquée', tone: 'bad' },
  toJustify: { label: 'à justifier, faute d’information', tone: 'unknown' },
  reserved: { label: 'avec réserve', tone: 'warn' },
  advised: { label: 'avec un conseil', tone: undefined },
  undecided: { label: 'non évaluable', tone: 'unknown' },
  met: { label: 'conforme', tone: 'good' },
  untouched: { label: 'non concernée', tone: undefined },
};

function difference(now: number, before: number): string {
  if (now === before) return '=';
  return now > before ? `+\u202f${formatCount(now - before)}` : `−\u202f${formatCount(before - now)}`;
}

/** Orders by outcome, with the version in force beside when there is one. */
export function TrialCounts({
  since,
  counts,
  total,
  leftOut,
}: {
  since: Day;
  counts: readonly OutcomeCount[];
  total: number;
  leftOut: number;
}) {
  const compared = counts.some(({ before }) => before !== null);
  const shown = counts.filter(({ orders, before }) => orders > 0 || (before ?? 0) > 0);
  if (total === 0) return <p>Aucune commande n’a été soumise depuis le {formatDay(since)}.</p>;
  return (
    <>
      <div className="table-scroll">
        <table className="cards">
          <caption>
            {formatCount(total - leftOut)} commande{total - leftOut > 1 && 's'} depuis le {formatDay(since)}
          </caption>
          <thead>
            <tr>
              <th scope="col">Ce que la règle aurait dit</th>
              <th scope="col" className="amount">
                Commandes
              </th>
              <th scope="col" className="amount">
                Montant HT
              </th>
              {compared && (
                <th scope="col" className="amount">
                  Avec la version en vigueur
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ outcome, orders, net, before }) => (
              <tr key={outcome}>
                <th scope="row">
                  <Badge tone={outcomeLabels[outcome].tone}>{outcomeLabels[outcome].label}</Badge>
                </th>
                <td data-label="Commandes" className="amount">
                  {formatCount(orders)}
                </td>
                <td data-label="Montant HT" className="amount">
                  {formatCents(net)}
                </td>
                {compared && (
                  <td data-label="Avec la version en vigueur" className="amount">
                    {formatCount(before ?? 0)} <small>({difference(orders, before ?? 0)})</small>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {leftOut > 0 && (
        <Notice tone="warn">
          <p>
            Les {formatCount(total - leftOut)} commandes les plus récentes sont essayées ; {formatCount(leftOut)} plus
            anciennes ne le sont pas.
          </p>
        </Notice>
      )}
    </>
  );
}

/** The orders themselves, the heaviest outcome first. */
export function TrialOrders({ orders, more }: { orders: readonly TriedOrder[]; more: number }) {
  if (orders.length === 0) return null;
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>Commandes touchées</caption>
        <thead>
          <tr>
            <th scope="col">Commande</th>
            <th scope="col">Commune</th>
            <th scope="col" className="amount">
              Montant HT
            </th>
            <th scope="col">Résultat</th>
          </tr>
        </thead>
        <tbody>
          {orders.map(({ order, outcome, before, sentences }) => (
            <tr key={order.id}>
              <th scope="row">
                <Link to={`/commandes/${order.id}`}>{order.reference}</Link>
              </th>
              <td data-label="Commune">{order.communeName}</td>
              <td data-label="Montant HT" className="amount">
                {formatCents(order.net)}
              </td>
              <td data-label="Résultat">
                <Badge tone={outcomeLabels[outcome].tone}>{outcomeLabels[outcome].label}</Badge>{' '}
                {before !== null && before !== outcome && <small>au lieu de : {outcomeLabels[before].label}</small>}
                {sentences.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
        {more > 0 && (
          <tfoot>
            <tr>
              <td colSpan={4}>Et {formatCount(more)} autres.</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
