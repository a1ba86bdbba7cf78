// What a buyer writes in a market file in place of what is shipped: clauses in own words, requirements of lines.
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Requirement } from '~/domain/consultations/requirements';
import { users } from './accounts';
import { consultations } from './campaigns';
import { id, instant, json } from './columns';

/** Each wording of a clause, dated; the last row of a clause holds, and null goes back to the shipped wording. */
export const clauseWordings = sqliteTable(
  'consultation_clause_wordings',
  {
    id: id(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id),
    clauseId: text('clause_id').notNull(),
    /** Version of the shipped clause that was rewritten. */
    clauseVersion: text('clause_version').notNull(),
    paragraphs: json<readonly string[] | null>('paragraphs'),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [index('clause_wordings_clause').on(table.clauseId, table.consultationId)],
);

/** Each list of requirements of a line that the buyer wrote, dated; null goes back to those drawn from the needs. */
export const lineRequirements = sqliteTable(
  'consultation_line_requirements',
  {
    id: id(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id),
    lineNumber: text('line_number').notNull(),
    requirements: json<readonly Requirement[] | null>('requirements'),
    at: instant('at').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [index('line_requirements_line').on(table.consultationId, table.lineNumber)],
);
