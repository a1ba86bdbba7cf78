// What follows the award of a grant: what the decision says, what is spent on it, the evidence issued, the results told.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { IndicatorResult } from '~/domain/grants/award-results';
import { users } from './accounts';
import { centsColumn, day, id, instant, json } from './columns';
import { grantFiles } from './grants';
import { orders } from './orders';
import { documents } from './records';

const fileId = () =>
  text('grant_file_id')
    .notNull()
    .references(() => grantFiles.id);

/** What the decision or agreement says, as a person read it; the latest row counts, the former stay. */
export const grantAwardTerms = sqliteTable(
  'grant_award_terms',
  {
    id: id(),
    grantFileId: fileId(),
    /** Basis points of the eligible spending; null leaves the rate of the scheme. */
    rate: integer('rate'),
    /** Highest spending the decision aids, on the basis of the scheme. */
    highestBase: centsColumn('highest_base'),
    /** Last day to sign the agreement. */
    agreementBefore: day('agreement_before'),
    startBefore: day('start_before'),
    completeBefore: day('complete_before'),
    evidenceBefore: day('evidence_before'),
    /** Last day to report the results to the funder. */
    resultsBefore: day('results_before'),
    /** The day the operation really started: its first legal act. */
    startedOn: day('started_on'),
    completedOn: day('completed_on'),
    source: text('source'),
    givenBy: text('given_by')
      .notNull()
      .references(() => users.id),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [index('grant_award_terms_file').on(table.grantFileId)],
);

/** An invoice that did not pass through the centrale, entered by hand. Taken out, it stays with the day it stopped counting. */
export const grantExpenses = sqliteTable(
  'grant_expenses',
  {
    id: id(),
    grantFileId: fileId(),
    supplier: text('supplier').notNull(),
    number: text('number').notNull(),
    label: text('label').notNull(),
    invoicedOn: day('invoiced_on').notNull(),
    serviceDoneOn: day('service_done_on'),
    net: centsColumn('net').notNull(),
    vat: centsColumn('vat').notNull(),
    gross: centsColumn('gross').notNull(),
    /** Part of it that the scheme aids, as a person says. */
    eligibleNet: centsColumn('eligible_net').notNull(),
    eligibleGross: centsColumn('eligible_gross').notNull(),
    documentId: text('document_id').references(() => documents.id),
    addedBy: text('added_by')
      .notNull()
      .references(() => users.id),
    addedAt: instant('added_at').notNull(),
    endedBy: text('ended_by').references(() => users.id),
    endedAt: instant('ended_at'),
  },
  (table) => [index('grant_expenses_file').on(table.grantFileId)],
);

/** Another order of the same commune whose lines for the school count in the file too. */
export const grantLinkedOrders = sqliteTable(
  'grant_linked_orders',
  {
    grantFileId: fileId(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    linkedBy: text('linked_by')
      .notNull()
      .references(() => users.id),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantFileId, table.orderId] })],
);

/** Evidence issued for a payment: its statement as PDF and as workbook, and the digest of what it says. */
export const grantStatements = sqliteTable(
  'grant_statements',
  {
    id: id(),
    grantFileId: fileId(),
    number: text('number').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    workbookId: text('workbook_id')
      .notNull()
      .references(() => documents.id),
    /** Documents of the invoices that the statement lists and that are held here. */
    invoiceDocuments: json<readonly string[]>('invoice_documents').notNull(),
    inputDigest: text('input_digest').notNull(),
    issuedAt: instant('issued_at').notNull(),
  },
  (table) => [uniqueIndex('grant_statements_same').on(table.grantFileId, table.inputDigest)],
);

/** What came of the project, told at its end; the latest row counts. */
export const grantResults = sqliteTable(
  'grant_results',
  {
    id: id(),
    grantFileId: fileId(),
    indicators: json<readonly IndicatorResult[]>('indicators').notNull(),
    worked: text('worked').notNull(),
    didNotWork: text('did_not_work').notNull(),
    next: text('next').notNull(),
    givenBy: text('given_by')
      .notNull()
      .references(() => users.id),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [index('grant_results_file').on(table.grantFileId)],
);
