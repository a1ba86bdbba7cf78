// Publication of a consultation: what was sent where and when, its changes, the questions of candidates.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { thresholds } from 'catalog/thresholds';
import { write } from 'db/client';
import { freezeConsultationChecks } from 'db/consultation-checks';
import { listConsultationFiles } from 'db/consultations';
import { addPublication } from 'db/offers';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { gateOf } from '~/domain/checks/gate';
import { procedureQuestion } from '~/domain/consultations/consultation';
import { fileRefusalSentence } from '~/domain/consultations/file-refusals';
import { chooseProcedure } from '~/domain/consultations/procedure';
import {
  lastAnswerDay,
  media,
  publicationRefusalSentence,
  publicationRefusals,
} from '~/domain/consultations/publication';
import { dayInParis } from '~/domain/shared/day';
import { PublicationForm } from '~/ui/consultations/publication-form';
import { PublicationList } from '~/ui/consultations/publications';
import { Questions } from '~/ui/consultations/questions';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { PageHead } from '~/ui/parts';
import { unreadyBuyers } from '../consolidation/buyers.server';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { conductOf, publishedContentOf } from './conduct.server';
import { publicationSchema } from './conduct-forms.server';
import { blockingSentence, consultationChecks } from './consultation-checks.server';
import { dceSubject, subjectDigest } from './subject.server';

export const meta: MetaFunction = () => [{ title: 'Publication – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, now, today }) => {
  const { prepared, publications, published, questions, past } = conductOf(db, params['id'], now);
  const { consultation, outcome } = prepared;
  const calendar = outcome.kind === 'chosen' ? outcome.advice.calendar.steps : [];
  const before = calendar.find(({ kind }) => kind === 'lastAnswers')?.days;
  return {
    id: consultation.id,
    reference: consultation.reference,
    publications,
    questions,
    past,
    lastAnswerDay: published && before !== undefined ? lastAnswerDay(published.deadline, before) : null,
    today,
    newId: randomUUID(),
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export const action = writer('consultation.run', ({ db, user, params, form, now, today, platform }) => {
  const read = readForm(form, publicationSchema);
  if (!('value' in read)) return notUnderstood(read);
  const typed = { ...read.value, media: media.filter((medium) => form.has(`media-${medium}`)) };
  const outcome = write(db, (tx) => {
    const { prepared, published, publications } = conductOf(tx, params['id'], now);
    const { consultation } = prepared;
    if (publications.some(({ id }) => id === typed.id)) return { version: published?.version ?? 0 };
    const required = chooseProcedure(procedureQuestion(consultation.choices, typed.sentOn), thresholds);
    if (prepared.outcome.kind === 'refused' || required.kind === 'refused' || prepared.refusals.length > 0)
      return {
        reasons: ['Les choix sont à corriger avant la publication.', ...prepared.refusals.map(fileRefusalSentence)],
      };
    const subject = dceSubject(tx, prepared, prepared.outcome.advice, today, platform.demonstration);
    const digest = subjectDigest(subject);
    const file = listConsultationFiles(tx, consultation.id).find(({ inputDigest }) => inputDigest === digest);
    const refusals = publicationRefusals({
      ...typed,
      deadline: consultation.choices.offersDeadline,
      file: file && { version: file.version, on: dayInParis(file.issuedAt) },
      planned: prepared.outcome.advice.procedure,
      advice: required.advice,
      last: published,
      today,
      groupement: unreadyBuyers(tx, prepared.consolidation.needs, typed.sentOn),
    });
    if (refusals.length > 0 || !file) return { reasons: refusals.map(publicationRefusalSentence) };
    const { results } = consultationChecks(tx, prepared, today);
    const { blocking } = gateOf(results, new Set());
    if (blocking.length > 0) return { reasons: blocking.map(blockingSentence) };
    const { id, sentOn, noticeReference, change, noExtensionReason } = typed;
    const added = addPublication(tx, {
      id,
      consultationId: consultation.id,
      version: file.version,
      sentOn,
      media: typed.media,
      noticeReference,
      deadline: consultation.choices.offersDeadline,
      deadlineTime: consultation.choices.offersDeadlineTime,
      content: publishedContentOf(subject, prepared),
      change,
      noExtensionReason,
      at: now,
      byUserId: user.id,
    });
    // What is published is held to what the texts answered that day, whatever changed since the file was made.
    if (added) freezeConsultationChecks(tx, consultation.id, file.version, results);
    const about = { subjectKind: 'consultation', subjectId: consultation.id };
    const detail = { version: file.version, sentOn, media: typed.media, change, noExtensionReason };
    if (added) addDeed(tx, { at: now, userId: user.id, deed: 'consultation.published', ...about, detail });
    return { version: file.version };
  });
  if ('reasons' in outcome) return refused(outcome.reasons, typedOf(form));
  return redirectSaying(
    `/consultations/${params['id']}/publication`,
    `La version ${outcome.version} du dossier est publiée\u202f: les offres lui seront comparées.`,
  );
});

export default function PublicationPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const first = shown.publications.length === 0;
  return (
    <article>
      <PageHead
        title="Publication et questions"
        crumbs={[{ to: `/consultations/${shown.id}`, label: `Consultation ${shown.reference}` }]}
      />
      <ConsultationSteps id={shown.id} />
      <PublicationList of={shown.publications} />
      <p className="row">
        <Link to={`/consultations/${shown.id}/avis/16`}>Données de l’avis européen (16)</Link>
        {!first && <Link to={`/marches/${shown.id}`}>Ce que le public voit</Link>}
      </p>
      {shown.mayRun && !shown.past && (
        <PublicationForm
          key={shown.newId}
          shown={shown}
          first={first}
          reasons={answer && 'reasons' in answer ? answer.reasons : undefined}
          typed={answer?.typed ?? {}}
          problems={answer?.problems ?? {}}
        />
      )}
      {!first && <Questions shown={shown} />}
    </article>
  );
}
