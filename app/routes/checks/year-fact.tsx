// Keeps why a target is missed, or the day the declaration was published.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { addYearFact } from 'db/years';
import { YearRefused } from '~/ui/checks/year-refused';
import { readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { addYearDeed, factSchema, readYear } from './year.server';

export const loader = reader('year.read', (asked) => redirect(`/controles/annees/${readYear(asked)}`));

export const action = writer('year.declare', (asked) => {
  const { db, user, form, now, today } = asked;
  const year = readYear(asked);
  const read = readForm(form, factSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  const { value } = read;
  if (value.fact === 'declaredOn' && (value.value > today || value.value <= `${year}-12-31`)) {
    return refused(['La publication se fait après la fin de l’année, et au plus tard aujourd’hui.'], typedOf(form));
  }
  write(db, (tx) => {
    if (!addYearFact(tx, { ...value, buyerId: user.organisationId, year, byUserId: user.id, at: now })) return;
    addYearDeed(tx, asked, year, 'year.factSaid', value);
  });
  return redirectSaying(`/controles/annees/${year}`, 'C’est enregistré.');
});

export default function FactRefused() {
  return <YearRefused />;
}
