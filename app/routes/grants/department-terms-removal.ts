// Takes back what was entered for a department: the row stays with who ended it.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { endDepartmentTerms } from 'db/grant-terms';
import { addDeed } from 'db/records';
import { reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('scheme.edit', () => redirect('/subventions/parametres-locaux'));

export const action = writer('scheme.edit', ({ db, user, params, now }) => {
  const id = params['id'] ?? '';
  write(db, (tx) => {
    if (!endDepartmentTerms(tx, id, { userId: user.id, at: now })) return;
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'departmentTerms.ended',
      subjectKind: 'departmentTerms',
      subjectId: id,
    });
  });
  return redirectSaying('/subventions/parametres-locaux', 'La ligne est retirée.');
});
