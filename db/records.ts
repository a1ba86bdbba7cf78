// Store of what was done and of the documents issued: journal rows, number series, bytes with their digest.
import { createHash, randomUUID } from 'node:crypto';
import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { Day, Instant } from '~/domain/shared/day';
import { yearOf } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';
import type { Reads, Tx } from './client';
import { type DocumentKind, documentContents, documents, journal, numberSeries, organisations, users } from './schema';

export interface Deed {
  readonly at: Instant;
  readonly userId: string | null;
  readonly communeId?: string | null;
  readonly deed: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Leaves who did what, when, in the transaction of the write itself. */
export function addDeed(tx: Tx, deed: Deed): void {
  tx.insert(journal)
    .values({ ...deed, communeId: deed.communeId ?? null, detail: deed.detail ?? {} })
    .run();
}

/** Journal rows of a subject, the latest first. */
export function listDeeds(db: Reads, subjectKind: string, subjectId: string) {
  return db
    .select()
    .from(journal)
    .where(and(eq(journal.subjectKind, subjectKind), eq(journal.subjectId, subjectId)))
    .orderBy(desc(journal.id))
    .all();
}

/** A page of the journal, the latest first, before a row when one is given. */
export function listJournal(db: Reads, before: number | undefined) {
  return db
    .select({
      id: journal.id,
      at: journal.at,
      deed: journal.deed,
      subjectKind: journal.subjectKind,
      subjectId: journal.subjectId,
      userName: users.name,
      communeName: organisations.name,
    })
    .from(journal)
    .leftJoin(users, eq(users.id, journal.userId))
    .leftJoin(organisations, eq(organisations.id, journal.communeId))
    .where(before === undefined ? undefined : lt(journal.id, before))
    .orderBy(desc(journal.id))
    .limit(100)
    .all();
}

export interface Series {
  readonly issuerId: string;
  readonly series: string;
  readonly year: number;
}

function seriesIs(series: Series): SQL | undefined {
  return and(
    eq(numberSeries.issuerId, series.issuerId),
    eq(numberSeries.series, series.series),
    eq(numberSeries.year, series.year),
  );
}

/** The number that the series would give next. It is taken only by `takeNumber`. */
export function nextNumber(db: Reads, series: Series): number {
  const row = db.select({ last: numberSeries.last }).from(numberSeries).where(seriesIs(series)).get();
  return (row?.last ?? 0) + 1;
}

/** Takes the number when it is still the next one, so that a series has no gap; says whether it did. */
export function takeNumber(tx: Tx, series: Series, number: number): boolean {
  if (nextNumber(tx, series) !== number) return false;
  tx.insert(numberSeries)
    .values({ ...series, last: number })
    .onConflictDoUpdate({
      target: [numberSeries.issuerId, numberSeries.series, numberSeries.year],
      set: { last: number },
    })
    .run();
  return true;
}

export interface NewDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuerId: string;
  readonly communeId: string | null;
  readonly supplierId?: string | null;
  readonly title: string;
  readonly issuedOn: Day;
  readonly issuedAt: Instant;
  readonly issuedBy: string | null;
  /** Amounts of the documents that have them. */
  readonly net?: Cents | null;
  readonly vat?: Cents | null;
  readonly gross?: Cents | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly templateVersion: string;
  readonly bytes: Uint8Array;
}

/** Stores a document with its bytes and their SHA-256; returns its id. It is never written again. */
export function addDocument(tx: Tx, document: NewDocument): string {
  const { bytes, ...facts } = document;
  const id = randomUUID();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  tx.insert(documents)
    .values({
      ...facts,
      id,
      year: yearOf(document.issuedOn),
      byteLength: buffer.byteLength,
      sha256: createHash('sha256').update(buffer).digest('hex'),
    })
    .run();
  tx.insert(documentContents).values({ documentId: id, bytes: buffer }).run();
  return id;
}

function visibleTo(scope: Scope): SQL | undefined {
  return scope.kind === 'syndicat' ? undefined : eq(documents.communeId, scope.communeId);
}

/** A document that the scope may see, without its bytes. */
export function findDocument(db: Reads, id: string, scope: Scope) {
  return db
    .select()
    .from(documents)
    .where(and(eq(documents.id, id), visibleTo(scope)))
    .get();
}

/** The bytes of a document. Throws when they no longer match the digest taken at issue. */
export function readDocumentBytes(db: Reads, id: string): Uint8Array {
  const row = db
    .select({ bytes: documentContents.bytes, sha256: documents.sha256 })
    .from(documentContents)
    .innerJoin(documents, eq(documents.id, documentContents.documentId))
    .where(eq(documentContents.documentId, id))
    .get();
  if (!row) throw new Error(`Document ${id} has no content`);
  if (createHash('sha256').update(row.bytes).digest('hex') !== row.sha256) {
    throw new Error(`Document ${id} no longer matches the digest taken when it was issued`);
  }
  return row.bytes;
}
