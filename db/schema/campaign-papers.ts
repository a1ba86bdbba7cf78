// What a campaign leaves behind: who first opened an answer, and the papers issued, each cancelled only by a dated fact.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { users } from './accounts';
import { campaigns } from './campaigns';
import { id, instant } from './columns';
import { organisations } from './organisations';
import { documents } from './records';

/** The first time someone of a commune opened its answer. */
export const answerOpenings = sqliteTable(
  'answer_openings',
  {
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    at: instant('at').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.communeId] })],
);

/** Why the syndicat answers in a commune's place: each reason given, never changed. */
export const answersOnBehalf = sqliteTable(
  'answers_on_behalf',
  {
    id: id(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [index('answers_on_behalf_campaign').on(table.campaignId, table.communeId)],
);

export type CampaignPaperKind = 'needsStatement' | 'closingCertificate';

/** A statement of needs as signed, or the certificate of a closing: a new version cancels and replaces the one before. */
export const campaignPapers = sqliteTable(
  'campaign_papers',
  {
    id: id(),
    kind: text('kind').$type<CampaignPaperKind>().notNull(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** The commune whose needs are stated; null for the certificate. */
    communeId: text('commune_id').references(() => organisations.id),
    number: text('number').notNull(),
    version: integer('version').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    /** Digest of what the paper was made from. */
    inputDigest: text('input_digest').notNull(),
    issuedAt: instant('issued_at').notNull(),
    issuedBy: text('issued_by')
      .notNull()
      .references(() => users.id),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by').references(() => users.id),
  },
  (table) => [
    uniqueIndex('campaign_papers_version').on(table.kind, table.number, table.version),
    uniqueIndex('campaign_papers_current').on(table.kind, table.number).where(sql`${table.cancelledAt} is null`),
    index('campaign_papers_campaign').on(table.campaignId, table.communeId),
  ],
);
