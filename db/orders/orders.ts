// Orders: what stands under the ceilings, submission, the deeds that follow, and what each may see of them.
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, isNotNull, like, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { AskedLot } from '~/domain/orders/ceilings';
import { type OrderDeed, type OrderState, stateAfter } from '~/domain/orders/order-states';
import { type Day, type Instant, yearOf } from '~/domain/shared/day';
import { type Cents, cents, zeroCents } from '~/domain/shared/money';
import { committedNetByLot } from '../accords-cadres';
import type { Reads, Tx } from '../client';
import { addDeed, nextNumber, takeNumber } from '../records';
import { accordsCadres, lots, memberCeilings, orderLines, orderSteps, orders, organisations, users } from '../schema';

function visibleTo(scope: Scope): SQL | undefined {
  return scope.kind === 'syndicat' ? ne(orders.state, 'draft') : eq(orders.communeId, scope.communeId);
}

/** An order that the scope may see; a cart is seen by its commune only. */
export function findOrder(db: Reads, id: string, scope: Scope) {
  return db
    .select({ order: orders, communeName: organisations.name })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.communeId))
    .where(and(eq(orders.id, id), visibleTo(scope)))
    .get();
}

export interface OrderFilters {
  /** Year of the reference. */
  readonly year?: number | undefined;
  readonly state?: OrderState | undefined;
  readonly communeId?: string | undefined;
  /** Part of the reference, title or commune's name. */
  readonly text?: string | undefined;
}

export const orderPageSize = 50;

function within(scope: Scope, filters: OrderFilters): SQL | undefined {
  const text = filters.text?.trim();
  return and(
    visibleTo(scope),
    ne(orders.state, 'draft'),
    // A cart given up before it was ever submitted has none.
    isNotNull(orders.reference),
    filters.year === undefined ? undefined : like(orders.reference, `CMD-${filters.year}-%`),
    filters.state === undefined ? undefined : eq(orders.state, filters.state),
    filters.communeId === undefined ? undefined : eq(orders.communeId, filters.communeId),
    text
      ? or(like(orders.reference, `%${text}%`), like(orders.title, `%${text}%`), like(organisations.name, `%${text}%`))
      : undefined,
  );
}

/** One page of submitted orders within the scope, the latest first, with their net amount (eco-contribution included). */
export function listOrders(db: Reads, scope: Scope, filters: OrderFilters, page: number) {
  return db
    .select({
      id: orders.id,
      reference: orders.reference,
      title: orders.title,
      state: orders.state,
      submittedAt: orders.submittedAt,
      communeName: organisations.name,
      net: sql<Cents>`coalesce(sum(${orderLines.net} + ${orderLines.ecoNet}), 0)`,
      lines: sql<number>`count(${orderLines.id})`,
    })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.communeId))
    .leftJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(within(scope, filters))
    .groupBy(orders.id)
    .orderBy(desc(orders.submittedAt), desc(orders.reference))
    .limit(orderPageSize)
    .offset((page - 1) * orderPageSize)
    .all();
}

/** Years of the references within the scope, the latest first. */
export function listOrderYears(db: Reads, scope: Scope): readonly number[] {
  const year = sql<number>`cast(substr(${orders.reference}, 5, 4) as integer)`;
  return db
    .selectDistinct({ year })
    .from(orders)
    .where(and(visibleTo(scope), isNotNull(orders.reference)))
    .orderBy(desc(year))
    .all()
    .map((row) => row.year);
}

/** Number of submitted orders that the filters keep. */
export function countOrders(db: Reads, scope: Scope, filters: OrderFilters): number {
  const row = db
    .select({ n: sql<number>`count(*)` })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.communeId))
    .where(within(scope, filters))
    .get();
  return row?.n ?? 0;
}

/** The deeds on an order, the first one first. */
export function listOrderSteps(db: Reads, orderId: string) {
  return db
    .select({
      id: orderSteps.id,
      state: orderSteps.state,
      at: orderSteps.at,
      by: users.name,
      comment: orderSteps.comment,
    })
    .from(orderSteps)
    .innerJoin(users, eq(users.id, orderSteps.byUserId))
    .where(eq(orderSteps.orderId, orderId))
    .orderBy(asc(orderSteps.at), asc(sql`${orderSteps}.rowid`))
    .all();
}

/** The lots that a cart asks for, each with its two ceilings and what stands under them: summed here, in the transaction. */
export function listAskedLots(db: Reads, orderId: string, communeId: string): readonly AskedLot[] {
  const ofAll = committedNetByLot(db);
  const ofMember = committedNetByLot(db, communeId);
  return db
    .select({
      lotId: lots.id,
      number: lots.number,
      lotTitle: lots.title,
      reference: accordsCadres.reference,
      notifiedOn: accordsCadres.notifiedOn,
      startsOn: accordsCadres.startsOn,
      endsOn: accordsCadres.endsOn,
      maximumNet: lots.maximumNet,
      memberMaximumNet: memberCeilings.maximumNet,
      askedNet: sql<number>`sum(${orderLines.net} + ${orderLines.ecoNet})`,
    })
    .from(orderLines)
    .innerJoin(lots, eq(lots.id, orderLines.lotId))
    .innerJoin(accordsCadres, eq(accordsCadres.id, lots.accordCadreId))
    .leftJoin(memberCeilings, and(eq(memberCeilings.lotId, lots.id), eq(memberCeilings.communeId, communeId)))
    .where(eq(orderLines.orderId, orderId))
    .groupBy(lots.id)
    .orderBy(asc(accordsCadres.reference), asc(lots.number))
    .all()
    .map(({ number, lotTitle, reference, askedNet, ...row }) => ({
      ...row,
      title: `${reference}, lot ${number} – ${lotTitle}`,
      askedNet: cents(askedNet),
      committedNet: ofAll.get(row.lotId) ?? zeroCents,
      memberCommittedNet: ofMember.get(row.lotId) ?? zeroCents,
    }));
}

export interface Doer {
  readonly userId: string;
  readonly now: Instant;
}

/** Moves an order by a deed and leaves the step and the journal row; undefined when the deed is not possible from its state. */
export function advanceOrder(
  tx: Tx,
  order: { readonly id: string; readonly communeId: string; readonly state: OrderState },
  deed: OrderDeed,
  by: Doer,
  comment: string | null = null,
): OrderState | undefined {
  const state = stateAfter(order.state, deed);
  if (state === undefined) return undefined;
  tx.update(orders).set({ state }).where(eq(orders.id, order.id)).run();
  tx.insert(orderSteps)
    .values({ id: randomUUID(), orderId: order.id, state, at: by.now, byUserId: by.userId, comment })
    .run();
  addDeed(tx, {
    at: by.now,
    userId: by.userId,
    communeId: order.communeId,
    deed: `order.${deed}`,
    subjectKind: 'order',
    subjectId: order.id,
    detail: comment === null ? { state } : { state, comment },
  });
  return state;
}

/** Gives a submitted order its reference, without gaps per syndicat and year; a returned order keeps the one it has. */
export function numberOrder(tx: Tx, orderId: string, syndicatId: string, at: Instant, today: Day): string {
  const known = tx.select({ reference: orders.reference }).from(orders).where(eq(orders.id, orderId)).get()?.reference;
  tx.update(orders).set({ submittedAt: at }).where(eq(orders.id, orderId)).run();
  if (known) return known;
  const series = { issuerId: syndicatId, series: 'order', year: yearOf(today) };
  const number = nextNumber(tx, series);
  takeNumber(tx, series, number);
  const reference = `CMD-${series.year}-${String(number).padStart(5, '0')}`;
  tx.update(orders).set({ reference }).where(eq(orders.id, orderId)).run();
  return reference;
}

/** Changes the Chorus Pro references of an order that is not yet issued. */
export function changeOrderReferences(
  tx: Tx,
  orderId: string,
  references: { readonly commitmentNumber: string | null; readonly serviceCode: string | null },
): void {
  tx.update(orders).set(references).where(eq(orders.id, orderId)).run();
}
