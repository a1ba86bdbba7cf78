// What the syndicat decided about the rules, and what schools declared to have: both feed the framework checks.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { StartingPointRow } from '~/domain/checks/starting-point-sheet';
import type { Uai } from '~/domain/shared/identifiers';
import { users } from './accounts';
import { day, id, instant, json } from './columns';
import { orders } from './orders';
import { organisations, schools } from './organisations';
import { documents } from './records';

/** A rule switched on or off by a buyer who read its citation; the last row of a rule holds. */
export const ruleSwitches = sqliteTable('rule_switches', {
  id: id(),
  ruleId: text('rule_id').notNull(),
  /** The version whose citation was read. */
  ruleVersion: integer('rule_version'),
  enabled: integer('enabled', { mode: 'boolean' }).notNull(),
  reason: text('reason').notNull(),
  byUserId: text('by_user_id')
    .notNull()
    .references(() => users.id),
  at: instant('at').notNull(),
});

/**
 * A rule of the syndicat, one row per version: a draft until a deliberation adopts it, then only its last day is added.
 * A rule that Préau proposes and the syndicat adopts has its versions here too.
 */
export const policies = sqliteTable(
  'policies',
  {
    id: id(),
    ruleId: text('rule_id').notNull(),
    version: integer('version').notNull(),
    /** The rule as plain data, without dates, vote and switch, which are columns; held to its shape on reading. */
    rule: json<unknown>('rule').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Absent while it is a draft. */
    adoptedOn: day('adopted_on'),
    reference: text('reference'),
    documentId: text('document_id').references(() => documents.id),
    adoptedBy: text('adopted_by').references(() => users.id),
    adoptedAt: instant('adopted_at'),
    /** First and last day on which it is checked. */
    from: day('from_day'),
    until: day('until_day'),
    /** Why it ended before another version took its place. */
    endReason: text('end_reason'),
    endedBy: text('ended_by').references(() => users.id),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('policies_version').on(table.ruleId, table.version),
    uniqueIndex('policies_one_draft').on(table.ruleId).where(sql`${table.adoptedOn} is null`),
  ],
);

/** An open order held again against the rules of a day, on purpose: what had changed since its results were frozen. */
export const orderRechecks = sqliteTable(
  'order_rechecks',
  {
    id: id(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    day: day('day').notNull(),
    at: instant('at').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    comment: text('comment'),
    results: json<unknown>('results').notNull(),
    differences: json<unknown>('differences').notNull(),
  },
  (table) => [index('order_rechecks_order').on(table.orderId, table.at)],
);

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
