// The award of a consultation: the decision on its lots, its minutes, and where each lot stands since.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { isAllowed } from '~/domain/accounts/permissions';
import { awardRefusals } from '~/domain/consultations/award';
import { lotDesignations } from '~/domain/consultations/award-limits';
import { awardRefusalSentence, lotLimitSentences } from '~/domain/consultations/award-sentences';
import { procedureLabels } from '~/domain/consultations/sentences';
import { formatDay } from '~/domain/shared/format';
import { AwardForm } from '~/ui/consultations/award-form';
import { AwardSessions } from '~/ui/consultations/award-sessions';
import { AwardedLots } from '~/ui/consultations/awarded-lots';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { Notice, PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { awardOf } from './award.server';
import { awardQuestion, recordAward, renderActs } from './award-acts.server';
import { awardSchema, readDecisions } from './award-form.server';
import { lastReport } from './report-facts.server';

export const meta: MetaFunction = () => [{ title: 'Attribution – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, now, today, platform }) => {
  const award = awardOf(db, params['id'], now);
  const { conduct, analyses, decisions, contracts, sessions, letters, validUntil } = award;
  const { consultation } = conduct.prepared;
  const report = lastReport(db, conduct, analyses, platform.demonstration);
  const procedure = conduct.published?.content.procedure;
  const held = new Map(decisions.map(({ lotNumber, depositId }) => [lotNumber, depositId]));
  const rules = conduct.published && lotDesignations(conduct.published.content, award.bases, held, []);
  return {
    id: consultation.id,
    reference: consultation.reference,
    formal: procedure === 'openCall',
    procedure: procedure === undefined ? null : procedureLabels[procedure],
    report: report === undefined ? null : { version: report.version, current: report.current },
    validUntil: award.extendedUntil ?? validUntil ?? null,
    today,
    newId: randomUUID(),
    // What is decided is not chosen again by mistake: those lots come in a second form.
    lots: analyses.map(({ lot }) => ({
      number: lot.number,
      title: lot.title,
      limit: lotLimitSentences(award.bases.get(lot.number)?.ranking ?? [], rules?.get(lot.number)),
      candidates: (award.bases.get(lot.number)?.ranking ?? []).map(({ depositId, candidate, rank, total }) => ({
        depositId,
        candidate,
        rank,
        total,
      })),
      decided: decisions.some(({ lotNumber }) => lotNumber === lot.number),
      signed: contracts.some(({ lotNumber }) => lotNumber === lot.number),
    })),
    decided: decisions.map((decision) => {
      const own = letters.filter(({ decisionId }) => decisionId === decision.id);
      const contract = contracts.find(({ lotNumber }) => lotNumber === decision.lotNumber);
      return {
        lotNumber: decision.lotNumber,
        title: decision.basis.title,
        outcome: decision.outcome,
        awardee: decision.basis.ranking.find(({ depositId }) => depositId === decision.depositId)?.candidate ?? null,
        offerNet: decision.offerNet,
        decidedOn: decision.decidedOn,
        letters: own.length,
        unsent: own.filter(({ sentOn }) => sentOn === null).length,
        contract: contract ? { id: contract.id, number: contract.number, notifiedOn: contract.notifiedOn } : null,
      };
    }),
    sessions: sessions.map(({ id, body, decidedOn, signatory, ...session }) => ({
      id,
      body,
      decidedOn,
      signatory,
      documents: [
        ['Procès-verbal, PDF', session.minutesPdfId],
        ['Procès-verbal, DOCX', session.minutesDocxId],
        ['Décision, PDF', session.decisionPdfId],
        ['Décision, DOCX', session.decisionDocxId],
      ].flatMap(([label, documentId]) => (label && documentId ? [{ label, documentId }] : [])),
    })),
    hasLetters: letters.length > 0,
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export const action = writer('consultation.run', async ({ db, user, params, form, now, today, platform }) => {
  const read = readForm(form, awardSchema);
  if (!('value' in read)) return notUnderstood(read);
  const { id, extendedUntil, ...session } = read.value;
  const award = awardOf(db, params['id'], now);
  const lots = award.analyses.map(({ lot }) => lot.number);
  const proposed = { id, session, extendedUntil, decisions: readDecisions(form, lots, session.body) };
  const page = `/consultations/${award.consultationId}/attribution`;
  if (award.sessions.some((one) => one.id === id)) return redirectSaying(page, 'La décision est déjà enregistrée.');
  const question = awardQuestion(db, award, proposed, today, platform.demonstration);
  if (!question) return refused(['La consultation n’est pas publiée.'], typedOf(form));
  const refusals = awardRefusals(question);
  const acts = refusals.length > 0 ? undefined : await renderActs(platform, award, question);
  if (!acts) return refused(refusals.map(awardRefusalSentence), typedOf(form));
  const reasons = write(db, (tx) => {
    // Decided again inside the transaction: an offer, a mark or another decision may have come in while rendering.
    const current = awardOf(tx, params['id'], now);
    const asked = awardQuestion(tx, current, proposed, today, platform.demonstration);
    const against = asked ? awardRefusals(asked).map(awardRefusalSentence) : ['La consultation n’est pas publiée.'];
    if (asked && against.length === 0) recordAward(tx, current, proposed, acts, asked, { userId: user.id, now, today });
    return against;
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(page, 'La décision est enregistrée, avec ses documents.');
});

export default function AwardPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, report, lots, mayRun } = shown;
  const open = lots.filter(({ decided }) => !decided);
  const again = lots.filter(({ decided, signed }) => decided && !signed);
  const asked = {
    reasons: answer && 'reasons' in answer ? answer.reasons : undefined,
    typed: answer?.typed ?? {},
    problems: answer?.problems ?? {},
  };
  return (
    <article>
      <PageHead title="Attribution" crumbs={[{ to: `/consultations/${id}`, label: `Consultation ${shown.reference}` }]}>
        {shown.procedure}
        {shown.validUntil !== null && `. Offres valables jusqu’au ${formatDay(shown.validUntil)}.`}
      </PageHead>
      <ConsultationSteps id={id} />
      {open.length < lots.length && (
        <p>
          <Link to={`/consultations/${id}/avis/29`}>Données de l’avis d’attribution européen (29)</Link>
          {' · '}
          <Link to={`/consultations/${id}/rapport-de-presentation`}>Rapport de présentation</Link>
        </p>
      )}
      {report === null && (
        <Notice tone="warn">
          <p>Le rapport d’analyse n’est pas établi&nbsp;: la décision en dépend.</p>
        </Notice>
      )}
      {report !== null && !report.current && open.length > 0 && (
        <Notice tone="warn">
          <p>
            L’analyse a changé depuis la version {report.version} du rapport&nbsp;: établissez-en une nouvelle avant de
            décider.
          </p>
        </Notice>
      )}
      <AwardedLots id={id} lots={shown.decided} hasLetters={shown.hasLetters} />
      {shown.sessions.length > 0 && <AwardSessions id={id} sessions={shown.sessions} />}
      {mayRun && report !== null && open.length > 0 && (
        <AwardForm key={shown.newId} shown={shown} lots={open} title="Enregistrer une décision" {...asked} />
      )}
      {mayRun && open.length === 0 && again.length > 0 && (
        <details open={asked.reasons !== undefined}>
          <summary>Remplacer une décision avant la signature</summary>
          <AwardForm key={shown.newId} shown={shown} lots={again} title="Remplacer une décision" {...asked} />
        </details>
      )}
    </article>
  );
}
