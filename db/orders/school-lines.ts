// What was ordered for a school and what came of it, over all submitted orders.
import { and, asc, eq, inArray, ne, type SQL } from 'drizzle-orm';
import { committedStates } from '~/domain/orders/order-states';
import type { Reads } from '../client';
import { deliveries, deliveryLines, orderLines, orders, products } from '../schema';

/** The lines of submitted orders for a school, each with its deliveries, the oldest order first; one order may be left out. */
export function listSchoolLines(db: Reads, uai: string, exceptOrderId?: string) {
  const ofSchool: SQL | undefined = and(
    eq(orderLines.schoolUai, uai as typeof orderLines.$inferSelect.schoolUai),
    inArray(orders.state, [...committedStates]),
    exceptOrderId === undefined ? undefined : ne(orders.id, exceptOrderId),
  );
  const lines = db
    .select({
      line: orderLines,
      category: products.category,
      attributes: products.attributes,
      orderReference: orders.reference,
      orderState: orders.state,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(ofSchool)
    .orderBy(asc(orders.submittedAt), asc(orderLines.position))
    .all();
  const came = db
    .select({
      lineId: deliveryLines.orderLineId,
      quantity: deliveryLines.quantity,
      deliveredOn: deliveries.deliveredOn,
      attestedAt: deliveries.attestedAt,
    })
    .from(deliveryLines)
    .innerJoin(deliveries, eq(deliveries.id, deliveryLines.deliveryId))
    .innerJoin(orderLines, eq(orderLines.id, deliveryLines.orderLineId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(ofSchool)
    .all();
  return lines.map((line) => ({ ...line, delivered: came.filter(({ lineId }) => lineId === line.line.id) }));
}
