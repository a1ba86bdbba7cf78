// Store of the references, their dated prices and their full-text terms.
import { randomUUID } from 'node:crypto';
import { type CategoryCode, categories } from 'catalog/products/categories';
import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { succeedPrices } from '~/domain/accords-cadres/prices';
import type { ProductToCheck } from '~/domain/checks/check';
import type { CurrentReference, ReferenceFacts } from '~/domain/products/price-schedule-changes';
import { indexedText } from '~/domain/products/search-terms';
import type { Day, Instant } from '~/domain/shared/day';
import { divideRounded } from '~/domain/shared/money';
import type { Reads, Tx } from './client';
import { accordsCadres, lots, organisations, prices, products } from './schema';

export type Product = typeof products.$inferSelect;
export type Price = typeof prices.$inferSelect;

/** Everything by which a reference is found. */
function termsOf(
  facts: Pick<ReferenceFacts, 'reference' | 'label' | 'category' | 'brand' | 'model' | 'description'>,
): string {
  const category = categories[facts.category as CategoryCode];
  return indexedText([facts.label, facts.brand, facts.model, facts.reference, category?.label, facts.description]);
}

function indexTerms(tx: Tx, productId: string, terms: string): void {
  tx.run(
    sql`insert into product_terms (rowid, terms) select id, ${terms} from product_documents where product_id = ${productId}`,
  );
}

/** Adds a reference to a lot and to the index; returns its id. Its price comes apart. */
export function addProduct(tx: Tx, lotId: string, facts: ReferenceFacts, at: Instant): string {
  const id = randomUUID();
  const { reference, label, category, brand, model, description, unit, attributes } = facts;
  tx.insert(products)
    .values({ id, lotId, reference, label, category, brand, model, description, unit, attributes, createdAt: at })
    .run();
  tx.run(sql`insert into product_documents (product_id) values (${id})`);
  indexTerms(tx, id, termsOf(facts));
  return id;
}

/** Changes what describes a reference. Its key in the lot never changes. */
export function changeProduct(tx: Tx, id: string, facts: ReferenceFacts): void {
  const { label, category, brand, model, description, unit, attributes } = facts;
  tx.update(products)
    .set({ label, category, brand, model, description, unit, attributes })
    .where(eq(products.id, id))
    .run();
  // A reference that was never indexed gets its document now.
  tx.run(sql`insert into product_documents (product_id) values (${id}) on conflict do nothing`);
  tx.run(sql`delete from product_terms where rowid = (select id from product_documents where product_id = ${id})`);
  indexTerms(tx, id, termsOf(facts));
}

type NewPrice = Pick<Price, 'unitPriceNet' | 'vatRate' | 'ecoContributionNet' | 'validFrom' | 'priceScheduleId'>;

/** Gives a reference a price from a day; the one in force ends the day before. Throws when a later one exists. */
export function addPrice(tx: Tx, productId: string, price: NewPrice): void {
  const known = tx.select().from(prices).where(eq(prices.productId, productId)).all();
  const succession = succeedPrices(known, price.validFrom);
  if (!succession.possible) throw new Error(`Product ${productId} has a price from ${succession.refusal.validFrom}`);
  if (succession.closed) {
    const { price: closed, validTo } = succession.closed;
    tx.update(prices).set({ validTo }).where(eq(prices.id, closed.id)).run();
  }
  tx.insert(prices)
    .values({ ...price, id: randomUUID(), productId, validTo: null })
    .run();
}

/** Ends the open price of a reference on a day, the last on which it can be ordered. */
export function endPrice(tx: Tx, productId: string, lastDay: Day): void {
  tx.update(prices)
    .set({ validTo: lastDay })
    .where(and(eq(prices.productId, productId), isNull(prices.validTo), lte(prices.validFrom, lastDay)))
    .run();
}

function holdsOn(day: Day) {
  return and(lte(prices.validFrom, day), or(isNull(prices.validTo), gte(prices.validTo, day)));
}

/** The references of a lot with the price that holds on a day, as a price schedule is compared with them. */
export function listCurrentReferences(db: Reads, lotId: string, day: Day): CurrentReference[] {
  const later = new Map(
    db
      .select({ productId: prices.productId, validFrom: sql<Day>`min(${prices.validFrom})` })
      .from(prices)
      .innerJoin(products, eq(products.id, prices.productId))
      .where(and(eq(products.lotId, lotId), gte(prices.validFrom, day)))
      .groupBy(prices.productId)
      .all()
      .map(({ productId, validFrom }) => [productId, validFrom]),
  );
  return db
    .select({ product: products, price: prices })
    .from(products)
    .leftJoin(prices, and(eq(prices.productId, products.id), holdsOn(day)))
    .where(eq(products.lotId, lotId))
    .orderBy(asc(products.reference))
    .all()
    .map(({ product, price }) => ({ ...product, price, laterPriceFrom: later.get(product.id) ?? null }));
}

/** A reference with its lot, accord-cadre, holder and the price that holds on a day (null when none does). */
export function findProduct(db: Reads, id: string, day: Day) {
  return db
    .select({ product: products, lot: lots, accordCadre: accordsCadres, holder: organisations, price: prices })
    .from(products)
    .innerJoin(lots, eq(lots.id, products.lotId))
    .innerJoin(accordsCadres, eq(accordsCadres.id, lots.accordCadreId))
    .innerJoin(organisations, eq(organisations.id, lots.holderId))
    .leftJoin(prices, and(eq(prices.productId, products.id), holdsOn(day)))
    .where(eq(products.id, id))
    .get();
}

/** Several references with the price that holds on a day, in the order asked; those not found are left out. */
export function listProducts(db: Reads, ids: readonly string[], day: Day) {
  const rows = db
    .select({ product: products, lot: lots, accordCadre: accordsCadres, holder: organisations, price: prices })
    .from(products)
    .innerJoin(lots, eq(lots.id, products.lotId))
    .innerJoin(accordsCadres, eq(accordsCadres.id, lots.accordCadreId))
    .innerJoin(organisations, eq(organisations.id, lots.holderId))
    .leftJoin(prices, and(eq(prices.productId, products.id), holdsOn(day)))
    .where(inArray(products.id, [...ids]))
    .all();
  return ids.flatMap((id) => rows.find(({ product }) => product.id === id) ?? []);
}

/** All prices of a reference, the latest first. */
export function listPricesOf(db: Reads, productId: string): Price[] {
  return db.select().from(prices).where(eq(prices.productId, productId)).orderBy(desc(prices.validFrom)).all();
}

/** References with a price in force on a day, as the rules read them, in the categories given (all without any). */
export function listProductsToCheck(
  db: Reads,
  day: Day,
  categoryCodes: readonly string[] | undefined,
  limit: number,
): readonly (ProductToCheck & { readonly label: string; readonly reference: string })[] {
  return db
    .select({
      id: products.id,
      reference: products.reference,
      label: products.label,
      category: products.category,
      attributes: products.attributes,
      eco: prices.ecoContributionNet,
    })
    .from(products)
    .innerJoin(prices, and(eq(prices.productId, products.id), holdsOn(day)))
    .where(categoryCodes === undefined ? undefined : inArray(products.category, [...categoryCodes]))
    .orderBy(asc(products.label), asc(products.id))
    .limit(limit)
    .all()
    .map(({ eco, ...product }) => ({ ...product, ecoContributionCents: divideRounded(BigInt(eco), 100n) }));
}
