// What a buyer decides on the lines of a consolidation before it is frozen, and the looks that changes are told from.
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LineDecision } from '~/domain/consolidation/decisions';
import { users } from './accounts';
import { campaigns } from './campaigns';
import { id, instant, json } from './columns';

/** A decision is never changed: undone, it stays with who undid it and why. */
export const lineDecisions = sqliteTable(
  'line_decisions',
  {
    id: id(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    content: json<LineDecision>('content').notNull(),
    reason: text('reason').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => users.id),
    undoneAt: instant('undone_at'),
    undoneBy: text('undone_by').references(() => users.id),
  },
  (table) => [index('line_decisions_campaign').on(table.campaignId, table.decidedAt)],
);

/** The consolidation as a buyer saw it on an instant, kept to tell what moved since. */
export const consolidationLooks = sqliteTable(
  'consolidation_looks',
  {
    id: id(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    at: instant('at').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    content: json<unknown>('content').notNull(),
  },
  (table) => [index('consolidation_looks_campaign').on(table.campaignId, table.at)],
);
