// Store of accords-cadres, lots, holders, members' ceilings, and the price schedules received for a lot.
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { committedStates } from '~/domain/orders/order-states';
import type { Cents } from '~/domain/shared/money';
import { zeroCents } from '~/domain/shared/money';
import type { Reads, Tx } from './client';
import {
  accordsCadres,
  lots,
  memberCeilings,
  orderLines,
  orders,
  organisations,
  priceSchedules,
  prices,
  products,
  users,
} from './schema';

export type AccordCadre = typeof accordsCadres.$inferSelect;
export type Lot = typeof lots.$inferSelect;

export function addAccordCadre(tx: Tx, accordCadre: typeof accordsCadres.$inferInsert): void {
  tx.insert(accordsCadres).values(accordCadre).run();
}

export function addLot(tx: Tx, lot: typeof lots.$inferInsert): void {
  tx.insert(lots).values(lot).run();
}

/**
 * Changes the maximum of a lot and its last day, after an amendment. A lot that shares its accord-cadre with others gets
 * one of its own, under the reference given: their days do not move.
 */
export function changeLotTerms(
  tx: Tx,
  lotId: string,
  terms: { readonly maximumNet: Cents; readonly endsOn: AccordCadre['endsOn']; readonly reference: string },
): void {
  const found = findLot(tx, lotId);
  if (!found) throw new Error(`No lot ${lotId}`);
  const { maximumNet, endsOn, reference } = terms;
  const { accordCadre } = found;
  const siblings = tx.select({ id: lots.id }).from(lots).where(eq(lots.accordCadreId, accordCadre.id)).all();
  tx.update(lots).set({ maximumNet }).where(eq(lots.id, lotId)).run();
  if (endsOn === accordCadre.endsOn) return;
  if (siblings.length === 1) {
    tx.update(accordsCadres).set({ endsOn }).where(eq(accordsCadres.id, accordCadre.id)).run();
    return;
  }
  const id = `${accordCadre.id}-${found.lot.number}`;
  addAccordCadre(tx, { ...accordCadre, id, reference, endsOn });
  tx.update(lots).set({ accordCadreId: id }).where(eq(lots.id, lotId)).run();
}

/** Gives a member its own ceiling under a lot, net: without one it cannot order there. */
export function addMemberCeiling(tx: Tx, ceiling: typeof memberCeilings.$inferInsert): void {
  tx.insert(memberCeilings).values(ceiling).run();
}

/** Net amount in cents of the standing orders of each lot, eco-contribution included; of one commune when given. The one sum that pages, ceilings and documents share. */
export function committedNetByLot(db: Reads, communeId?: string): ReadonlyMap<string, Cents> {
  const rows = db
    .select({ lotId: orderLines.lotId, net: sql<Cents>`sum(${orderLines.net} + ${orderLines.ecoNet})` })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(
      and(
        inArray(orders.state, [...committedStates]),
        communeId === undefined ? undefined : eq(orders.communeId, communeId),
      ),
    )
    .groupBy(orderLines.lotId)
    .all();
  return new Map(rows.map(({ lotId, net }) => [lotId, net]));
}

/** All accords-cadres, those that end first on top. */
export function listAccordsCadres(db: Reads): AccordCadre[] {
  return db.select().from(accordsCadres).orderBy(asc(accordsCadres.endsOn), asc(accordsCadres.reference)).all();
}

export function findAccordCadre(db: Reads, id: string): AccordCadre | undefined {
  return db.select().from(accordsCadres).where(eq(accordsCadres.id, id)).get();
}

/** Lots with their holder and the number of references, in the order of their numbers. */
export function listLots(db: Reads, accordCadreId?: string) {
  return db
    .select({
      lot: lots,
      holderName: organisations.name,
      holderSiret: organisations.siret,
      references: db.$count(products, eq(products.lotId, lots.id)),
    })
    .from(lots)
    .innerJoin(organisations, eq(organisations.id, lots.holderId))
    .where(accordCadreId === undefined ? undefined : eq(lots.accordCadreId, accordCadreId))
    .orderBy(asc(lots.accordCadreId), asc(lots.number))
    .all();
}

/** A lot with its accord-cadre and its holder. */
export function findLot(db: Reads, id: string) {
  return db
    .select({ lot: lots, accordCadre: accordsCadres, holder: organisations })
    .from(lots)
    .innerJoin(accordsCadres, eq(accordsCadres.id, lots.accordCadreId))
    .innerJoin(organisations, eq(organisations.id, lots.holderId))
    .where(eq(lots.id, id))
    .get();
}

/** A member's ceiling under each lot where it has one, with what its standing orders take of it, net. */
export function listMemberCeilings(db: Reads, communeId: string) {
  const committed = committedNetByLot(db, communeId);
  return db
    .select()
    .from(memberCeilings)
    .where(eq(memberCeilings.communeId, communeId))
    .all()
    .map(({ lotId, maximumNet }) => ({ lotId, maximumNet, committedNet: committed.get(lotId) ?? zeroCents }));
}

/** Keeps a price schedule as received, before anyone confirms it. */
export function addPriceSchedule(tx: Tx, schedule: typeof priceSchedules.$inferInsert): void {
  tx.insert(priceSchedules).values(schedule).run();
}

export function findPriceSchedule(db: Reads, id: string) {
  return db.select().from(priceSchedules).where(eq(priceSchedules.id, id)).get();
}

/** Marks a price schedule as confirmed; false when it already was: a second confirmation does nothing. */
export function confirmPriceSchedule(
  tx: Tx,
  id: string,
  confirmation: { confirmedAt: string; confirmedBy: string },
): boolean {
  const { changes } = tx
    .update(priceSchedules)
    .set(confirmation)
    .where(and(eq(priceSchedules.id, id), isNull(priceSchedules.confirmedAt)))
    .run();
  return changes === 1;
}

/** Price schedules received for a lot, the latest first, without their content. */
export function listPriceSchedules(db: Reads, lotId: string) {
  return db
    .select({
      id: priceSchedules.id,
      fileName: priceSchedules.fileName,
      effectiveOn: priceSchedules.effectiveOn,
      receivedAt: priceSchedules.receivedAt,
      receivedBy: users.name,
      confirmedAt: priceSchedules.confirmedAt,
      prices: db.$count(prices, eq(prices.priceScheduleId, priceSchedules.id)),
    })
    .from(priceSchedules)
    .leftJoin(users, eq(users.id, priceSchedules.receivedBy))
    .where(eq(priceSchedules.lotId, lotId))
    .orderBy(desc(priceSchedules.receivedAt))
    .all();
}
