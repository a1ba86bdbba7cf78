// Store of the first opening of each answer, and of the papers of a campaign: statements of needs, closing certificates.
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { answerOpenings, type CampaignPaperKind, campaignPapers, documents, users } from './schema';

/** Keeps that an answer was opened, the first time only; says whether it was the first. */
export function openAnswer(
  tx: Tx,
  opening: { readonly campaignId: string; readonly communeId: string; readonly at: Instant; readonly byUserId: string },
): boolean {
  return tx.insert(answerOpenings).values(opening).onConflictDoNothing().run().changes > 0;
}

/** When each commune first opened its answer, by commune. */
export function listOpenings(db: Reads, campaignId: string): ReadonlyMap<string, Instant> {
  const rows = db.select().from(answerOpenings).where(eq(answerOpenings.campaignId, campaignId)).all();
  return new Map(rows.map(({ communeId, at }) => [communeId, at]));
}

export interface PaperOf {
  readonly kind: CampaignPaperKind;
  readonly campaignId: string;
  /** Null for the certificate of the campaign. */
  readonly communeId: string | null;
}

function selectPapers(db: Reads) {
  return db
    .select({
      kind: campaignPapers.kind,
      communeId: campaignPapers.communeId,
      number: campaignPapers.number,
      version: campaignPapers.version,
      documentId: campaignPapers.documentId,
      inputDigest: campaignPapers.inputDigest,
      issuedAt: campaignPapers.issuedAt,
      issuedBy: users.name,
      cancelledAt: campaignPapers.cancelledAt,
      sha256: documents.sha256,
    })
    .from(campaignPapers)
    .innerJoin(documents, eq(documents.id, campaignPapers.documentId))
    .innerJoin(users, eq(users.id, campaignPapers.issuedBy));
}

export type CampaignPaper = ReturnType<typeof listPapers>[number];

/** The papers of a campaign that the scope may see, each number with its latest version first. */
export function listPapers(db: Reads, campaignId: string, kind: CampaignPaperKind, scope: Scope) {
  const own = scope.kind === 'commune' ? eq(campaignPapers.communeId, scope.communeId) : undefined;
  return selectPapers(db)
    .where(and(eq(campaignPapers.campaignId, campaignId), eq(campaignPapers.kind, kind), own))
    .orderBy(asc(campaignPapers.number), desc(campaignPapers.version))
    .all();
}

/** The latest paper of a kind, cancelled or not. */
export function findLastPaper(db: Reads, { kind, campaignId, communeId }: PaperOf): CampaignPaper | undefined {
  return selectPapers(db)
    .where(
      and(
        eq(campaignPapers.kind, kind),
        eq(campaignPapers.campaignId, campaignId),
        communeId === null ? isNull(campaignPapers.communeId) : eq(campaignPapers.communeId, communeId),
      ),
    )
    .orderBy(desc(campaignPapers.version))
    .get();
}

/** A paper of a campaign as a file, when the scope may see it. */
export function findPaperFile(db: Reads, campaignId: string, documentId: string, scope: Scope) {
  const own = scope.kind === 'commune' ? eq(campaignPapers.communeId, scope.communeId) : undefined;
  return db
    .select({ id: documents.id, fileName: documents.fileName, mediaType: documents.mediaType })
    .from(campaignPapers)
    .innerJoin(documents, eq(documents.id, campaignPapers.documentId))
    .where(and(eq(campaignPapers.campaignId, campaignId), eq(campaignPapers.documentId, documentId), own))
    .get();
}

export interface NewPaper extends PaperOf {
  readonly number: string;
  readonly version: number;
  readonly documentId: string;
  readonly inputDigest: string;
  readonly issuedAt: Instant;
  readonly issuedBy: string;
}

/** Keeps a paper that was issued. Throws while another of its kind is not cancelled. */
export function addPaper(tx: Tx, paper: NewPaper): void {
  tx.insert(campaignPapers)
    .values({ ...paper, id: randomUUID() })
    .run();
}

/** Cancels the paper in force, if there is one; its bytes and its number stay. Says whether there was one. */
export function cancelPaper(
  tx: Tx,
  { kind, campaignId, communeId }: PaperOf,
  by: { readonly id: string; readonly at: Instant },
): boolean {
  const current = and(
    eq(campaignPapers.kind, kind),
    eq(campaignPapers.campaignId, campaignId),
    communeId === null ? isNull(campaignPapers.communeId) : eq(campaignPapers.communeId, communeId),
    isNull(campaignPapers.cancelledAt),
  );
  const cancelled = { cancelledAt: by.at, cancelledBy: by.id };
  return tx.update(campaignPapers).set(cancelled).where(current).run().changes > 0;
}
