// Orders read many at once, to be held against a rule: their lines, what was known of them on submission, and the open ones.
import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { FrozenInputs } from '~/domain/checks/trial';
import { committedStates, openStates } from '~/domain/orders/order-states';
import type { Day } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';
import type { Reads } from '../client';
import { orderChecks, orderLines, orders, organisations, products } from '../schema';

/** Orders submitted since a day and neither returned nor cancelled, the latest first, at most `limit`. */
export function listOrdersSince(db: Reads, since: Day, limit: number) {
  return db
    .select({
      id: orders.id,
      reference: sql<string>`coalesce(${orders.reference}, '')`,
      communeName: organisations.name,
      submittedAt: orders.submittedAt,
      net: sql<Cents>`(select coalesce(sum(net + eco_net), 0) from order_lines where order_id = ${orders.id})`,
    })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.communeId))
    .where(and(inArray(orders.state, committedStates), gte(orders.submittedAt, since)))
    .orderBy(desc(orders.submittedAt))
    .limit(limit)
    .all();
}

/** Number of orders submitted since a day and neither returned nor cancelled. */
export function countOrdersSince(db: Reads, since: Day): number {
  const row = db
    .select({ n: sql<number>`count(*)` })
    .from(orders)
    .where(and(inArray(orders.state, committedStates), gte(orders.submittedAt, since)))
    .get();
  return row?.n ?? 0;
}

/** The lines of orders submitted since a day, with what the rules read of their products, by order. */
export function readLinesSince(db: Reads, since: Day) {
  const rows = db
    .select({ line: orderLines, category: products.category, attributes: products.attributes })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(and(inArray(orders.state, committedStates), gte(orders.submittedAt, since)))
    .orderBy(asc(orderLines.position))
    .all();
  const byOrder = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) byOrder.set(row.line.orderId, [...(byOrder.get(row.line.orderId) ?? []), row]);
  return byOrder;
}

/** What the results of these rules, frozen since a day, had read, by order. */
export function readFrozenInputsSince(
  db: Reads,
  since: Day,
  ruleIds: readonly string[],
): ReadonlyMap<string, readonly FrozenInputs[]> {
  const rows = db
    .select({
      orderId: orderChecks.orderId,
      subject: sql<string>`json_extract(${orderChecks.result}, '$.subject')`,
      inputs: sql<string>`json_extract(${orderChecks.result}, '$.inputs')`,
    })
    .from(orderChecks)
    .innerJoin(orders, eq(orders.id, orderChecks.orderId))
    .where(and(gte(orders.submittedAt, since), inArray(orderChecks.ruleId, [...ruleIds])))
    .all();
  const byOrder = new Map<string, FrozenInputs[]>();
  for (const { orderId, subject, inputs } of rows) {
    const read = { subject: JSON.parse(subject), inputs: JSON.parse(inputs) } as FrozenInputs;
    const own = byOrder.get(orderId);
    if (own) own.push(read);
    else byOrder.set(orderId, [read]);
  }
  return byOrder;
}

/** Orders on which a rule may still act, the latest first, at most `limit`. */
export function listOpenOrders(db: Reads, limit: number) {
  return db
    .select({
      id: orders.id,
      reference: orders.reference,
      communeId: orders.communeId,
      communeName: organisations.name,
      state: orders.state,
      submittedAt: orders.submittedAt,
    })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.communeId))
    .where(inArray(orders.state, openStates))
    .orderBy(desc(orders.submittedAt))
    .limit(limit)
    .all();
}

/** Number of orders on which a rule may still act. */
export function countOpenOrders(db: Reads): number {
  const row = db.select({ n: sql<number>`count(*)` }).from(orders).where(inArray(orders.state, openStates)).get();
  return row?.n ?? 0;
}

/** Net of the lines ordered in some categories, by calendar year, the earliest first; eco-contribution apart. */
export function orderedByYear(
  db: Reads,
  categories: readonly string[],
): readonly { readonly year: number; readonly net: Cents }[] {
  const year = sql<number>`cast(substr(${orders.submittedAt}, 1, 4) as integer)`;
  return db
    .select({ year, net: sql<Cents>`sum(${orderLines.net})` })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(and(inArray(orders.state, committedStates), inArray(products.category, [...categories])))
    .groupBy(year)
    .orderBy(year)
    .all();
}
