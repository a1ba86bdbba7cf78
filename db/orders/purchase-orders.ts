// Purchase orders: one per lot of an accepted order, stored with its document and number in one transaction.
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { Reads, Tx } from '../client';
import {
  accordsCadres,
  deliveries,
  deliveryLines,
  documents,
  invoices,
  lots,
  orderLines,
  orders,
  organisations,
  priceSchedules,
  prices,
  purchaseOrders,
  users,
} from '../schema';

/** The lots of an order, with contract, holder and the purchase order already issued for each. */
export function listOrderLots(db: Reads, orderId: string) {
  return db
    .selectDistinct({
      lot: lots,
      accordCadre: accordsCadres,
      holder: organisations,
      purchaseOrderId: purchaseOrders.id,
    })
    .from(orderLines)
    .innerJoin(lots, eq(lots.id, orderLines.lotId))
    .innerJoin(accordsCadres, eq(accordsCadres.id, lots.accordCadreId))
    .innerJoin(organisations, eq(organisations.id, lots.holderId))
    .leftJoin(purchaseOrders, and(eq(purchaseOrders.orderId, orderLines.orderId), eq(purchaseOrders.lotId, lots.id)))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(accordsCadres.reference), asc(lots.number))
    .all();
}

export type OrderLot = ReturnType<typeof listOrderLots>[number];

/** The price schedules that the lines of an order under a lot come from. */
export function listPriceSchedulesOf(db: Reads, orderId: string, lotId: string) {
  return db
    .selectDistinct({ fileName: priceSchedules.fileName, effectiveOn: priceSchedules.effectiveOn })
    .from(orderLines)
    .innerJoin(prices, eq(prices.id, orderLines.priceId))
    .innerJoin(priceSchedules, eq(priceSchedules.id, prices.priceScheduleId))
    .where(and(eq(orderLines.orderId, orderId), eq(orderLines.lotId, lotId)))
    .orderBy(asc(priceSchedules.effectiveOn))
    .all();
}

/** The purchase order of an order for a lot, when it is issued. */
export function findPurchaseOrderOf(db: Reads, orderId: string, lotId: string) {
  return db
    .select()
    .from(purchaseOrders)
    .where(and(eq(purchaseOrders.orderId, orderId), eq(purchaseOrders.lotId, lotId)))
    .get();
}

export function addPurchaseOrder(tx: Tx, row: Omit<typeof purchaseOrders.$inferInsert, 'id'>): string {
  const id = randomUUID();
  tx.insert(purchaseOrders)
    .values({ ...row, id })
    .run();
  return id;
}

/** Says which issued report goes with the purchase orders of an order. */
export function joinReport(tx: Tx, orderId: string, documentId: string): void {
  tx.update(orders).set({ reportDocumentId: documentId }).where(eq(orders.id, orderId)).run();
}

/** Whether the last purchase order that a person issued had a report with it: what is proposed next time. Yes at first. */
export function lastJoinedReport(db: Reads, userId: string): boolean {
  const last = db
    .select({ reportDocumentId: orders.reportDocumentId })
    .from(purchaseOrders)
    .innerJoin(orders, eq(orders.id, purchaseOrders.orderId))
    .where(eq(purchaseOrders.issuedBy, userId))
    .orderBy(desc(purchaseOrders.issuedAt))
    .limit(1)
    .get();
  return last === undefined || last.reportDocumentId !== null;
}

function communeWithin(scope: Scope): SQL | undefined {
  return scope.kind === 'syndicat' ? undefined : eq(orders.communeId, scope.communeId);
}

/** A purchase order within the scope, with its order, contract and parties. */
export function findPurchaseOrder(db: Reads, id: string, scope: Scope) {
  return db
    .select({ purchaseOrder: purchaseOrders, order: orders, lot: lots, accordCadre: accordsCadres })
    .from(purchaseOrders)
    .innerJoin(orders, eq(orders.id, purchaseOrders.orderId))
    .innerJoin(lots, eq(lots.id, purchaseOrders.lotId))
    .innerJoin(accordsCadres, eq(accordsCadres.id, purchaseOrders.accordCadreId))
    .where(and(eq(purchaseOrders.id, id), communeWithin(scope)))
    .get();
}

/** The purchase orders of an order, with number, amounts and who issued them. */
export function listPurchaseOrders(db: Reads, orderId: string) {
  return db
    .select({
      id: purchaseOrders.id,
      lotId: purchaseOrders.lotId,
      number: purchaseOrders.number,
      documentId: purchaseOrders.documentId,
      issuedAt: purchaseOrders.issuedAt,
      issuedBy: users.name,
      net: documents.net,
      gross: documents.gross,
      lotTitle: lots.title,
      lotNumber: lots.number,
      mode: accordsCadres.mode,
      holderName: organisations.name,
    })
    .from(purchaseOrders)
    .innerJoin(documents, eq(documents.id, purchaseOrders.documentId))
    .innerJoin(lots, eq(lots.id, purchaseOrders.lotId))
    .innerJoin(accordsCadres, eq(accordsCadres.id, purchaseOrders.accordCadreId))
    .innerJoin(organisations, eq(organisations.id, lots.holderId))
    .innerJoin(users, eq(users.id, purchaseOrders.issuedBy))
    .where(eq(purchaseOrders.orderId, orderId))
    .orderBy(asc(purchaseOrders.number))
    .all();
}

/** Deliveries of an order with the invoice each one has, the first one first. */
export function listDeliveries(db: Reads, orderId: string) {
  return db
    .select({
      id: deliveries.id,
      purchaseOrderId: deliveries.purchaseOrderId,
      purchaseOrderNumber: purchaseOrders.number,
      deliveredOn: deliveries.deliveredOn,
      attestedAt: deliveries.attestedAt,
      attestedBy: users.name,
      comment: deliveries.comment,
      mode: accordsCadres.mode,
      invoiceNumber: invoices.number,
      invoiceDocumentId: invoices.documentId,
    })
    .from(deliveries)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, deliveries.purchaseOrderId))
    .innerJoin(accordsCadres, eq(accordsCadres.id, purchaseOrders.accordCadreId))
    .innerJoin(users, eq(users.id, deliveries.attestedBy))
    .leftJoin(invoices, eq(invoices.deliveryId, deliveries.id))
    .where(eq(purchaseOrders.orderId, orderId))
    .orderBy(asc(deliveries.attestedAt))
    .all();
}

/** What a delivery brought, by line, and what deliveries attested earlier had brought before it. */
export function listDeliveryLines(db: Reads, deliveryId: string) {
  return db
    .select({
      line: orderLines,
      quantity: deliveryLines.quantity,
      before: sql<number>`coalesce((
        select sum(earlier.quantity) from delivery_lines earlier
        join deliveries d on d.id = earlier.delivery_id
        where earlier.order_line_id = ${orderLines.id}
          and d.rowid < (select rowid from deliveries where id = ${deliveryId})), 0)`,
    })
    .from(deliveryLines)
    .innerJoin(orderLines, eq(orderLines.id, deliveryLines.orderLineId))
    .where(eq(deliveryLines.deliveryId, deliveryId))
    .orderBy(asc(orderLines.position))
    .all();
}
