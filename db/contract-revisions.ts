// Store of the price revisions of contracts: their terms, the revisions made, and the initial prices they start from.
import { asc, eq } from 'drizzle-orm';
import type { UnitPrice } from '~/domain/shared/money';
import type { Reads, Tx } from './client';
import { findConsultation } from './consultations';
import { contractRevisions, contractRevisionTerms, type contracts, prices, products } from './schema';

export type Revision = typeof contractRevisions.$inferSelect;

/** The terms of revision recorded for a contract. */
export function findRevisionTerms(db: Reads, contractId: string) {
  return db.select().from(contractRevisionTerms).where(eq(contractRevisionTerms.contractId, contractId)).get()?.terms;
}

/** Records the terms of revision of a contract, in place of those before. */
export function keepRevisionTerms(tx: Tx, row: typeof contractRevisionTerms.$inferInsert): void {
  const { terms, at, byUserId } = row;
  tx.insert(contractRevisionTerms)
    .values(row)
    .onConflictDoUpdate({ target: contractRevisionTerms.contractId, set: { terms, at, byUserId } })
    .run();
}

/** The revisions of a contract, in their order. */
export function listRevisions(db: Reads, contractId: string): readonly Revision[] {
  return db
    .select()
    .from(contractRevisions)
    .where(eq(contractRevisions.contractId, contractId))
    .orderBy(asc(contractRevisions.number))
    .all();
}

/** What the dates of a contract read of its revisions; null while its prices are firm. */
export function revisionDatesOf(
  db: Reads,
  { id, consultationId, priceForm }: Pick<typeof contracts.$inferSelect, 'id' | 'consultationId' | 'priceForm'>,
) {
  const form = priceForm ?? findConsultation(db, consultationId)?.choices.priceForm;
  if (form !== 'revisable') return null;
  const revisedOn = listRevisions(db, id).map(({ dueOn }) => dueOn);
  return { everyMonths: findRevisionTerms(db, id)?.everyMonths ?? null, revisedOn };
}

/** Records a revision. */
export function addRevision(tx: Tx, revision: typeof contractRevisions.$inferInsert): void {
  tx.insert(contractRevisions).values(revision).run();
}

/** The first price that each reference of a lot ever had, net: what a formula starts from. */
export function listInitialPrices(db: Reads, lotId: string): ReadonlyMap<string, UnitPrice> {
  const rows = db
    .select({ productId: prices.productId, unitPriceNet: prices.unitPriceNet })
    .from(prices)
    .innerJoin(products, eq(products.id, prices.productId))
    .where(eq(products.lotId, lotId))
    .orderBy(asc(prices.validFrom))
    .all();
  const first = new Map<string, UnitPrice>();
  for (const { productId, unitPriceNet } of rows) if (!first.has(productId)) first.set(productId, unitPriceNet);
  return first;
}
