// Store of what schools write for a campaign by their link, and of what the commune does with it.
import { createHash, randomBytes } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Need, NeedReason } from '~/domain/campaigns/campaigns';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { contributedNeeds, needLinks, organisations, schools, users } from './schema';

function digestOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The links that a commune made for a campaign, the latest first; the secret is not among what is kept. */
export function listNeedLinks(db: Reads, campaignId: string, communeId: string) {
  return db
    .select({
      id: needLinks.id,
      schoolUai: needLinks.schoolUai,
      schoolName: schools.name,
      recipient: needLinks.recipient,
      createdAt: needLinks.createdAt,
      createdBy: users.name,
      revokedAt: needLinks.revokedAt,
      lastSavedAt: needLinks.lastSavedAt,
    })
    .from(needLinks)
    .innerJoin(schools, eq(schools.uai, needLinks.schoolUai))
    .innerJoin(users, eq(users.id, needLinks.createdBy))
    .where(and(eq(needLinks.campaignId, campaignId), eq(needLinks.communeId, communeId)))
    .orderBy(desc(needLinks.createdAt), desc(needLinks.id))
    .all();
}

/** Makes a link and returns its secret, which is shown once; undefined when the same form was already received. */
export function addNeedLink(tx: Tx, link: Omit<typeof needLinks.$inferInsert, 'tokenDigest'>): string | undefined {
  const token = randomBytes(32).toString('base64url');
  const row = { ...link, tokenDigest: digestOfToken(token) };
  return tx.insert(needLinks).values(row).onConflictDoNothing().run().changes === 1 ? token : undefined;
}

/** Closes a link of the commune; says whether it was open. */
export function revokeNeedLink(tx: Tx, id: string, campaignId: string, communeId: string, at: Instant): boolean {
  const own = and(eq(needLinks.id, id), eq(needLinks.campaignId, campaignId), eq(needLinks.communeId, communeId));
  return (
    tx
      .update(needLinks)
      .set({ revokedAt: at })
      .where(and(own, isNull(needLinks.revokedAt)))
      .run().changes > 0
  );
}

/** The link behind a secret, if it was not closed, with its school and commune. */
export function findNeedLink(db: Reads, token: string) {
  return db
    .select({
      id: needLinks.id,
      campaignId: needLinks.campaignId,
      communeId: needLinks.communeId,
      communeName: organisations.name,
      schoolUai: needLinks.schoolUai,
      schoolName: schools.name,
      recipient: needLinks.recipient,
    })
    .from(needLinks)
    .innerJoin(schools, eq(schools.uai, needLinks.schoolUai))
    .innerJoin(organisations, eq(organisations.id, needLinks.communeId))
    .where(and(eq(needLinks.tokenDigest, digestOfToken(token)), isNull(needLinks.revokedAt)))
    .get();
}

/** Adds a line written by a link; a second sending of the same form adds nothing. Says whether it was added. */
export function addContributedNeed(tx: Tx, linkId: string, need: Need, at: Instant): boolean {
  const { schoolUai: _, ...line } = need;
  const added = tx
    .insert(contributedNeeds)
    .values({ ...line, linkId, writtenAt: at })
    .onConflictDoNothing()
    .run();
  if (added.changes > 0) tx.update(needLinks).set({ lastSavedAt: at }).where(eq(needLinks.id, linkId)).run();
  return added.changes > 0;
}

const undecided = and(isNull(contributedNeeds.takenAt), isNull(contributedNeeds.setAsideAt));

/** Takes a line back by its own link, as long as the commune has not decided on it; says whether it was there. */
export function removeContributedNeed(tx: Tx, linkId: string, id: string): boolean {
  const own = and(eq(contributedNeeds.id, id), eq(contributedNeeds.linkId, linkId), undecided);
  return tx.delete(contributedNeeds).where(own).run().changes > 0;
}

function selectContributions(db: Reads) {
  return db
    .select({
      line: contributedNeeds,
      schoolUai: needLinks.schoolUai,
      schoolName: schools.name,
      recipient: needLinks.recipient,
    })
    .from(contributedNeeds)
    .innerJoin(needLinks, eq(needLinks.id, contributedNeeds.linkId))
    .innerJoin(schools, eq(schools.uai, needLinks.schoolUai));
}

type Row = ReturnType<ReturnType<typeof selectContributions>['all']>[number];

function toContribution({ line, schoolUai, schoolName, recipient }: Row) {
  const { id, productId, category, label, unit, quantity, estimatedUnitPriceNet, year, kit } = line;
  const reason = line.reason as NeedReason;
  const known = { id, schoolUai, productId, category, label, unit, quantity, estimatedUnitPriceNet };
  const need: Need = { ...known, reason, year, kit };
  const state = line.takenAt !== null ? 'taken' : line.setAsideAt !== null ? 'setAside' : 'waiting';
  return { need, schoolName, recipient, state: state as 'taken' | 'setAside' | 'waiting' };
}

export type Contribution = ReturnType<typeof toContribution>;

/** The lines written by one link, in order. */
export function listContributionsOf(db: Reads, linkId: string): readonly Contribution[] {
  return selectContributions(db)
    .where(eq(contributedNeeds.linkId, linkId))
    .orderBy(asc(contributedNeeds.writtenAt), asc(contributedNeeds.id))
    .all()
    .map(toContribution);
}

/** The lines that schools wrote for a commune's answer and that it has not decided on, by school. */
export function listWaitingContributions(db: Reads, campaignId: string, communeId: string): readonly Contribution[] {
  return selectContributions(db)
    .where(and(eq(needLinks.campaignId, campaignId), eq(needLinks.communeId, communeId), undecided))
    .orderBy(asc(schools.name), asc(contributedNeeds.writtenAt), asc(contributedNeeds.id))
    .all()
    .map(toContribution);
}

/** Marks lines as taken into the answer, or set aside. */
export function decideContributions(
  tx: Tx,
  ids: readonly string[],
  decision: { readonly takenAt: Instant } | { readonly setAsideAt: Instant },
): void {
  if (ids.length === 0) return;
  tx.update(contributedNeeds)
    .set(decision)
    .where(and(inArray(contributedNeeds.id, [...ids]), undecided))
    .run();
}
