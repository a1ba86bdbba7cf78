// One order: where it stands, what to do next, lines, totals, checks as frozen, documents, history.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { orderStateLabels } from '~/domain/orders/order-states';
import { formatCents, formatCount, formatInstant, formatUnitPrice } from '~/domain/shared/format';
import { Differences } from '~/ui/checks/differences';
import { ReplyForm } from '~/ui/checks/reservation-reply';
import { StartHolds } from '~/ui/grants/start-holds';
import { CartYear } from '~/ui/orders/cart-year';
import { Checks } from '~/ui/orders/checks';
import { PurchaseOrders } from '~/ui/orders/deliveries';
import { NextStep } from '~/ui/orders/next-step';
import { OrderStateBadge } from '~/ui/orders/state-badge';
import { Facts, PageHead, Totals } from '~/ui/parts';
import { reader } from '../guard.server';
import { readOrderPage } from './order.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.order.reference ?? 'Commande'} – Préau` },
];

export const loader = reader('order.read', readOrderPage);

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Lines({ lines }: { lines: Shown['lines'] }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>Lignes</caption>
        <thead>
          <tr>
            <th scope="col">Désignation</th>
            <th scope="col">École</th>
            <th scope="col" className="amount">
              Prix unitaire HT
            </th>
            <th scope="col" className="amount">
              Quantité
            </th>
            <th scope="col" className="amount">
              Montant HT
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {line.label}
                <br />
                <small>
                  Réf. {line.reference} · {line.lot}
                </small>
              </th>
              <td data-label="École">{line.schoolName}</td>
              <td data-label="Prix unitaire HT" className="amount">
                {formatUnitPrice(line.unitPriceNet)}
                {line.ecoContributionNet > 0 && (
                  <>
                    <br />
                    <small>+ {formatUnitPrice(line.ecoContributionNet)} éco</small>
                  </>
                )}
              </td>
              <td data-label="Quantité" className="amount">
                {formatCount(line.quantity)}
              </td>
              <td data-label="Montant HT" className="amount">
                {formatCents(line.net)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function History({ steps }: { steps: Shown['steps'] }) {
  return (
    <section className="card">
      <h2>Historique</h2>
      <ol className="stack tight">
        {steps.map((step) => (
          <li key={step.id}>
            {orderStateLabels[step.state]}{' '}
            <small>
              – {step.by}, {formatInstant(step.at)}
            </small>
            {step.comment !== null && <p>« {step.comment} »</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

export default function Order() {
  const shown = useLoaderData<typeof loader>();
  const { order, may } = shown;
  return (
    <article>
      <PageHead
        title={
          <>
            {order.reference ?? 'Panier'} <OrderStateBadge of={order.state} />
          </>
        }
        crumbs={[{ to: '/commandes', label: 'Commandes' }]}
      >
        {shown.communeName}
        {order.title !== null && ` – ${order.title}`}
      </PageHead>
      <div className="with-aside right">
        <aside className="stack beside">
          <NextStep
            orderId={order.id}
            commitmentNumber={order.commitmentNumber}
            serviceCode={order.serviceCode}
            serviceCodes={shown.serviceCodes}
            billing={shown.billing}
            pendingProofs={shown.pendingProofs}
            joinReport={shown.joinReport}
            may={{
              approve: may.approve,
              accept: may.accept,
              refuse: may.refuse,
              resume: may.resume,
              cancel: may.cancel,
              issue: may.issue,
              changeReferences: may.changeReferences,
            }}
          />
          <section className="card">
            <h2>Total</h2>
            <Totals of={shown.totals} />
          </section>
        </aside>
        <div className="stack">
          <StartHolds of={shown.holds} mayRelease={may.releaseHold} />
          {shown.purchaseOrders.length > 0 && (
            <PurchaseOrders
              purchaseOrders={shown.purchaseOrders}
              deliveries={shown.deliveries}
              toReceive={shown.toReceive}
              today={shown.today}
              nextDeliveryId={shown.nextDeliveryId}
              rights={may}
            />
          )}
          <Lines lines={shown.lines} />
          {shown.year !== null && <CartYear asked="cette commande" of={shown.year} />}
          <section className="card">
            <h2>Références</h2>
            <Facts
              entries={[
                ['Numéro d’engagement', order.commitmentNumber ?? 'non renseigné'],
                ['Code service', order.serviceCode ?? 'non renseigné'],
                ...(order.comment === null ? [] : [['Message', order.comment] as const]),
              ]}
            />
          </section>
          {may.apply && (
            <section className="card">
              <h2>Subvention</h2>
              <ul className="plain">
                {shown.schools.map(({ uai, name }) => (
                  <li key={uai}>
                    <Link to={`/subventions/nouveau?ecole=${uai}&commande=${order.id}`}>Dossier pour {name}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <History steps={shown.steps} />
          {order.state !== 'draft' && order.reference !== null && (
            <p>
              <a href={`/commandes/${order.id}/rapport-de-conformite`}>
                Rapport de conformité{' '}
                {shown.reportNumber !== undefined && `${shown.reportNumber}, joint au bon de commande `}
                (PDF)
              </a>
            </p>
          )}
          <Differences orderId={order.id} {...shown.changes} mayRecord={may.recheck} />
          <ReplyForm orderId={order.id} reservations={shown.replyable} />
          <Checks
            results={shown.checks}
            comments={shown.acknowledgements}
            replied={shown.replied}
            subjects={shown.subjects}
            mayComment={false}
            forSyndicat={shown.forSyndicat}
            explained={shown.explained}
            schools={shown.schoolOf}
          />
        </div>
      </div>
    </article>
  );
}
