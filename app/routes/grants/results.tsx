// What came of an aided project: each announced indicator with its result, what worked, what did not; made to be printed.
import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addResults, findResults } from 'db/grant-awards';
import { findGrantFile, findGrantSchool } from 'db/grants';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { writtenText } from '~/domain/grants/answers';
import { indicatorsIn, type ResultState, resultStateLabels } from '~/domain/grants/award-results';
import { formatInstant } from '~/domain/shared/format';
import { Field, FormProblem, Select, Submit, TextArea } from '~/ui/form';
import { typedIn } from '~/ui/grants/fact-fields';
import { ResultsShown } from '~/ui/grants/results';
import { PageHead } from '~/ui/parts';
import { typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { deedOn } from './award.server';
import { findScheme } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Bilan d’un projet – Préau' }];

const states = Object.entries(resultStateLabels).map(([value, label]) => ({ value, label }));

export const loader = reader('grant.read', ({ db, user, params }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const place = orNotFound(findGrantSchool(db, file.schoolUai, user.scope));
  const results = findResults(db, file.id);
  const announced = indicatorsIn(writtenText(file.answers, 'pedagogy.indicators'));
  return {
    id: file.id,
    resultsId: randomUUID(),
    commune: place.organisation.name,
    school: place.school.name,
    scheme: findScheme(db, file.schemeId, file.schemeVersion)?.name ?? file.schemeId,
    mayWrite: isAllowed(user.roles, 'grant.follow'),
    announced: announced.map((indicator) => ({
      indicator,
      ...results?.indicators.find((one) => one.indicator === indicator),
    })),
    results: results ? { ...results, told: `Établi par ${results.by}, ${formatInstant(results.givenAt)}.` } : null,
  };
});

export const action = writer('grant.follow', ({ db, user, params, form, now }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 4000);
  const announced = indicatorsIn(writtenText(file.answers, 'pedagogy.indicators'));
  const problems: Record<string, string> = {};
  const indicators = announced.flatMap((indicator, index) => {
    const state = states.find(({ value }) => value === text(`state${index}`))?.value;
    const observed = text(`observed${index}`);
    if (state === undefined) problems[`state${index}`] = 'Choisissez un résultat.';
    if (state !== 'notMeasured' && observed === '') problems[`observed${index}`] = 'Dites ce qui a été observé.';
    return state === undefined ? [] : [{ indicator, state: state as ResultState, observed }];
  });
  if (text('worked') === '') problems['worked'] = 'Dites ce qui a marché.';
  if (text('didNotWork') === '') problems['didNotWork'] = 'Dites ce qui n’a pas marché, ou « rien ».';
  const id = text('id');
  if (!/^[0-9a-f-]{36}$/.test(id)) problems[''] = 'Rechargez la page et recommencez.';
  if (Object.keys(problems).length > 0) {
    const chosen = [...form].map(([name, value]) => `${name}=${String(value)}`);
    return data({ problems, typed: typedOf(form), chosen }, { status: 400 });
  }
  const told = { id, indicators, worked: text('worked'), didNotWork: text('didNotWork'), next: text('next') };
  write(db, (tx) => {
    if (!addResults(tx, { ...told, grantFileId: file.id, givenBy: user.id, givenAt: now })) return;
    const reached = indicators.filter(({ state }) => state === 'reached').length;
    addDeed(
      tx,
      deedOn(file, { userId: user.id, at: now }, 'grantFile.resultsTold', { indicators: indicators.length, reached }),
    );
  });
  return redirectSaying(`/subventions/${file.id}/bilan`, 'Le bilan est enregistré.');
});

export default function Results() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = typedIn(answer);
  const field = (name: string, stored: string) => ({
    name,
    defaultValue: typed.text(name, stored),
    problem: typed.problem(name),
  });
  return (
    <article className="narrow">
      <PageHead
        title="Bilan du projet"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
          { to: `/subventions/${shown.id}/depenses`, label: 'Dépenses et solde' },
        ]}
      >
        {shown.commune}, {shown.school}. {shown.scheme}.
      </PageHead>
      {shown.results !== null && <ResultsShown of={shown.results} />}
      {shown.results === null && !shown.mayWrite && <p>Le bilan n’est pas encore établi.</p>}
      {shown.mayWrite && (
        <details open={shown.results === null || answer !== undefined}>
          <summary>{shown.results === null ? 'Établir le bilan' : 'Corriger le bilan'}</summary>
          <Form method="post" className="stack">
            <FormProblem reasons={answer && Object.values(answer.problems)} title="Rien n’est enregistré." />
            <input type="hidden" name="id" value={shown.resultsId} />
            {shown.announced.length === 0 && <p>Le dossier n’annonce pas d’indicateur.</p>}
            {shown.announced.map((one, index) => (
              <fieldset key={one.indicator}>
                <legend>{one.indicator}</legend>
                <Select
                  label="Résultat"
                  options={states}
                  empty="Choisir"
                  {...field(`state${index}`, one.state ?? '')}
                />
                <Field label="Ce qui a été observé" {...field(`observed${index}`, one.observed ?? '')} />
              </fieldset>
            ))}
            <TextArea label="Ce qui a marché" rows={3} {...field('worked', shown.results?.worked ?? '')} />
            <TextArea
              label="Ce qui n’a pas marché"
              rows={3}
              {...field('didNotWork', shown.results?.didNotWork ?? '')}
            />
            <TextArea label="Et ensuite (facultatif)" rows={2} {...field('next', shown.results?.next ?? '')} />
            <div className="row">
              <Submit>Enregistrer le bilan</Submit>
            </div>
          </Form>
        </details>
      )}
    </article>
  );
}
