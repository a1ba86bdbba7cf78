// Store of the requirements that buyers wrote for lines: every list stays, the last one of a line holds.
import { asc, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { Requirement } from '~/domain/consultations/requirements';
import { type Day, dayInParis, type Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { lineRequirements, products } from './schema';

export interface WrittenRequirements {
  readonly requirements: readonly Requirement[];
  readonly on: Day;
}

/** The lists that hold, by line number; a line given back to its reference has none. */
export function listWrittenRequirements(db: Reads, consultationId: string): ReadonlyMap<string, WrittenRequirements> {
  const rows = db
    .select()
    .from(lineRequirements)
    .where(eq(lineRequirements.consultationId, consultationId))
    .orderBy(asc(sql`rowid`))
    .all();
  const last = new Map(rows.map((row) => [row.lineNumber, row]));
  return new Map(
    [...last].flatMap(([line, { requirements, at }]) =>
      requirements === null ? [] : [[line, { requirements, on: dayInParis(at as Instant) }] as const],
    ),
  );
}

/** Records a list, or the return to the drawn one when it is null; a form sent twice writes once. */
export function addLineRequirements(tx: Tx, row: typeof lineRequirements.$inferInsert): boolean {
  return tx.insert(lineRequirements).values(row).onConflictDoNothing().run().changes === 1;
}

/** Every brand and model that the catalogue knows. */
export function listProductNames(db: Reads): readonly string[] {
  const rows = db
    .selectDistinct({ brand: products.brand, model: products.model })
    .from(products)
    .where(or(isNotNull(products.brand), isNotNull(products.model)))
    .all();
  return [...new Set(rows.flatMap(({ brand, model }) => [brand ?? [], model ?? []].flat()))];
}
