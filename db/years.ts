// Store of a buyer's civil years: lines of its purchase orders, what people add to them, declarations issued.
import { and, asc, desc, eq, gte, inArray, isNull, like, lt } from 'drizzle-orm';
import type { YearLineFact } from '~/domain/checks/agec-year';
import type { Instant } from '~/domain/shared/day';
import { dayInParis, yearOf } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import {
  documents,
  orderLines,
  orders,
  products,
  purchaseOrders,
  users,
  yearEntries,
  yearFacts,
  yearLineAnswers,
} from './schema';

/** Lines of the purchase orders that the buyer pays and that were issued in a civil year in Paris, by number. */
export function listYearLines(db: Reads, buyerId: string, year: number) {
  return db
    .select({
      id: orderLines.id,
      orderId: orders.id,
      number: purchaseOrders.number,
      issuedAt: purchaseOrders.issuedAt,
      label: orderLines.label,
      net: orderLines.net,
      ecoNet: orderLines.ecoNet,
      facts: orderLines.facts,
      productCategory: products.category,
      attributes: products.attributes,
    })
    .from(purchaseOrders)
    .innerJoin(orders, eq(orders.id, purchaseOrders.orderId))
    .innerJoin(
      orderLines,
      and(eq(orderLines.orderId, purchaseOrders.orderId), eq(orderLines.lotId, purchaseOrders.lotId)),
    )
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(
      and(
        eq(purchaseOrders.payerId, buyerId),
        inArray(orders.state, ['issued', 'delivered']),
        // A day on each side: the year is that of Paris, instants are UTC.
        gte(purchaseOrders.issuedAt, `${year - 1}-12-31`),
        lt(purchaseOrders.issuedAt, `${year + 1}-01-02`),
      ),
    )
    .orderBy(asc(purchaseOrders.number), asc(orderLines.position))
    .all()
    .filter(({ issuedAt }) => yearOf(dayInParis(issuedAt)) === year);
}

/** What people confirmed of these lines, with who and when. */
export function listYearLineAnswers(db: Reads, lineIds: readonly string[]) {
  return db
    .select({
      orderLineId: yearLineAnswers.orderLineId,
      fact: yearLineAnswers.fact,
      value: yearLineAnswers.value,
      at: yearLineAnswers.at,
      by: users.name,
    })
    .from(yearLineAnswers)
    .innerJoin(users, eq(users.id, yearLineAnswers.byUserId))
    .where(inArray(yearLineAnswers.orderLineId, [...lineIds]))
    .all();
}

/** Keeps what a person confirms of a line. */
export function answerYearLine(
  tx: Tx,
  answer: { readonly orderLineId: string; readonly fact: YearLineFact; readonly value: boolean },
  by: { readonly userId: string; readonly now: Instant },
): void {
  const said = { value: answer.value, byUserId: by.userId, at: by.now };
  tx.insert(yearLineAnswers)
    .values({ ...answer, ...said })
    .onConflictDoUpdate({ target: [yearLineAnswers.orderLineId, yearLineAnswers.fact], set: said })
    .run();
}

/** Purchases made elsewhere and donations of a year that were not taken back. */
export function listYearEntries(db: Reads, buyerId: string, year: number) {
  return db
    .select({ entry: yearEntries, by: users.name })
    .from(yearEntries)
    .innerJoin(users, eq(users.id, yearEntries.byUserId))
    .where(and(eq(yearEntries.buyerId, buyerId), eq(yearEntries.year, year), isNull(yearEntries.removedAt)))
    .orderBy(asc(yearEntries.at))
    .all();
}

/** Adds an entry; the same id sent twice is one. Says whether it was written. */
export function addYearEntry(tx: Tx, row: typeof yearEntries.$inferInsert): boolean {
  return tx.insert(yearEntries).values(row).onConflictDoNothing().run().changes > 0;
}

/** An entry of a buyer, taken back or not. */
export function findYearEntry(db: Reads, buyerId: string, id: string) {
  return db
    .select()
    .from(yearEntries)
    .where(and(eq(yearEntries.id, id), eq(yearEntries.buyerId, buyerId)))
    .get();
}

/** Takes an entry back; says whether it still stood. */
export function removeYearEntry(tx: Tx, id: string, by: { readonly userId: string; readonly now: Instant }): boolean {
  return (
    tx
      .update(yearEntries)
      .set({ removedAt: by.now, removedBy: by.userId })
      .where(and(eq(yearEntries.id, id), isNull(yearEntries.removedAt)))
      .run().changes > 0
  );
}

/** What was said of a year, the oldest first: the last row of a fact holds. */
export function listYearFacts(db: Reads, buyerId: string, year: number) {
  return db
    .select({
      category: yearFacts.category,
      fact: yearFacts.fact,
      value: yearFacts.value,
      at: yearFacts.at,
      by: users.name,
    })
    .from(yearFacts)
    .innerJoin(users, eq(users.id, yearFacts.byUserId))
    .where(and(eq(yearFacts.buyerId, buyerId), eq(yearFacts.year, year)))
    .orderBy(asc(yearFacts.at))
    .all();
}

/** Adds a fact of a year; the same id sent twice is one. Says whether it was written. */
export function addYearFact(tx: Tx, row: typeof yearFacts.$inferInsert): boolean {
  return tx.insert(yearFacts).values(row).onConflictDoNothing().run().changes > 0;
}

/** Declarations issued for a year, the latest first: it replaces those before. */
export function listDeclarations(db: Reads, buyerId: string, year: number) {
  return db
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.kind, 'agecDeclaration'),
        eq(documents.issuerId, buyerId),
        like(documents.number, `AGEC-${year}-%`),
      ),
    )
    .orderBy(desc(documents.issuedAt), desc(documents.number))
    .all();
}
