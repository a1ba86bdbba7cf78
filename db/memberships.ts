// Store of the communes' memberships of the centrale: dated facts, completed and ended, never rewritten.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { MemberActs } from '~/domain/organisations/identified-buyers';
import type { Day } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { communes, memberships, organisations } from './schema';

export type Membership = typeof memberships.$inferSelect;

/** Every membership that was ever recorded, as the acts that identified buyers are read from. */
export function listMembershipActs(db: Reads): readonly MemberActs[] {
  return db
    .select({
      communeId: organisations.id,
      name: organisations.name,
      siren: organisations.siren,
      siret: organisations.siret,
      joinedOn: memberships.from,
      leftOn: memberships.to,
      deliberationNumber: memberships.deliberationNumber,
      deliberationOn: memberships.deliberationOn,
      enforceableOn: memberships.enforceableOn,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.communeId))
    .orderBy(asc(organisations.name), asc(organisations.id), asc(memberships.from))
    .all()
    .map((row) => ({ ...row, signedOn: null }));
}

/** Every commune that the scope may see with its memberships, by name and first day; null for one that never joined. */
export function listMemberships(db: Reads, scope: Scope) {
  return db
    .select({
      communeId: organisations.id,
      name: organisations.name,
      siren: organisations.siren,
      siret: organisations.siret,
      membership: memberships,
    })
    .from(communes)
    .innerJoin(organisations, eq(organisations.id, communes.organisationId))
    .leftJoin(memberships, eq(memberships.communeId, organisations.id))
    .where(scope.kind === 'syndicat' ? undefined : eq(organisations.id, scope.communeId))
    .orderBy(asc(organisations.name), asc(organisations.id), asc(memberships.from))
    .all();
}

/** A membership by its commune and first day, when the scope may see it. */
export function findMembershipFrom(db: Reads, communeId: string, from: string, scope: Scope): Membership | undefined {
  if (scope.kind === 'commune' && scope.communeId !== communeId) return undefined;
  return db
    .select()
    .from(memberships)
    .where(and(eq(memberships.communeId, communeId), eq(memberships.from, from as Day)))
    .get();
}

const one = (membership: Pick<Membership, 'communeId' | 'from'>) =>
  and(eq(memberships.communeId, membership.communeId), eq(memberships.from, membership.from));

/** Gives the day the deliberation became enforceable. */
export function giveEnforceableDay(tx: Tx, membership: Pick<Membership, 'communeId' | 'from'>, enforceableOn: Day) {
  tx.update(memberships).set({ enforceableOn, enforceableSource: 'given' }).where(one(membership)).run();
}

/** Keeps the file of the deliberation, when there was none. */
export function keepMembershipFile(tx: Tx, membership: Pick<Membership, 'communeId' | 'from'>, documentId: string) {
  tx.update(memberships)
    .set({ deliberationDocumentId: documentId })
    .where(and(one(membership), isNull(memberships.deliberationDocumentId)))
    .run();
}

/** Ends a membership: the commune is no longer a member on that day. */
export function endMembership(
  tx: Tx,
  membership: Pick<Membership, 'communeId' | 'from'>,
  end: { readonly to: Day; readonly exitReason: string },
): void {
  tx.update(memberships)
    .set(end)
    .where(and(one(membership), isNull(memberships.to)))
    .run();
}
