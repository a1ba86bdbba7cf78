// Store of grant files: what people answered, the facts they gave, the orders they rest on, the versions issued.
import { createHash } from 'node:crypto';
import type { FactName } from 'catalog/grants/facts';
import { and, asc, desc, eq, inArray, max, min, ne, type SQL } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { FileAnswers } from '~/domain/grants/answers';
import type { Facts, KnownFact } from '~/domain/grants/facts';
import { dayInParis, type Instant } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import type { Reads, Tx } from './client';
import {
  communes,
  documents,
  grantFacts,
  grantFiles,
  grantFileVersions,
  grantVersionDocuments,
  orderLines,
  orders,
  organisations,
  products,
  purchaseOrders,
  schools,
  users,
} from './schema';

function filesVisibleTo(scope: Scope): SQL | undefined {
  return scope.kind === 'syndicat' ? undefined : eq(grantFiles.communeId, scope.communeId);
}

/** The files that the scope may see, the latest first, with the number of versions issued. */
export function listGrantFiles(db: Reads, scope: Scope) {
  return db
    .select({
      id: grantFiles.id,
      schemeId: grantFiles.schemeId,
      schemeVersion: grantFiles.schemeVersion,
      departmentCode: communes.departmentCode,
      communeName: organisations.name,
      schoolName: schools.name,
      updatedAt: grantFiles.updatedAt,
      versions: max(grantFileVersions.version),
    })
    .from(grantFiles)
    .innerJoin(organisations, eq(organisations.id, grantFiles.communeId))
    .innerJoin(communes, eq(communes.organisationId, grantFiles.communeId))
    .innerJoin(schools, eq(schools.uai, grantFiles.schoolUai))
    .leftJoin(grantFileVersions, eq(grantFileVersions.grantFileId, grantFiles.id))
    .where(filesVisibleTo(scope))
    .groupBy(grantFiles.id)
    .orderBy(desc(grantFiles.updatedAt))
    .all();
}

/** A file that the scope may see. */
export function findGrantFile(db: Reads, id: string, scope: Scope) {
  return db
    .select()
    .from(grantFiles)
    .where(and(eq(grantFiles.id, id), filesVisibleTo(scope)))
    .get();
}

function schoolsWithCommune(db: Reads) {
  return db
    .select({ school: schools, commune: communes, organisation: organisations })
    .from(schools)
    .innerJoin(communes, eq(communes.organisationId, schools.communeId))
    .innerJoin(organisations, eq(organisations.id, schools.communeId));
}

/** The schools that the scope may see, with their communes, by name of commune. */
export function listGrantSchools(db: Reads, scope: Scope) {
  return schoolsWithCommune(db)
    .where(scope.kind === 'syndicat' ? undefined : eq(schools.communeId, scope.communeId))
    .orderBy(asc(organisations.name), asc(schools.name))
    .all();
}

/** A school that the scope may see, with its commune, as a grant file needs them. */
export function findGrantSchool(db: Reads, uai: string, scope: Scope) {
  return schoolsWithCommune(db)
    .where(
      and(eq(schools.uai, uai as Uai), scope.kind === 'syndicat' ? undefined : eq(schools.communeId, scope.communeId)),
    )
    .get();
}

/** Opens a file. A form sent twice opens one: false when the id is already there. */
export function addGrantFile(tx: Tx, file: typeof grantFiles.$inferInsert): boolean {
  return tx.insert(grantFiles).values(file).onConflictDoNothing().run().changes === 1;
}

/** Replaces what people answered and the order the file rests on. */
export function changeGrantFile(
  tx: Tx,
  id: string,
  change: { readonly answers: FileAnswers; readonly orderId: string | null; readonly updatedAt: Instant },
): void {
  tx.update(grantFiles).set(change).where(eq(grantFiles.id, id)).run();
}

function factOf(row: typeof grantFacts.$inferSelect, name: string): KnownFact | null {
  if (row.value === null) return null;
  return { ...row.value, origin: row.source ?? `${name}, ${dayInParis(row.givenAt).split('-').reverse().join('/')}` };
}

/** The facts given in a file, each with who gave it and when. */
export function readGivenFacts(db: Reads, grantFileId: string): Facts {
  const rows = db
    .select({ fact: grantFacts, name: users.name })
    .from(grantFacts)
    .innerJoin(users, eq(users.id, grantFacts.givenBy))
    .where(eq(grantFacts.grantFileId, grantFileId))
    .all();
  return Object.fromEntries(rows.map(({ fact, name }) => [fact.key, factOf(fact, name)]).filter(([, fact]) => fact));
}

/** What was given about each commune in any of its files, the latest answer to each: by commune id. */
export function listGivenCommuneFacts(db: Reads, scope: Scope): ReadonlyMap<string, Facts> {
  const rows = db
    .select({ fact: grantFacts, name: users.name, communeId: grantFiles.communeId })
    .from(grantFacts)
    .innerJoin(grantFiles, eq(grantFiles.id, grantFacts.grantFileId))
    .innerJoin(users, eq(users.id, grantFacts.givenBy))
    .where(filesVisibleTo(scope))
    .orderBy(asc(grantFacts.givenAt))
    .all();
  const byCommune = new Map<string, Record<string, KnownFact>>();
  for (const { fact, name, communeId } of rows) {
    const known = factOf(fact, name);
    // A population confirmed for one call is not confirmed for another year.
    if (!known || known.confirmed === true || !fact.key.startsWith('commune.')) continue;
    byCommune.set(communeId, { ...byCommune.get(communeId), [fact.key]: known });
  }
  return byCommune;
}

export interface GivenFact {
  readonly key: FactName;
  /** Null takes the fact back: it is unknown again. */
  readonly value: Omit<KnownFact, 'origin'> | null;
  readonly source: string | null;
}

/** Keeps the facts that changed, with who gave them and when; the others keep their author. */
export function changeGivenFacts(
  tx: Tx,
  grantFileId: string,
  given: readonly GivenFact[],
  by: { readonly userId: string; readonly at: Instant },
): readonly FactName[] {
  const before = new Map(
    tx
      .select()
      .from(grantFacts)
      .where(eq(grantFacts.grantFileId, grantFileId))
      .all()
      .map((row) => [row.key, row]),
  );
  const changed = given.filter(({ key, value, source }) => {
    const row = before.get(key);
    return JSON.stringify([row?.value ?? null, row?.source ?? null]) !== JSON.stringify([value, value && source]);
  });
  for (const { key, value, source } of changed) {
    tx.delete(grantFacts)
      .where(and(eq(grantFacts.grantFileId, grantFileId), eq(grantFacts.key, key)))
      .run();
    if (value === null) continue;
    tx.insert(grantFacts).values({ grantFileId, key, value, source, givenBy: by.userId, givenAt: by.at }).run();
  }
  return changed.map(({ key }) => key);
}

/** Carts and orders of a school's commune that hold lines for the school, the latest first. */
export function listOrdersOfSchool(db: Reads, uai: string, scope: Scope) {
  return db
    .selectDistinct({ id: orders.id, state: orders.state, reference: orders.reference, createdAt: orders.createdAt })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(
      and(
        eq(orderLines.schoolUai, uai as Uai),
        ne(orders.state, 'cancelled'),
        scope.kind === 'syndicat' ? undefined : eq(orders.communeId, scope.communeId),
      ),
    )
    .orderBy(desc(orders.createdAt))
    .all();
}

/** An order that the scope may see, with all its lines and the day of its first bon de commande. */
export function readGrantOrder(db: Reads, orderId: string, scope: Scope) {
  const order = db
    .select({ id: orders.id, communeId: orders.communeId, state: orders.state, reference: orders.reference })
    .from(orders)
    .where(and(eq(orders.id, orderId), scope.kind === 'syndicat' ? undefined : eq(orders.communeId, scope.communeId)))
    .get();
  if (!order) return undefined;
  const lines = db
    .select({
      id: orderLines.id,
      schoolUai: orderLines.schoolUai,
      productId: orderLines.productId,
      reference: orderLines.reference,
      label: orderLines.label,
      categoryCode: products.category,
      quantity: orderLines.quantity,
      unitPriceNet: orderLines.unitPriceNet,
      vatRate: orderLines.vatRate,
      net: orderLines.net,
      ecoNet: orderLines.ecoNet,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position))
    .all();
  const issued = db
    .select({ first: min(purchaseOrders.issuedAt) })
    .from(purchaseOrders)
    .where(eq(purchaseOrders.orderId, orderId))
    .get();
  return { order, lines, firstIssuedOn: issued?.first ? dayInParis(issued.first) : null };
}

/** The versions issued of the given files, the latest first. */
export function listGrantFileVersions(db: Reads, grantFileIds: readonly string[]) {
  return db
    .select({
      grantFileId: grantFileVersions.grantFileId,
      version: grantFileVersions.version,
      inputDigest: grantFileVersions.inputDigest,
      entries: grantFileVersions.entries,
      issuedAt: documents.issuedAt,
      documentId: documents.id,
      number: documents.number,
      issuedOn: documents.issuedOn,
      sha256: documents.sha256,
      byteLength: documents.byteLength,
    })
    .from(grantFileVersions)
    .innerJoin(documents, eq(documents.id, grantFileVersions.documentId))
    .where(inArray(grantFileVersions.grantFileId, [...grantFileIds]))
    .orderBy(desc(grantFileVersions.version))
    .all();
}

/** Adds a version; the document that is its file must already stand in the same transaction. */
export function addGrantFileVersion(tx: Tx, version: typeof grantFileVersions.$inferInsert): void {
  tx.insert(grantFileVersions).values(version).run();
}

/** The documents issued with a version, its file first, then its parts in their order. */
export function listVersionDocuments(db: Reads, grantFileId: string, version: number) {
  const shape = {
    id: documents.id,
    title: documents.title,
    number: documents.number,
    fileName: documents.fileName,
    mediaType: documents.mediaType,
    byteLength: documents.byteLength,
    sha256: documents.sha256,
    issuedOn: documents.issuedOn,
  };
  const file = db
    .select(shape)
    .from(grantFileVersions)
    .innerJoin(documents, eq(documents.id, grantFileVersions.documentId))
    .where(and(eq(grantFileVersions.grantFileId, grantFileId), eq(grantFileVersions.version, version)))
    .all();
  const parts = db
    .select(shape)
    .from(grantVersionDocuments)
    .innerJoin(documents, eq(documents.id, grantVersionDocuments.documentId))
    .where(and(eq(grantVersionDocuments.grantFileId, grantFileId), eq(grantVersionDocuments.version, version)))
    .orderBy(asc(grantVersionDocuments.position))
    .all();
  return [...file, ...parts];
}

/** Adds the parts of a version in their order; their documents must already stand in the same transaction. */
export function addVersionDocuments(tx: Tx, grantFileId: string, version: number, ids: readonly string[]): void {
  ids.forEach((documentId, index) => {
    tx.insert(grantVersionDocuments)
      .values({ grantFileId, version, position: index + 1, documentId })
      .run();
  });
}

/** Digest of everything a version says: the same facts are never issued twice. */
export function digestOf(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
