// Messages that leave the site, each written in the transaction of its cause; and the mailings of needs campaigns.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { users } from './accounts';
import { campaigns } from './campaigns';
import { day, id, instant } from './columns';
import { organisations } from './organisations';

/** The grades of a campaign's reminders: how long before the last day, and whether elected officials receive it too. */
export const campaignReminders = sqliteTable(
  'campaign_reminders',
  {
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    daysBefore: integer('days_before').notNull(),
    toElected: integer('to_elected', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.daysBefore] })],
);

export type MailingKind = 'opening' | 'graded' | 'chosen';

/** One mailing of a campaign: decided once, whatever becomes of its messages. */
export const campaignMailings = sqliteTable(
  'campaign_mailings',
  {
    id: id(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    kind: text('kind').$type<MailingKind>().notNull(),
    /** What makes it happen once: 'opening', 'before-7-2026-12-18', or its own id when a buyer chose it. */
    occasion: text('occasion').notNull(),
    /** Days before the last day, for a graded reminder. */
    daysBefore: integer('days_before'),
    writtenOn: day('written_on').notNull(),
    writtenAt: instant('written_at').notNull(),
    /** The buyer who chose it; null for what the site does by itself. */
    writtenBy: text('written_by').references(() => users.id),
  },
  (table) => [uniqueIndex('campaign_mailings_occasion').on(table.campaignId, table.occasion)],
);

/** A message to one address. It stays here until it is sent, and after. */
export const outboxMessages = sqliteTable(
  'outbox_messages',
  {
    id: id(),
    mailingId: text('mailing_id')
      .notNull()
      .references(() => campaignMailings.id),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    address: text('address').notNull(),
    recipientName: text('recipient_name').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    writtenAt: instant('written_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Not tried again by itself before; null when only a person may have it tried again. */
    nextTryAt: instant('next_try_at'),
    /** While one job sends it, no other takes it. */
    heldUntil: instant('held_until'),
    /** The last failure, in French. */
    fault: text('fault'),
    sentAt: instant('sent_at'),
    /** No longer to be sent: the commune signed, the campaign ended, or a later message replaces it. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('outbox_messages_address').on(table.mailingId, table.address),
    index('outbox_messages_waiting').on(table.sentAt, table.nextTryAt),
    index('outbox_messages_commune').on(table.communeId),
  ],
);
