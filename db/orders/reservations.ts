// Store of reservations: the documents that answer them, those that the syndicat closed, and all that stand over orders.
import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reply } from '~/domain/checks/report';
import type { CheckResult } from '~/domain/checks/results';
import type { OrderState } from '~/domain/orders/order-states';
import { dayInParis } from '~/domain/shared/day';
import type { Reads, Tx } from '../client';
import { addDocument } from '../records';
import {
  documents,
  orderChecks,
  orderLines,
  orders,
  organisations,
  reservationClosures,
  reservationDocuments,
  schools,
  users,
} from '../schema';
import { listAcknowledgements } from './checks';
import type { Doer } from './orders';

/** Documents that answer reservations of an order, by key of the result, the first one first. */
export function listReservationDocuments(db: Reads, orderId: string) {
  return db
    .select({
      key: reservationDocuments.key,
      documentId: reservationDocuments.documentId,
      fileName: documents.fileName,
      byteLength: documents.byteLength,
      by: users.name,
      at: reservationDocuments.at,
    })
    .from(reservationDocuments)
    .innerJoin(documents, eq(documents.id, reservationDocuments.documentId))
    .innerJoin(users, eq(users.id, reservationDocuments.byUserId))
    .where(eq(reservationDocuments.orderId, orderId))
    .orderBy(asc(reservationDocuments.at), asc(documents.fileName))
    .all();
}

/** A document that answers a reservation of the order, or closed one; undefined when it is another's. */
export function findReservationDocument(db: Reads, orderId: string, documentId: string) {
  const answers = db
    .select({ id: reservationDocuments.documentId })
    .from(reservationDocuments)
    .where(and(eq(reservationDocuments.orderId, orderId), eq(reservationDocuments.documentId, documentId)))
    .get();
  const closes = db
    .select({ id: reservationClosures.documentId })
    .from(reservationClosures)
    .where(and(eq(reservationClosures.orderId, orderId), eq(reservationClosures.documentId, documentId)))
    .get();
  if (!answers && !closes) return undefined;
  return db.select().from(documents).where(eq(documents.id, documentId)).get();
}

export interface ReceivedProof {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Keeps a received document once per order: the same bytes again are the same document. Returns its id. */
export function keepProof(
  tx: Tx,
  order: { readonly id: string; readonly communeId: string },
  proof: ReceivedProof,
  by: Doer & { readonly organisationId: string },
): string {
  const sha256 = createHash('sha256').update(proof.bytes).digest('hex');
  const known = tx
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(reservationDocuments, eq(reservationDocuments.documentId, documents.id))
    .where(and(eq(reservationDocuments.orderId, order.id), eq(documents.sha256, sha256)))
    .get();
  if (known) return known.id;
  return addDocument(tx, {
    kind: 'reservationProof',
    number: randomUUID(),
    issuerId: by.organisationId,
    communeId: order.communeId,
    title: 'Pièce jointe à une réserve',
    issuedOn: dayInParis(by.now),
    issuedAt: by.now,
    issuedBy: by.userId,
    fileName: proof.fileName,
    mediaType: proof.mediaType,
    templateVersion: 'reçu',
    bytes: proof.bytes,
  });
}

/** Joins a kept document to results of an order; a repeat changes nothing. */
export function joinProof(tx: Tx, orderId: string, keys: readonly string[], documentId: string, by: Doer): void {
  for (const key of keys) {
    tx.insert(reservationDocuments)
      .values({ orderId, key, documentId, byUserId: by.userId, at: by.now })
      .onConflictDoNothing()
      .run();
  }
}

/** Takes a document off the results of a cart; the document itself stays kept. */
export function takeProofOff(tx: Tx, orderId: string, keys: readonly string[], documentId: string): void {
  tx.delete(reservationDocuments)
    .where(
      and(
        eq(reservationDocuments.orderId, orderId),
        inArray(reservationDocuments.key, [...keys]),
        eq(reservationDocuments.documentId, documentId),
      ),
    )
    .run();
}

/** Keys of results that have words or a document. */
export function listAnsweredKeys(db: Reads, orderId: string): ReadonlySet<string> {
  return new Set([
    ...listAcknowledgements(db, orderId).map(({ key }) => key),
    ...listReservationDocuments(db, orderId).map(({ key }) => key),
  ]);
}

/** What people replied to the results of an order: words with the documents of the same person, then other documents. */
export function listReplies(db: Reads, orderId: string): readonly Reply[] {
  const words = listAcknowledgements(db, orderId);
  const joined = listReservationDocuments(db, orderId);
  const replies: Reply[] = words.map(({ key, comment, by, at }) => ({
    key,
    comment,
    by,
    at,
    documents: joined.filter((one) => one.key === key && one.by === by).map(({ fileName }) => fileName),
  }));
  const alone = joined.filter((one) => !words.some(({ key, by }) => key === one.key && by === one.by));
  const others = new Map<string, Reply>();
  for (const { key, by, at, fileName } of alone) {
    const before = others.get(`${key} ${by}`);
    others.set(`${key} ${by}`, { key, comment: '', by, at, documents: [...(before?.documents ?? []), fileName] });
  }
  return [...replies, ...others.values()].filter(({ comment, documents }) => comment !== '' || documents.length > 0);
}

/** The reservations of an order that the syndicat closed, with the words or document that settled each. */
export function listClosures(db: Reads, orderId: string): readonly (Reply & { readonly documentId: string | null })[] {
  return db
    .select({
      key: reservationClosures.key,
      comment: reservationClosures.comment,
      by: users.name,
      at: reservationClosures.at,
      documentId: reservationClosures.documentId,
      fileName: documents.fileName,
    })
    .from(reservationClosures)
    .innerJoin(users, eq(users.id, reservationClosures.byUserId))
    .leftJoin(documents, eq(documents.id, reservationClosures.documentId))
    .where(eq(reservationClosures.orderId, orderId))
    .all()
    .map(({ fileName, ...row }) => ({ ...row, documents: fileName === null ? [] : [fileName] }));
}

/** Closes reservations of an order; those already closed stay as they were. */
export function closeReservations(
  tx: Tx,
  orderId: string,
  keys: readonly string[],
  settled: { readonly comment: string; readonly documentId: string | null },
  by: Doer,
): void {
  for (const key of keys) {
    tx.insert(reservationClosures)
      .values({ orderId, key, ...settled, byUserId: by.userId, at: by.now })
      .onConflictDoNothing()
      .run();
  }
}

export interface ReservationFilters {
  readonly states: readonly OrderState[];
  readonly communeId?: string | undefined;
  readonly ruleId?: string | undefined;
}

const asksForReply: SQL = sql`json_extract(${orderChecks.result}, '$.effect') in ('needsAcknowledgement', 'needsJustification')`;

/** Every frozen result that asks for words or a document, over the orders in the given states, the oldest first. */
export function listReservations(db: Reads, filters: ReservationFilters) {
  return db
    .select({
      orderId: orders.id,
      reference: orders.reference,
      state: orders.state,
      submittedAt: orders.submittedAt,
      communeId: orders.communeId,
      communeName: organisations.name,
      key: orderChecks.key,
      result: orderChecks.result,
    })
    .from(orderChecks)
    .innerJoin(orders, eq(orders.id, orderChecks.orderId))
    .innerJoin(organisations, eq(organisations.id, orders.communeId))
    .where(
      and(
        asksForReply,
        inArray(orders.state, [...filters.states]),
        filters.communeId === undefined ? undefined : eq(orders.communeId, filters.communeId),
        filters.ruleId === undefined ? undefined : eq(orderChecks.ruleId, filters.ruleId),
      ),
    )
    .orderBy(asc(orders.submittedAt), asc(orders.reference), asc(orderChecks.ruleId), asc(orderChecks.key))
    .all()
    .map((row) => ({ ...row, result: row.result as CheckResult }));
}

/** Names of what the results of an order are about: its lines, products and schools, by id. */
export function namesOfSubjects(db: Reads, orderId: string): Readonly<Record<string, string>> {
  const rows = db
    .select({
      lineId: orderLines.id,
      productId: orderLines.productId,
      uai: orderLines.schoolUai,
      label: orderLines.label,
      schoolName: schools.name,
    })
    .from(orderLines)
    .innerJoin(schools, eq(schools.uai, orderLines.schoolUai))
    .where(eq(orderLines.orderId, orderId))
    .all();
  return Object.fromEntries(
    rows.flatMap(({ lineId, productId, uai, label, schoolName }) => [
      [lineId, `${label} (${schoolName})`],
      [productId, label],
      [uai, schoolName],
    ]),
  );
}

/** Whether a result of the order was frozen with that key, and asks for words or a document. */
export function listReservedKeys(db: Reads, orderId: string): ReadonlySet<string> {
  const rows = db
    .select({ key: orderChecks.key })
    .from(orderChecks)
    .where(and(eq(orderChecks.orderId, orderId), asksForReply))
    .all();
  return new Set(rows.map(({ key }) => key));
}

/** Communes and rules that have reservations in the given states, for filters. */
export function listReservedChoices(db: Reads, states: readonly OrderState[]) {
  const within = and(asksForReply, inArray(orders.state, [...states]));
  const communes = db
    .selectDistinct({ id: orders.communeId, name: organisations.name })
    .from(orderChecks)
    .innerJoin(orders, eq(orders.id, orderChecks.orderId))
    .innerJoin(organisations, eq(organisations.id, orders.communeId))
    .where(within)
    .orderBy(asc(organisations.name))
    .all();
  const rules = db
    .selectDistinct({ id: orderChecks.ruleId, title: sql<string>`json_extract(${orderChecks.result}, '$.title')` })
    .from(orderChecks)
    .innerJoin(orders, eq(orders.id, orderChecks.orderId))
    .where(within)
    .orderBy(asc(orderChecks.ruleId))
    .all();
  return { communes, rules: [...new Map(rules.map((rule) => [rule.id, rule])).values()] };
}
