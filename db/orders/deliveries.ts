// Deliveries attested by communes (service fait), and the syndicat's invoices for them.
import { randomUUID } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { LineToReceive } from '~/domain/orders/delivery';
import type { Day } from '~/domain/shared/day';
import type { Reads, Tx } from '../client';
import { accordsCadres, deliveries, deliveryLines, invoices, orderLines, orders, purchaseOrders } from '../schema';
import type { Doer } from './orders';

/** The lines of a purchase order with what was ordered and received. */
export function listLinesToReceive(
  db: Reads,
  orderId: string,
  lotId?: string,
): readonly (LineToReceive & { readonly lotId: string; readonly reference: string })[] {
  return db
    .select({
      id: orderLines.id,
      lotId: orderLines.lotId,
      reference: orderLines.reference,
      label: orderLines.label,
      ordered: orderLines.quantity,
      received: sql<number>`coalesce((select sum(${deliveryLines.quantity}) from ${deliveryLines} where ${deliveryLines.orderLineId} = ${orderLines.id}), 0)`,
    })
    .from(orderLines)
    .where(and(eq(orderLines.orderId, orderId), lotId === undefined ? undefined : eq(orderLines.lotId, lotId)))
    .orderBy(asc(orderLines.position))
    .all();
}

/** Records a delivery with its id from the form: the same form sent twice is one delivery. Says whether it is new. */
export function addDelivery(
  tx: Tx,
  delivery: {
    readonly id: string;
    readonly purchaseOrderId: string;
    readonly deliveredOn: Day;
    readonly comment: string | null;
  },
  quantities: ReadonlyMap<string, number>,
  by: Doer,
): boolean {
  const { changes } = tx
    .insert(deliveries)
    .values({ ...delivery, attestedBy: by.userId, attestedAt: by.now })
    .onConflictDoNothing()
    .run();
  if (changes === 0) return false;
  for (const [orderLineId, quantity] of quantities) {
    if (quantity > 0) tx.insert(deliveryLines).values({ deliveryId: delivery.id, orderLineId, quantity }).run();
  }
  return true;
}

/** A delivery already recorded under that id, with the quantities received by line; undefined when there is none. */
export function findRecorded(db: Reads, id: string) {
  const delivery = db.select().from(deliveries).where(eq(deliveries.id, id)).get();
  if (!delivery) return undefined;
  const lines = db.select().from(deliveryLines).where(eq(deliveryLines.deliveryId, id)).all();
  return { ...delivery, quantities: new Map(lines.map(({ orderLineId, quantity }) => [orderLineId, quantity])) };
}

/** A delivery within the scope, with its purchase order and order. */
export function findDelivery(db: Reads, id: string, scope: Scope) {
  return db
    .select({ delivery: deliveries, purchaseOrder: purchaseOrders, order: orders, accordCadre: accordsCadres })
    .from(deliveries)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, deliveries.purchaseOrderId))
    .innerJoin(orders, eq(orders.id, purchaseOrders.orderId))
    .innerJoin(accordsCadres, eq(accordsCadres.id, purchaseOrders.accordCadreId))
    .where(and(eq(deliveries.id, id), scope.kind === 'syndicat' ? undefined : eq(orders.communeId, scope.communeId)))
    .get();
}

/** The invoice of a delivery, when it is issued. */
export function findInvoiceOf(db: Reads, deliveryId: string) {
  return db.select().from(invoices).where(eq(invoices.deliveryId, deliveryId)).get();
}

export function addInvoice(tx: Tx, row: Omit<typeof invoices.$inferInsert, 'id'>): string {
  const id = randomUUID();
  tx.insert(invoices)
    .values({ ...row, id })
    .run();
  return id;
}
