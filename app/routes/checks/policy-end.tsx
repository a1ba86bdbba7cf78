// A rule of the syndicat comes to its end: its last day and the reason are added, nothing else changes.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { findPolicy } from 'db/checks';
import { write } from 'db/client';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { end, endSchema } from './adoption.server';

export const loader = reader('rule.read', ({ params }) => redirect(`/controles/syndicat/${params['id']}`));

export const action = writer('rule.decide', ({ db, params, form, user, now, today }) => {
  const row = orNotFound(findPolicy(db, params['id'] ?? ''));
  const read = readForm(form, endSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  const reasons = write(db, (tx) =>
    end(tx, findPolicy(tx, row.id) ?? row, read.value, { userId: user.id, now, today }),
  );
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/controles/syndicat/${row.id}`, 'Le dernier jour de la règle est enregistré.');
});

export default function EndRefused() {
  const { id } = useParams();
  return (
    <RefusalPage title="La règle n’a pas de fin" back={`/controles/syndicat/${id}`} backLabel="Revenir à la règle" />
  );
}
