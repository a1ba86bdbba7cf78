// One grant file: eligibility, equipment, project, plan, pieces; one form to save, one button to issue the PDF.
import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { changeGivenFacts, changeGrantFile, listGrantFileVersions, readGrantOrder } from 'db/grants';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { callPeriod } from '~/domain/grants/eligibility';
import { closedCallText } from '~/domain/grants/wording';
import { EligibilityTable } from '~/ui/grants/eligibility';
import { FileForm } from '~/ui/grants/file-form';
import { Pieces } from '~/ui/grants/pieces';
import { Plan } from '~/ui/grants/plan';
import { OpenRoutes } from '~/ui/grants/routes';
import { Versions } from '~/ui/grants/versions';
import { Badge, Notice, PageHead } from '~/ui/parts';
import { typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { readAnswers } from './answers.server';
import { composeFile } from './composition.server';
import { readFacts } from './facts-form.server';
import { shownForm } from './form-shown.server';
import { shownPieces, shownPlan } from './plan-shown.server';
import { shownEligibility, shownRoutes } from './shown.server';

export const meta: MetaFunction = () => [{ title: 'Dossier de subvention – Préau' }];

export const loader = reader('grant.read', ({ db, user, params, today }) => {
  const composed = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const { file, place, scheme, dossier } = composed;
  return {
    id: file.id,
    mayWrite: isAllowed(user.roles, 'grant.write'),
    school: place.school.name,
    commune: place.organisation.name,
    schemeName: scheme.name,
    closed: callPeriod(scheme, today) === 'closed' ? closedCallText(scheme, file.answers.purpose) : null,
    eligibility: shownEligibility(scheme, dossier.eligibility, today),
    form: shownForm(db, composed, user.scope, today),
    plan: shownPlan(composed),
    pieces: shownPieces(dossier),
    routes: shownRoutes(dossier.routes),
    versions: listGrantFileVersions(db, [file.id]),
  };
});

export const action = writer('grant.write', ({ db, user, params, form, now, today }) => {
  const id = params['id'] ?? '';
  const composed = orNotFound(composeFile(db, id, user.scope, today));
  const facts = readFacts(form, composed);
  const read = readAnswers(form, composed);
  const problems = { ...facts.problems, ...('problems' in read ? read.problems : {}) };
  if (!('answers' in read) || Object.keys(problems).length > 0) {
    // A list sends its name once per value, so what was chosen travels beside what was typed.
    const chosen = [...form].map(([name, value]) => `${name}=${String(value)}`);
    return data({ problems, typed: typedOf(form), chosen }, { status: 400 });
  }
  const { answers, orderId } = read;
  if (orderId !== null) orNotFound(readGrantOrder(db, orderId, user.scope));
  write(db, (tx) => {
    const changedFacts = changeGivenFacts(tx, id, facts.given, { userId: user.id, at: now });
    changeGrantFile(tx, id, { answers, orderId, updatedAt: now });
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: composed.file.communeId,
      deed: 'grantFile.changed',
      subjectKind: 'grantFile',
      subjectId: id,
      detail: { changedFacts, orderId, basis: answers.basis?.choice ?? null },
    });
  });
  return redirectSaying(`/subventions/${id}`, 'Le dossier est enregistré.');
});

export default function GrantFile() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead title={shown.school} crumbs={[{ to: '/subventions', label: 'Subventions' }]}>
        {shown.commune} · {shown.schemeName} <Badge tone={shown.eligibility.tone}>{shown.eligibility.outcome}</Badge>
      </PageHead>
      {shown.closed !== null && (
        <Notice tone="warn" title="Appel clos">
          <p>{shown.closed}</p>
        </Notice>
      )}
      <Versions fileId={shown.id} of={shown.versions} mayIssue={shown.mayWrite} />
      <nav className="row" aria-label="Dans cette page">
        <a href="#eligibilite">Éligibilité</a>
        <a href="#plan">Plan de financement</a>
        <a href="#pieces">Pièces</a>
        {shown.mayWrite && <a href="#completer">Compléter</a>}
        <a href="#ouverts">Financements ouverts</a>
      </nav>
      <section id="eligibilite">
        <h2>Éligibilité</h2>
        <EligibilityTable of={shown.eligibility} caption="Critères de l’appel" />
      </section>
      <Plan of={shown.plan} />
      <Pieces of={shown.pieces} />
      {shown.mayWrite && (
        <Form method="post" className="stack" id="completer">
          <FileForm of={shown.form} answer={answer} />
        </Form>
      )}
      <section id="ouverts">
        <h2>Financements ouverts</h2>
        <OpenRoutes of={shown.routes} />
      </section>
    </article>
  );
}
