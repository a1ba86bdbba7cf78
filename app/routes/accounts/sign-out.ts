// Ends the session of the signed-in person.
import { redirect } from '@remix-run/node';
import { closeSession } from 'db/accounts';
import { write } from 'db/client';
import { sessionCookie, sessionTokenOf } from '~/platform/cookies';
import { publicReader, publicWriter } from '../guard.server';

export const loader = publicReader(() => redirect('/'));

export const action = publicWriter(async ({ request, db, platform }) => {
  const token = await sessionTokenOf(request, platform.secureCookies);
  if (token !== undefined) write(db, (tx) => closeSession(tx, token));
  return redirect('/connexion', {
    headers: { 'Set-Cookie': await sessionCookie(platform.secureCookies).serialize('', { maxAge: 0 }) },
  });
});
