// References of the catalogue and their dated prices.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AttributeValues } from '~/domain/products/attribute-values';
import { lots, priceSchedules } from './accords-cadres';
import { day, id, instant, json, unitPriceColumn } from './columns';

export const products = sqliteTable(
  'products',
  {
    id: id(),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    /** Key of the line in the price schedule. */
    reference: text('reference').notNull(),
    label: text('label').notNull(),
    /** Code of catalog/products/categories.ts. */
    category: text('category').notNull(),
    brand: text('brand'),
    model: text('model'),
    description: text('description'),
    unit: text('unit').notNull(),
    /** Known attributes only: an absent one is unknown. */
    attributes: json<AttributeValues>('attributes').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('products_lot_reference').on(table.lotId, table.reference),
    index('products_category').on(table.category),
  ],
);

/** A price and the days it holds. Never edited: a new price closes the one before. */
export const prices = sqliteTable(
  'prices',
  {
    id: id(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    priceScheduleId: text('price_schedule_id')
      .notNull()
      .references(() => priceSchedules.id),
    unitPriceNet: unitPriceColumn('unit_price_net').notNull(),
    vatRate: integer('vat_rate').notNull(),
    /** Per unit, net, apart from the price and never discounted (code de l'environnement L541-10-20). */
    ecoContributionNet: unitPriceColumn('eco_contribution_net').notNull(),
    validFrom: day('valid_from').notNull(),
    /** Last day included; open when absent. */
    validTo: day('valid_to'),
  },
  (table) => [index('prices_product').on(table.productId, table.validFrom)],
);
