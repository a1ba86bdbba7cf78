// What a commune answers a campaign with: its own schools, and the references of the catalogue with their price.
import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Day } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import type { Reads } from './client';
import { prices, products, schools } from './schema';

/** The schools of a commune, by name. */
export function listOwnSchools(db: Reads, communeId: string): readonly { readonly uai: Uai; readonly name: string }[] {
  return db
    .select({ uai: schools.uai, name: schools.name })
    .from(schools)
    .where(eq(schools.communeId, communeId))
    .orderBy(asc(schools.name))
    .all();
}

/** Names of schools by UAI. */
export function schoolNames(db: Reads, uais: readonly Uai[]): ReadonlyMap<Uai, string> {
  if (uais.length === 0) return new Map();
  const rows = db
    .select({ uai: schools.uai, name: schools.name })
    .from(schools)
    .where(inArray(schools.uai, [...uais]))
    .all();
  return new Map(rows.map(({ uai, name }) => [uai, name]));
}

const priced = {
  id: products.id,
  reference: products.reference,
  label: products.label,
  category: products.category,
  brand: products.brand,
  model: products.model,
  unit: products.unit,
  attributes: products.attributes,
  unitPriceNet: prices.unitPriceNet,
};

function priceInForce(today: Day) {
  return and(
    eq(prices.productId, products.id),
    lte(prices.validFrom, today),
    or(isNull(prices.validTo), gte(prices.validTo, today)),
  );
}

/** References of some categories with the price in force on the day, by category and label. */
export function listReferences(db: Reads, categories: readonly string[], today: Day) {
  if (categories.length === 0) return [];
  return db
    .select(priced)
    .from(products)
    .innerJoin(prices, priceInForce(today))
    .where(inArray(products.category, [...categories]))
    .orderBy(asc(products.category), asc(products.label))
    .limit(5_000)
    .all();
}

/** A reference with the price in force on the day. */
export function findReference(db: Reads, productId: string, today: Day) {
  return db
    .select(priced)
    .from(products)
    .innerJoin(prices, priceInForce(today))
    .where(eq(products.id, productId))
    .get();
}

/** What the catalogue says of references, whether or not a price is in force. */
export function listReferenceFacts(db: Reads, productIds: readonly string[]) {
  if (productIds.length === 0) return [];
  return db
    .select({ id: products.id, brand: products.brand, model: products.model, attributes: products.attributes })
    .from(products)
    .where(inArray(products.id, [...productIds]))
    .all();
}
