// Needs campaigns: what is asked, the communes' answers, and the frozen consolidation of a campaign.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { KitLine } from '~/domain/campaigns/kits';
import type { NeedSheetRow } from '~/domain/campaigns/need-sheet';
import type { Uai } from '~/domain/shared/identifiers';
import { users } from './accounts';
import { centsColumn, day, id, instant, json, unitPriceColumn } from './columns';
import { conventions } from './conventions';
import { organisations, schools } from './organisations';
import { products } from './products';
import { documents } from './records';

export const campaigns = sqliteTable('campaigns', {
  id: id(),
  title: text('title').notNull(),
  description: text('description'),
  /** The groupement it is run for; null for the centrale. */
  conventionId: text('convention_id').references(() => conventions.id),
  opensOn: day('opens_on').notNull(),
  /** Last day to answer, included. */
  closesOn: day('closes_on').notNull(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => users.id),
  closedAt: instant('closed_at'),
  /** Budget years that needs are expressed for; null when one expression covers them all. */
  years: json<readonly number[]>('years'),
  /** Whether its opening is announced to the members by mail. */
  announced: integer('announced', { mode: 'boolean' }).notNull().default(false),
});

/** The lots the syndicat proposes, each with its categories. */
export const campaignLots = sqliteTable(
  'campaign_lots',
  {
    id: id(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    categories: json<readonly string[]>('categories').notNull(),
  },
  (table) => [uniqueIndex('campaign_lots_number').on(table.campaignId, table.number)],
);

export type AnswerState = 'draft' | 'signed';

/** A commune's answer; without needs and signed, it says 'no need'. */
export const campaignAnswers = sqliteTable(
  'campaign_answers',
  {
    id: id(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    state: text('state').$type<AnswerState>().notNull(),
    noNeed: integer('no_need', { mode: 'boolean' }).notNull().default(false),
    updatedAt: instant('updated_at').notNull(),
    signedAt: instant('signed_at'),
    signedBy: text('signed_by').references(() => users.id),
  },
  (table) => [uniqueIndex('campaign_answers_commune').on(table.campaignId, table.communeId)],
);

export const needs = sqliteTable(
  'needs',
  {
    id: id(),
    answerId: text('answer_id')
      .notNull()
      .references(() => campaignAnswers.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    schoolUai: text('school_uai')
      .$type<Uai>()
      .references(() => schools.uai),
    /** A reference of the catalogue, or a free line when absent. */
    productId: text('product_id').references(() => products.id),
    category: text('category').notNull(),
    label: text('label').notNull(),
    unit: text('unit').notNull(),
    quantity: integer('quantity').notNull(),
    /** Unknown when the commune gave none for a free line. */
    estimatedUnitPriceNet: unitPriceColumn('estimated_unit_price_net'),
    reason: text('reason').notNull(),
    /** The budget year it is for; null where the campaign asks none. */
    year: integer('year'),
    /** Title of the kit it was added with. */
    kit: text('kit'),
    comment: text('comment'),
  },
  (table) => [index('needs_answer').on(table.answerId)],
);

/** A typical need that communes add in one go: so many of each reference. */
export const needKits = sqliteTable(
  'need_kits',
  {
    id: id(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    title: text('title').notNull(),
    lines: json<readonly KitLine[]>('lines').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    /** What was added with it stays. */
    removedAt: instant('removed_at'),
  },
  (table) => [index('need_kits_campaign').on(table.campaignId)],
);

/** A sheet of needs sent back by a commune, as read: nothing of it counts before a person confirms it. */
export const needSheets = sqliteTable(
  'need_sheets',
  {
    id: id(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    rows: json<readonly NeedSheetRow[]>('rows').notNull(),
    receivedAt: instant('received_at').notNull(),
    receivedBy: text('received_by')
      .notNull()
      .references(() => users.id),
    /** Why the syndicat answers for the commune; null when the commune sent it itself. */
    onBehalfReason: text('on_behalf_reason'),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: text('confirmed_by').references(() => users.id),
    /** How many rows were added, changed, removed and refused when it was confirmed. */
    outcome: json<Readonly<Record<string, number>>>('outcome'),
  },
  (table) => [index('need_sheets_campaign').on(table.campaignId, table.communeId)],
);

/** The consolidation as frozen, with the digest of its canonical form. */
export const consolidations = sqliteTable('consolidations', {
  id: id(),
  campaignId: text('campaign_id')
    .notNull()
    .unique()
    .references(() => campaigns.id),
  frozenAt: instant('frozen_at').notNull(),
  frozenBy: text('frozen_by')
    .notNull()
    .references(() => users.id),
  digest: text('digest').notNull(),
  totalNet: centsColumn('total_net').notNull(),
  content: json<unknown>('content').notNull(),
});

export const consultations = sqliteTable('consultations', {
  id: id(),
  /** At most 16 characters (DECP). */
  reference: text('reference').notNull().unique(),
  object: text('object').notNull(),
  consolidationId: text('consolidation_id')
    .notNull()
    .unique()
    .references(() => consolidations.id),
  launchOn: day('launch_on').notNull(),
  /** Choices of the buyer (duration, renewals, maxima, criteria, clauses) as the room's domain type. */
  choices: json<unknown>('choices').notNull(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => users.id),
  updatedAt: instant('updated_at').notNull(),
});

/** Each note of the choice of a procedure issued. */
export const choiceNotes = sqliteTable(
  'consultation_choice_notes',
  {
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id),
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

/** Each market file produced: a new version never replaces the one before. */
export const consultationFiles = sqliteTable(
  'consultation_files',
  {
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id),
    version: integer('version').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    /** Digest of what the file was made from: tells when a change makes it out of date. */
    inputDigest: text('input_digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.version] })],
);

/** Result of a rule as it was when a version of the file was made: rule version, answer, sentence, inputs. */
export const consultationChecks = sqliteTable(
  'consultation_checks',
  {
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id),
    /** Version of the market file. */
    version: integer('version').notNull(),
    /** Rule, version and subject. */
    key: text('key').notNull(),
    result: json<unknown>('result').notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.version, table.key] })],
);
