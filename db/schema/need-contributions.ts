// What schools write for a campaign by a link of their own: the links, and the lines that the commune takes or not.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Uai } from '~/domain/shared/identifiers';
import { users } from './accounts';
import { campaigns } from './campaigns';
import { id, instant, unitPriceColumn } from './columns';
import { organisations, schools } from './organisations';
import { products } from './products';

/** A link by which someone of a school writes its needs, without an account; only the digest of its secret is kept. */
export const needLinks = sqliteTable(
  'need_links',
  {
    id: id(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    schoolUai: text('school_uai')
      .$type<Uai>()
      .notNull()
      .references(() => schools.uai),
    /** For whom it was made: 'Mme Riou, directrice'. */
    recipient: text('recipient').notNull(),
    tokenDigest: text('token_digest').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    revokedAt: instant('revoked_at'),
    lastSavedAt: instant('last_saved_at'),
  },
  (table) => [
    uniqueIndex('need_links_token').on(table.tokenDigest),
    index('need_links_commune').on(table.campaignId, table.communeId),
  ],
);

/** A line written by a link: it counts only once the commune takes it into its answer. */
export const contributedNeeds = sqliteTable(
  'contributed_needs',
  {
    id: id(),
    linkId: text('link_id')
      .notNull()
      .references(() => needLinks.id),
    productId: text('product_id').references(() => products.id),
    category: text('category').notNull(),
    label: text('label').notNull(),
    unit: text('unit').notNull(),
    quantity: integer('quantity').notNull(),
    estimatedUnitPriceNet: unitPriceColumn('estimated_unit_price_net'),
    reason: text('reason').notNull(),
    year: integer('year'),
    kit: text('kit'),
    writtenAt: instant('written_at').notNull(),
    takenAt: instant('taken_at'),
    setAsideAt: instant('set_aside_at'),
  },
  (table) => [index('contributed_needs_link').on(table.linkId)],
);
