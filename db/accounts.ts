// Store of people and their sessions.
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Role, SignedIn } from '~/domain/accounts/permissions';
import { communeRoles } from '~/domain/accounts/permissions';
import type { Instant } from '~/domain/shared/day';
import type { Db, Reads, Tx } from './client';
import { organisations, sessions, userRoles, users } from './schema';

const sessionHours = 12;

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The account of an e-mail address, with its password hash; absent when unknown or disabled. */
export function findCredentials(db: Reads, email: string) {
  return db
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.email, email.trim().toLowerCase()), isNull(users.disabledAt)))
    .get();
}

/** Opens a session and returns the token for the cookie; only its digest is kept. */
export function openSession(tx: Tx, userId: string, now: Instant): { token: string; expiresAt: Instant } {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(now) + sessionHours * 3_600_000).toISOString();
  tx.delete(sessions).where(lt(sessions.expiresAt, now)).run();
  tx.insert(sessions)
    .values({ tokenHash: hashOf(token), userId, createdAt: now, expiresAt })
    .run();
  return { token, expiresAt };
}

/** Ends a session; harmless when it is already over. */
export function closeSession(tx: Tx, token: string): void {
  tx.delete(sessions)
    .where(eq(sessions.tokenHash, hashOf(token)))
    .run();
}

/** The person behind a session token that is still open, with roles and scope. */
export function findSignedIn(db: Db, token: string, now: Instant): SignedIn | undefined {
  const user = db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      organisationId: users.organisationId,
      organisationName: organisations.name,
      organisationKind: organisations.kind,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(sessions.tokenHash, hashOf(token)), gt(sessions.expiresAt, now), isNull(users.disabledAt)))
    .get();
  if (!user) return undefined;
  const roles = db
    .select({ role: userRoles.role })
    .from(userRoles)
    .where(eq(userRoles.userId, user.id))
    .all()
    .map((row) => row.role);
  const { organisationKind, ...person } = user;
  return {
    ...person,
    // A role of the other side is no use here: a commune's account never widens to the syndicat's scope, nor the reverse.
    roles: roles.filter((role) => communeRoles.includes(role) === (organisationKind === 'commune')),
    scope: organisationKind === 'commune' ? { kind: 'commune', communeId: user.organisationId } : { kind: 'syndicat' },
  };
}

export interface NewUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly organisationId: string;
  readonly roles: readonly Role[];
}

/** Adds a person with roles. Throws when the e-mail address is already used. */
export function addUser(tx: Tx, user: NewUser): void {
  const { roles, ...person } = user;
  tx.insert(users)
    .values({ ...person, email: person.email.toLowerCase() })
    .run();
  for (const role of roles) tx.insert(userRoles).values({ userId: user.id, role }).run();
}
