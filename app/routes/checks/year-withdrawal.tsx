// Adds a batch of withdrawn equipment to the buyer's year.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { addYearWithdrawal } from 'db/year-withdrawals';
import { YearRefused } from '~/ui/checks/year-refused';
import { readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { addYearDeed, readYear, withdrawalSchema } from './year.server';

export const loader = reader('year.read', (asked) => redirect(`/controles/annees/${readYear(asked)}`));

export const action = writer('year.declare', (asked) => {
  const { db, user, form, now } = asked;
  const year = readYear(asked);
  const read = readForm(form, withdrawalSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  const { value } = read;
  write(db, (tx) => {
    if (!addYearWithdrawal(tx, { ...value, buyerId: user.organisationId, year, byUserId: user.id, at: now })) return;
    addYearDeed(tx, asked, year, 'year.withdrawalAdded', value);
  });
  return redirectSaying(`/controles/annees/${year}`, 'Les matériels sortis sont ajoutés à l’année.');
});

export default function WithdrawalRefused() {
  return <YearRefused />;
}
