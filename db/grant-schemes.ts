// Store of the syndicat's own grant schemes: drafts that change, opened versions that never do.
import { and, asc, desc, eq, isNotNull, isNull, max } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { grantSchemeVersions } from './schema';

export type StoredScheme = typeof grantSchemeVersions.$inferSelect;

/** Every stored version, by scheme, the latest version first. */
export function listSchemeVersions(db: Reads): readonly StoredScheme[] {
  return db
    .select()
    .from(grantSchemeVersions)
    .orderBy(asc(grantSchemeVersions.schemeId), desc(grantSchemeVersions.version))
    .all();
}

/** One stored version; the latest opened one when no version is given. */
export function findSchemeVersion(db: Reads, schemeId: string, version?: number): StoredScheme | undefined {
  return db
    .select()
    .from(grantSchemeVersions)
    .where(
      and(
        eq(grantSchemeVersions.schemeId, schemeId),
        version === undefined ? isNotNull(grantSchemeVersions.openedAt) : eq(grantSchemeVersions.version, version),
      ),
    )
    .orderBy(desc(grantSchemeVersions.version))
    .get();
}

/** The highest stored version of a scheme; 0 when it has none. */
export function latestVersionOf(db: Reads, schemeId: string): number {
  const row = db
    .select({ version: max(grantSchemeVersions.version) })
    .from(grantSchemeVersions)
    .where(eq(grantSchemeVersions.schemeId, schemeId))
    .get();
  return row?.version ?? 0;
}

/** Adds a draft. A form sent twice adds one: false when that version is already there. */
export function addSchemeVersion(tx: Tx, draft: typeof grantSchemeVersions.$inferInsert): boolean {
  return tx.insert(grantSchemeVersions).values(draft).onConflictDoNothing().run().changes === 1;
}

function draftOf(schemeId: string, version: number) {
  return and(
    eq(grantSchemeVersions.schemeId, schemeId),
    eq(grantSchemeVersions.version, version),
    isNull(grantSchemeVersions.openedAt),
  );
}

/** Replaces the content of a draft; false when it is not a draft. */
export function changeSchemeDraft(
  tx: Tx,
  schemeId: string,
  version: number,
  change: { readonly content: unknown; readonly updatedAt: Instant },
): boolean {
  return tx.update(grantSchemeVersions).set(change).where(draftOf(schemeId, version)).run().changes === 1;
}

/** Opens a draft: from then on it is usable everywhere and never changes. False when it is not a draft. */
export function openSchemeVersion(
  tx: Tx,
  schemeId: string,
  version: number,
  by: { readonly userId: string; readonly at: Instant },
): boolean {
  const opened = tx
    .update(grantSchemeVersions)
    .set({ openedAt: by.at, openedBy: by.userId })
    .where(draftOf(schemeId, version))
    .run();
  return opened.changes === 1;
}

/** Ends an opened version before its date; false when it is not open. */
export function endSchemeVersion(
  tx: Tx,
  schemeId: string,
  version: number,
  by: { readonly userId: string; readonly at: Instant },
): boolean {
  const ended = tx
    .update(grantSchemeVersions)
    .set({ endedAt: by.at, endedBy: by.userId })
    .where(
      and(
        eq(grantSchemeVersions.schemeId, schemeId),
        eq(grantSchemeVersions.version, version),
        isNotNull(grantSchemeVersions.openedAt),
        isNull(grantSchemeVersions.endedAt),
      ),
    )
    .run();
  return ended.changes === 1;
}
