// What the texts ask of a consultation: answers, reasons, and the few facts that only its buyer knows.
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addConsultationFacts, readConsultationFacts } from 'db/consultation-facts';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { Field, FormProblem, Select, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { ProductChecks } from '~/ui/products/product-checks';
import { explained } from '../checks/explained.server';
import { notUnderstood, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { askedConsultationFacts, consultationChecks, readConsultationFactsForm } from './consultation-checks.server';
import { preparedConsultation } from './subject.server';

export const meta: MetaFunction = () => [{ title: 'Contrôles de la consultation – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, today }) => {
  const prepared = preparedConsultation(db, params['id']);
  const { results, rules, given } = consultationChecks(db, prepared, today);
  return {
    id: prepared.consultation.id,
    reference: prepared.consultation.reference,
    results: results.filter(({ answer }) => answer !== 'notApplicable'),
    explained: explained(results, rules),
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
      <ProductChecks results={shown.results} explained={shown.explained} />
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
