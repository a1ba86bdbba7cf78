// Framework agreements, their lots and holders, the price schedules received, and the two ceilings in euros.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { users } from './accounts';
import { centsColumn, day, id, instant, json } from './columns';
import { organisations } from './organisations';

/** 'wholesaler': the syndicat buys and resells; 'intermediary': each commune orders and pays the holder (CCP L2113-2). */
export type CentralPurchasingMode = 'wholesaler' | 'intermediary';

export const accordsCadres = sqliteTable('accords_cadres', {
  id: id(),
  reference: text('reference').notNull().unique(),
  title: text('title').notNull(),
  mode: text('mode').$type<CentralPurchasingMode>().notNull(),
  notifiedOn: day('notified_on').notNull(),
  startsOn: day('starts_on').notNull(),
  endsOn: day('ends_on').notNull(),
  fictitious: integer('fictitious', { mode: 'boolean' }).notNull().default(false),
});

export const lots = sqliteTable(
  'lots',
  {
    id: id(),
    accordCadreId: text('accord_cadre_id')
      .notNull()
      .references(() => accordsCadres.id),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    cpv: text('cpv').notNull(),
    holderId: text('holder_id')
      .notNull()
      .references(() => organisations.id),
    /** Maximum over the whole duration, net, all members (CCP R2162-4). */
    maximumNet: centsColumn('maximum_net').notNull(),
    deliveryDays: integer('delivery_days').notNull(),
  },
  (table) => [uniqueIndex('lots_number').on(table.accordCadreId, table.number)],
);

/** A member's own ceiling under a lot, net over its duration; no row, no right to order under the lot. */
export const memberCeilings = sqliteTable(
  'member_ceilings',
  {
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    maximumNet: centsColumn('maximum_net').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lotId, table.communeId] })],
);

/** A price schedule file (BPU) as received: first shown line by line, then confirmed, and never edited. */
export const priceSchedules = sqliteTable(
  'price_schedules',
  {
    id: id(),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    effectiveOn: day('effective_on').notNull(),
    /** What the import understood, line by line; the confirmation applies this and nothing else. */
    report: json<unknown>('report').notNull(),
    receivedAt: instant('received_at').notNull(),
    receivedBy: text('received_by').references(() => users.id),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: text('confirmed_by').references(() => users.id),
  },
  (table) => [index('price_schedules_lot').on(table.lotId)],
);
