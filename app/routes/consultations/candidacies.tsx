// The candidacies, once the tenders are open: what each candidate joined, what is asked and what is decided.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { award } from 'catalog/award';
import { listCandidacyLetters } from 'db/candidacies';
import { isAllowed } from '~/domain/accounts/permissions';
import { candidacyStepSentences, examined } from '~/domain/consultations/candidacies';
import { CandidacyCard } from '~/ui/consultations/candidacy-card';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { conductOf } from './conduct.server';

export const meta: MetaFunction = () => [{ title: 'Candidatures – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, now }) => {
  const { prepared, register, opening } = conductOf(db, params['id'], now);
  const { id, reference } = prepared.consultation;
  const issued = new Set(listCandidacyLetters(db, id).map(({ stepId }) => stepId));
  const { candidacyPieces, candidacyGrounds, candidacyRules } = award;
  return {
    id,
    reference,
    opened: opening !== undefined,
    candidacies: opening
      ? examined(register).map((deposit) => ({
          depositId: deposit.id,
          candidate: deposit.candidate,
          siret: deposit.siret,
          lots: deposit.lots,
          state: deposit.candidacy.state,
          steps: deposit.candidacy.steps.map((step) => ({
            id: step.id,
            kind: step.kind,
            at: step.at,
            by: step.by,
            deadline: step.deadline,
            said: candidacyStepSentences(step, award),
            letter: issued.has(step.id),
          })),
          formIds: [randomUUID(), randomUUID()] as const,
        }))
      : [],
    pieces: candidacyPieces.map(({ code, label, article }) => ({ code, label, article })),
    grounds: candidacyGrounds.map(({ code, label, article }) => ({ value: code, label: `${label} (${article})` })),
    articles: { examination: candidacyRules.examination.article, completion: candidacyRules.completion.article },
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export default function CandidaciesPage() {
  const { id, reference, opened, candidacies, pieces, grounds, articles, mayRun } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Candidatures" crumbs={[{ to: `/consultations/${id}`, label: `Consultation ${reference}` }]}>
        {`Elles s’examinent au plus tard avant l’attribution (${articles.examination}). Une candidature incomplète peut être complétée, dans un même délai pour tous (${articles.completion}).`}
      </PageHead>
      <ConsultationSteps id={id} />
      {!opened && <p>Les plis ne sont pas ouverts&nbsp;: les candidatures s’examinent ensuite.</p>}
      {opened && candidacies.length === 0 && <p>Aucun pli n’est arrivé dans le délai.</p>}
      {candidacies.map((candidacy) => (
        <CandidacyCard
          key={candidacy.formIds[0]}
          candidacy={candidacy}
          address={`/consultations/${id}/candidatures`}
          {...{ pieces, grounds, mayRun }}
        />
      ))}
    </article>
  );
}
