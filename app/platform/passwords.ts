// Passwords: argon2id, the same work for an unknown address, and a limit on tries.
import { hash, verify } from '@node-rs/argon2';
import { findCredentials } from 'db/accounts';
import type { Db } from 'db/client';
import { RateLimiterMemory } from 'rate-limiter-flexible';

// OWASP's first choice for argon2id: 19 MiB, two passes.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const tries = new RateLimiterMemory({ points: 10, duration: 15 * 60 });
let decoy: Promise<string> | undefined;

/** Argon2id hash of a password, with its parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

export type CredentialCheck =
  | { readonly kind: 'right'; readonly userId: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'tooManyTries'; readonly minutes: number };

/** Checks an address and a password. Ten failures in fifteen minutes close the address for that time. */
export async function checkCredentials(db: Db, email: string, password: string): Promise<CredentialCheck> {
  const key = email.trim().toLowerCase();
  const so = await tries.get(key);
  if (so !== null && so.remainingPoints <= 0) {
    return { kind: 'tooManyTries', minutes: Math.max(1, Math.ceil(so.msBeforeNext / 60_000)) };
  }
  const found = findCredentials(db, key);
  decoy ??= hashPassword('no account has this password');
  const right = await verify(found?.passwordHash ?? (await decoy), password);
  if (found && right) {
    await tries.delete(key);
    return { kind: 'right', userId: found.id };
  }
  await tries.consume(key).catch(() => undefined);
  return { kind: 'wrong' };
}
