// The register of deposits, and the opening once the deadline has passed.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addDeposit } from 'db/offers';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { formatInstant, formatMoment } from '~/domain/shared/format';
import { DepositForm } from '~/ui/consultations/deposit-form';
import { Register } from '~/ui/consultations/register';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { Submit, TextArea } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { conductOf } from './conduct.server';
import { depositSchema } from './conduct-forms.server';

export const meta: MetaFunction = () => [{ title: 'Registre des dépôts – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, now, today }) => {
  const { prepared, published, past, register, opening } = conductOf(db, params['id'], now);
  return {
    id: prepared.consultation.id,
    reference: prepared.consultation.reference,
    deadline: published && { day: published.deadline, time: published.deadlineTime },
    lots: (published?.content.lots ?? []).map(({ number, title }) => ({ number, title })),
    past,
    register,
    opening: opening && { present: opening.present, at: opening.at },
    today,
    newId: randomUUID(),
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const read = readForm(form, depositSchema);
  const lots = form.getAll('lot[]').map(Number);
  if (!('value' in read)) return notUnderstood(read);
  const reasons = write(db, (tx) => {
    const { prepared, published, opening } = conductOf(tx, params['id'], now);
    if (!published) return ['La consultation n’est pas publiée.'];
    if (opening) return ['Les plis sont ouverts\u202f: le registre ne change plus.'];
    const known = published.content.lots.map(({ number }) => number);
    if (lots.length === 0 || lots.some((lot) => !known.includes(lot)))
      return ['Cochez les lots auxquels ce pli répond.'];
    const consultationId = prepared.consultation.id;
    addDeposit(tx, { ...read.value, lots, consultationId, at: now, byUserId: user.id });
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'consultation.deposited',
      ...about,
      detail: { ...read.value, lots },
    });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/consultations/${params['id']}/depots`, `Le pli de ${read.value.candidate} est enregistré.`);
});

export default function DepositsPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { deadline, opening, mayRun } = shown;
  return (
    <article>
      <PageHead
        title="Registre des dépôts"
        crumbs={[{ to: `/consultations/${shown.id}`, label: `Consultation ${shown.reference}` }]}
      >
        {deadline
          ? `Plis attendus jusqu’au ${formatMoment(deadline.day, deadline.time)}. Les plis arrivés plus tard sont éliminés (CCP R2151-5) ; le dernier pli d’un candidat compte seul (R2151-6).`
          : 'La consultation n’est pas publiée.'}
      </PageHead>
      <ConsultationSteps id={shown.id} />
      {opening && (
        <Notice tone="good" title={`Plis ouverts le ${formatInstant(opening.at)}`}>
          <p>En présence de {opening.present}.</p>
        </Notice>
      )}
      <Register id={shown.id} deposits={shown.register} mayWithdraw={mayRun && !opening && !shown.past} />
      {mayRun && deadline && !opening && shown.past && (
        <Form method="post" action={`/consultations/${shown.id}/ouverture`} className="card accent">
          <h2>Ouvrir les plis</h2>
          <TextArea label="Personnes présentes" name="present" rows={2} required />
          <div className="row">
            <Submit>Ouvrir les plis</Submit>
          </div>
        </Form>
      )}
      {mayRun && deadline && !opening && (
        <DepositForm
          key={shown.newId}
          shown={shown}
          reasons={answer && 'reasons' in answer ? answer.reasons : undefined}
          typed={answer?.typed ?? {}}
          problems={answer?.problems ?? {}}
        />
      )}
    </article>
  );
}
