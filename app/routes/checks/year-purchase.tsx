// Adds a purchase made outside Préau to the buyer's year.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { addYearEntry } from 'db/years';
import { YearRefused } from '~/ui/checks/year-refused';
import { readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { addYearDeed, purchaseSchema, readYear } from './year.server';

export const loader = reader('year.read', (asked) => redirect(`/controles/annees/${readYear(asked)}`));

export const action = writer('year.declare', (asked) => {
  const { db, user, form, now } = asked;
  const year = readYear(asked);
  const read = readForm(form, purchaseSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  const { value } = read;
  write(db, (tx) => {
    const said = { buyerId: user.organisationId, year, kind: 'purchase', byUserId: user.id, at: now } as const;
    if (!addYearEntry(tx, { ...value, ...said, quantity: null })) return;
    addYearDeed(tx, asked, year, 'year.purchaseAdded', value);
  });
  return redirectSaying(`/controles/annees/${year}`, 'L’achat est ajouté à l’année.');
});

export default function PurchaseRefused() {
  return <YearRefused />;
}
