// The civil year of a buyer under AGEC article 58 and REEN article 16: what people add to its purchase orders, each with who and when.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { YearEntryKind, YearFactName, YearLineFact } from '~/domain/checks/agec-year';
import type { ExitRoute } from '~/domain/checks/withdrawn-equipment';
import { users } from './accounts';
import { centsColumn, id, instant } from './columns';
import { orderLines } from './orders';
import { organisations } from './organisations';

/** What a person confirms of an ordered line that neither the order nor the catalogue says; the last word holds. */
export const yearLineAnswers = sqliteTable(
  'year_line_answers',
  {
    orderLineId: text('order_line_id')
      .notNull()
      .references(() => orderLines.id),
    fact: text('fact').$type<YearLineFact>().notNull(),
    value: integer('value', { mode: 'boolean' }).notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderLineId, table.fact] })],
);

/** A purchase made elsewhere or a donation received; taken back by a date, never deleted. */
export const yearEntries = sqliteTable(
  'year_entries',
  {
    id: id(),
    buyerId: text('buyer_id')
      .notNull()
      .references(() => organisations.id),
    year: integer('year').notNull(),
    /** Code of catalog/thresholds/agec.ts. */
    category: text('category').notNull(),
    kind: text('kind').$type<YearEntryKind>().notNull(),
    label: text('label').notNull(),
    /** Donated items; absent for a purchase. */
    quantity: integer('quantity'),
    /** Net amount of the purchase, or flat value of the donation. */
    net: centsColumn('net').notNull(),
    reuseNet: centsColumn('reuse_net').notNull(),
    recycledNet: centsColumn('recycled_net').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
    removedAt: instant('removed_at'),
    removedBy: text('removed_by').references(() => users.id),
  },
  (table) => [index('year_entries_buyer').on(table.buyerId, table.year)],
);

/** Computer equipment of under ten years that was withdrawn; taken back by a date, never deleted. */
export const yearWithdrawals = sqliteTable(
  'year_withdrawals',
  {
    id: id(),
    buyerId: text('buyer_id')
      .notNull()
      .references(() => organisations.id),
    year: integer('year').notNull(),
    label: text('label').notNull(),
    quantity: integer('quantity').notNull(),
    /** Null while it is not decided. */
    route: text('route').$type<ExitRoute>(),
    /** Whether it was directed to reuse; null while nobody knows. */
    reused: integer('reused', { mode: 'boolean' }),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
    removedAt: instant('removed_at'),
    removedBy: text('removed_by').references(() => users.id),
  },
  (table) => [index('year_withdrawals_buyer').on(table.buyerId, table.year)],
);

/** Why a target is missed, that nothing was withdrawn, and the day the declaration was published; the last row of a fact holds. */
export const yearFacts = sqliteTable(
  'year_facts',
  {
    id: id(),
    buyerId: text('buyer_id')
      .notNull()
      .references(() => organisations.id),
    year: integer('year').notNull(),
    /** Empty for what concerns the whole year. */
    category: text('category').notNull(),
    fact: text('fact').$type<YearFactName>().notNull(),
    value: text('value').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
  },
  (table) => [index('year_facts_buyer').on(table.buyerId, table.year)],
);
