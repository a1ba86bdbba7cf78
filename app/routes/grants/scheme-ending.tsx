// Ends a scheme of the syndicat before its date: its files stay, no new one is opened.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { endSchemeVersion, findSchemeVersion } from 'db/grant-schemes';
import { addDeed } from 'db/records';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('scheme.edit', ({ params }) =>
  redirect(`/subventions/dispositifs/${params['scheme']}/${params['version']}`),
);

export const action = writer('scheme.edit', ({ db, user, params, now }) => {
  const id = params['scheme'] ?? '';
  const version = Number(params['version']);
  write(db, (tx) => {
    orNotFound(findSchemeVersion(tx, id, version));
    const ended = endSchemeVersion(tx, id, version, { userId: user.id, at: now });
    const subject = { subjectKind: 'grantScheme', subjectId: `${id} ${version}` };
    if (ended) addDeed(tx, { at: now, userId: user.id, deed: 'grantScheme.ended', ...subject });
  });
  return redirectSaying(`/subventions/dispositifs/${id}/${version}`, 'Le dispositif est clos.');
});
