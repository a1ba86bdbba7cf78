// Store of what departments retain of yearly dotations: one row in force per scheme, department and year; the former ones stay.
import type { DepartmentTerms } from 'catalog/grants/types';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { grantLocalTerms, users } from './schema';

type Row = typeof grantLocalTerms.$inferSelect;

function termsOf(row: Row): DepartmentTerms {
  return {
    schemeId: row.schemeId,
    departmentCode: row.departmentCode,
    year: row.year,
    retained: row.retained,
    category: row.category,
    lowestRate: row.lowestRate,
    highestRate: row.highestRate,
    minimumCostCents: row.minimumCost,
    maximumCostCents: row.maximumCost,
    maximumGrantCents: row.maximumGrant,
    advanceRate: row.advanceRate,
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    source: row.source,
    confidence: row.confirmed ? 'confirmed' : 'unsure',
  };
}

/** The terms in force, with who entered them and when, by department and year. */
export function listDepartmentTerms(db: Reads) {
  return db
    .select({ row: grantLocalTerms, by: users.name })
    .from(grantLocalTerms)
    .innerJoin(users, eq(users.id, grantLocalTerms.enteredBy))
    .where(isNull(grantLocalTerms.endedAt))
    .orderBy(asc(grantLocalTerms.departmentCode), desc(grantLocalTerms.year), asc(grantLocalTerms.schemeId))
    .all()
    .map(({ row, by }) => ({ id: row.id, terms: termsOf(row), by, at: row.enteredAt }));
}

interface By {
  readonly userId: string;
  readonly at: Instant;
}

/** Enters terms; those of the same scheme, department and year end. A form sent twice enters them once. */
export function addDepartmentTerms(tx: Tx, id: string, terms: DepartmentTerms, by: By): boolean {
  if (tx.select().from(grantLocalTerms).where(eq(grantLocalTerms.id, id)).get()) return false;
  tx.update(grantLocalTerms)
    .set({ endedAt: by.at, endedBy: by.userId })
    .where(
      and(
        eq(grantLocalTerms.schemeId, terms.schemeId),
        eq(grantLocalTerms.departmentCode, terms.departmentCode),
        eq(grantLocalTerms.year, terms.year),
        isNull(grantLocalTerms.endedAt),
      ),
    )
    .run();
  const { minimumCostCents, maximumCostCents, maximumGrantCents, opensOn, closesOn, confidence, ...rest } = terms;
  tx.insert(grantLocalTerms)
    .values({
      ...rest,
      id,
      minimumCost: minimumCostCents as Row['minimumCost'],
      maximumCost: maximumCostCents as Row['maximumCost'],
      maximumGrant: maximumGrantCents as Row['maximumGrant'],
      opensOn: opensOn as Row['opensOn'],
      closesOn: closesOn as Row['closesOn'],
      confirmed: confidence === 'confirmed',
      enteredAt: by.at,
      enteredBy: by.userId,
    })
    .run();
  return true;
}

/** Takes terms back; the row stays with who ended it. False when they were not in force. */
export function endDepartmentTerms(tx: Tx, id: string, by: By): boolean {
  const ended = tx
    .update(grantLocalTerms)
    .set({ endedAt: by.at, endedBy: by.userId })
    .where(and(eq(grantLocalTerms.id, id), isNull(grantLocalTerms.endedAt)))
    .run();
  return ended.changes === 1;
}
