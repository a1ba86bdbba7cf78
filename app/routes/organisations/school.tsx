// One school: what the directory says of it, and its declared starting point, which the framework checks read.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { declareStartingPoint, findSchool, readStartingPoint } from 'db/organisations';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { declaredCountLabels, declaredCounts } from '~/domain/checks/starting-point';
import { schoolLevelLabels, schoolLevelOf } from '~/domain/organisations/schools';
import { Field, FormProblem, Select, Submit } from '~/ui/form';
import { Facts, PageHead } from '~/ui/parts';
import { notUnderstood, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { askedFacts, readStartingPointForm } from './starting-point.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.school.name ?? 'École'} – Préau` }];

export const loader = reader('school.read', ({ db, user, params }) => {
  const { school, communeName } = orNotFound(findSchool(db, params['uai'] ?? '', user.scope));
  return {
    school,
    communeName,
    level: schoolLevelLabels[schoolLevelOf(school.nursery, school.elementary)],
    declared: readStartingPoint(db, school.uai),
    questions: askedFacts.map(([name, { label, type }]) => ({ name, label, type })),
    mayDeclare: isAllowed(user.roles, 'school.declare'),
    mayApply: isAllowed(user.roles, 'grant.write'),
  };
});

export const action = writer('school.declare', ({ db, user, params, form, now }) => {
  const { school } = orNotFound(findSchool(db, params['uai'] ?? '', user.scope));
  const { declared, problems } = readStartingPointForm(form);
  if (Object.keys(problems).length > 0) return notUnderstood({ problems, typed: typedOf(form) });
  write(db, (tx) => {
    declareStartingPoint(tx, school.uai, declared, user.id, now);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: school.communeId,
      deed: 'school.startingPointDeclared',
      subjectKind: 'school',
      subjectId: school.uai,
      detail: declared,
    });
  });
  return redirectSaying(
    `/ecoles/${school.uai}`,
    'L’état de l’existant est enregistré ; les contrôles en tiennent compte.',
  );
});

const yesNo = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];

function StartingPoint({ shown }: { shown: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const answer = useActionData<typeof action>();
  const kept = (name: string) => {
    if (answer) return answer.typed[name] ?? '';
    const value = shown.declared[name];
    return typeof value === 'boolean' ? (value ? 'oui' : 'non') : value === undefined ? '' : String(value);
  };
  const problemOf = (name: string) => answer?.problems[name];
  return (
    <Form method="post" className="card">
      <h2>État de l’existant</h2>
      <p className="hint">
        Laissez vide ce que vous ne savez pas : l’inconnu n’est jamais compté comme zéro ou comme non.
      </p>
      <FormProblem reasons={answer ? ['Certaines réponses sont à corriger ; rien n’est perdu.'] : undefined} />
      <div className="grid">
        {declaredCounts.map((name) => (
          <Field
            key={name}
            label={declaredCountLabels[name]}
            name={name}
            inputMode="numeric"
            defaultValue={kept(name)}
            problem={problemOf(name)}
          />
        ))}
      </div>
      <hr />
      <div className="grid">
        {shown.questions.map(({ name, label, type }) =>
          type === 'day' ? (
            <Field
              key={name}
              label={label}
              name={name}
              type="date"
              defaultValue={kept(name)}
              problem={problemOf(name)}
            />
          ) : (
            <Select
              key={name}
              label={label}
              name={name}
              options={yesNo}
              empty="Je ne sais pas"
              defaultValue={kept(name)}
              problem={problemOf(name)}
            />
          ),
        )}
      </div>
      {shown.mayDeclare && (
        <div className="row">
          <Submit>Enregistrer l’état de l’existant</Submit>
        </div>
      )}
    </Form>
  );
}

export default function School() {
  const shown = useLoaderData<typeof loader>();
  const { school } = shown;
  return (
    <article>
      <PageHead title={school.name} crumbs={[{ to: '/ecoles', label: 'Écoles' }]}>
        {shown.communeName}
      </PageHead>
      <section className="card">
        <Facts
          entries={[
            ['UAI', school.uai],
            ['SIRET', school.siret ?? 'inconnu'],
            ['Niveau', shown.level],
            ['Classes', school.classes ?? 'inconnu'],
            ['Élèves', school.pupils ?? 'inconnu'],
            ['Source', school.figuresSource],
          ]}
        />
        {shown.mayApply && (
          <p>
            <Link to={`/subventions/nouveau?ecole=${school.uai}`}>
              À quelles subventions cette école peut-elle prétendre ?
            </Link>
          </p>
        )}
      </section>
      <StartingPoint shown={shown} />
    </article>
  );
}
