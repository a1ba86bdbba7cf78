// Takes an invoice entered by hand out of the count; it stays with who took it out and when.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { endExpense, findExpense } from 'db/grant-awards';
import { findGrantFile } from 'db/grants';
import { addDeed } from 'db/records';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { deedOn } from './award.server';

export const loader = reader('grant.follow', ({ params }) => redirect(`/subventions/${params['id']}/depenses`));

export const action = writer('grant.follow', ({ db, user, params, now }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const expense = orNotFound(findExpense(db, file.id, params['expense'] ?? ''));
  const by = { userId: user.id, at: now };
  write(db, (tx) => {
    if (!endExpense(tx, file.id, expense.id, by)) return;
    const { number, supplier, gross } = expense;
    addDeed(tx, deedOn(file, by, 'grantFile.expenseRemoved', { number, supplier, gross }));
  });
  return redirectSaying(`/subventions/${file.id}/depenses`, `La facture ${expense.number} ne compte plus.`);
});
