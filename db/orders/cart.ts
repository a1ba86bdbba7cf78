// The cart of a commune: an order in state 'draft', one at a time, filled line by line at the prices of the day.
import { randomUUID } from 'node:crypto';
import { and, count, eq, max } from 'drizzle-orm';
import { amountsOf } from '~/domain/orders/totals';
import type { Instant } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import type { Reads, Tx } from '../client';
import { addDeed } from '../records';
import { orderLines, orders, type prices, products, reservationAcknowledgements } from '../schema';
import { advanceOrder } from './orders';

/** The cart of a commune; absent until its first line. */
export function findCart(db: Reads, communeId: string) {
  return db
    .select()
    .from(orders)
    .where(and(eq(orders.communeId, communeId), eq(orders.state, 'draft')))
    .get();
}

/** Number of lines in the cart of a commune. */
export function countCartLines(db: Reads, communeId: string): number {
  const row = db
    .select({ n: count() })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orders.communeId, communeId), eq(orders.state, 'draft')))
    .get();
  return row?.n ?? 0;
}

export interface Who {
  readonly communeId: string;
  readonly userId: string;
  readonly now: Instant;
}

/** The id of the commune's cart, opened when it has none. */
export function openCart(tx: Tx, who: Who): string {
  const cart = findCart(tx, who.communeId);
  if (cart) return cart.id;
  const id = randomUUID();
  tx.insert(orders)
    .values({ id, communeId: who.communeId, state: 'draft', createdBy: who.userId, createdAt: who.now })
    .run();
  addDeed(tx, {
    at: who.now,
    userId: who.userId,
    communeId: who.communeId,
    deed: 'cart.opened',
    subjectKind: 'order',
    subjectId: id,
  });
  return id;
}

/** Cancels a cart that holds no line, so that another order can take its place: its reference and history stay. */
export function cancelEmptyCart(tx: Tx, who: Who): void {
  const cart = findCart(tx, who.communeId);
  if (cart && countCartLines(tx, who.communeId) === 0) advanceOrder(tx, cart, 'cancel', who, 'Panier vide');
}

export interface PutLine {
  readonly schoolUai: Uai;
  readonly productId: string;
  readonly price: typeof prices.$inferSelect;
  readonly quantity: number;
  /** What a new line says of its use; a line that stands keeps its own. */
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * Puts a reference in the cart for a school, at a price in force: the line's quantity becomes this one, so that the
 * same request sent twice changes nothing. Returns the quantity before, 0 when the line is new.
 */
export function putCartLine(tx: Tx, who: Who, put: PutLine): number {
  const orderId = openCart(tx, who);
  const product = tx.select().from(products).where(eq(products.id, put.productId)).get();
  if (!product) throw new Error(`No product ${put.productId}`);
  const sameLine = and(
    eq(orderLines.orderId, orderId),
    eq(orderLines.schoolUai, put.schoolUai),
    eq(orderLines.productId, put.productId),
  );
  const before = tx.select({ quantity: orderLines.quantity }).from(orderLines).where(sameLine).get();
  const last = tx
    .select({ position: max(orderLines.position) })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .get();
  const { unitPriceNet, ecoContributionNet, vatRate } = put.price;
  const relied = {
    priceId: put.price.id,
    quantity: put.quantity,
    unitPriceNet,
    ecoContributionNet,
    vatRate,
    ...amountsOf({ quantity: put.quantity, unitPriceNet, ecoContributionNet, vatRate }),
  };
  tx.insert(orderLines)
    .values({
      id: randomUUID(),
      orderId,
      position: (last?.position ?? 0) + 1,
      schoolUai: put.schoolUai,
      productId: product.id,
      lotId: product.lotId,
      reference: product.reference,
      label: product.label,
      unit: product.unit,
      facts: put.facts ?? {},
      ...relied,
    })
    .onConflictDoUpdate({ target: [orderLines.orderId, orderLines.schoolUai, orderLines.productId], set: relied })
    .run();
  addDeed(tx, {
    at: who.now,
    userId: who.userId,
    communeId: who.communeId,
    deed: 'cart.lineSet',
    subjectKind: 'order',
    subjectId: orderId,
    detail: { schoolUai: put.schoolUai, productId: put.productId, quantity: put.quantity },
  });
  return before?.quantity ?? 0;
}

/**
 * Puts another reference in the place of a line, with its quantity, school and answers; when the reference already
 * stands for the school, the quantities are added. Says whether the line was there.
 */
export function replaceCartLine(tx: Tx, who: Who, lineId: string, put: Pick<PutLine, 'productId' | 'price'>): boolean {
  const cart = findCart(tx, who.communeId);
  const own = cart && and(eq(orderLines.id, lineId), eq(orderLines.orderId, cart.id));
  const line = own && tx.select().from(orderLines).where(own).get();
  if (!cart || !line || line.productId === put.productId) return false;
  const sameLine = and(
    eq(orderLines.orderId, cart.id),
    eq(orderLines.schoolUai, line.schoolUai),
    eq(orderLines.productId, put.productId),
  );
  const held = tx
    .select({ quantity: orderLines.quantity, facts: orderLines.facts })
    .from(orderLines)
    .where(sameLine)
    .get();
  tx.delete(orderLines).where(own).run();
  putCartLine(tx, who, { ...put, schoolUai: line.schoolUai, quantity: line.quantity + (held?.quantity ?? 0) });
  tx.update(orderLines)
    .set({ position: line.position, facts: { ...line.facts, ...held?.facts } })
    .where(sameLine)
    .run();
  return true;
}

/** Takes a line out of the commune's cart; harmless when it is no longer there. */
export function removeCartLine(tx: Tx, who: Who, lineId: string): void {
  const cart = findCart(tx, who.communeId);
  if (!cart) return;
  tx.delete(orderLines)
    .where(and(eq(orderLines.id, lineId), eq(orderLines.orderId, cart.id)))
    .run();
  addDeed(tx, {
    at: who.now,
    userId: who.userId,
    communeId: who.communeId,
    deed: 'cart.lineRemoved',
    subjectKind: 'order',
    subjectId: cart.id,
    detail: { lineId },
  });
}

export interface CartEdits {
  readonly title: string | null;
  readonly commitmentNumber: string | null;
  readonly serviceCode: string | null;
  readonly comment: string | null;
  /** By line id. */
  readonly lines: ReadonlyMap<
    string,
    { readonly quantity: number; readonly facts: Readonly<Record<string, string | number | boolean>> }
  >;
  /** Comments on reservations, by key of the result; an empty one withdraws the acknowledgement. */
  readonly acknowledgements: ReadonlyMap<string, string>;
}

/** Keeps what was typed in the cart: references, quantities, facts of lines, comments on reservations. */
export function changeCart(tx: Tx, who: Who, edits: CartEdits): void {
  const cart = findCart(tx, who.communeId);
  if (!cart) return;
  const { title, commitmentNumber, serviceCode, comment } = edits;
  tx.update(orders).set({ title, commitmentNumber, serviceCode, comment }).where(eq(orders.id, cart.id)).run();
  for (const line of tx.select().from(orderLines).where(eq(orderLines.orderId, cart.id)).all()) {
    const edit = edits.lines.get(line.id);
    if (!edit) continue;
    tx.update(orderLines)
      .set({ quantity: edit.quantity, facts: edit.facts, ...amountsOf({ ...line, quantity: edit.quantity }) })
      .where(eq(orderLines.id, line.id))
      .run();
  }
  for (const [key, text] of edits.acknowledgements) {
    const same = and(eq(reservationAcknowledgements.orderId, cart.id), eq(reservationAcknowledgements.key, key));
    tx.delete(reservationAcknowledgements).where(same).run();
    if (text !== '') {
      tx.insert(reservationAcknowledgements)
        .values({ orderId: cart.id, key, comment: text, byUserId: who.userId, at: who.now })
        .run();
    }
  }
  addDeed(tx, {
    at: who.now,
    userId: who.userId,
    communeId: who.communeId,
    deed: 'cart.changed',
    subjectKind: 'order',
    subjectId: cart.id,
  });
}

/** Brings the lines of the cart to the prices in force, by line id. */
export function repriceCart(
  tx: Tx,
  who: Who,
  current: ReadonlyMap<string, Omit<PutLine['price'], 'productId' | 'priceScheduleId' | 'validFrom' | 'validTo'>>,
): void {
  const cart = findCart(tx, who.communeId);
  if (!cart) return;
  for (const line of tx.select().from(orderLines).where(eq(orderLines.orderId, cart.id)).all()) {
    const price = current.get(line.id);
    if (!price) continue;
    const { unitPriceNet, ecoContributionNet, vatRate } = price;
    const relied = { unitPriceNet, ecoContributionNet, vatRate };
    tx.update(orderLines)
      .set({ priceId: price.id, ...relied, ...amountsOf({ quantity: line.quantity, ...relied }) })
      .where(eq(orderLines.id, line.id))
      .run();
  }
  addDeed(tx, {
    at: who.now,
    userId: who.userId,
    communeId: who.communeId,
    deed: 'cart.repriced',
    subjectKind: 'order',
    subjectId: cart.id,
  });
}
