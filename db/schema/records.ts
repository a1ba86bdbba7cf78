// What was done by whom, and the documents issued: rendered once, kept byte for byte, never changed.
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { users } from './accounts';
import { centsColumn, day, id, instant, json } from './columns';
import { organisations } from './organisations';

/** One row per write, in the same transaction as the write. */
export const journal = sqliteTable(
  'journal',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: instant('at').notNull(),
    /** Absent for what the system does by itself. */
    userId: text('user_id').references(() => users.id),
    /** The commune concerned, when there is one. */
    communeId: text('commune_id').references(() => organisations.id),
    /** Verb of the room: 'order.submitted', 'priceSchedule.confirmed'. */
    deed: text('deed').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: json<Readonly<Record<string, unknown>>>('detail').notNull(),
  },
  (table) => [index('journal_subject').on(table.subjectKind, table.subjectId), index('journal_at').on(table.at)],
);

export type DocumentKind =
  | 'purchaseOrder'
  | 'invoice'
  | 'consultationFile'
  | 'choiceNote'
  | 'analysisReport'
  | 'presentationReport'
  | 'awardMinutes'
  | 'awardDecision'
  | 'awardLetter'
  | 'signedContract'
  | 'contractNotification'
  | 'contractAct'
  | 'decp'
  | 'offerRequest'
  | 'grantFile'
  | 'grantFilePart'
  | 'grantPiece'
  | 'grantGroup'
  | 'grantExpense'
  | 'grantStatement'
  | 'needsStatement'
  | 'closingCertificate'
  | 'complianceReport'
  | 'reservationProof'
  | 'deliberation'
  | 'conventionText'
  | 'agecDeclaration';

export const documents = sqliteTable(
  'documents',
  {
    id: id(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    /** Gapless per issuer, kind and year for accounting documents; a reference for the others. */
    number: text('number').notNull(),
    year: integer('year').notNull(),
    issuerId: text('issuer_id')
      .notNull()
      .references(() => organisations.id),
    /** The commune whose finance officer may read it; absent for the syndicat's own documents. */
    communeId: text('commune_id').references(() => organisations.id),
    supplierId: text('supplier_id').references(() => organisations.id),
    title: text('title').notNull(),
    issuedOn: day('issued_on').notNull(),
    issuedAt: instant('issued_at').notNull(),
    issuedBy: text('issued_by').references(() => users.id),
    net: centsColumn('net'),
    vat: centsColumn('vat'),
    gross: centsColumn('gross'),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    byteLength: integer('byte_length').notNull(),
    sha256: text('sha256').notNull(),
    templateVersion: text('template_version').notNull(),
  },
  (table) => [
    uniqueIndex('documents_number').on(table.issuerId, table.kind, table.number),
    index('documents_commune').on(table.communeId, table.issuedOn),
    index('documents_year').on(table.year, table.kind),
  ],
);

/** The bytes, apart so that lists never read them. */
export const documentContents = sqliteTable('document_contents', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => documents.id),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** Last number given per issuer, series and year; raised in the transaction that stores the document. */
export const numberSeries = sqliteTable(
  'number_series',
  {
    issuerId: text('issuer_id')
      .notNull()
      .references(() => organisations.id),
    series: text('series').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuerId, table.series, table.year] })],
);
