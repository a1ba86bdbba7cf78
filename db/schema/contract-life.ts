// What happens to a contract between its notification and its end.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RenewalOutcome } from '~/domain/consultations/contract-periods';
import { users } from './accounts';
import { day, id, instant } from './columns';
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
