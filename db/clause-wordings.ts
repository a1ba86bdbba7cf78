// Store of the buyer's own wordings of clauses: every one stays, the last row of a clause holds.
import { asc, eq, ne, sql } from 'drizzle-orm';
import type { ClauseWording } from '~/domain/consultations/clause-wordings';
import { dayInParis, type Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { clauseWordings, consultations } from './schema';

/** The wordings that hold in a consultation, by the order they were written. */
export function listClauseWordings(db: Reads, consultationId: string): readonly ClauseWording[] {
  const rows = db
    .select()
    .from(clauseWordings)
    .where(eq(clauseWordings.consultationId, consultationId))
    .orderBy(asc(sql`rowid`))
    .all();
  const last = new Map(rows.map((row) => [row.clauseId, row]));
  return [...last.values()].flatMap(({ clauseId, clauseVersion, paragraphs, reason, at }) =>
    paragraphs === null ? [] : [{ clauseId, clauseVersion, paragraphs, reason, on: dayInParis(at as Instant) }],
  );
}

/** A wording of another consultation, to be proposed in this one. */
export interface EarlierWording extends ClauseWording {
  readonly reference: string;
}

/** The last wording of each clause in the other consultations, when their buyer had not gone back to the shipped one. */
export function listEarlierWordings(db: Reads, consultationId: string): readonly EarlierWording[] {
  const rows = db
    .select({ wording: clauseWordings, reference: consultations.reference })
    .from(clauseWordings)
    .innerJoin(consultations, eq(consultations.id, clauseWordings.consultationId))
    .where(ne(clauseWordings.consultationId, consultationId))
    .orderBy(asc(sql`consultation_clause_wordings.rowid`))
    .all();
  const last = new Map(rows.map((row) => [row.wording.clauseId, row]));
  return [...last.values()].flatMap(({ wording, reference }) => {
    const { clauseId, clauseVersion, paragraphs, reason, at } = wording;
    return paragraphs === null
      ? []
      : [{ clauseId, clauseVersion, paragraphs, reason, on: dayInParis(at as Instant), reference }];
  });
}

/** Records a wording, or the return to the shipped one when its paragraphs are null; a form sent twice writes once. */
export function addClauseWording(tx: Tx, row: typeof clauseWordings.$inferInsert): boolean {
  return tx.insert(clauseWordings).values(row).onConflictDoNothing().run().changes === 1;
}
