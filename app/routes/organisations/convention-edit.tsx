// Changes the terms of a convention that nobody has signed yet, and that no campaign is run for.
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { coordinatorPowers } from 'catalog/clauses/convention';
import { write } from 'db/client';
import { areTermsFixed, changeConvention, findConvention } from 'db/conventions';
import { addDeed } from 'db/records';
import { mustBeChecked } from '~/domain/consultations/sentences';
import { ConventionForm } from '~/ui/organisations/convention-form';
import { Notice, PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { conventionOf, conventionRefusals, conventionSchema } from './convention-form.server';

export const meta: MetaFunction = () => [{ title: 'Modifier la convention – Préau' }];

export const loader = reader('convention.run', ({ db, user, params }) => {
  const { id, reference, terms } = orNotFound(findConvention(db, params['id'] ?? '', user.scope));
  const powers = coordinatorPowers.map((power) => ({ ...power, toCheck: mustBeChecked(power.confidence) }));
  return { id, reference, terms, powers, fixed: areTermsFixed(db, id) };
});

export const action = writer('convention.run', ({ db, user, params, form, now }) => {
  const { id } = orNotFound(findConvention(db, params['id'] ?? '', user.scope));
  const typed = { ...typedOf(form), ticked: form.getAll('powers[]').map(String).join(' ') };
  form.set('id', id);
  const read = readForm(form, conventionSchema);
  if (!('value' in read)) return notUnderstood({ ...read, typed });
  const convention = conventionOf(read.value);
  const reasons = write(db, (tx) => {
    const against = conventionRefusals(tx, convention);
    if (against.length > 0) return against;
    const before = findConvention(tx, id, user.scope)?.terms;
    changeConvention(tx, convention, now);
    const detail = { reference: convention.reference, before, after: convention.terms };
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'convention.changed',
      subjectKind: 'convention',
      subjectId: id,
      detail,
    });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typed);
  return redirectSaying(`/conventions/${id}`, 'La convention est modifiée.');
});

export default function EditConvention() {
  const { fixed, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [
    { to: '/conventions', label: 'Adhésions et conventions' },
    { to: `/conventions/${shown.id}`, label: shown.reference },
  ];
  return (
    <article className="narrow">
      <PageHead title="Modifier la convention" crumbs={crumbs} />
      {fixed ? (
        <Notice tone="warn" title="Les termes ne changent plus">
          <p>
            Un membre a signé cette convention, ou un recensement est mené pour elle. Préparez une autre convention.
          </p>
        </Notice>
      ) : (
        <ConventionForm
          {...shown}
          typed={answer?.typed ?? {}}
          ticked={answer?.typed['ticked']?.split(' ')}
          problems={answer?.problems ?? {}}
          submit="Enregistrer les changements"
        />
      )}
    </article>
  );
}
