// What the syndicat decided about the rules, and what schools declared to have: both feed the framework checks.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Uai } from '~/domain/shared/identifiers';
import { users } from './accounts';
import { id, instant, json } from './columns';
import { schools } from './organisations';

/** A rule switched on or off by a buyer who read its citation; the last row of a rule holds. */
export const ruleSwitches = sqliteTable('rule_switches', {
  id: id(),
  ruleId: text('rule_id').notNull(),
  enabled: integer('enabled', { mode: 'boolean' }).notNull(),
  reason: text('reason').notNull(),
  byUserId: text('by_user_id')
    .notNull()
    .references(() => users.id),
  at: instant('at').notNull(),
});

/** A school's declared starting point: existing equipment and network. An absent fact is unknown. */
export const startingPoints = sqliteTable(
  'starting_points',
  {
    schoolUai: text('school_uai')
      .$type<Uai>()
      .notNull()
      .references(() => schools.uai),
    fact: text('fact').notNull(),
    value: json<string | number | boolean>('value').notNull(),
    declaredBy: text('declared_by')
      .notNull()
      .references(() => users.id),
    declaredAt: instant('declared_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolUai, table.fact] })],
);
