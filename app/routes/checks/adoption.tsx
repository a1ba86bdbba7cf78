// The vote of the assembly puts a rule of the syndicat in force from a day; the version before ends the day before.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { findPolicy } from 'db/checks';
import { write } from 'db/client';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { adopt, adoptionSchema, readDeliberation } from './adoption.server';

export const loader = reader('rule.read', ({ params }) => redirect(`/controles/syndicat/${params['id']}`));

export const action = writer('rule.decide', async ({ db, params, form, user, now, today }) => {
  const { id } = orNotFound(findPolicy(db, params['id'] ?? ''));
  const read = readForm(form, adoptionSchema);
  const file = await readDeliberation(form);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  if (typeof file === 'string') return refused([file], typedOf(form));
  const reasons = write(db, (tx) => adopt(tx, id, read.value, file.bytes, { userId: user.id, now, today }));
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/controles/syndicat/${id}`, 'La règle est adoptée : elle sera citée avec sa délibération.');
});

export default function AdoptionRefused() {
  const { id } = useParams();
  return (
    <RefusalPage title="La règle n’est pas adoptée" back={`/controles/syndicat/${id}`} backLabel="Revenir à la règle" />
  );
}
