// One consultation: the buyer's choices, the procedure they require, the report of contradictions, the market files.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { thresholds } from 'catalog/thresholds';
import { write } from 'db/client';
import { changeConsultation, isReferenceTaken, listChoiceNotes, listConsultationFiles } from 'db/consultations';
import { addDeed } from 'db/records';
import { composeDce } from '~/documents/consultations/compose';
import { isAllowed } from '~/domain/accounts/permissions';
import { contradictionSentence, subjectLabels } from '~/domain/consultations/contradictions';
import { fileRefusalSentence } from '~/domain/consultations/file-refusals';
import { ChoiceNotes } from '~/ui/campaigns/choice-notes';
import { ChoicesForm } from '~/ui/campaigns/choices-form';
import { FileReport, FileVersions } from '~/ui/campaigns/market-file';
import { ProcedureCard } from '~/ui/campaigns/procedure-advice';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { FormProblem, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { noteDigest, saidInNote } from './choice-note.server';
import { criterionCount, readChoices } from './choices.server';
import { cpvLabelsOf } from './cpv.server';
import { dceSubject, needQuantities, preparedConsultation, subjectDigest } from './subject.server';

export const meta: MetaFunction = () => [{ title: 'Consultation – Préau' }];

const socialMotives = thresholds.greenRules.flatMap((rule) => ('exceptions' in rule ? rule.exceptions : []));

export const loader = reader('consultation.read', ({ db, user, params, today, platform }) => {
  const prepared = preparedConsultation(db, params['id']);
  const { consultation, consolidation, outcome, refusals } = prepared;
  const subject =
    outcome.kind === 'chosen' && refusals.length === 0
      ? dceSubject(db, prepared, outcome.advice, today, platform.demonstration)
      : undefined;
  const file = subject && composeDce(subject, needQuantities(consolidation));
  const digest = subject && subjectDigest(subject);
  const note =
    outcome.kind === 'chosen' && subject
      ? noteDigest(saidInNote(db, prepared, outcome.advice, today, platform.demonstration))
      : undefined;
  return {
    id: consultation.id,
    campaignId: consolidation.campaignId,
    needsDigest: consolidation.digest,
    shown: {
      reference: consultation.reference,
      object: consultation.object,
      launchOn: consultation.launchOn,
      choices: consultation.choices,
      needs: consolidation.needs.consolidation.lots.map(({ number, title, net }) => ({ number, title, net })),
      criterionCount,
      id: consultation.id,
      cpvLabels: cpvLabelsOf(consultation.choices),
      singleLotCases: thresholds.singleLotCases,
      socialMotives,
      socialDuty:
        outcome.kind === 'chosen' && outcome.advice.duties.some(({ kind }) => kind === 'socialConditionAtFormal'),
    },
    outcome,
    against: refusals.map(fileRefusalSentence),
    agreements: (file?.report.agreements ?? []).map(({ subject: about, pieces, agreed }) => ({
      label: subjectLabels[about],
      pieces,
      agreed,
    })),
    contradictions: (file?.report.contradictions ?? []).map(contradictionSentence),
    ownWordings: (file?.ownWordings ?? []).map(
      ({ piece, clause, wording }) => `${piece}, « ${clause.title} » : ${wording.reason}`,
    ),
    toCheck: (file?.toCheck ?? []).map(({ piece, clause }) => `${piece}, « ${clause.title} » (${clause.basis})`),
    files: listConsultationFiles(db, consultation.id).map((one) => ({ ...one, current: one.inputDigest === digest })),
    notes: listChoiceNotes(db, consultation.id).map((one) => ({ ...one, current: one.inputDigest === note })),
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const outcome = write(db, (tx) => {
    const { consultation } = preparedConsultation(tx, params['id']);
    const read = readChoices(form, consultation.choices);
    if (!('value' in read)) return { problems: read };
    const { reference } = read.value;
    if (isReferenceTaken(tx, reference, consultation.id)) {
      return { reasons: [`La référence « ${reference} » est déjà celle d’une autre consultation.`] };
    }
    changeConsultation(tx, consultation.id, read.value, now);
    const subject = { subjectKind: 'consultation', subjectId: consultation.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.changed', ...subject, detail: { ...read.value } });
    return { id: consultation.id };
  });
  if ('problems' in outcome) return notUnderstood(outcome.problems);
  if ('reasons' in outcome) return refused(outcome.reasons, typedOf(form));
  return redirectSaying(`/consultations/${outcome.id}`, 'Les choix sont enregistrés.');
});

export default function ConsultationPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { shown } = page;
  const ready = page.against.length === 0 && page.contradictions.length === 0;
  return (
    <article>
      <PageHead
        title={`Consultation ${shown.reference}`}
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: `/campagnes/${page.campaignId}/consolidation`, label: 'Consolidation' },
        ]}
      >
        {shown.object}. Besoins figés, empreinte <code>{page.needsDigest.slice(0, 12)}…</code>{' '}
        <Link to={`/campagnes/${page.campaignId}/consolidation`}>Voir les besoins</Link>{' '}
        <Link to={`/consultations/${page.id}/maximum`}>Justifier les maxima</Link>
      </PageHead>
      <ConsultationSteps id={page.id} />
      <ProcedureCard outcome={page.outcome} />
      <section className="card">
        <h2>Dossier de consultation</h2>
        <FormProblem reasons={page.against} title="Le dossier ne peut pas encore être produit." />
        <FormProblem reasons={page.contradictions} title="Les pièces se contredisent." />
        <FileReport agreements={page.agreements} toCheck={page.toCheck} ownWordings={page.ownWordings} />
        {page.mayRun && ready && (
          <Form method="post" action={`/consultations/${page.id}/dossier`}>
            <Submit>Produire le dossier (ZIP)</Submit>
          </Form>
        )}
        <FileVersions id={page.id} files={page.files} />
      </section>
      <ChoiceNotes id={page.id} mayIssue={page.mayRun && page.against.length === 0} notes={page.notes} />
      {page.mayRun && (
        <section>
          <h2>Choix de l’acheteur</h2>
          <FormProblem
            reasons={answer ? ('reasons' in answer ? answer.reasons : Object.values(answer.problems)) : []}
            title="Les choix ne sont pas enregistrés."
          />
          <ChoicesForm shown={shown} typed={answer?.typed} problems={answer?.problems ?? {}} />
        </section>
      )}
    </article>
  );
}
