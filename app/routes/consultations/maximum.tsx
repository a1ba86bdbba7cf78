// The maximum of each lot and why: the computation in sentences, with a margin that the buyer changes and explains.
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { changeConsultation } from 'db/consultations';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { proposal, proposedMaximum, totalMonths } from '~/domain/consultations/consultation';
import { zeroCents } from '~/domain/shared/money';
import { Field, Submit, TextArea } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { maximumJustifications } from './maxima.server';
import { readBases } from './maximum-form.server';
import { preparedConsultation } from './subject.server';

export const meta: MetaFunction = () => [{ title: 'Maximum de chaque lot – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params }) => {
  const prepared = preparedConsultation(db, params['id']);
  const { choices } = prepared.consultation;
  return {
    id: prepared.consultation.id,
    reference: prepared.consultation.reference,
    lots: maximumJustifications(db, prepared).map((lot) => {
      const basis = choices.lots.find(({ number }) => number === lot.number)?.basis;
      return {
        ...lot,
        typed: {
          coveredMonths: String(basis?.coveredMonths ?? proposal.coveredMonths),
          marginRate: String((basis?.marginRate ?? proposal.marginRate) / 100).replace('.', ','),
          reason: basis?.reason ?? '',
        },
      };
    }),
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const outcome = write(db, (tx) => {
    const { consultation, consolidation } = preparedConsultation(tx, params['id']);
    const read = readBases(form, consultation.choices.lots);
    if (!('value' in read)) return read;
    const { id, reference, object, launchOn, choices } = consultation;
    const months = totalMonths(choices);
    const lots = choices.lots.map((lot) => {
      const basis = read.value.get(lot.number);
      const needs = consolidation.needs.consolidation.lots.find(({ number }) => number === lot.number);
      if (!basis) return lot;
      const maximumNet = proposedMaximum(needs?.net ?? zeroCents, basis.coveredMonths, months, basis.marginRate);
      return { ...lot, basis, maximumNet };
    });
    changeConsultation(tx, id, { reference, object, launchOn, choices: { ...choices, lots } }, now);
    const subject = { subjectKind: 'consultation', subjectId: id };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.maximaJustified', ...subject, detail: { lots } });
    return undefined;
  });
  if (outcome) return notUnderstood(outcome);
  return redirectSaying(`/consultations/${params['id']}/maximum`, 'Les maxima et leurs raisons sont enregistrés.');
});

export default function MaximumPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed;
  const problems = answer?.problems ?? {};
  return (
    <article className="narrow">
      <PageHead
        title="Maximum de chaque lot"
        crumbs={[{ to: `/consultations/${page.id}`, label: `Consultation ${page.reference}` }]}
      >
        Un accord-cadre a un maximum (CCP R2162-4), qui est sa valeur estimée sur toute sa durée (CCP R2121-8).
      </PageHead>
      <Form method="post" className="stack">
        {page.lots.map((lot) => (
          <section className="card" key={lot.number}>
            <h2>
              Lot {lot.number} : {lot.title}
            </h2>
            <ol>
              {lot.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ol>
            {page.mayRun && (
              <>
                <div className="row">
                  <Field
                    label={`Mois couverts par les besoins du lot ${lot.number}`}
                    name={`coveredMonths${lot.number}`}
                    inputMode="numeric"
                    className="short"
                    defaultValue={typed?.[`coveredMonths${lot.number}`] ?? lot.typed.coveredMonths}
                    problem={problems[`coveredMonths${lot.number}`]}
                  />
                  <Field
                    label={`Marge du lot ${lot.number} (%)`}
                    name={`marginRate${lot.number}`}
                    inputMode="decimal"
                    className="short"
                    defaultValue={typed?.[`marginRate${lot.number}`] ?? lot.typed.marginRate}
                    problem={problems[`marginRate${lot.number}`]}
                  />
                </div>
                <TextArea
                  label={`Raison de la marge du lot ${lot.number}`}
                  name={`reason${lot.number}`}
                  rows={2}
                  maxLength={1000}
                  hint="Gardée avec les choix de la consultation, pour la note de choix."
                  defaultValue={typed?.[`reason${lot.number}`] ?? lot.typed.reason}
                  problem={problems[`reason${lot.number}`]}
                />
              </>
            )}
          </section>
        ))}
        {page.mayRun && (
          <div className="row">
            <Submit>Calculer et retenir ces maxima</Submit>
          </div>
        )}
      </Form>
    </article>
  );
}
