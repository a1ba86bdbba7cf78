// Store of the documents that finance officers look for: purchase orders and invoices.
import { and, asc, desc, eq, inArray, like, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Scope } from '~/domain/accounts/permissions';
import type { Cents } from '~/domain/shared/money';
import type { Reads } from './client';
import { documents, organisations } from './schema';

export type FinanceKind = 'purchaseOrder' | 'invoice';
export const financeKinds: readonly FinanceKind[] = ['purchaseOrder', 'invoice'];

export interface FinanceFilters {
  readonly year?: number | undefined;
  readonly kind?: FinanceKind | undefined;
  readonly supplierId?: string | undefined;
  readonly communeId?: string | undefined;
  /** Part of the number or title. */
  readonly text?: string | undefined;
  /** An amount net or gross, to the cent. */
  readonly amount?: Cents | undefined;
}

const supplier = alias(organisations, 'supplier');
const commune = alias(organisations, 'commune');

function within(scope: Scope, filters: FinanceFilters): SQL | undefined {
  const text = filters.text?.trim();
  return and(
    inArray(documents.kind, [...financeKinds]),
    scope.kind === 'syndicat' ? undefined : eq(documents.communeId, scope.communeId),
    filters.year === undefined ? undefined : eq(documents.year, filters.year),
    filters.kind === undefined ? undefined : eq(documents.kind, filters.kind),
    filters.supplierId === undefined ? undefined : eq(documents.supplierId, filters.supplierId),
    filters.communeId === undefined ? undefined : eq(documents.communeId, filters.communeId),
    text ? or(like(documents.number, `%${text}%`), like(documents.title, `%${text}%`)) : undefined,
    filters.amount === undefined
      ? undefined
      : or(eq(documents.net, filters.amount), eq(documents.gross, filters.amount)),
  );
}

function rows(db: Reads) {
  return db
    .select({
      id: documents.id,
      kind: documents.kind,
      number: documents.number,
      title: documents.title,
      issuedOn: documents.issuedOn,
      net: documents.net,
      vat: documents.vat,
      gross: documents.gross,
      fileName: documents.fileName,
      byteLength: documents.byteLength,
      sha256: documents.sha256,
      supplierName: supplier.name,
      communeName: commune.name,
    })
    .from(documents)
    .leftJoin(supplier, eq(supplier.id, documents.supplierId))
    .leftJoin(commune, eq(commune.id, documents.communeId));
}

export const financePageSize = 50;

/** One page of the documents that the scope may see, the latest first. */
export function listFinanceDocuments(db: Reads, scope: Scope, filters: FinanceFilters, page: number) {
  return rows(db)
    .where(within(scope, filters))
    .orderBy(desc(documents.issuedOn), desc(documents.issuedAt), desc(documents.number))
    .limit(financePageSize)
    .offset((page - 1) * financePageSize)
    .all();
}

/** All the documents that the filters keep, in the order of their numbers: for an export. */
export function listAllFinanceDocuments(db: Reads, scope: Scope, filters: FinanceFilters) {
  return rows(db).where(within(scope, filters)).orderBy(asc(documents.year), asc(documents.number)).all();
}

/** The chosen documents among those that the scope may see. */
export function listChosenDocuments(db: Reads, scope: Scope, ids: readonly string[]) {
  return rows(db)
    .where(and(within(scope, {}), inArray(documents.id, [...ids])))
    .orderBy(asc(documents.number))
    .all();
}

/** Number of documents and their sums in cents, of all pages. */
export function sumFinanceDocuments(db: Reads, scope: Scope, filters: FinanceFilters) {
  const sum = (column: typeof documents.net) => sql<Cents>`coalesce(sum(${column}), 0)`;
  const row = db
    .select({ count: sql<number>`count(*)`, net: sum(documents.net), gross: sum(documents.gross) })
    .from(documents)
    .where(within(scope, filters))
    .get();
  if (!row) throw new Error('An aggregate always has a row');
  return row;
}

/** Years and suppliers that the scope's documents have, for the filters. */
export function listFinanceChoices(db: Reads, scope: Scope) {
  const years = db
    .selectDistinct({ year: documents.year })
    .from(documents)
    .where(within(scope, {}))
    .orderBy(desc(documents.year))
    .all()
    .map((row) => row.year);
  const suppliers = db
    .selectDistinct({ id: supplier.id, name: supplier.name })
    .from(documents)
    .innerJoin(supplier, eq(supplier.id, documents.supplierId))
    .where(within(scope, {}))
    .orderBy(asc(supplier.name))
    .all();
  return { years, suppliers };
}
