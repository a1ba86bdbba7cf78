// Grant application files, the facts they rest on, and each version issued.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FileAnswers } from '~/domain/grants/answers';
import type { KnownFact } from '~/domain/grants/facts';
import type { VersionEntry } from '~/domain/grants/versions';
import type { Uai } from '~/domain/shared/identifiers';
import { users } from './accounts';
import { id, instant, json } from './columns';
import { orders } from './orders';
import { organisations, schools } from './organisations';
import { documents } from './records';

export const grantFiles = sqliteTable(
  'grant_files',
  {
    id: id(),
    schemeId: text('scheme_id').notNull(),
    schemeVersion: text('scheme_version').notNull(),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    schoolUai: text('school_uai')
      .$type<Uai>()
      .notNull()
      .references(() => schools.uai),
    orderId: text('order_id').references(() => orders.id),
    /** What people answered, section by section, as the room's domain type. */
    answers: json<FileAnswers>('answers').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('grant_files_commune').on(table.communeId)],
);

/** A fact an eligibility test used: who gave it, when, from which source. */
export const grantFacts = sqliteTable(
  'grant_facts',
  {
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** Value with its definition and year; the source stands in its own column. */
    value: json<Omit<KnownFact, 'origin'>>('value'),
    source: text('source'),
    givenBy: text('given_by')
      .notNull()
      .references(() => users.id),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantFileId, table.key] })],
);

export const grantFileVersions = sqliteTable(
  'grant_file_versions',
  {
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
    version: integer('version').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    inputDigest: text('input_digest').notNull(),
    /** What the version says, entry by entry, to be held against another; null for versions issued before it was kept. */
    entries: json<readonly VersionEntry[]>('entries'),
  },
  (table) => [primaryKey({ columns: [table.grantFileId, table.version] })],
);
