// What happened to a file after it was deposited: its dated steps, the next one to record, and a correction.
import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { listFileSteps } from 'db/grant-file-steps';
import { findGrantFile, findGrantSchool } from 'db/grants';
import { isAllowed } from '~/domain/accounts/permissions';
import { currentState, fileStateLabels, fileTransitions, standingSteps } from '~/domain/grants/file-steps';
import { parseAmount } from '~/domain/shared/amount-text';
import { parseDay } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { typedIn } from '~/ui/grants/fact-fields';
import { FileSteps, NextFileStep } from '~/ui/grants/file-steps';
import { PageHead } from '~/ui/parts';
import { typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { recordStep } from './follow.server';
import { findScheme } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Suivi d’une subvention – Préau' }];

export const loader = reader('grant.read', ({ db, user, params, today }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const place = orNotFound(findGrantSchool(db, file.schoolUai, user.scope));
  const steps = listFileSteps(db, file.id);
  const standing = new Set(standingSteps(steps).map(({ id }) => id));
  return {
    id: file.id,
    stepId: randomUUID(),
    today,
    school: place.school.name,
    scheme: findScheme(db, file.schemeId, file.schemeVersion)?.shortName ?? file.schemeId,
    state: fileStateLabels[currentState(steps)],
    mayWrite: isAllowed(user.roles, 'grant.follow'),
    next: fileTransitions[currentState(steps)].map((value) => ({ value, label: fileStateLabels[value] })),
    lastId: standingSteps(steps).at(-1)?.id ?? null,
    steps: steps.map((step) => ({
      id: step.id,
      label:
        step.cancels === null
          ? fileStateLabels[step.state]
          : `Annulation : ${fileStateLabels[step.state].toLowerCase()}`,
      on: formatDay(step.on),
      reference: step.reference,
      amount: step.amount,
      comment: step.comment,
      by: step.by,
      standing: standing.has(step.id),
    })),
  };
});

export const action = writer('grant.follow', ({ db, user, params, form, now, today }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const problems: Record<string, string> = {};
  const on = parseDay(text('on'));
  if (!on || on > today) problems['on'] = 'Donnez le jour où cela s’est passé, aujourd’hui au plus tard.';
  const amount = text('amount') === '' ? null : parseAmount(text('amount'));
  if (amount === undefined || (amount !== null && amount < 0))
    problems['amount'] = 'Écrivez un montant, comme 1 234,56.';
  const id = text('id');
  if (!/^[0-9a-f-]{36}$/.test(id)) problems[''] = 'Rechargez la page et recommencez.';
  const wrong = () => {
    const chosen = [...form].map(([name, value]) => `${name}=${String(value)}`);
    return data({ problems, typed: typedOf(form), chosen }, { status: 400 });
  };
  if (!on || amount === undefined || Object.keys(problems).length > 0) return wrong();
  const told = {
    id,
    on,
    amount,
    cancels: text('cancels') || null,
    state: text('state'),
    reference: text('reference').slice(0, 120) || null,
    comment: text('comment').slice(0, 1000) || null,
  };
  if (!recordStep(db, file, told, { userId: user.id, at: now })) {
    problems['state'] = 'Le dossier a changé entre-temps : rechargez la page.';
    return wrong();
  }
  return redirectSaying(`/subventions/${file.id}/suivi`, 'L’étape est enregistrée.');
});

export default function Follow() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow">
      <PageHead
        title={`Suivi : ${shown.scheme}`}
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
        ]}
      >
        {shown.state}.
      </PageHead>
      <p>
        <Link to={`/subventions/${shown.id}/depenses`}>Dépenses, dates et solde</Link>
      </p>
      <FileSteps
        of={shown.steps}
        lastId={shown.lastId}
        stepId={shown.stepId}
        today={shown.today}
        mayWrite={shown.mayWrite}
      />
      {shown.mayWrite && shown.next.length > 0 && (
        <NextFileStep
          stepId={shown.stepId}
          next={shown.next}
          today={shown.today}
          typed={typedIn(answer)}
          answer={answer}
        />
      )}
    </article>
  );
}
