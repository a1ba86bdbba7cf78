// From publication to analysis: publications, questions, deposits, opening, offers, what was decided, marks, reports.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OfferStepKind } from '~/domain/consultations/analysis';
import type { CandidacyStepKind } from '~/domain/consultations/candidacies';
import type { ReadOffer } from '~/domain/consultations/offers';
import type { Medium, PublishedContent } from '~/domain/consultations/publication';
import type { Siret } from '~/domain/shared/identifiers';
import { users } from './accounts';
import { consultations } from './campaigns';
import { day, id, instant, json } from './columns';
import { documents } from './records';

const consultation = () =>
  text('consultation_id')
    .notNull()
    .references(() => consultations.id);
const by = (name = 'by_user_id') =>
  text(name)
    .notNull()
    .references(() => users.id);

/** Each publication of a consultation, the first and its changes: the last one holds. */
export const publications = sqliteTable(
  'consultation_publications',
  {
    id: id(),
    consultationId: consultation(),
    /** Version of the market file. */
    version: integer('version').notNull(),
    sentOn: day('sent_on').notNull(),
    media: json<readonly Medium[]>('media').notNull(),
    noticeReference: text('notice_reference'),
    deadline: day('deadline').notNull(),
    deadlineTime: text('deadline_time').notNull(),
    content: json<PublishedContent>('content').notNull(),
    change: text('change'),
    noExtensionReason: text('no_extension_reason'),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [uniqueIndex('consultation_publications_version').on(table.consultationId, table.version)],
);

export const consultationQuestions = sqliteTable(
  'consultation_questions',
  {
    id: id(),
    consultationId: consultation(),
    askedOn: day('asked_on').notNull(),
    question: text('question').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
    answer: text('answer'),
    answeredOn: day('answered_on'),
    answeredBy: text('answered_by').references(() => users.id),
  },
  (table) => [index('consultation_questions_consultation').on(table.consultationId)],
);

export const deposits = sqliteTable(
  'consultation_deposits',
  {
    id: id(),
    consultationId: consultation(),
    candidate: text('candidate').notNull(),
    siret: text('siret').$type<Siret>().notNull(),
    email: text('email'),
    lots: json<readonly number[]>('lots').notNull(),
    day: day('day').notNull(),
    /** Paris time of reception, 'HH:MM:SS'. */
    time: text('time').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('consultation_deposits_consultation').on(table.consultationId)],
);

export const openings = sqliteTable('consultation_openings', {
  consultationId: consultation().primaryKey(),
  /** Who was present. */
  present: text('present').notNull(),
  at: instant('at').notNull(),
  byUserId: by(),
});

/** What was asked of a candidate or decided about its candidacy; a fact is a dated row. */
export const candidacySteps = sqliteTable(
  'consultation_candidacy_steps',
  {
    id: id(),
    consultationId: consultation(),
    depositId: text('deposit_id')
      .notNull()
      .references(() => deposits.id),
    kind: text('kind').$type<CandidacyStepKind>().notNull(),
    missing: json<readonly string[]>('missing').notNull(),
    ground: text('ground'),
    text: text('text'),
    deadline: day('deadline'),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [index('consultation_candidacy_steps_consultation').on(table.consultationId)],
);

/** The letter that asks a candidate to complete its candidacy, issued once, editable and not. */
export const candidacyLetters = sqliteTable('consultation_candidacy_letters', {
  stepId: text('step_id')
    .primaryKey()
    .references(() => candidacySteps.id),
  pdfDocumentId: text('pdf_document_id')
    .notNull()
    .references(() => documents.id),
  docxDocumentId: text('docx_document_id')
    .notNull()
    .references(() => documents.id),
});

/** A price schedule read back for a deposit and a lot; a later one is a regularisation, the earlier ones stay. */
export const offers = sqliteTable(
  'consultation_offers',
  {
    id: id(),
    consultationId: consultation(),
    depositId: text('deposit_id')
      .notNull()
      .references(() => deposits.id),
    lotNumber: integer('lot_number').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    reading: json<ReadOffer>('reading').notNull(),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [index('consultation_offers_deposit').on(table.depositId, table.lotNumber)],
);

/** What was asked of a candidate or decided about its offer for a lot; a fact is a dated row. */
export const offerSteps = sqliteTable(
  'consultation_offer_steps',
  {
    id: id(),
    consultationId: consultation(),
    depositId: text('deposit_id')
      .notNull()
      .references(() => deposits.id),
    lotNumber: integer('lot_number').notNull(),
    kind: text('kind').$type<OfferStepKind>().notNull(),
    text: text('text').notNull(),
    /** Last day to answer, where something is asked. */
    deadline: day('deadline'),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [index('consultation_offer_steps_deposit').on(table.depositId, table.lotNumber)],
);

/** The letter made for what was asked of a candidate, issued once, editable and not. */
export const offerRequestLetters = sqliteTable('consultation_offer_letters', {
  stepId: text('step_id')
    .primaryKey()
    .references(() => offerSteps.id),
  pdfDocumentId: text('pdf_document_id')
    .notNull()
    .references(() => documents.id),
  docxDocumentId: text('docx_document_id')
    .notNull()
    .references(() => documents.id),
});

/** The mark of an evaluator, with its reason; the last one of each evaluator holds. */
export const offerMarks = sqliteTable(
  'consultation_offer_marks',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    consultationId: consultation(),
    depositId: text('deposit_id')
      .notNull()
      .references(() => deposits.id),
    lotNumber: integer('lot_number').notNull(),
    /** Rank of the criterion in the publication, from 0. */
    criterion: integer('criterion').notNull(),
    /** Rank of the sub-criterion, from 0; 0 where the criterion has none. */
    part: integer('part').notNull().default(0),
    /** Of 10, in tenths. */
    tenths: integer('tenths').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    evaluatorId: by('evaluator_id'),
  },
  (table) => [index('consultation_offer_marks_deposit').on(table.depositId, table.lotNumber)],
);

/** The analysis report as issued, version by version, editable and not. */
export const analysisReports = sqliteTable(
  'consultation_analysis_reports',
  {
    consultationId: consultation(),
    version: integer('version').notNull(),
    pdfDocumentId: text('pdf_document_id')
      .notNull()
      .references(() => documents.id),
    docxDocumentId: text('docx_document_id')
      .notNull()
      .references(() => documents.id),
    inputDigest: text('input_digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.version] })],
);

/** What a buyer said of a consultation for its checks; the last row of a fact holds, null is unknown. */
export const consultationFacts = sqliteTable(
  'consultation_facts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    consultationId: consultation(),
    fact: text('fact').notNull(),
    value: json<boolean | number | null>('value'),
    at: instant('at').notNull(),
    byUserId: by(),
  },
  (table) => [index('consultation_facts_consultation').on(table.consultationId)],
);
