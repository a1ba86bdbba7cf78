// Takes back a batch of withdrawn equipment entered by mistake; it stays stored, with who and when.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { findYearWithdrawal, removeYearWithdrawal } from 'db/year-withdrawals';
import { notFound, reader, redirectSaying, writer } from '../guard.server';
import { addYearDeed, readYear } from './year.server';

export const loader = reader('year.read', (asked) => redirect(`/controles/annees/${readYear(asked)}`));

export const action = writer('year.declare', (asked) => {
  const { db, user, params, now } = asked;
  const year = readYear(asked);
  write(db, (tx) => {
    const batch = findYearWithdrawal(tx, user.organisationId, params['batch'] ?? '');
    if (batch?.year !== year) return notFound();
    if (!removeYearWithdrawal(tx, batch.id, { userId: user.id, now })) return;
    addYearDeed(tx, asked, year, 'year.withdrawalRemoved', { id: batch.id });
  });
  return redirectSaying(`/controles/annees/${year}`, 'La saisie est retirée.');
});
