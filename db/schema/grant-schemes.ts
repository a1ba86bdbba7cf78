// Grant schemes made by the syndicat, their local terms, what people said of communes and schools, and orders held by a request.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { KnownFact } from '~/domain/grants/facts';
import { users } from './accounts';
import { centsColumn, day, id, instant, json } from './columns';
import { grantFiles } from './grants';
import { orders } from './orders';
import { organisations } from './organisations';

/** A version is a draft until it is opened; opened, it never changes: a change is another version. */
export const grantSchemeVersions = sqliteTable(
  'grant_scheme_versions',
  {
    schemeId: text('scheme_id').notNull(),
    version: integer('version').notNull(),
    /** The whole scheme, held against the shape of a scheme each time it is read. */
    content: json<unknown>('content').notNull(),
    /** 'scheme version' it was copied from; null for a new one. */
    copiedFrom: text('copied_from'),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    updatedAt: instant('updated_at').notNull(),
    openedAt: instant('opened_at'),
    openedBy: text('opened_by').references(() => users.id),
    /** Ended before its own closing date. */
    endedAt: instant('ended_at'),
    endedBy: text('ended_by').references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.schemeId, table.version] })],
);

/** What a department retains of a yearly dotation: a row ends when another replaces it. */
export const grantLocalTerms = sqliteTable(
  'grant_local_terms',
  {
    id: id(),
    schemeId: text('scheme_id').notNull(),
    departmentCode: text('department_code').notNull(),
    year: integer('year').notNull(),
    /** Whether school digital equipment is retained; null is not known. */
    retained: integer('retained', { mode: 'boolean' }),
    category: text('category'),
    /** Basis points. */
    lowestRate: integer('lowest_rate'),
    highestRate: integer('highest_rate'),
    minimumCost: centsColumn('minimum_cost'),
    maximumCost: centsColumn('maximum_cost'),
    maximumGrant: centsColumn('maximum_grant'),
    advanceRate: integer('advance_rate'),
    opensOn: day('opens_on'),
    closesOn: day('closes_on'),
    source: text('source'),
    /** Read in the source that is named; what is not shows 'to be verified'. */
    confirmed: integer('confirmed', { mode: 'boolean' }).notNull(),
    enteredAt: instant('entered_at').notNull(),
    enteredBy: text('entered_by')
      .notNull()
      .references(() => users.id),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by').references(() => users.id),
  },
  (table) => [
    uniqueIndex('grant_local_terms_current')
      .on(table.schemeId, table.departmentCode, table.year)
      .where(sql`${table.endedAt} is null`),
  ],
);

/** What a person said of a commune or of a school, outside any file: the latest row of a subject and key counts. */
export const grantPlaceFacts = sqliteTable(
  'grant_place_facts',
  {
    id: id(),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    /** A school's UAI; null when the fact is the commune's. */
    schoolUai: text('school_uai'),
    key: text('key').notNull(),
    /** Null takes the fact back. */
    value: json<Omit<KnownFact, 'origin'>>('value'),
    source: text('source'),
    givenBy: text('given_by')
      .notNull()
      .references(() => users.id),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [index('grant_place_facts_commune').on(table.communeId, table.key)],
);

/** The prefect lets an operation start before its request is received: by which letter, told by whom. */
export const grantStartWaivers = sqliteTable(
  'grant_start_waivers',
  {
    id: id(),
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    grantedOn: day('granted_on').notNull(),
    reference: text('reference').notNull(),
    givenBy: text('given_by')
      .notNull()
      .references(() => users.id),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [uniqueIndex('grant_start_waivers_once').on(table.grantFileId, table.orderId)],
);
