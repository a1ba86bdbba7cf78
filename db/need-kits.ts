// Store of the typical needs of campaigns.
import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import type { NeedKit } from '~/domain/campaigns/kits';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { campaigns, needKits } from './schema';

/** The kits that a campaign offers, in the order they were made. */
export function listKits(db: Reads, campaignId: string): readonly NeedKit[] {
  return db
    .select({ id: needKits.id, title: needKits.title, lines: needKits.lines })
    .from(needKits)
    .where(and(eq(needKits.campaignId, campaignId), isNull(needKits.removedAt)))
    .orderBy(asc(needKits.createdAt), asc(needKits.title))
    .all();
}

/** The kits of the latest other campaign that has some. */
export function listEarlierKits(db: Reads, campaignId: string): readonly NeedKit[] {
  const last = db
    .select({ campaignId: needKits.campaignId })
    .from(needKits)
    .innerJoin(campaigns, eq(campaigns.id, needKits.campaignId))
    .where(and(ne(needKits.campaignId, campaignId), isNull(needKits.removedAt)))
    .orderBy(desc(campaigns.closesOn), desc(needKits.createdAt))
    .limit(1)
    .get();
  return last ? listKits(db, last.campaignId) : [];
}

/** Adds a kit; a second sending of the same form adds nothing. Says whether it was added. */
export function addKit(
  tx: Tx,
  campaignId: string,
  kit: NeedKit,
  by: { readonly userId: string; readonly at: Instant },
): boolean {
  const row = { ...kit, campaignId, createdAt: by.at, createdBy: by.userId };
  return tx.insert(needKits).values(row).onConflictDoNothing().run().changes === 1;
}

/** Takes a kit out of a campaign; says whether it was offered. */
export function removeKit(tx: Tx, campaignId: string, id: string, at: Instant): boolean {
  const own = and(eq(needKits.id, id), eq(needKits.campaignId, campaignId), isNull(needKits.removedAt));
  return tx.update(needKits).set({ removedAt: at }).where(own).run().changes === 1;
}
