// What is asked of a school and its commune for every scheme: answered once, kept with who, when and the source.
import { data, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addPlaceFacts } from 'db/grant-place-facts';
import { findGrantSchool } from 'db/grants';
import { addDeed } from 'db/records';
import { Field, FormProblem, Submit } from '~/ui/form';
import { FactField, typedIn } from '~/ui/grants/fact-fields';
import { PageHead } from '~/ui/parts';
import { typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { readPlaceAnswers, shownPlaceAnswers } from './place-answers.server';

export const meta: MetaFunction = () => [{ title: 'Réponses de l’école – Préau' }];

export const loader = reader('grant.answer', ({ db, user, params, today }) => {
  const place = orNotFound(findGrantSchool(db, params['uai'] ?? '', user.scope));
  return {
    uai: place.school.uai,
    school: place.school.name,
    commune: place.organisation.name,
    ...shownPlaceAnswers(db, place, user.scope, today),
  };
});

export const action = writer('grant.answer', ({ db, user, params, form, now, today }) => {
  const place = orNotFound(findGrantSchool(db, params['uai'] ?? '', user.scope));
  const { given, problems } = readPlaceAnswers(db, place, user.scope, today, form);
  if (Object.keys(problems).length > 0) {
    const chosen = [...form].map(([name, value]) => `${name}=${String(value)}`);
    return data({ problems, typed: typedOf(form), chosen }, { status: 400 });
  }
  const communeId = place.organisation.id;
  write(db, (tx) => {
    const changed = addPlaceFacts(tx, given, { userId: user.id, at: now });
    if (changed.length === 0) return;
    const subject = { subjectKind: 'school', subjectId: place.school.uai };
    addDeed(tx, { at: now, userId: user.id, communeId, deed: 'grantFacts.given', ...subject, detail: { changed } });
  });
  return redirectSaying(`/subventions/nouveau?ecole=${place.school.uai}`, 'Les réponses sont enregistrées.');
});

export default function PlaceAnswers() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = typedIn(answer);
  return (
    <article className="narrow">
      <PageHead
        title={`Réponses pour ${shown.school}`}
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/nouveau?ecole=${shown.uai}`, label: shown.school },
        ]}
      >
        {shown.commune}. Ce que les listes publiques ne disent pas ; laissez vide ce que vous ne savez pas.
      </PageHead>
      <FormProblem
        reasons={answer ? Object.values(answer.problems) : undefined}
        title="Rien n’est enregistré : corrigez les champs signalés."
      />
      <Form method="post" className="card stack">
        {shown.open.map((fact) => (
          <FactField key={fact.name} fact={fact} typed={typed} />
        ))}
        {shown.closed.length > 0 && (
          <details>
            <summary>Pour les appels clos</summary>
            <div className="stack">
              {shown.closed.map((fact) => (
                <FactField key={fact.name} fact={fact} typed={typed} />
              ))}
            </div>
          </details>
        )}
        <Field
          label="Source"
          name="source"
          hint="D’où viennent ces réponses : site, document, personne. Votre nom et la date sont gardés avec elles."
          defaultValue={typed.text('source', '')}
        />
        <div className="row">
          <Submit>Enregistrer</Submit>
          <Link to={`/subventions/nouveau?ecole=${shown.uai}`}>Revenir aux dispositifs</Link>
        </div>
      </Form>
    </article>
  );
}
