// The clauses of a consultation, piece by piece: the buyer rewrites one, sees the difference, and may come back.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addClauseWording } from 'db/clause-wordings';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { paragraphsOf, wordingRefusalSentence, wordingRefusals } from '~/domain/consultations/clause-wordings';
import { ClauseCard } from '~/ui/campaigns/clause-card';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { FormProblem } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { findShippedClause, knownBlanks, shownClauses } from './clauses.server';
import { preparedConsultation } from './subject.server';

export const meta: MetaFunction = () => [{ title: 'Clauses – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params }) => {
  const { consultation } = preparedConsultation(db, params['id']);
  return {
    id: consultation.id,
    reference: consultation.reference,
    pieces: shownClauses(db, consultation.id),
    mayRun: isAllowed(user.roles, 'consultation.run'),
    newId: randomUUID(),
  };
});

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const clause = orNotFound(findShippedClause(String(form.get('clause') ?? '')));
  const text = String(form.get('text') ?? '').slice(0, 20_000);
  const reason = String(form.get('reason') ?? '')
    .trim()
    .slice(0, 500);
  const back = form.get('back') === 'shipped';
  const paragraphs = back ? null : paragraphsOf(text);
  const refusals = paragraphs === null ? [] : wordingRefusals(clause, paragraphs, reason, knownBlanks);
  if (refusals.length > 0)
    return refused(
      refusals.map((refusal) => `« ${clause.title} » : ${wordingRefusalSentence(refusal)}`),
      typedOf(form),
    );
  const id = write(db, (tx) => {
    const { consultation } = preparedConsultation(tx, params['id']);
    const consultationId = consultation.id;
    const row = { clauseId: clause.id, clauseVersion: clause.version, paragraphs, reason };
    const added = addClauseWording(tx, {
      id: String(form.get('id') ?? ''),
      consultationId,
      ...row,
      at: now,
      byUserId: user.id,
    });
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    if (added) addDeed(tx, { at: now, userId: user.id, deed: 'consultation.clauseReworded', ...about, detail: row });
    return consultationId;
  });
  return redirectSaying(
    `/consultations/${id}/clauses#${clause.id}`,
    back
      ? `« ${clause.title} » : le texte proposé est rétabli.`
      : `« ${clause.title} » : votre rédaction est enregistrée.`,
  );
});

export default function Clauses() {
  const { id, reference, pieces, mayRun, newId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title="Clauses du dossier"
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: `/consultations/${id}`, label: `Consultation ${reference}` },
        ]}
      >
        Chaque clause avec sa base juridique. Une clause réécrite est imprimée telle quelle dans le dossier, signalée au
        bordereau comme rédaction de l’acheteur, et reproposée à la prochaine consultation.
      </PageHead>
      <ConsultationSteps id={id} />
      <FormProblem reasons={answer?.reasons ?? []} title="La clause n’est pas enregistrée." />
      {pieces.map((piece) => (
        <section key={piece.label}>
          <h2>{piece.label}</h2>
          {piece.clauses.map((clause) => (
            <ClauseCard key={clause.id} clause={clause} mayRun={mayRun} newId={newId} typed={answer?.typed} />
          ))}
        </section>
      ))}
    </article>
  );
}
