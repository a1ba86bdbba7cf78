// Carts and orders with their lines, what was decided and checked, the purchase orders issued, deliveries and re-invoicing.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OrderState } from '~/domain/orders/order-states';
import type { Uai } from '~/domain/shared/identifiers';
import { accordsCadres, lots } from './accords-cadres';
import { users } from './accounts';
import { centsColumn, day, id, instant, json, unitPriceColumn } from './columns';
import { organisations, schools } from './organisations';
import { prices, products } from './products';
import { documents } from './records';

/** A cart is an order in state 'draft': the secretary fills and submits the same row. */
export const orders = sqliteTable(
  'orders',
  {
    id: id(),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    state: text('state').$type<OrderState>().notNull(),
    /** Reference for people: 'CMD-2026-00012', given on submission. */
    reference: text('reference').unique(),
    title: text('title'),
    commitmentNumber: text('commitment_number'),
    serviceCode: text('service_code'),
    comment: text('comment'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    submittedAt: instant('submitted_at'),
    /** The compliance report issued with its purchase orders, when the buyer asked for it. */
    reportDocumentId: text('report_document_id').references(() => documents.id),
  },
  (table) => [
    index('orders_commune').on(table.communeId, table.state),
    index('orders_state').on(table.state),
    // A commune has one cart.
    uniqueIndex('orders_one_cart').on(table.communeId).where(sql`${table.state} = 'draft'`),
  ],
);

/** A line remembers what it relied on: filled from the price in force while draft, frozen on submission. */
export const orderLines = sqliteTable(
  'order_lines',
  {
    id: id(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    schoolUai: text('school_uai')
      .$type<Uai>()
      .notNull()
      .references(() => schools.uai),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    priceId: text('price_id')
      .notNull()
      .references(() => prices.id),
    reference: text('reference').notNull(),
    label: text('label').notNull(),
    unit: text('unit').notNull(),
    quantity: integer('quantity').notNull(),
    unitPriceNet: unitPriceColumn('unit_price_net').notNull(),
    vatRate: integer('vat_rate').notNull(),
    ecoContributionNet: unitPriceColumn('eco_contribution_net').notNull(),
    /** Quantity times price, and quantity times eco-contribution: kept so that totals are sums of stored lines. */
    net: centsColumn('net').notNull(),
    ecoNet: centsColumn('eco_net').notNull(),
    /** What the framework checks ask of a line (use, room, goes home…); absent is unknown. */
    facts: json<Readonly<Record<string, string | number | boolean>>>('facts').notNull(),
  },
  (table) => [
    uniqueIndex('order_lines_product').on(table.orderId, table.schoolUai, table.productId),
    index('order_lines_lot').on(table.lotId),
  ],
);

/** Who moved the order to which state, when, with what comment. */
export const orderSteps = sqliteTable(
  'order_steps',
  {
    id: id(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    state: text('state').$type<OrderState>().notNull(),
    at: instant('at').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    comment: text('comment'),
  },
  (table) => [index('order_steps_order').on(table.orderId)],
);

/** Result of a rule as it was on submission: rule version, answer, sentence, citation and inputs. */
export const orderChecks = sqliteTable(
  'order_checks',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    /** Rule id, then what it was checked on (product, line or school). */
    key: text('key').notNull(),
    ruleId: text('rule_id').notNull(),
    ruleVersion: text('rule_version').notNull(),
    answer: text('answer').$type<'met' | 'unmet' | 'notApplicable' | 'unknown'>().notNull(),
    severity: text('severity').notNull(),
    result: json<unknown>('result').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.key] })],
);

/** Words on a reservation; empty when a document alone answers it. */
export const reservationAcknowledgements = sqliteTable(
  'reservation_acknowledgements',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    comment: text('comment').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.key] })],
);

/** A document that answers a reservation; one document may answer several. */
export const reservationDocuments = sqliteTable(
  'reservation_documents',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    key: text('key').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.key, table.documentId] })],
);

/** A reservation that the syndicat holds to be settled, and why; the frozen result stays as it was. */
export const reservationClosures = sqliteTable(
  'reservation_closures',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    key: text('key').notNull(),
    /** Empty when a document alone settles it. */
    comment: text('comment').notNull(),
    documentId: text('document_id').references(() => documents.id),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.key] })],
);

/** One bon de commande per lot of an accepted order, issued once. Orderer, invoicee, payer and owner are four parties. */
export const purchaseOrders = sqliteTable(
  'purchase_orders',
  {
    id: id(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    accordCadreId: text('accord_cadre_id')
      .notNull()
      .references(() => accordsCadres.id),
    issuerId: text('issuer_id')
      .notNull()
      .references(() => organisations.id),
    invoiceeId: text('invoicee_id')
      .notNull()
      .references(() => organisations.id),
    payerId: text('payer_id')
      .notNull()
      .references(() => organisations.id),
    ownerId: text('owner_id')
      .notNull()
      .references(() => organisations.id),
    number: text('number').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    issuedAt: instant('issued_at').notNull(),
    issuedBy: text('issued_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [uniqueIndex('purchase_orders_lot').on(table.orderId, table.lotId)],
);

/** A delivery attested by the commune (service fait), with the quantities received. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: id(),
    purchaseOrderId: text('purchase_order_id')
      .notNull()
      .references(() => purchaseOrders.id),
    deliveredOn: day('delivered_on').notNull(),
    attestedBy: text('attested_by')
      .notNull()
      .references(() => users.id),
    attestedAt: instant('attested_at').notNull(),
    comment: text('comment'),
  },
  (table) => [index('deliveries_purchase_order').on(table.purchaseOrderId)],
);

export const deliveryLines = sqliteTable(
  'delivery_lines',
  {
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => deliveries.id),
    orderLineId: text('order_line_id')
      .notNull()
      .references(() => orderLines.id),
    quantity: integer('quantity').notNull(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.orderLineId] })],
);

/** The syndicat's invoice to the commune for a delivery, issued once. */
export const invoices = sqliteTable('invoices', {
  id: id(),
  deliveryId: text('delivery_id')
    .notNull()
    .unique()
    .references(() => deliveries.id),
  issuerId: text('issuer_id')
    .notNull()
    .references(() => organisations.id),
  customerId: text('customer_id')
    .notNull()
    .references(() => organisations.id),
  number: text('number').notNull(),
  documentId: text('document_id')
    .notNull()
    .references(() => documents.id),
  issuedAt: instant('issued_at').notNull(),
  issuedBy: text('issued_by')
    .notNull()
    .references(() => users.id),
});
