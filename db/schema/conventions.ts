// Conventions of joint procurement: their terms, the acts of their members, and the texts issued.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ConventionTerms } from '~/domain/organisations/conventions';
import { users } from './accounts';
import { day, id, instant, json } from './columns';
import { organisations } from './organisations';
import { documents } from './records';

export const conventions = sqliteTable('conventions', {
  id: id(),
  reference: text('reference').notNull().unique(),
  /** What the parties agree on; it changes no more once a member has signed or a campaign is run under it. */
  terms: json<ConventionTerms>('terms').notNull(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => users.id),
  changedAt: instant('changed_at').notNull(),
});

/** A commune's stay in a groupement, with its acts; a commune that comes back has another row. */
export const conventionMembers = sqliteTable(
  'convention_members',
  {
    id: id(),
    conventionId: text('convention_id')
      .notNull()
      .references(() => conventions.id),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    joinedOn: day('joined_on').notNull(),
    /** Who signs for the commune, and as what. */
    representative: text('representative'),
    deliberationNumber: text('deliberation_number'),
    deliberationOn: day('deliberation_on'),
    enforceableOn: day('enforceable_on'),
    deliberationDocumentId: text('deliberation_document_id').references(() => documents.id),
    signedOn: day('signed_on'),
    /** First day on which it is no longer a member. */
    withdrawnOn: day('withdrawn_on'),
    withdrawalReason: text('withdrawal_reason'),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [index('convention_members_commune').on(table.conventionId, table.communeId)],
);

/** Each text issued: a new version never replaces the one before. */
export const conventionTexts = sqliteTable(
  'convention_texts',
  {
    conventionId: text('convention_id')
      .notNull()
      .references(() => conventions.id),
    version: integer('version').notNull(),
    pdfDocumentId: text('pdf_document_id')
      .notNull()
      .references(() => documents.id),
    docxDocumentId: text('docx_document_id')
      .notNull()
      .references(() => documents.id),
    /** Digest of what the text was made from: tells when a change makes it out of date. */
    inputDigest: text('input_digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conventionId, table.version] })],
);
