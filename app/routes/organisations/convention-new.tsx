// Prepares a convention of groupement de commandes: the syndicat coordinates it.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { coordinatorPowers } from 'catalog/clauses/convention';
import { write } from 'db/client';
import { addConvention, findConvention } from 'db/conventions';
import { addDeed } from 'db/records';
import { mustBeChecked } from '~/domain/consultations/sentences';
import type { ConventionTerms } from '~/domain/organisations/conventions';
import { ConventionForm } from '~/ui/organisations/convention-form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { conventionOf, conventionRefusals, conventionSchema } from './convention-form.server';

export const meta: MetaFunction = () => [{ title: 'Préparer une convention – Préau' }];

export const loader = reader('convention.run', ({ today }) => {
  const execution = 'coordinatorSigns';
  const proposed = (list: readonly string[]) => list.includes(execution);
  const terms: ConventionTerms = {
    object: '',
    permanent: false,
    startsOn: today,
    endsOn: null,
    execution,
    powers: coordinatorPowers.filter((power) => proposed(power.proposed)).map(({ id }) => id),
    cao: 'coordinator',
    cost: { kind: 'none' },
    withdrawalMonths: 3,
    withdrawalTerms: null,
    liabilityTerms: null,
    privacyTerms: null,
  };
  const powers = coordinatorPowers.map((power) => ({ ...power, toCheck: mustBeChecked(power.confidence) }));
  return { id: randomUUID(), reference: '', terms, powers };
});

export const action = writer('convention.run', ({ db, user, form, now }) => {
  const ticked = form.getAll('powers[]').map(String).join(' ');
  const typed = { ...typedOf(form), ticked };
  const read = readForm(form, conventionSchema);
  if (!('value' in read)) return notUnderstood({ ...read, typed });
  const convention = conventionOf(read.value);
  const reasons = write(db, (tx) => {
    // The form sent twice: what it asked for is already done.
    if (findConvention(tx, convention.id, user.scope)) return [];
    const against = conventionRefusals(tx, convention);
    if (against.length > 0) return against;
    addConvention(tx, convention, { id: user.id, at: now });
    const subject = { subjectKind: 'convention', subjectId: convention.id };
    const detail = { reference: convention.reference, terms: convention.terms };
    addDeed(tx, { at: now, userId: user.id, deed: 'convention.prepared', ...subject, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typed);
  return redirectSaying(`/conventions/${convention.id}`, 'La convention est préparée : ajoutez ses membres.');
});

export default function NewConvention() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow">
      <PageHead title="Préparer une convention" crumbs={[{ to: '/conventions', label: 'Adhésions et conventions' }]}>
        Le syndicat est le coordonnateur du groupement. La convention doit être signée par tous ses membres avant le
        lancement de la consultation.
      </PageHead>
      <ConventionForm
        {...shown}
        typed={answer?.typed ?? {}}
        ticked={answer?.typed['ticked']?.split(' ')}
        problems={answer?.problems ?? {}}
        submit="Enregistrer la convention"
      />
    </article>
  );
}
