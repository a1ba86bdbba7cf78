// Records what is asked of a candidate to complete its candidacy, or what is decided of it (CCP R2144-1 to R2144-7).
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { award } from 'catalog/award';
import { candidacyRequest } from 'catalog/clauses/offer-requests';
import { listLotDecisions } from 'db/award';
import { addCandidacyLetter, addCandidacyStep, listCandidacyLetters } from 'db/candidacies';
import { type Reads, write } from 'db/client';
import { findContractOfLot } from 'db/contracts';
import { addDeed } from 'db/records';
import { candidacyRefusalSentence, candidacyRefusals, examined } from '~/domain/consultations/candidacies';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { type AskedBy, orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { conductOf } from './conduct.server';
import { candidacyStepSchema } from './conduct-forms.server';
import { issueRequestLetter } from './request-letter.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/candidatures`),
);

/** Issues the letters that are not issued yet, after an interruption too. */
async function issueCandidacyLetters(asked: AskedBy): Promise<void> {
  const { db, params, now } = asked;
  const conduct = conductOf(db, params['id'], now);
  const { id } = conduct.prepared.consultation;
  for (const deposit of conduct.register) {
    for (const { id: stepId, missing, text, deadline } of deposit.candidacy.steps) {
      const isIssued = (reads: Reads) => listCandidacyLetters(reads, id).some((letter) => letter.stepId === stepId);
      if (deadline === null || isIssued(db)) continue;
      const findings = award.candidacyPieces.filter(({ code }) => missing.includes(code)).map(({ label }) => label);
      await issueRequestLetter(asked, conduct, {
        ...{ stepId, wording: candidacyRequest, lot: null, deposit, findings, text, deadline },
        isIssued,
        record: addCandidacyLetter,
      });
    }
  }
}

export const action = writer('consultation.run', async (asked) => {
  const { db, user, params, form, now, today } = asked;
  const read = readForm(form, candidacyStepSchema);
  const reasons = write(db, (tx): readonly string[] => {
    const { prepared, register, opening } = conductOf(tx, params['id'], now);
    const consultationId = prepared.consultation.id;
    const deposit = orNotFound(register.find(({ id }) => id === params['deposit']));
    if (!('value' in read)) return Object.values(read.problems);
    const { id, ...step } = read.value;
    // A form sent twice is answered as the first time.
    if (deposit.candidacy.steps.some((one) => one.id === id)) return [];
    const refusals = candidacyRefusals({
      opened: opening !== undefined,
      deposit,
      step,
      otherDeadlines: examined(register)
        .filter((other) => other.id !== deposit.id && other.candidacy.state === 'toComplete')
        .flatMap(({ candidacy }) => candidacy.steps.at(-1)?.deadline ?? []),
      signed: listLotDecisions(tx, consultationId).some(
        ({ depositId, lotNumber }) =>
          depositId === deposit.id && findContractOfLot(tx, consultationId, lotNumber) !== undefined,
      ),
      today,
      catalogue: award,
    });
    if (refusals.length > 0) return refusals.map(candidacyRefusalSentence);
    addCandidacyStep(tx, { id, ...step, consultationId, depositId: deposit.id, at: now, byUserId: user.id });
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { depositId: deposit.id, candidate: deposit.candidate, ...step };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.candidacyStep', ...about, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  await issueCandidacyLetters(asked);
  return redirectSaying(`/consultations/${params['id']}/candidatures`, 'C’est enregistré.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="Rien n’est enregistré"
      back={`/consultations/${id}/candidatures`}
      backLabel="Revenir aux candidatures"
    />
  );
}
