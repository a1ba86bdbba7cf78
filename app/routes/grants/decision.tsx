// What the decision or agreement says: its rate, its ceiling, its dates, and when the operation started and ended.
import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addAwardTerms, findAwardTerms } from 'db/grant-awards';
import { listFileSteps } from 'db/grant-file-steps';
import { findGrantFile, findGrantSchool } from 'db/grants';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { centsText, rateText } from '~/domain/grants/award-wording';
import { reachedOn } from '~/domain/grants/file-steps';
import { formatInstant } from '~/domain/shared/format';
import { Field, FormProblem, Submit } from '~/ui/form';
import { Agreements } from '~/ui/grants/agreement';
import { typedIn } from '~/ui/grants/fact-fields';
import { PageHead } from '~/ui/parts';
import { typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { deedOn } from './award.server';
import { readDecision, shownAgreements } from './decision.server';

export const meta: MetaFunction = () => [{ title: 'Décision d’aide – Préau' }];

export const loader = reader('grant.read', ({ db, user, params }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const place = orNotFound(findGrantSchool(db, file.schoolUai, user.scope));
  const terms = findAwardTerms(db, file.id);
  return {
    id: file.id,
    termsId: randomUUID(),
    school: place.school.name,
    mayWrite: isAllowed(user.roles, 'grant.follow'),
    awarded: reachedOn(listFileSteps(db, file.id), 'awarded') !== undefined,
    agreementId: randomUUID(),
    agreements: shownAgreements(db, file.id),
    told: terms ? `Dit par ${terms.by}, ${formatInstant(terms.givenAt)}.` : null,
    stored: {
      rate: rateText(terms?.rate ?? null),
      highestBase: centsText(terms?.highestBase ?? null),
      agreementBefore: terms?.agreementBefore ?? '',
      startBefore: terms?.startBefore ?? '',
      completeBefore: terms?.completeBefore ?? '',
      evidenceBefore: terms?.evidenceBefore ?? '',
      resultsBefore: terms?.resultsBefore ?? '',
      startedOn: terms?.startedOn ?? '',
      completedOn: terms?.completedOn ?? '',
      source: terms?.source ?? '',
    },
  };
});

export const action = writer('grant.follow', ({ db, user, params, form, now, today }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const read = readDecision(form, today);
  if ('problems' in read) {
    return data({ problems: read.problems, typed: typedOf(form), chosen: [] }, { status: 400 });
  }
  write(db, (tx) => {
    if (!addAwardTerms(tx, { ...read.terms, grantFileId: file.id, givenBy: user.id, givenAt: now })) return;
    addDeed(tx, deedOn(file, { userId: user.id, at: now }, 'grantFile.termsTold', { ...read.terms }));
  });
  return redirectSaying(`/subventions/${file.id}/depenses#echeances`, 'La décision est enregistrée.');
});

export default function Decision() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = typedIn(answer);
  const field = (name: keyof typeof shown.stored) => ({
    name,
    defaultValue: typed.text(name, shown.stored[name]),
    problem: typed.problem(name),
    disabled: !shown.mayWrite,
  });
  return (
    <article className="narrow">
      <PageHead
        title="Ce que dit la décision"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
          { to: `/subventions/${shown.id}/depenses`, label: 'Dépenses et solde' },
        ]}
      >
        Recopiez l’arrêté ou la convention. Laissez vide ce qu’elle ne dit pas.
      </PageHead>
      {shown.told !== null && <p>{shown.told}</p>}
      <Form method="post" className="stack">
        <FormProblem reasons={answer && Object.values(answer.problems)} title="Rien n’est enregistré." />
        <input type="hidden" name="id" value={shown.termsId} />
        <Field label="Référence de la décision" {...field('source')} />
        <div className="row">
          <Field label="Taux de l’aide, en %" inputMode="decimal" {...field('rate')} />
          <Field label="Dépense retenue au plus" inputMode="decimal" {...field('highestBase')} />
        </div>
        <Field label="Signer la convention au plus tard le" type="date" {...field('agreementBefore')} />
        <Field label="Commencer au plus tard le" type="date" {...field('startBefore')} />
        <Field label="Achever au plus tard le" type="date" {...field('completeBefore')} />
        <Field label="Demander le solde au plus tard le" type="date" {...field('evidenceBefore')} />
        <Field
          label="Remettre le bilan au plus tard le"
          type="date"
          hint="Indicateurs et résultats du projet."
          {...field('resultsBefore')}
        />
        <div className="row">
          <Field
            label="Commencée le"
            type="date"
            hint="Premier acte juridique : le bon de commande."
            {...field('startedOn')}
          />
          <Field label="Achevée le" type="date" {...field('completedOn')} />
        </div>
        {shown.mayWrite && (
          <div className="row">
            <Submit>Enregistrer</Submit>
          </div>
        )}
      </Form>
      <Agreements
        fileId={shown.id}
        of={shown.agreements}
        newId={shown.agreementId}
        awarded={shown.awarded}
        mayWrite={shown.mayWrite}
      />
    </article>
  );
}
