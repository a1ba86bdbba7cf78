// Store of grouped grant files: which files each gathers, and each version issued.
import { and, asc, desc, eq, type SQL } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { Reads, Tx } from './client';
import {
  documents,
  grantFiles,
  grantGroupFiles,
  grantGroups,
  grantGroupVersions,
  organisations,
  schools,
} from './schema';

/** A group of several communes belongs to the syndicat: no commune sees the others' amounts in it. */
function visibleTo(scope: Scope): SQL | undefined {
  return scope.kind === 'syndicat' ? undefined : eq(grantGroups.communeId, scope.communeId);
}

/** The grouped files that the scope may see, the latest first. */
export function listGrantGroups(db: Reads, scope: Scope) {
  return db.select().from(grantGroups).where(visibleTo(scope)).orderBy(desc(grantGroups.createdAt)).all();
}

export function findGrantGroup(db: Reads, id: string, scope: Scope) {
  return db
    .select()
    .from(grantGroups)
    .where(and(eq(grantGroups.id, id), visibleTo(scope)))
    .get();
}

/** The files of a group, by commune then school. */
export function listGroupFileIds(db: Reads, groupId: string): readonly string[] {
  return db
    .select({ id: grantGroupFiles.grantFileId })
    .from(grantGroupFiles)
    .innerJoin(grantFiles, eq(grantFiles.id, grantGroupFiles.grantFileId))
    .innerJoin(organisations, eq(organisations.id, grantFiles.communeId))
    .innerJoin(schools, eq(schools.uai, grantFiles.schoolUai))
    .where(eq(grantGroupFiles.groupId, groupId))
    .orderBy(asc(organisations.name), asc(schools.name), asc(grantFiles.id))
    .all()
    .map(({ id }) => id);
}

/** Makes a group of files; false when the same form was already received. */
export function addGrantGroup(tx: Tx, group: typeof grantGroups.$inferInsert, fileIds: readonly string[]): boolean {
  if (tx.insert(grantGroups).values(group).onConflictDoNothing().run().changes === 0) return false;
  for (const grantFileId of fileIds) tx.insert(grantGroupFiles).values({ groupId: group.id, grantFileId }).run();
  return true;
}

/** The versions issued of a group, the latest first. */
export function listGroupVersions(db: Reads, groupId: string) {
  return db
    .select({
      version: grantGroupVersions.version,
      pdfId: grantGroupVersions.pdfId,
      costingId: grantGroupVersions.costingId,
      inputDigest: grantGroupVersions.inputDigest,
      number: documents.number,
      issuedOn: documents.issuedOn,
      issuedAt: documents.issuedAt,
    })
    .from(grantGroupVersions)
    .innerJoin(documents, eq(documents.id, grantGroupVersions.pdfId))
    .where(eq(grantGroupVersions.groupId, groupId))
    .orderBy(desc(grantGroupVersions.version))
    .all();
}

export function addGroupVersion(tx: Tx, version: typeof grantGroupVersions.$inferInsert): void {
  tx.insert(grantGroupVersions).values(version).run();
}
