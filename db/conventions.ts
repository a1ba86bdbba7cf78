// Store of the conventions of joint procurement, of their members' acts and of the texts issued.
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { ConventionTerms, RecordedActs } from '~/domain/organisations/conventions';
import type { MemberActs } from '~/domain/organisations/identified-buyers';
import type { Day, Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import {
  campaigns,
  communes,
  consolidations,
  conventionMembers,
  conventions,
  conventionTexts,
  organisations,
  schools,
} from './schema';

export type Convention = typeof conventions.$inferSelect;
export type ConventionMember = typeof conventionMembers.$inferSelect;

function conventionVisibleTo(db: Reads, scope: Scope): SQL | undefined {
  if (scope.kind === 'syndicat') return undefined;
  const own = db
    .select({ id: conventionMembers.conventionId })
    .from(conventionMembers)
    .where(eq(conventionMembers.communeId, scope.communeId));
  return inArray(conventions.id, own);
}

/** The conventions that the scope may see, the latest first: for a commune, those it is or was a member of. */
export function listConventions(db: Reads, scope: Scope): readonly Convention[] {
  return db.select().from(conventions).where(conventionVisibleTo(db, scope)).orderBy(desc(conventions.createdAt)).all();
}

/** A convention that the scope may see. */
export function findConvention(db: Reads, id: string, scope: Scope): Convention | undefined {
  return db
    .select()
    .from(conventions)
    .where(and(eq(conventions.id, id), conventionVisibleTo(db, scope)))
    .get();
}

/** Whether another convention already has this reference. */
export function isConventionReferenceTaken(db: Reads, reference: string, exceptId: string): boolean {
  const row = db.select({ id: conventions.id }).from(conventions).where(eq(conventions.reference, reference)).get();
  return row !== undefined && row.id !== exceptId;
}

export interface NewConvention {
  readonly id: string;
  readonly reference: string;
  readonly terms: ConventionTerms;
}

/** Adds a convention; a second sending of the same form adds nothing. Says whether it was added. */
export function addConvention(tx: Tx, convention: NewConvention, by: { readonly id: string; readonly at: Instant }) {
  const row = { ...convention, createdAt: by.at, createdBy: by.id, changedAt: by.at };
  return tx.insert(conventions).values(row).onConflictDoNothing().run().changes > 0;
}

/** Replaces the terms of a convention that nobody relies on yet. */
export function changeConvention(tx: Tx, { id, ...change }: NewConvention, at: Instant): void {
  tx.update(conventions)
    .set({ ...change, changedAt: at })
    .where(eq(conventions.id, id))
    .run();
}

/** The stays of communes in a convention that the scope may see, by name then day. */
export function listConventionMembers(db: Reads, conventionId: string, scope: Scope) {
  return db
    .select({
      member: conventionMembers,
      name: organisations.name,
      siren: organisations.siren,
      siret: organisations.siret,
      population: communes.population,
    })
    .from(conventionMembers)
    .innerJoin(organisations, eq(organisations.id, conventionMembers.communeId))
    .innerJoin(communes, eq(communes.organisationId, conventionMembers.communeId))
    .where(
      and(
        eq(conventionMembers.conventionId, conventionId),
        scope.kind === 'syndicat' ? undefined : eq(conventionMembers.communeId, scope.communeId),
      ),
    )
    .orderBy(asc(organisations.name), asc(organisations.id), asc(conventionMembers.joinedOn))
    .all();
}

/** The stays of one commune in all conventions. */
export function listStaysOf(db: Reads, communeId: string) {
  return db
    .select({ member: conventionMembers, reference: conventions.reference, terms: conventions.terms })
    .from(conventionMembers)
    .innerJoin(conventions, eq(conventions.id, conventionMembers.conventionId))
    .where(eq(conventionMembers.communeId, communeId))
    .orderBy(desc(conventions.createdAt), asc(conventionMembers.joinedOn))
    .all();
}

/** A stay in a convention, when the scope may see it. */
export function findConventionMember(db: Reads, conventionId: string, id: string, scope: Scope) {
  return listConventionMembers(db, conventionId, scope).find(({ member }) => member.id === id);
}

/** The acts of the members of a convention, as identified buyers are read from. */
export function listConventionActs(db: Reads, conventionId: string): readonly MemberActs[] {
  return listConventionMembers(db, conventionId, { kind: 'syndicat' }).map(({ member, name, siren, siret }) => ({
    communeId: member.communeId,
    name,
    siren,
    siret,
    joinedOn: member.joinedOn,
    leftOn: member.withdrawnOn,
    deliberationNumber: member.deliberationNumber,
    deliberationOn: member.deliberationOn,
    enforceableOn: member.enforceableOn,
    signedOn: member.signedOn,
  }));
}

/** Communes that are in a convention on a day, signed or not: those that a campaign run for it asks. */
export function listConventionCommunes(db: Reads, conventionId: string, on: Day) {
  return db
    .select({
      communeId: organisations.id,
      name: organisations.name,
      siren: organisations.siren,
      siret: organisations.siret,
    })
    .from(conventionMembers)
    .innerJoin(organisations, eq(organisations.id, conventionMembers.communeId))
    .where(
      and(
        eq(conventionMembers.conventionId, conventionId),
        lte(conventionMembers.joinedOn, on),
        or(isNull(conventionMembers.withdrawnOn), gt(conventionMembers.withdrawnOn, on)),
      ),
    )
    .groupBy(organisations.id)
    .orderBy(asc(organisations.name), asc(organisations.id))
    .all();
}

/** Inhabitants and pupils of communes, by id: the keys that a cost may be split by. Unknown pupils count for none. */
export function listCostWeights(db: Reads, communeIds: readonly string[]) {
  const rows = db
    .select({
      communeId: communes.organisationId,
      inhabitants: communes.population,
      pupils: sql<number>`coalesce(sum(${schools.pupils}), 0)`,
    })
    .from(communes)
    .leftJoin(schools, eq(schools.communeId, communes.organisationId))
    .where(inArray(communes.organisationId, [...communeIds]))
    .groupBy(communes.organisationId)
    .all();
  return new Map(rows.map(({ communeId, ...weights }) => [communeId, weights]));
}

/** Adds a stay of a commune; the same id sent twice is one stay. Says whether it was added. */
export function addConventionMember(
  tx: Tx,
  member: { readonly id: string; readonly conventionId: string; readonly communeId: string; readonly joinedOn: Day },
  by: { readonly id: string; readonly at: Instant },
): boolean {
  const row = { ...member, addedAt: by.at, addedBy: by.id };
  return tx.insert(conventionMembers).values(row).onConflictDoNothing().run().changes > 0;
}

/** Records the acts of a member: whether they may still change is decided before. */
export function recordActs(
  tx: Tx,
  memberId: string,
  acts: RecordedActs & { readonly representative: string | null; readonly deliberationDocumentId: string | null },
): void {
  tx.update(conventionMembers).set(acts).where(eq(conventionMembers.id, memberId)).run();
}

/** Ends a stay: the commune is no longer a member on that day. */
export function withdrawMember(
  tx: Tx,
  memberId: string,
  end: { readonly withdrawnOn: Day; readonly withdrawalReason: string },
): void {
  tx.update(conventionMembers)
    .set(end)
    .where(and(eq(conventionMembers.id, memberId), isNull(conventionMembers.withdrawnOn)))
    .run();
}

/** The campaigns run for a convention, with the day their needs were frozen. */
export function listCampaignsOfConvention(db: Reads, conventionId: string) {
  return db
    .select({
      id: campaigns.id,
      title: campaigns.title,
      closesOn: campaigns.closesOn,
      frozenAt: consolidations.frozenAt,
    })
    .from(campaigns)
    .leftJoin(consolidations, eq(consolidations.campaignId, campaigns.id))
    .where(eq(campaigns.conventionId, conventionId))
    .orderBy(desc(campaigns.closesOn), desc(campaigns.createdAt))
    .all();
}

/** Whether a member has signed, or a campaign is run under it: its terms then stay as they are. */
export function areTermsFixed(db: Reads, conventionId: string): boolean {
  const signed = db
    .select({ id: conventionMembers.id })
    .from(conventionMembers)
    .where(and(eq(conventionMembers.conventionId, conventionId), isNotNull(conventionMembers.signedOn)))
    .limit(1)
    .get();
  return signed !== undefined || listCampaignsOfConvention(db, conventionId).length > 0;
}

/** The texts issued of a convention, the latest version first. */
export function listConventionTexts(db: Reads, conventionId: string) {
  return db
    .select()
    .from(conventionTexts)
    .where(eq(conventionTexts.conventionId, conventionId))
    .orderBy(desc(conventionTexts.version))
    .all();
}

/** Records that stored documents are that version of the text. */
export function addConventionText(tx: Tx, row: typeof conventionTexts.$inferInsert): void {
  tx.insert(conventionTexts).values(row).run();
}
