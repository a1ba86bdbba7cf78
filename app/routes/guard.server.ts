// Who may use a loader or an action: each is made here, names one permission, and carries it for tests to list.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { findSignedIn } from 'db/accounts';
import type { Db } from 'db/client';
import { isAllowed, type Permission, type SignedIn } from '~/domain/accounts/permissions';
import { type Day, dayInParis, type Instant } from '~/domain/shared/day';
import type { Platform } from '~/platform/context';
import { messageHeader, sessionTokenOf } from '~/platform/cookies';
import { receiveForm } from './form.server';

/** What every loader and action works with. */
export interface Asked {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly db: Db;
  readonly now: Instant;
  readonly today: Day;
  readonly platform: Platform;
}

export interface AskedBy extends Asked {
  readonly user: SignedIn;
}

/** 'public' answers anyone; the rest asks for a signed-in person whose roles hold the permission. */
export type Access = Permission | 'public';
type Guarded<A, R> = ((args: A) => Promise<Awaited<R>>) & { readonly access: Access };

function askedOf({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs): Asked {
  const { platform } = context;
  const now = platform.now();
  return { request, params, url: new URL(request.url), db: platform.db, platform, now, today: dayInParis(now) };
}

/** The signed-in person of a request, if any. */
export async function findUser(asked: Asked): Promise<SignedIn | undefined> {
  const token = await sessionTokenOf(asked.request, asked.platform.secureCookies);
  return token === undefined ? undefined : findSignedIn(asked.db, token, asked.now);
}

async function requireUser(asked: Asked, permission: Permission): Promise<SignedIn> {
  const user = await findUser(asked);
  if (!user) {
    const wanted = asked.request.method === 'GET' ? `${asked.url.pathname}${asked.url.search}` : '/';
    throw redirect(`/connexion?retour=${encodeURIComponent(wanted)}`);
  }
  if (!isAllowed(user.roles, permission)) throw new Response(null, { status: 403 });
  return user;
}

/**
 * The address of a deed sends who opens it elsewhere; but its page is also drawn to say why the deed is refused, and
 * leaving it then would lose every reason.
 */
function staysOnRefusal(answered: unknown, { context }: LoaderFunctionArgs): boolean {
  return context.afterDeed === true && answered instanceof Response && answered.headers.has('Location');
}

/** A loader for those who hold the permission. */
export function reader<R>(permission: Permission, answer: (asked: AskedBy) => R): Guarded<LoaderFunctionArgs, R> {
  const loader = async (args: LoaderFunctionArgs): Promise<Awaited<R>> => {
    const asked = askedOf(args);
    const answered = await answer({ ...asked, user: await requireUser(asked, permission) });
    return staysOnRefusal(answered, args) ? (Response.json(null) as typeof answered) : answered;
  };
  return Object.assign(loader, { access: permission });
}

/** An action for those who hold the permission; the form arrives read, within the limits of its size and shape. */
export function writer<R>(
  permission: Permission,
  answer: (asked: AskedBy & { readonly form: FormData }) => R,
): Guarded<ActionFunctionArgs, R> {
  const action = async (args: ActionFunctionArgs): Promise<Awaited<R>> => {
    const asked = askedOf(args);
    const user = await requireUser(asked, permission);
    return await answer({ ...asked, user, form: await receiveForm(args.request) });
  };
  return Object.assign(action, { access: permission });
}

/** A loader for anyone. */
export function publicReader<R>(answer: (asked: Asked) => R): Guarded<LoaderFunctionArgs, R> {
  const loader = async (args: LoaderFunctionArgs): Promise<Awaited<R>> => await answer(askedOf(args));
  return Object.assign(loader, { access: 'public' as const });
}

/** An action for anyone. */
export function publicWriter<R>(
  answer: (asked: Asked & { readonly form: FormData }) => R,
): Guarded<ActionFunctionArgs, R> {
  const action = async (args: ActionFunctionArgs): Promise<Awaited<R>> =>
    await answer({ ...askedOf(args), form: await receiveForm(args.request) });
  return Object.assign(action, { access: 'public' as const });
}

/** Ends the request: what is absent, or not yours, is not found. */
export function notFound(): never {
  throw new Response(null, { status: 404 });
}

/** The value, or the end of the request with 404. */
export function orNotFound<T>(value: T | undefined | null): T {
  return value ?? notFound();
}

/** After a deed: goes to a page of the site and says there, once, what was done. */
export async function redirectSaying(path: string, sentence: string): Promise<Response> {
  return redirect(path, { headers: { 'Set-Cookie': await messageHeader(sentence) } });
}

/** A path of this site out of what a form or an address gives; '/' when it is anything else. */
export function ownPath(text: string | null): string {
  return text !== null && /^\/(?![/\\])[^\\\s]*$/.test(text) ? text : '/';
}
