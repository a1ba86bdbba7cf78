// What people add to a grant file: pieces joined, the school's link, opinions, sign-offs, documents of a version, grouped files.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { users } from './accounts';
import { day, id, instant } from './columns';
import { grantFiles } from './grants';
import { organisations } from './organisations';
import { documents } from './records';

/** A document joined for a piece. Replaced or taken out, it stays: only the day it stopped counting is added. */
export const grantPieces = sqliteTable(
  'grant_pieces',
  {
    id: id(),
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
    /** Code of the piece in the published list. */
    piece: text('piece').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    label: text('label').notNull(),
    pages: integer('pages').notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => users.id),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by').references(() => users.id),
  },
  (table) => [index('grant_pieces_file').on(table.grantFileId)],
);

/** A piece that a person says is not required for this file, and why. */
export const grantPieceWaivers = sqliteTable(
  'grant_piece_waivers',
  {
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
    piece: text('piece').notNull(),
    reason: text('reason').notNull(),
    givenBy: text('given_by')
      .notNull()
      .references(() => users.id),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantFileId, table.piece] })],
);

/** A link by which the school writes its part without an account; only the digest of its secret is kept. */
export const grantSchoolLinks = sqliteTable(
  'grant_school_links',
  {
    id: id(),
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
    tokenDigest: text('token_digest').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    revokedAt: instant('revoked_at'),
    lastSavedAt: instant('last_saved_at'),
  },
  (table) => [
    uniqueIndex('grant_school_links_token').on(table.tokenDigest),
    index('grant_school_links_file').on(table.grantFileId),
  ],
);

/** A pedagogical adviser's opinion on the project; the latest counts. */
export const grantOpinions = sqliteTable(
  'grant_opinions',
  {
    id: id(),
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
    opinion: text('opinion').$type<'favorable' | 'withReservations' | 'unfavorable'>().notNull(),
    comment: text('comment').notNull(),
    givenOn: day('given_on').notNull(),
    givenAt: instant('given_at').notNull(),
    givenBy: text('given_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [index('grant_opinions_file').on(table.grantFileId)],
);

/** The elected official's sign-off of one issued version. */
export const grantSignOffs = sqliteTable(
  'grant_sign_offs',
  {
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
    version: integer('version').notNull(),
    signedOn: day('signed_on').notNull(),
    signedAt: instant('signed_at').notNull(),
    signedBy: text('signed_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.grantFileId, table.version] })],
);

/** Every document issued with a version, in the order of its list. */
export const grantVersionDocuments = sqliteTable(
  'grant_version_documents',
  {
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
    version: integer('version').notNull(),
    position: integer('position').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
  },
  (table) => [primaryKey({ columns: [table.grantFileId, table.version, table.position] })],
);

/** Several files of one scheme presented together, by one commune or carried by the syndicat for several. */
export const grantGroups = sqliteTable(
  'grant_groups',
  {
    id: id(),
    title: text('title').notNull(),
    schemeId: text('scheme_id').notNull(),
    schemeVersion: text('scheme_version').notNull(),
    /** The only commune it concerns; null when it gathers several. */
    communeId: text('commune_id').references(() => organisations.id),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [index('grant_groups_commune').on(table.communeId)],
);

export const grantGroupFiles = sqliteTable(
  'grant_group_files',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => grantGroups.id, { onDelete: 'cascade' }),
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.grantFileId] })],
);

export const grantGroupVersions = sqliteTable(
  'grant_group_versions',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => grantGroups.id),
    version: integer('version').notNull(),
    pdfId: text('pdf_id')
      .notNull()
      .references(() => documents.id),
    costingId: text('costing_id')
      .notNull()
      .references(() => documents.id),
    inputDigest: text('input_digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.version] })],
);
