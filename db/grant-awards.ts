// Store of what follows an award: terms of the decision, invoices that count, linked orders, evidence issued, results.
import { and, asc, desc, eq, inArray, isNull, min } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import { type Day, dayInParis, type Instant } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import type { Reads, Tx } from './client';
import {
  deliveries,
  documents,
  grantAwardTerms,
  grantExpenses,
  grantLinkedOrders,
  grantResults,
  grantStatements,
  invoices,
  orderLines,
  orders,
  organisations,
  purchaseOrders,
  users,
} from './schema';

/** What the decision says, as last told; undefined when nobody told. */
export function findAwardTerms(db: Reads, grantFileId: string) {
  return db
    .select({ terms: grantAwardTerms, by: users.name })
    .from(grantAwardTerms)
    .innerJoin(users, eq(users.id, grantAwardTerms.givenBy))
    .where(eq(grantAwardTerms.grantFileId, grantFileId))
    .orderBy(desc(grantAwardTerms.givenAt))
    .limit(1)
    .all()
    .map(({ terms, by }) => ({ ...terms, by }))[0];
}

/** The terms last told of several files, by file. */
export function listAwardTerms(db: Reads, grantFileIds: readonly string[]) {
  const rows = db
    .select()
    .from(grantAwardTerms)
    .where(inArray(grantAwardTerms.grantFileId, [...grantFileIds]))
    .orderBy(asc(grantAwardTerms.givenAt))
    .all();
  return new Map(rows.map((row) => [row.grantFileId, row]));
}

/** Adds what the decision says. A form sent twice adds it once: false when the id is already there. */
export function addAwardTerms(tx: Tx, terms: typeof grantAwardTerms.$inferInsert): boolean {
  return tx.insert(grantAwardTerms).values(terms).onConflictDoNothing().run().changes === 1;
}

/** The invoices entered by hand that count, the oldest first. */
export function listExpenses(db: Reads, grantFileId: string) {
  return db
    .select()
    .from(grantExpenses)
    .where(and(eq(grantExpenses.grantFileId, grantFileId), isNull(grantExpenses.endedAt)))
    .orderBy(asc(grantExpenses.invoicedOn), asc(grantExpenses.number))
    .all();
}

/** A document of an invoice entered by hand in this file. */
export function findExpense(db: Reads, grantFileId: string, id: string) {
  return db
    .select()
    .from(grantExpenses)
    .where(and(eq(grantExpenses.grantFileId, grantFileId), eq(grantExpenses.id, id)))
    .get();
}

export function hasExpense(db: Reads, id: string): boolean {
  return db.select({ id: grantExpenses.id }).from(grantExpenses).where(eq(grantExpenses.id, id)).get() !== undefined;
}

/** Adds an invoice entered by hand. */
export function addExpense(tx: Tx, expense: typeof grantExpenses.$inferInsert): void {
  tx.insert(grantExpenses).values(expense).run();
}

/** Takes an invoice out of the count; false when it no longer counts. */
export function endExpense(
  tx: Tx,
  grantFileId: string,
  id: string,
  by: { readonly userId: string; readonly at: Instant },
): boolean {
  return (
    tx
      .update(grantExpenses)
      .set({ endedAt: by.at, endedBy: by.userId })
      .where(and(eq(grantExpenses.id, id), eq(grantExpenses.grantFileId, grantFileId), isNull(grantExpenses.endedAt)))
      .run().changes === 1
  );
}

/** Orders linked to the file besides its own. */
export function listLinkedOrders(db: Reads, grantFileId: string): readonly string[] {
  return db
    .select({ orderId: grantLinkedOrders.orderId })
    .from(grantLinkedOrders)
    .where(eq(grantLinkedOrders.grantFileId, grantFileId))
    .orderBy(asc(grantLinkedOrders.linkedAt))
    .all()
    .map(({ orderId }) => orderId);
}

/** Links an order; false when it already is. */
export function linkOrder(tx: Tx, link: typeof grantLinkedOrders.$inferInsert): boolean {
  return tx.insert(grantLinkedOrders).values(link).onConflictDoNothing().run().changes === 1;
}

export function unlinkOrder(tx: Tx, grantFileId: string, orderId: string): boolean {
  const same = and(eq(grantLinkedOrders.grantFileId, grantFileId), eq(grantLinkedOrders.orderId, orderId));
  return tx.delete(grantLinkedOrders).where(same).run().changes === 1;
}

/** The purchase orders of some orders of a commune, with their documents. */
export function listPurchaseOrdersOf(db: Reads, orderIds: readonly string[], scope: Scope) {
  return db
    .select({
      id: purchaseOrders.id,
      orderId: purchaseOrders.orderId,
      lotId: purchaseOrders.lotId,
      number: purchaseOrders.number,
      documentId: purchaseOrders.documentId,
      issuedOn: documents.issuedOn,
      supplierName: organisations.name,
    })
    .from(purchaseOrders)
    .innerJoin(orders, eq(orders.id, purchaseOrders.orderId))
    .innerJoin(documents, eq(documents.id, purchaseOrders.documentId))
    .leftJoin(organisations, eq(organisations.id, documents.supplierId))
    .where(
      and(
        inArray(purchaseOrders.orderId, [...orderIds]),
        scope.kind === 'syndicat' ? undefined : eq(orders.communeId, scope.communeId),
      ),
    )
    .orderBy(asc(purchaseOrders.number))
    .all();
}

/** The invoices issued here for the deliveries of some orders of a commune, with their stored amounts and their delivery. */
export function listInvoicesOf(db: Reads, orderIds: readonly string[], scope: Scope) {
  return db
    .select({
      id: invoices.id,
      number: invoices.number,
      deliveryId: deliveries.id,
      deliveredOn: deliveries.deliveredOn,
      attestedAt: deliveries.attestedAt,
      attestedBy: users.name,
      orderId: orders.id,
      purchaseOrderNumber: purchaseOrders.number,
      documentId: documents.id,
      issuedOn: documents.issuedOn,
      net: documents.net,
      vat: documents.vat,
      gross: documents.gross,
      fileName: documents.fileName,
      issuerName: organisations.name,
    })
    .from(invoices)
    .innerJoin(deliveries, eq(deliveries.id, invoices.deliveryId))
    .innerJoin(users, eq(users.id, deliveries.attestedBy))
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, deliveries.purchaseOrderId))
    .innerJoin(orders, eq(orders.id, purchaseOrders.orderId))
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .innerJoin(organisations, eq(organisations.id, invoices.issuerId))
    .where(
      and(
        inArray(orders.id, [...orderIds]),
        scope.kind === 'syndicat' ? undefined : eq(orders.communeId, scope.communeId),
      ),
    )
    .orderBy(asc(documents.issuedOn), asc(invoices.number))
    .all();
}

/** Whether an order of the commune has lines for the school. */
export function orderServesSchool(db: Reads, orderId: string, communeId: string, uai: Uai): boolean {
  return (
    db
      .select({ id: orders.id })
      .from(orders)
      .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
      .where(and(eq(orders.id, orderId), eq(orders.communeId, communeId), eq(orderLines.schoolUai, uai)))
      .limit(1)
      .all().length === 1
  );
}

/** The evidence issued for a file, the latest first. */
export function listStatements(db: Reads, grantFileId: string) {
  return db
    .select()
    .from(grantStatements)
    .where(eq(grantStatements.grantFileId, grantFileId))
    .orderBy(desc(grantStatements.issuedAt))
    .all();
}

export function findStatementByDigest(db: Reads, grantFileId: string, inputDigest: string) {
  return db
    .select()
    .from(grantStatements)
    .where(and(eq(grantStatements.grantFileId, grantFileId), eq(grantStatements.inputDigest, inputDigest)))
    .get();
}

export function addStatement(tx: Tx, statement: typeof grantStatements.$inferInsert): void {
  tx.insert(grantStatements).values(statement).run();
}

/** What came of the project, as last told. */
export function findResults(db: Reads, grantFileId: string) {
  return db
    .select({ results: grantResults, by: users.name })
    .from(grantResults)
    .innerJoin(users, eq(users.id, grantResults.givenBy))
    .where(eq(grantResults.grantFileId, grantFileId))
    .orderBy(desc(grantResults.givenAt))
    .limit(1)
    .all()
    .map(({ results, by }) => ({ ...results, by }))[0];
}

/** The day the results of several files were first told, by file. */
export function listResultDays(db: Reads, grantFileIds: readonly string[]): ReadonlyMap<string, Day> {
  const rows = db
    .select({ grantFileId: grantResults.grantFileId, first: min(grantResults.givenAt) })
    .from(grantResults)
    .where(inArray(grantResults.grantFileId, [...grantFileIds]))
    .groupBy(grantResults.grantFileId)
    .all();
  return new Map(rows.flatMap(({ grantFileId, first }) => (first === null ? [] : [[grantFileId, dayInParis(first)]])));
}

/** Adds results. A form sent twice adds them once: false when the id is already there. */
export function addResults(tx: Tx, results: typeof grantResults.$inferInsert): boolean {
  return tx.insert(grantResults).values(results).onConflictDoNothing().run().changes === 1;
}
