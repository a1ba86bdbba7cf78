// The syndicat writes a rule: from nothing, or from a rule proposed by Préau or already in force.
import { randomUUID } from 'node:crypto';
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { categoryGroupLabels } from 'catalog/products/categories';
import { write } from 'db/client';
import checksStyle from '~/ui/checks/checks.css?url';
import { PolicyForm } from '~/ui/checks/policy-form';
import { FormProblem } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { notUnderstood, refused } from '../form.server';
import { notFound, reader, redirectSaying, writer } from '../guard.server';
import { keepDraft } from './policy-draft.server';
import { policyFormChoices, readPolicyForm, requireRows, typedOfRule, whenRows } from './policy-form.server';
import { findShelved } from './rule-shelf.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: checksStyle }];
export const meta: MetaFunction = () => [{ title: 'Écrire une règle – Préau' }];

export const loader = reader('rule.decide', ({ db, url, today }) => {
  const asked = url.searchParams.get('regle');
  const from = asked === null ? undefined : findShelved(db, asked, today, true)?.rule;
  if (asked !== null && from?.nature !== 'syndicatPolicy') return notFound();
  const typed = from && typedOfRule(from);
  return {
    id: randomUUID(),
    from: from ? { id: from.id, title: from.title } : null,
    tooRich: from !== undefined && typed === undefined,
    // Its sentence may quote figures that are about to change: the conditions write another.
    typed: typed ? { ...typed, message: '' } : {},
    ...policyFormChoices(),
    groups: Object.entries(categoryGroupLabels).map(([code, label]) => ({ code, label })),
    rows: { require: requireRows, when: whenRows },
  };
});

export const action = writer('rule.decide', ({ db, form, user, now }) => {
  const read = readPolicyForm(form);
  if (!('value' in read)) return notUnderstood(read);
  const kept = write(db, (tx) => keepDraft(tx, read.value, { userId: user.id, now }));
  if (kept === 'unknownRule') return refused(['La règle de départ n’existe plus.']);
  if (kept === 'adopted') return redirect(`/controles/syndicat/${read.value.id}`);
  return redirectSaying(
    `/controles/syndicat/${kept}`,
    kept === read.value.id
      ? 'Le projet est enregistré. Voici ce qu’il aurait changé.'
      : 'Un projet de cette règle est déjà en cours : le voici.',
  );
});

export default function NewPolicy() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  return (
    <article>
      <PageHead
        title={shown.from ? `Nouvelle version : ${shown.from.title}` : 'Écrire une règle du syndicat'}
        crumbs={[{ to: '/controles', label: 'Textes et règles' }]}
      >
        Rien n’est contrôlé avant le vote : vous essayerez d’abord la règle sur les commandes de l’année.
      </PageHead>
      {shown.tooRich && (
        <Notice tone="warn">
          <p>Les conditions de cette règle sont trop riches pour ce formulaire : écrivez-en une nouvelle.</p>
        </Notice>
      )}
      <FormProblem reasons={Object.values(problems)} title="Le projet n’est pas enregistré." />
      <PolicyForm
        id={answer?.typed['id'] ?? shown.id}
        ruleId={shown.from?.id ?? null}
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
