// Results of the framework checks as they were on submission, and the comments on reservations.
import { asc, eq } from 'drizzle-orm';
import type { CheckResult } from '~/domain/checks/results';
import type { Reads, Tx } from '../client';
import { orderChecks, orders, reservationAcknowledgements, users } from '../schema';
import type { Doer } from './orders';

/** Freezes the results of an order: rule versions, inputs and sentences of that day. */
export function freezeChecks(tx: Tx, orderId: string, results: readonly CheckResult[]): void {
  tx.delete(orderChecks).where(eq(orderChecks.orderId, orderId)).run();
  // A report issued before the order was sent back speaks of other results.
  tx.update(orders).set({ reportDocumentId: null }).where(eq(orders.id, orderId)).run();
  for (const result of results) {
    tx.insert(orderChecks)
      .values({
        orderId,
        key: result.key,
        ruleId: result.ruleId,
        ruleVersion: String(result.ruleVersion),
        answer: result.answer,
        severity: result.severity,
        result,
      })
      .run();
  }
}

/** The results frozen on submission. */
export function listFrozenChecks(db: Reads, orderId: string): readonly CheckResult[] {
  return db
    .select({ result: orderChecks.result })
    .from(orderChecks)
    .where(eq(orderChecks.orderId, orderId))
    .orderBy(asc(orderChecks.ruleId), asc(orderChecks.key))
    .all()
    .map((row) => row.result as CheckResult);
}

/** Comments on the reservations of an order, by key of the result. */
export function listAcknowledgements(db: Reads, orderId: string) {
  return db
    .select({
      key: reservationAcknowledgements.key,
      comment: reservationAcknowledgements.comment,
      by: users.name,
      at: reservationAcknowledgements.at,
    })
    .from(reservationAcknowledgements)
    .innerJoin(users, eq(users.id, reservationAcknowledgements.byUserId))
    .where(eq(reservationAcknowledgements.orderId, orderId))
    .all();
}

/** Answers results of an order with one comment. */
export function acknowledgeChecks(
  tx: Tx,
  orderId: string,
  results: readonly Pick<CheckResult, 'key'>[],
  comment: string,
  by: Doer,
): void {
  for (const { key } of results) {
    tx.insert(reservationAcknowledgements)
      .values({ orderId, key, comment, byUserId: by.userId, at: by.now })
      .onConflictDoNothing()
      .run();
  }
}
