// Adds donated laptops to the buyer's year, at their flat value.
import { redirect } from '@remix-run/node';
import { donatedLaptopCents } from 'catalog/thresholds/agec';
import { write } from 'db/client';
import { addYearEntry } from 'db/years';
import { cents } from '~/domain/shared/money';
import { YearRefused } from '~/ui/checks/year-refused';
import { readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { addYearDeed, donationSchema, readYear } from './year.server';

export const loader = reader('year.read', (asked) => redirect(`/controles/annees/${readYear(asked)}`));

export const action = writer('year.declare', (asked) => {
  const { db, user, form, now } = asked;
  const year = readYear(asked);
  const read = readForm(form, donationSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  const { id, label, quantity } = read.value;
  write(db, (tx) => {
    const added = addYearEntry(tx, {
      id,
      label,
      quantity,
      buyerId: user.organisationId,
      year,
      category: 'computing',
      kind: 'donation',
      net: cents(quantity * donatedLaptopCents),
      reuseNet: cents(0),
      recycledNet: cents(0),
      byUserId: user.id,
      at: now,
    });
    if (!added) return;
    addYearDeed(tx, asked, year, 'year.donationAdded', { id, label, quantity });
  });
  return redirectSaying(`/controles/annees/${year}`, 'Le don est ajouté à l’année.');
});

export default function DonationRefused() {
  return <YearRefused />;
}
