// Closes the school's link of a grant file at once.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { revokeSchoolLinks } from 'db/grant-contributions';
import { findGrantFile } from 'db/grants';
import { addDeed } from 'db/records';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('grant.write', ({ params }) => redirect(`/subventions/${params['id']}/lien-ecole`));

export const action = writer('grant.write', ({ db, user, params, now }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  write(db, (tx) => {
    if (revokeSchoolLinks(tx, file.id, now) === 0) return;
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: file.communeId,
      deed: 'grantFile.schoolLinkClosed',
      subjectKind: 'grantFile',
      subjectId: file.id,
    });
  });
  return redirectSaying(`/subventions/${file.id}/lien-ecole`, 'Le lien est fermé.');
});
