// The two cookies of the site: the session token, and a message shown once after a deed.
import { createCookie } from '@remix-run/node';

const common = { path: '/', httpOnly: true, sameSite: 'lax' } as const;
const hourSeconds = 3600;

const plainSession = createCookie('preau-session', { ...common, maxAge: 12 * hourSeconds });
const secureSession = createCookie('__Host-preau-session', { ...common, secure: true, maxAge: 12 * hourSeconds });
const message = createCookie('preau-message', { ...common, maxAge: 60 });

/** Cookie of the session token; bound to the host when the site is served over HTTPS. */
export function sessionCookie(secure: boolean) {
  return secure ? secureSession : plainSession;
}

/** Reads the session token of a request. */
export async function sessionTokenOf(request: Request, secure: boolean): Promise<string | undefined> {
  const value: unknown = await sessionCookie(secure).parse(request.headers.get('Cookie'));
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A Set-Cookie value that shows a sentence once, on the next page. */
export function messageHeader(sentence: string): Promise<string> {
  return message.serialize(sentence);
}

/** The sentence to show once, and the header that forgets it. */
export async function takeMessage(request: Request): Promise<{ sentence: string; header: string } | undefined> {
  const value: unknown = await message.parse(request.headers.get('Cookie'));
  return typeof value === 'string'
    ? { sentence: value, header: await message.serialize('', { maxAge: 0 }) }
    : undefined;
}
