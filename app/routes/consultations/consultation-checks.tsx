// What the texts ask of a consultation: answers, reasons, and the few facts that only its buyer knows.
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addConsultationFacts, readConsultationFacts } from 'db/consultation-facts';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import type { CheckResult } from '~/domain/checks/results';
import type { Instant } from '~/domain/shared/day';
import { formatInstant } from '~/domain/shared/format';
import { OneDifference, type ShownDifference } from '~/ui/checks/differences';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { Field, FormProblem, Select, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { ProductChecks } from '~/ui/products/product-checks';
import { explained } from '../checks/explained.server';
import { notUnderstood, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import {
  askedConsultationFacts,
  checkedWithFile,
  consultationChecks,
  readConsultationFactsForm,
} from './consultation-checks.server';
import { preparedConsultation } from './subject.server';

export const meta: MetaFunction = () => [{ title: 'Contrôles de la consultation – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, today }) => {
  const prepared = preparedConsultation(db, params['id']);
  const { results, rules, given } = consultationChecks(db, prepared, today);
  const kept = checkedWithFile(db, prepared.consultation.id, results);
  const concerned = (of: readonly CheckResult[]) => of.filter(({ answer }) => answer !== 'notApplicable');
  return {
    id: prepared.consultation.id,
    reference: prepared.consultation.reference,
    now: { results: concerned(results), explained: explained(results, rules) },
    kept: kept && {
      ...kept,
      frozen: { results: concerned(kept.frozen), explained: explained(kept.frozen, rules) },
    },
    questions: askedConsultationFacts.map(([name, { label, type, unit }]) => ({
      name,
      label: unit ? `${label} (${unit})` : label,
      yesNo: type === 'boolean',
      value: given.get(name) ?? null,
    })),
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const { consultation } = preparedConsultation(db, params['id']);
  const { answers, problems } = readConsultationFactsForm(form);
  if (Object.keys(problems).length > 0) return notUnderstood({ problems, typed: typedOf(form) });
  write(db, (tx) => {
    const before = readConsultationFacts(tx, consultation.id);
    const changed = new Map([...answers].filter(([fact, value]) => (before.get(fact) ?? null) !== value));
    if (changed.size === 0) return;
    addConsultationFacts(tx, consultation.id, changed, { userId: user.id, at: now });
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'consultation.factsGiven',
      subjectKind: 'consultation',
      subjectId: consultation.id,
      detail: Object.fromEntries(changed),
    });
  });
  return redirectSaying(`/consultations/${consultation.id}/controles`, 'Les réponses sont enregistrées.');
});

const yesNo = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];

function SinceFile(kept: { version: number; at: Instant; differences: readonly ShownDifference[] }) {
  const then = `Avec la version ${kept.version}`;
  return (
    <section className="card" id="changements">
      <h2>Depuis la version {kept.version} du dossier</h2>
      <p>
        {kept.differences.length === 0
          ? `Les contrôles d’aujourd’hui répondent comme le ${formatInstant(kept.at)}, quand elle a été produite.`
          : `Ce qui a été constaté le ${formatInstant(kept.at)}, quand elle a été produite, reste gardé avec elle.`}
      </p>
      <ul className="plain">
        {kept.differences.map((one) => (
          <OneDifference key={one.key} of={one} then={then} />
        ))}
      </ul>
    </section>
  );
}

export default function ConsultationChecksPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = (name: string, value: boolean | number | null) =>
    answer?.typed[name] ?? (typeof value === 'boolean' ? (value ? 'oui' : 'non') : (value ?? ''));
  return (
    <article>
      <PageHead
        title="Contrôles de la consultation"
        crumbs={[{ to: `/consultations/${shown.id}`, label: `Consultation ${shown.reference}` }]}
      >
        Les critères, leurs poids et les produits sont lus dans le dossier ; le reste vous est demandé.
      </PageHead>
      <ConsultationSteps id={shown.id} />
      {shown.kept?.published ? (
        <>
          <p>
            Constaté le {formatInstant(shown.kept.at)} avec la version {shown.kept.version} du dossier, publiée&nbsp;:
            une règle qui change ensuite n’y change rien.
          </p>
          <ProductChecks {...shown.kept.frozen} />
          <details>
            <summary>Aujourd’hui, pour une prochaine version du dossier</summary>
            <ProductChecks {...shown.now} />
          </details>
        </>
      ) : (
        <>
          {shown.kept && <SinceFile {...shown.kept} />}
          <ProductChecks {...shown.now} />
        </>
      )}
      {shown.mayRun && (
        <Form method="post" className="card">
          <h2>Ce que dit le dossier</h2>
          <FormProblem reasons={answer ? ['Des réponses sont à corriger ; rien n’est perdu.'] : undefined} />
          <div className="grid">
            {shown.questions.map(({ name, label, yesNo: binary, value }) =>
              binary ? (
                <Select
                  key={name}
                  label={label}
                  name={name}
                  options={yesNo}
                  empty="Je ne sais pas"
                  defaultValue={kept(name, value)}
                />
              ) : (
                <Field
                  key={name}
                  label={label}
                  name={name}
                  inputMode="numeric"
                  defaultValue={kept(name, value)}
                  problem={answer?.problems[name]}
                />
              ),
            )}
          </div>
          <div className="row">
            <Submit>Enregistrer</Submit>
          </div>
        </Form>
      )}
    </article>
  );
}
