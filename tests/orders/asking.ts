// The site's own actions and loaders, asked as a signed-in person would ask them.
import { openSession } from 'db/accounts';
import { type Db, write } from 'db/client';
import type { SignedIn } from '~/domain/accounts/permissions';
import type { Instant } from '~/domain/shared/day';
import type { Platform } from '~/platform/context';
import { sessionCookie } from '~/platform/cookies';
import { testNow } from '../database';

/** The platform around a database: documents are made in this thread, the clock stands still. */
export function aPlatform(db: Db, now: Instant = testNow): Platform {
  return {
    db,
    documents: {
      render: async (job) => (await import('~/documents/render-job')).renderJob(job),
      close: async () => undefined,
    },
    publicUrl: new URL('http://localhost/'),
    secureCookies: false,
    demonstration: false,
    daysAhead: 0,
    mail: null,
    now: () => now,
  };
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly reasons: readonly string[];
  /** What a refused form gives back, to be corrected. */
  readonly typed: Readonly<Record<string, string>>;
}

type Action = (args: never) => Promise<unknown>;

interface Refused {
  readonly init?: { readonly status?: number } | null;
  readonly data?: { readonly reasons?: readonly string[]; readonly typed?: Readonly<Record<string, string>> };
}

/** The Cookie header of a person's new session. */
export async function cookieOf(db: Db, person: SignedIn, now: Instant = testNow): Promise<string> {
  const { token } = write(db, (tx) => openSession(tx, person.id, now));
  return (await sessionCookie(false).serialize(token)).split(';')[0] ?? '';
}

/** Sends a form to an action of the site and reads its answer; a FormData goes with its files. */
export async function send(
  platform: Platform,
  person: SignedIn,
  action: Action,
  fields: Readonly<Record<string, string>> | FormData = {},
  params: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    headers: { Cookie: await cookieOf(platform.db, person, platform.now()) },
  });
  const answer = await action({ request, params, context: { platform, nonce: '' } } as never).catch((thrown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), reasons: [], typed: {} };
  }
  const { init, data } = answer as Refused;
  return { status: init?.status ?? 200, location: null, reasons: data?.reasons ?? [], typed: data?.typed ?? {} };
}

/** What a page's loader gives to a signed-in person; the status when it gives no page. */
export async function read<T>(
  platform: Platform,
  person: SignedIn,
  loader: (args: never) => Promise<T>,
  params: Readonly<Record<string, string>> = {},
  path = '/',
): Promise<T | number> {
  const headers = { Cookie: await cookieOf(platform.db, person, platform.now()) };
  const request = new Request(`http://localhost${path}`, { headers });
  return loader({ request, params, context: { platform, nonce: '' } } as never).catch((thrown) => {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  });
}
