// Store of what others than the commune add to a grant file: the school by its link, the adviser, the elected official.
import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { grantOpinions, grantSchoolLinks, grantSignOffs, users } from './schema';

function digestOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The links made for a file, the latest first; the secret is not among what is kept. */
export function listSchoolLinks(db: Reads, grantFileId: string) {
  return db
    .select({
      id: grantSchoolLinks.id,
      expiresAt: grantSchoolLinks.expiresAt,
      createdAt: grantSchoolLinks.createdAt,
      createdBy: users.name,
      revokedAt: grantSchoolLinks.revokedAt,
      lastSavedAt: grantSchoolLinks.lastSavedAt,
    })
    .from(grantSchoolLinks)
    .innerJoin(users, eq(users.id, grantSchoolLinks.createdBy))
    .where(eq(grantSchoolLinks.grantFileId, grantFileId))
    .orderBy(desc(grantSchoolLinks.createdAt))
    .all();
}

/** Makes a link and returns its secret, which is shown once; undefined when the same form was already received. */
export function addSchoolLink(
  tx: Tx,
  link: Omit<typeof grantSchoolLinks.$inferInsert, 'tokenDigest'>,
): string | undefined {
  const token = randomBytes(32).toString('base64url');
  const added = tx
    .insert(grantSchoolLinks)
    .values({ ...link, tokenDigest: digestOfToken(token) })
    .onConflictDoNothing()
    .run().changes;
  return added === 1 ? token : undefined;
}

/** Closes every open link of a file; how many there were. */
export function revokeSchoolLinks(tx: Tx, grantFileId: string, at: Instant): number {
  return tx
    .update(grantSchoolLinks)
    .set({ revokedAt: at })
    .where(and(eq(grantSchoolLinks.grantFileId, grantFileId), isNull(grantSchoolLinks.revokedAt)))
    .run().changes;
}

/** The link behind a secret, if it is still open. */
export function findOpenSchoolLink(db: Reads, token: string, now: Instant) {
  return db
    .select()
    .from(grantSchoolLinks)
    .where(
      and(
        eq(grantSchoolLinks.tokenDigest, digestOfToken(token)),
        isNull(grantSchoolLinks.revokedAt),
        gt(grantSchoolLinks.expiresAt, now),
      ),
    )
    .get();
}

export function markSchoolLinkUsed(tx: Tx, id: string, at: Instant): void {
  tx.update(grantSchoolLinks).set({ lastSavedAt: at }).where(eq(grantSchoolLinks.id, id)).run();
}

/** The opinions given on a file, the latest first. */
export function listGrantOpinions(db: Reads, grantFileId: string) {
  return db
    .select({
      id: grantOpinions.id,
      opinion: grantOpinions.opinion,
      comment: grantOpinions.comment,
      givenOn: grantOpinions.givenOn,
      givenBy: users.name,
    })
    .from(grantOpinions)
    .innerJoin(users, eq(users.id, grantOpinions.givenBy))
    .where(eq(grantOpinions.grantFileId, grantFileId))
    .orderBy(desc(grantOpinions.givenAt))
    .all();
}

/** Keeps an opinion; false when the same form was already received. */
export function addGrantOpinion(tx: Tx, opinion: typeof grantOpinions.$inferInsert): boolean {
  return tx.insert(grantOpinions).values(opinion).onConflictDoNothing().run().changes === 1;
}

/** The sign-offs of a file, by version, the latest first. */
export function listSignOffs(db: Reads, grantFileId: string) {
  return db
    .select({ version: grantSignOffs.version, signedOn: grantSignOffs.signedOn, signedBy: users.name })
    .from(grantSignOffs)
    .innerJoin(users, eq(users.id, grantSignOffs.signedBy))
    .where(eq(grantSignOffs.grantFileId, grantFileId))
    .orderBy(desc(grantSignOffs.version))
    .all();
}

/** Signs a version off; false when it already was. */
export function addSignOff(tx: Tx, signOff: typeof grantSignOffs.$inferInsert): boolean {
  return tx.insert(grantSignOffs).values(signOff).onConflictDoNothing().run().changes === 1;
}
