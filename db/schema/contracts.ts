// What a consultation leads to: the decisions on its lots, the letters, and the contract of each awarded lot.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AmendmentKind } from '~/domain/consultations/amendments';
import type { AwardBasis, DecidingBody, LotOutcome } from '~/domain/consultations/award';
import type { LetterKind } from '~/domain/consultations/award-letters';
import type { PriceForm } from '~/domain/consultations/consultation';
import type { DecpAnswers } from '~/domain/consultations/decp';
import type { PresentationAnswers } from '~/domain/consultations/presentation';
import type { Procedure } from '~/domain/consultations/procedure';
import { lots } from './accords-cadres';
import { users } from './accounts';
import { consultations } from './campaigns';
import { centsColumn, day, id, instant, json } from './columns';
import { deposits, offers } from './offers';
import { organisations } from './organisations';
import { documents } from './records';

const by = () =>
  text('by_user_id')
    .notNull()
    .references(() => users.id);
const consultation = () =>
  text('consultation_id')
    .notNull()
    .references(() => consultations.id);
const document = (name: string) => text(name).references(() => documents.id);

/** A meeting of the CAO, or a decision of the executive, on one or several lots, with what it issued. */
export const awardSessions = sqliteTable(
  'award_sessions',
  {
    id: id(),
    consultationId: consultation(),
    body: text('body').$type<DecidingBody>().notNull(),
    decidedOn: day('decided_on').notNull(),
    convenedOn: day('convened_on'),
    /** Members with a vote in office, present or not. */
    votingMembers: integer('voting_members'),
    secondConvocation: integer('second_convocation', { mode: 'boolean' }).notNull(),
    voting: json<readonly string[]>('voting').notNull(),
    advisory: json<readonly string[]>('advisory').notNull(),
    reference: text('reference'),
    signatory: text('signatory').notNull(),
    minutes: text('minutes'),
    /** Until when all the candidates accepted to be bound, when longer than published. */
    extendedUntil: day('extended_until'),
    /** Version of the analysis report that the decision relied on. */
    reportVersion: integer('report_version').notNull(),
    minutesPdfId: document('minutes_pdf_id'),
    minutesDocxId: document('minutes_docx_id'),
    decisionPdfId: document('decision_pdf_id').notNull(),
    decisionDocxId: document('decision_docx_id').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [index('award_sessions_consultation').on(table.consultationId)],
);

/** A version of the presentation report of the procedure, with what the buyer said that the site does not know. */
export const presentationReports = sqliteTable(
  'presentation_reports',
  {
    consultationId: consultation(),
    version: integer('version').notNull(),
    pdfDocumentId: document('pdf_document_id').notNull(),
    docxDocumentId: document('docx_document_id').notNull(),
    answers: json<PresentationAnswers>('answers').notNull(),
    inputDigest: text('input_digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.version] })],
);

/** The decision on a lot; a later one, before the signature, replaces it and the earlier stays as a trace. */
export const lotDecisions = sqliteTable(
  'consultation_lot_decisions',
  {
    id: id(),
    sessionId: text('session_id')
      .notNull()
      .references(() => awardSessions.id),
    consultationId: consultation(),
    lotNumber: integer('lot_number').notNull(),
    outcome: text('outcome').$type<LotOutcome>().notNull(),
    /** The deposit whose offer is chosen, and the price schedule that counts; null unless awarded. */
    depositId: text('deposit_id').references(() => deposits.id),
    offerId: text('offer_id').references(() => offers.id),
    /** Total of the chosen offer over the published quantities, net. */
    offerNet: centsColumn('offer_net'),
    votesFor: integer('votes_for'),
    votesAgainst: integer('votes_against'),
    abstentions: integer('abstentions'),
    reason: text('reason'),
    basis: json<AwardBasis>('basis').notNull(),
    decidedOn: day('decided_on').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [index('consultation_lot_decisions_lot').on(table.consultationId, table.lotNumber)],
);

/** A letter to a candidate about a lot, as issued; a person sends it through the buyer profile and dates it here. */
export const awardLetters = sqliteTable(
  'award_letters',
  {
    id: id(),
    decisionId: text('decision_id')
      .notNull()
      .references(() => lotDecisions.id),
    consultationId: consultation(),
    lotNumber: integer('lot_number').notNull(),
    depositId: text('deposit_id')
      .notNull()
      .references(() => deposits.id),
    candidate: text('candidate').notNull(),
    kind: text('kind').$type<LetterKind>().notNull(),
    /** Sending day that the letter announces, and the first day of signature that follows from it. */
    plannedOn: day('planned_on').notNull(),
    electronic: integer('electronic', { mode: 'boolean' }).notNull(),
    signableFrom: day('signable_from'),
    pdfDocumentId: document('pdf_document_id').notNull(),
    docxDocumentId: document('docx_document_id').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
    sentOn: day('sent_on'),
    sentRecordedAt: instant('sent_recorded_at'),
  },
  (table) => [
    uniqueIndex('award_letters_candidate').on(table.decisionId, table.depositId),
    index('award_letters_consultation').on(table.consultationId),
  ],
);

/** A certificate received from the awardee before the signature. */
export const awardCertificates = sqliteTable(
  'award_certificates',
  {
    decisionId: text('decision_id')
      .notNull()
      .references(() => lotDecisions.id),
    code: text('code').notNull(),
    receivedOn: day('received_on').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.code] })],
);

/** An interim application before the contract (CJA L551-1): while it is open, nothing is signed. */
export const awardDisputes = sqliteTable(
  'award_disputes',
  {
    id: id(),
    consultationId: consultation(),
    lotNumber: integer('lot_number').notNull(),
    filedOn: day('filed_on').notNull(),
    reference: text('reference').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
    closedOn: day('closed_on'),
    ruling: text('ruling'),
  },
  (table) => [index('award_disputes_lot').on(table.consultationId, table.lotNumber)],
);

/** The contract of an awarded lot, from its signature; each later date is null until its act has taken place. */
export const contracts = sqliteTable(
  'contracts',
  {
    id: id(),
    consultationId: consultation(),
    lotNumber: integer('lot_number').notNull(),
    decisionId: text('decision_id')
      .notNull()
      .references(() => lotDecisions.id),
    /** Its number in the open data: at most 16 characters (DECP). */
    number: text('number').notNull().unique(),
    title: text('title').notNull(),
    procedure: text('procedure').$type<Procedure>().notNull(),
    holderId: text('holder_id')
      .notNull()
      .references(() => organisations.id),
    /** Maximum of the accord-cadre for the lot as signed, net (CCP R2162-4). */
    maximumNet: centsColumn('maximum_net').notNull(),
    offerNet: centsColumn('offer_net').notNull(),
    /** Value of the whole need when it was published, net: what thresholds were held against. */
    needNet: centsColumn('need_net').notNull(),
    offersReceived: integer('offers_received').notNull(),
    /** CPV code of the lot, eight digits and their check digit. */
    cpv: text('cpv').notNull(),
    firmMonths: integer('firm_months').notNull(),
    renewals: integer('renewals').notNull(),
    renewalMonths: integer('renewal_months').notNull(),
    /** Months before the end of a period in which the buyer says that it does not renew. */
    renewalNoticeMonths: integer('renewal_notice_months').notNull().default(3),
    /** As published; null for a contract signed before it was kept: that of the choices. */
    priceForm: text('price_form').$type<PriceForm>(),
    signedOn: day('signed_on').notNull(),
    signatory: text('signatory').notNull(),
    capacity: text('capacity').notNull(),
    signedAeDocumentId: document('signed_ae_document_id'),
    /** Whether it goes to the prefect before its notification (CGCT L2131-2 and D2131-5-1). */
    legalityControl: integer('legality_control', { mode: 'boolean' }).notNull(),
    prefectSentOn: day('prefect_sent_on'),
    prefectReceiptOn: day('prefect_receipt_on'),
    notificationSentOn: day('notification_sent_on'),
    notificationDocumentId: document('notification_document_id'),
    /** Day the holder received it: the contract starts. */
    notifiedOn: day('notified_on'),
    startsOn: day('starts_on'),
    /** Last day, renewals included; an amendment or a renewal refused changes it. */
    endsOn: day('ends_on'),
    /** The lot of the catalogue that its price schedule opened; null until then. */
    lotId: text('lot_id').references(() => lots.id),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [
    uniqueIndex('contracts_lot').on(table.consultationId, table.lotNumber),
    index('contracts_holder').on(table.holderId),
  ],
);

/** A change to a contract in force, with what it was before and after (CCP L2194-1). */
export const contractAmendments = sqliteTable(
  'contract_amendments',
  {
    id: id(),
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.id),
    /** From 1, in the order of signature. */
    number: integer('number').notNull(),
    kind: text('kind').$type<AmendmentKind>().notNull(),
    object: text('object').notNull(),
    reason: text('reason').notNull(),
    maximumNetBefore: centsColumn('maximum_net_before').notNull(),
    maximumNetAfter: centsColumn('maximum_net_after').notNull(),
    endsOnBefore: day('ends_on_before').notNull(),
    endsOnAfter: day('ends_on_after').notNull(),
    /** Null until signed by both, then received by the holder: it takes effect that day. */
    signedOn: day('signed_on'),
    notifiedOn: day('notified_on'),
    caoOpinionOn: day('cao_opinion_on'),
    pdfDocumentId: document('pdf_document_id').notNull(),
    docxDocumentId: document('docx_document_id').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [uniqueIndex('contract_amendments_number').on(table.contractId, table.number)],
);

/** The open data of a contract as issued, version by version: the first is the initial one, the others add amendments. */
export const contractDecp = sqliteTable(
  'contract_decp',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.id),
    version: integer('version').notNull(),
    /** What a person answered for it. */
    answers: json<DecpAnswers>('answers').notNull(),
    publishedOn: day('published_on').notNull(),
    inputDigest: text('input_digest').notNull(),
    documentId: document('document_id').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [primaryKey({ columns: [table.contractId, table.version] })],
);
