// Store of the end of contracts: the closing of each, and what every buyer ordered, received and was invoiced.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BuyerState } from '~/domain/consultations/contract-closing';
import { committedStates } from '~/domain/orders/order-states';
import type { Day } from '~/domain/shared/day';
import { type Cents, cents, netOf, sumCents, zeroCents } from '~/domain/shared/money';
import type { Reads, Tx } from './client';
import {
  accordsCadres,
  contractClosings,
  deliveries,
  deliveryLines,
  documents,
  invoices,
  lots,
  memberCeilings,
  orderLines,
  orders,
  organisations,
  purchaseOrders,
} from './schema';

/** The closing of a contract, once it is closed. */
export function findClosing(db: Reads, contractId: string) {
  return db.select().from(contractClosings).where(eq(contractClosings.contractId, contractId)).get();
}

/** Records a closing, once for a contract; says whether it was recorded. */
export function addClosing(tx: Tx, closing: typeof contractClosings.$inferInsert): boolean {
  return tx.insert(contractClosings).values(closing).onConflictDoNothing().run().changes === 1;
}

const delivered = sql<number>`coalesce((select sum(${deliveryLines.quantity}) from ${deliveryLines} where ${deliveryLines.orderLineId} = ${orderLines.id}), 0)`;

/** What each buyer of a lot ordered, received and was invoiced by the syndicat, by name. */
export function listBuyerStates(db: Reads, lotId: string): readonly BuyerState[] {
  const mode = db
    .select({ mode: accordsCadres.mode })
    .from(lots)
    .innerJoin(accordsCadres, eq(accordsCadres.id, lots.accordCadreId))
    .where(eq(lots.id, lotId))
    .get()?.mode;
  const lines = db
    .select({ line: orderLines, communeId: orders.communeId, state: orders.state, delivered })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orderLines.lotId, lotId), inArray(orders.state, [...committedStates])))
    .all();
  const ceilings = db.select().from(memberCeilings).where(eq(memberCeilings.lotId, lotId)).all();
  const received = db
    .select({ communeId: orders.communeId, deliveredOn: deliveries.deliveredOn, invoicedNet: documents.net })
    .from(deliveries)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, deliveries.purchaseOrderId))
    .innerJoin(orders, eq(orders.id, purchaseOrders.orderId))
    .leftJoin(invoices, eq(invoices.deliveryId, deliveries.id))
    .leftJoin(documents, eq(documents.id, invoices.documentId))
    .where(eq(purchaseOrders.lotId, lotId))
    .all();
  const ids = [...new Set([...ceilings, ...lines].map(({ communeId }) => communeId))];
  const names = db.select().from(organisations).where(inArray(organisations.id, ids)).all();
  return names
    .map(({ id, name }): BuyerState => {
      const own = lines.filter(({ communeId }) => communeId === id);
      const deliveriesOf = received.filter(({ communeId }) => communeId === id);
      const ordersIn = (kept: (line: (typeof own)[number]) => boolean) =>
        new Set(own.filter(kept).map(({ line }) => line.orderId)).size;
      const issued = ({ state }: (typeof own)[number]) => state === 'issued' || state === 'delivered';
      return {
        communeId: id,
        name,
        ceilingNet: ceilings.find(({ communeId }) => communeId === id)?.maximumNet ?? null,
        orderedNet: sumCents(own.map(({ line }) => cents(line.net + line.ecoNet))),
        deliveredNet: sumCents(
          own.map(({ line, delivered: quantity }): Cents => {
            const { unitPriceNet, ecoContributionNet } = line;
            return cents(netOf(quantity, unitPriceNet) + netOf(quantity, ecoContributionNet));
          }),
        ),
        invoicedNet:
          mode === 'wholesaler' ? sumCents(deliveriesOf.map(({ invoicedNet }) => invoicedNet ?? zeroCents)) : null,
        toIssue: ordersIn((line) => !issued(line)),
        toDeliver: ordersIn((one) => issued(one) && one.delivered < one.line.quantity),
        lastDeliveredOn:
          deliveriesOf
            .map(({ deliveredOn }): Day => deliveredOn)
            .toSorted()
            .at(-1) ?? null,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}
