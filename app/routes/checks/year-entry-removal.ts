// Takes back a purchase or a donation entered by mistake; it stays stored, with who and when.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { findYearEntry, removeYearEntry } from 'db/years';
import { notFound, reader, redirectSaying, writer } from '../guard.server';
import { addYearDeed, readYear } from './year.server';

export const loader = reader('year.read', (asked) => redirect(`/controles/annees/${readYear(asked)}`));

export const action = writer('year.declare', (asked) => {
  const { db, user, params, now } = asked;
  const year = readYear(asked);
  write(db, (tx) => {
    const entry = findYearEntry(tx, user.organisationId, params['entry'] ?? '');
    if (entry?.year !== year) return notFound();
    if (!removeYearEntry(tx, entry.id, { userId: user.id, now })) return;
    addYearDeed(tx, asked, year, 'year.entryRemoved', { id: entry.id });
  });
  return redirectSaying(`/controles/annees/${year}`, 'La saisie est retirée.');
});
