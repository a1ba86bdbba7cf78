// The amounts of a grant file: facts asked, lines, basis, other funders; one form, saved whole.
import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { changeGivenFacts, changeGrantFile, findGrantFile, readGrantOrder } from 'db/grants';
import { addDeed } from 'db/records';
import { FileForm } from '~/ui/grants/file-form';
import { Notice, PageHead } from '~/ui/parts';
import { typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { amountsReading, readAnswers } from './answers.server';
import { composeFile } from './composition.server';
import { readFacts } from './facts-form.server';
import { shownForm } from './form-shown.server';

export const meta: MetaFunction = () => [{ title: 'Montants du dossier – Préau' }];

export const loader = reader('grant.write', ({ db, user, params, today }) => {
  const composed = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  return {
    id: composed.file.id,
    school: composed.place.school.name,
    form: shownForm(db, composed, user.scope, today),
  };
});

export const action = writer('grant.write', ({ db, user, params, form, now, today }) => {
  const id = params['id'] ?? '';
  const composed = orNotFound(composeFile(db, id, user.scope, today));
  const facts = readFacts(form, composed);
  const read = readAnswers(form, composed);
  const problems = { ...facts.problems, ...('problems' in read ? read.problems : {}) };
  // A list sends its name once per value, so what was chosen travels beside what was typed.
  const sent = { typed: typedOf(form), chosen: [...form].map(([name, value]) => `${name}=${String(value)}`) };
  if (!('answers' in read) || Object.keys(problems).length > 0) {
    return data({ problems, conflict: null, ...sent }, { status: 400 });
  }
  const { answers, orderId } = read;
  if (orderId !== null) orNotFound(readGrantOrder(db, orderId, user.scope));
  const meanwhile = write(db, (tx) => {
    const stored = findGrantFile(tx, id, user.scope);
    if (!stored) throw new Error(`Grant file ${id} vanished`);
    if (amountsReading(stored) !== String(form.get('reading'))) return amountsReading(stored);
    const changedFacts = changeGivenFacts(tx, id, facts.given, { userId: user.id, at: now });
    changeGrantFile(tx, id, {
      answers: { ...answers, written: stored.answers.written, applicant: stored.answers.applicant },
      orderId,
      updatedAt: now,
    });
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: composed.file.communeId,
      deed: 'grantFile.changed',
      subjectKind: 'grantFile',
      subjectId: id,
      detail: { changedFacts, orderId, basis: answers.basis?.choice ?? null },
    });
    return undefined;
  });
  if (meanwhile !== undefined) return data({ problems: {}, conflict: meanwhile, ...sent }, { status: 422 });
  return redirectSaying(`/subventions/${id}`, 'Les montants sont enregistrés.');
});

export default function GrantFileAmounts() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title="Montants"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
        ]}
      >
        Faits demandés par l’appel, équipement, autres financeurs.
      </PageHead>
      {answer?.conflict && (
        <Notice tone="warn" title="Ce dossier a changé pendant votre saisie">
          <p>
            Rien n’est enregistré. Votre saisie est ci-dessous ;{' '}
            <a href={`/subventions/${shown.id}/montants`} target="_blank" rel="noreferrer">
              voyez ce qui est enregistré
            </a>
            . Enregistrer de nouveau le remplace par votre saisie.
          </p>
        </Notice>
      )}
      <Form method="post" className="stack">
        <FileForm of={{ ...shown.form, reading: answer?.conflict ?? shown.form.reading }} answer={answer} />
      </Form>
    </article>
  );
}
