// One school: what the directory says of it, what it has, what is coming, and what the rules say of it.
import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { declareFacts, findSchool } from 'db/organisations';
import { addDeed } from 'db/records';
import { Equipment } from '~/ui/organisations/equipment';
import { SchoolChecks } from '~/ui/organisations/school-checks';
import { DeclaredAnswers, StartingPoint } from '~/ui/organisations/starting-point';
import { Facts, PageHead } from '~/ui/parts';
import { notUnderstood, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { readSchoolPage } from './school.server';
import { readStartingPointForm } from './starting-point.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.school.name ?? 'École'} – Préau` }];

export const loader = reader('school.read', readSchoolPage);

export const action = writer('school.declare', ({ db, user, params, form, now, today }) => {
  const { school } = orNotFound(findSchool(db, params['uai'] ?? '', user.scope));
  const { changes, problems } = readStartingPointForm(form, today);
  if (Object.keys(problems).length > 0) return notUnderstood({ problems, typed: typedOf(form) });
  const changed = Object.keys(changes).length;
  if (changed > 0) {
    write(db, (tx) => {
      declareFacts(tx, school.uai, changes, user.id, now);
      addDeed(tx, {
        at: now,
        userId: user.id,
        communeId: school.communeId,
        deed: 'school.startingPointDeclared',
        subjectKind: 'school',
        subjectId: school.uai,
        detail: changes,
      });
    });
  }
  return redirectSaying(
    `/ecoles/${school.uai}`,
    changed === 0
      ? 'Aucune réponse n’a changé.'
      : `${changed > 1 ? `${changed} réponses sont enregistrées` : 'Une réponse est enregistrée'} ; les contrôles en tiennent compte.`,
  );
});

export default function School() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
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
      {shown.mayDeclare ? (
        <StartingPoint groups={shown.groups} answer={answer} />
      ) : (
        <DeclaredAnswers groups={shown.groups} />
      )}
      <Equipment counts={shown.counts} openOrders={shown.openOrders} mayReadOrders={shown.mayReadOrders} />
      <SchoolChecks results={shown.results} uai={school.uai} />
    </article>
  );
}
