// What happens to a contract between its notification and its end.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RevisionTerms } from '~/domain/accords-cadres/price-revision';
import type { BuyerState, ClosingKind } from '~/domain/consultations/contract-closing';
import type { RenewalOutcome } from '~/domain/consultations/contract-periods';
import type { UsedValue } from '~/domain/consultations/revision-refusals';
import { priceSchedules } from './accords-cadres';
import { users } from './accounts';
import { day, id, instant, json } from './columns';
import { contracts } from './contracts';
import { documents } from './records';

const contract = () =>
  text('contract_id')
    .notNull()
    .references(() => contracts.id);
const by = () =>
  text('by_user_id')
    .notNull()
    .references(() => users.id);
const document = (name: string) =>
  text(name)
    .notNull()
    .references(() => documents.id);

/** A decision on a renewal; a later one replaces it until the holder has received its letter. */
export const contractRenewals = sqliteTable(
  'contract_renewals',
  {
    id: id(),
    contractId: contract(),
    /** From 1: the renewal decided on. */
    number: integer('number').notNull(),
    outcome: text('outcome').$type<RenewalOutcome>().notNull(),
    reason: text('reason').notNull(),
    /** Where the contract ends by this decision. */
    endsOn: day('ends_on').notNull(),
    decidedOn: day('decided_on').notNull(),
    /** Null until the holder has received the letter. */
    receivedOn: day('received_on'),
    pdfDocumentId: document('pdf_document_id'),
    docxDocumentId: document('docx_document_id'),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [index('contract_renewals_contract').on(table.contractId, table.number)],
);

/** The formula of revision of a contract as its CCAP and its commitment fix it; locked by the first revision. */
export const contractRevisionTerms = sqliteTable('contract_revision_terms', {
  contractId: contract().primaryKey(),
  terms: json<RevisionTerms>('terms').notNull(),
  at: instant('at').notNull(),
  byUserId: by(),
});

/** A revision of the prices of a contract, with the certificate issued and the price list it put in the catalogue. */
export const contractRevisions = sqliteTable(
  'contract_revisions',
  {
    id: id(),
    contractId: contract(),
    /** From 1. */
    number: integer('number').notNull(),
    /** The day of revision that the contract fixes. */
    dueOn: day('due_on').notNull(),
    /** The first day of the new prices in the catalogue. */
    effectiveOn: day('effective_on').notNull(),
    values: json<readonly UsedValue[]>('values').notNull(),
    /** Applied coefficient, as a whole number of the last decimal that the terms give it. */
    coefficient: text('coefficient').notNull(),
    safeguardReason: text('safeguard_reason').notNull(),
    priceScheduleId: text('price_schedule_id')
      .notNull()
      .references(() => priceSchedules.id),
    pdfDocumentId: document('pdf_document_id'),
    docxDocumentId: document('docx_document_id'),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [uniqueIndex('contract_revisions_due').on(table.contractId, table.dueOn)],
);

/** The end of a contract, with what each buyer had ordered and received that day, as its statement says. */
export const contractClosings = sqliteTable('contract_closings', {
  id: id(),
  contractId: contract().unique(),
  kind: text('kind').$type<ClosingKind>().notNull(),
  /** Code of the ground of a termination; null for the other ends. */
  ground: text('ground'),
  reason: text('reason').notNull(),
  endsOn: day('ends_on').notNull(),
  warrantyUntil: day('warranty_until'),
  retentionUntil: day('retention_until'),
  buyers: json<readonly BuyerState[]>('buyers').notNull(),
  pdfDocumentId: document('pdf_document_id'),
  docxDocumentId: document('docx_document_id'),
  at: instant('at').notNull(),
  byUserId: by(),
});
