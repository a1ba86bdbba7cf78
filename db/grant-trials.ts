// Store of the orders and carts that a scheme is tried on: a year of real lines, by order.
import { and, asc, eq, gte, lt, ne } from 'drizzle-orm';
import type { Reads } from './client';
import { orderLines, orders, products } from './schema';

/** Orders and carts made in a year, cancelled ones apart, each with its lines. */
export function listOrdersToTry(db: Reads, year: number) {
  const rows = db
    .select({
      order: {
        id: orders.id,
        communeId: orders.communeId,
        state: orders.state,
        reference: orders.reference,
        createdAt: orders.createdAt,
      },
      line: {
        id: orderLines.id,
        schoolUai: orderLines.schoolUai,
        productId: orderLines.productId,
        reference: orderLines.reference,
        label: orderLines.label,
        categoryCode: products.category,
        quantity: orderLines.quantity,
        unitPriceNet: orderLines.unitPriceNet,
        vatRate: orderLines.vatRate,
        net: orderLines.net,
        ecoNet: orderLines.ecoNet,
      },
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(
      and(
        ne(orders.state, 'cancelled'),
        gte(orders.createdAt, `${year}-01-01`),
        lt(orders.createdAt, `${year + 1}-01-01`),
      ),
    )
    .orderBy(asc(orders.createdAt), asc(orders.id), asc(orderLines.position))
    .all();
  const byOrder = new Map<string, { order: (typeof rows)[number]['order']; lines: (typeof rows)[number]['line'][] }>();
  for (const { order, line } of rows) {
    const entry = byOrder.get(order.id) ?? { order, lines: [] };
    entry.lines.push(line);
    byOrder.set(order.id, entry);
  }
  return [...byOrder.values()];
}
