// What the syndicat decided about the rules, and what schools declared to have: both feed the framework checks.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { StartingPointRow } from '~/domain/checks/starting-point-sheet';
import type { Uai } from '~/domain/shared/identifiers';
import { users } from './accounts';
import { id, instant, json } from './columns';
import { organisations, schools } from './organisations';

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

/** A school's declared starting point. An absent fact was never said; null is 'je ne sais pas', said by someone. */
export const startingPoints = sqliteTable(
  'starting_points',
  {
    schoolUai: text('school_uai')
      .$type<Uai>()
      .notNull()
      .references(() => schools.uai),
    fact: text('fact').notNull(),
    value: json<string | number | boolean>('value'),
    declaredBy: text('declared_by')
      .notNull()
      .references(() => users.id),
    declaredAt: instant('declared_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolUai, table.fact] })],
);

/** A sheet with the starting points of a commune's schools, as read: nothing of it counts before a person confirms it. */
export const startingPointSheets = sqliteTable(
  'starting_point_sheets',
  {
    id: id(),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    rows: json<readonly StartingPointRow[]>('rows').notNull(),
    receivedAt: instant('received_at').notNull(),
    receivedBy: text('received_by')
      .notNull()
      .references(() => users.id),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: text('confirmed_by').references(() => users.id),
    /** How many answers were changed, in how many schools, and how many rows were left out, when it was confirmed. */
    outcome: json<Readonly<Record<string, number>>>('outcome'),
  },
  (table) => [index('starting_point_sheets_commune').on(table.communeId, table.receivedAt)],
);
