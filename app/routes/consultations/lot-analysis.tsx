// The offers of one lot: their schedules read back, what is wrong, what was asked, marks, ranking and how firm it is.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { listRequestLetters } from 'db/offer-letters';
import { isAllowed } from '~/domain/accounts/permissions';
import { requestKinds, standingMarks } from '~/domain/consultations/analysis';
import { findingSentence } from '~/domain/consultations/offer-sentences';
import { weightOf } from '~/domain/consultations/offers';
import { priceFormulaLabels } from '~/domain/consultations/price-formula';
import { markedItems } from '~/domain/consultations/sub-criteria';
import { formatCents } from '~/domain/shared/format';
import { MarksForm } from '~/ui/consultations/marks-form';
import { OfferCard } from '~/ui/consultations/offer-card';
import { Ranking } from '~/ui/consultations/ranking';
import { RegularisationForm } from '~/ui/consultations/regularisation-form';
import { Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { analysisOfLot, conductOf } from './conduct.server';
import { recordMarks } from './marks.server';

export const meta: MetaFunction = () => [{ title: 'Analyse d’un lot – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, now, today }) => {
  const conduct = conductOf(db, params['id'], now);
  const { published, analysis } = analysisOfLot(db, conduct, params['lot']);
  const { criteria, priceFormula } = published.content;
  const { id, reference } = conduct.prepared.consultation;
  const letters = new Set(listRequestLetters(db, id).map(({ stepId }) => stepId));
  return {
    id,
    reference,
    lot: { number: analysis.lot.number, title: analysis.lot.title },
    estimateNet: analysis.estimateNet,
    criteria,
    formula: priceFormulaLabels[priceFormula],
    today,
    newIds: analysis.offers.map(() => [randomUUID(), randomUUID()] as const),
    regularisationId: randomUUID(),
    offers: analysis.offers.map((offer) => ({
      depositId: offer.depositId,
      candidate: offer.candidate,
      state: offer.state,
      barred: offer.barred,
      fileName: offer.offer?.fileName ?? null,
      earlier: offer.earlier.map(({ fileName, at }) => ({ fileName, at })),
      recomputedNet: offer.assessed?.recomputedNet ?? null,
      declaredNet: offer.assessed?.declaredNet ?? null,
      findings: (offer.assessed?.findings ?? []).map((one) => ({ weight: weightOf(one), text: findingSentence(one) })),
      signs: offer.signs.map(({ label, limitNet }) => `${label} (limite\u202f: ${formatCents(limitNet)} HT)`),
      steps: offer.steps.map((step) => ({
        ...step,
        letter: requestKinds.some((kind) => kind === step.kind) ? letters.has(step.id) : undefined,
      })),
      marks: markedItems(criteria).map((item) =>
        standingMarks(offer.marks, item).map(({ tenths, reason, evaluator, evaluatorId }) => ({
          tenths,
          reason,
          evaluator,
          own: evaluatorId === user.id,
        })),
      ),
    })),
    ranking: analysis.ranking,
    winners: analysis.winners,
    mayRun: isAllowed(user.roles, 'consultation.run'),
    mayMark: isAllowed(user.roles, 'consultation.evaluate'),
  };
});

export const action = writer('consultation.evaluate', ({ db, user, params, form, now }) => {
  const reasons = write(db, (tx) => recordMarks(tx, params, form, { userId: user.id, now }));
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/consultations/${params['id']}/analyse/${params['lot']}`, 'Vos notes sont enregistrées.');
});

export default function LotAnalysisPage() {
  const answer = useActionData<typeof action>();
  const shown = useLoaderData<typeof loader>();
  const { id, lot, offers } = shown;
  const irregular = offers.some(({ state }) => state === 'toRegularise');
  return (
    <article>
      <PageHead
        title={`Lot ${lot.number} – ${lot.title}`}
        crumbs={[
          { to: `/consultations/${id}`, label: `Consultation ${shown.reference}` },
          { to: `/consultations/${id}/analyse`, label: 'Analyse' },
        ]}
      >
        {shown.estimateNet === null
          ? 'Estimation inconnue : des lignes n’ont pas de prix estimé.'
          : `Estimation : ${formatCents(shown.estimateNet)} HT.`}
      </PageHead>
      <Ranking of={shown} />
      <section className="stack">
        <h2>Offres</h2>
        {offers.length === 0 && <p>Aucun pli retenu pour ce lot.</p>}
        {offers.map((offer, index) => (
          <OfferCard
            key={offer.depositId}
            offer={offer}
            address={`/consultations/${id}/analyse/${lot.number}`}
            ids={shown.newIds[index] ?? ['', '']}
            today={shown.today}
            mayRun={shown.mayRun}
          />
        ))}
      </section>
      {shown.mayRun && offers.some(({ steps }) => steps.some(({ letter }) => letter === false)) && (
        <Form method="post" action={`/consultations/${id}/analyse/${lot.number}/courriers`} className="card">
          <p>Des demandes enregistrées n’ont pas encore leur courrier.</p>
          <Submit tone="secondary">Établir les courriers</Submit>
        </Form>
      )}
      {shown.mayRun && irregular && (
        <RegularisationForm
          action={`/consultations/${id}/analyse/${lot.number}/regularisation`}
          newId={shown.regularisationId}
        />
      )}
      {shown.mayMark && offers.some(({ recomputedNet }) => recomputedNet !== null) && (
        <MarksForm shown={shown} typed={answer?.typed} reasons={answer?.reasons} />
      )}
    </article>
  );
}
