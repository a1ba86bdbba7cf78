// Changes a draft of the syndicat: an adopted version is never changed, another one is written.
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { categoryGroupLabels } from 'catalog/products/categories';
import { findPolicy } from 'db/checks';
import { write } from 'db/client';
import checksStyle from '~/ui/checks/checks.css?url';
import { PolicyForm } from '~/ui/checks/policy-form';
import { FormProblem } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { keepDraft } from './policy-draft.server';
import { policyFormChoices, readPolicyForm, requireRows, typedOfRule, whenRows } from './policy-form.server';
import { readPolicy } from './rules-in-force.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: checksStyle }];
export const meta: MetaFunction = () => [{ title: 'Modifier un projet de règle – Préau' }];

export const loader = reader('rule.decide', ({ db, params }) => {
  const row = orNotFound(findPolicy(db, params['id'] ?? ''));
  if (row.adoptedOn !== null) throw redirect(`/controles/syndicat/${row.id}`);
  const rule = readPolicy(row);
  return {
    id: row.id,
    title: rule.title,
    typed: typedOfRule(rule) ?? {},
    ...policyFormChoices(),
    groups: Object.entries(categoryGroupLabels).map(([code, label]) => ({ code, label })),
    rows: { require: requireRows, when: whenRows },
  };
});

export const action = writer('rule.decide', ({ db, params, form, user, now }) => {
  const { id } = orNotFound(findPolicy(db, params['id'] ?? ''));
  form.set('id', id);
  const read = readPolicyForm(form);
  if (!('value' in read)) return notUnderstood(read);
  const kept = write(db, (tx) => keepDraft(tx, read.value, { userId: user.id, now }));
  if (kept !== id) return refused(['Cette version a été votée entre-temps : écrivez-en une nouvelle.']);
  return redirectSaying(`/controles/syndicat/${id}`, 'Le projet est modifié. Voici ce qu’il aurait changé.');
});

export default function EditPolicy() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  return (
    <article>
      <PageHead
        title="Modifier le projet"
        crumbs={[
          { to: '/controles', label: 'Textes et règles' },
          { to: `/controles/syndicat/${shown.id}`, label: shown.title },
        ]}
      />
      <FormProblem reasons={Object.values(problems)} title="Le projet n’est pas modifié." />
      <PolicyForm
        id={shown.id}
        ruleId={null}
        typed={answer?.typed ?? shown.typed}
        problems={problems}
        facts={shown.facts}
        categories={shown.categories}
        groups={shown.groups}
        rows={shown.rows}
      />
    </article>
  );
}
