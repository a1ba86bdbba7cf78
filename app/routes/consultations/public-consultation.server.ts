// Brings together what anyone may read of the syndicat's procedures and contracts: nothing that is not published.
import { listAwardLetters, listLotDecisions } from 'db/award';
import type { Reads } from 'db/client';
import { listConsultationFiles, listConsultations } from 'db/consultations';
import { listAmendments, listContracts } from 'db/contracts';
import { listDecp } from 'db/decp';
import { listPublications, listQuestions } from 'db/offers';
import { outcomeLabels } from '~/domain/consultations/award';
import { lettersOf } from '~/domain/consultations/award-letters';
import { isPastDeadline } from '~/domain/consultations/deposits';
import { isAdvertised, publicOutcome, publicStage } from '~/domain/consultations/public-consultation';
import { mediumLabels } from '~/domain/consultations/publication';
import { procedureLabels } from '~/domain/consultations/sentences';
import { dayInParis, type Instant, timeInParis } from '~/domain/shared/day';

/** The contracts that their holders received: public, with what changed since. */
export function publicContracts(db: Reads, consultationId?: string) {
  return listContracts(db, consultationId)
    .filter(({ contract }) => contract.notifiedOn !== null)
    .map(({ contract, holder, reference, object }) => {
      const amendments = listAmendments(db, contract.id);
      return {
        id: contract.id,
        consultationId: contract.consultationId,
        number: contract.number,
        reference,
        object,
        lotNumber: contract.lotNumber,
        title: contract.title,
        holder: { name: holder.name, siret: holder.siret },
        maximumNet: contract.maximumNet,
        notifiedOn: contract.notifiedOn,
        endsOn: contract.endsOn,
        amendments: amendments.map(({ number, notifiedOn, maximumNetAfter }) => ({
          number,
          notifiedOn,
          maximumNetAfter,
        })),
        openData: listDecp(db, contract.id)[0],
      };
    });
}

/** What is public of a consultation; undefined while it is not advertised. */
export function publicConsultation(db: Reads, id: string, now: Instant) {
  const today = dayInParis(now);
  const publications = listPublications(db, id).filter(({ sentOn }) => sentOn <= today);
  const [published] = publications;
  if (!published || !isAdvertised(published.media)) return undefined;
  const { content, deadline, deadlineTime } = published;
  const past = isPastDeadline({ day: deadline, time: deadlineTime }, today, timeInParis(now));
  const decisions = listLotDecisions(db, id);
  const letters = listAwardLetters(db, id);
  const contracts = publicContracts(db, id);
  const lots = content.lots.map(({ number, title, maximumNet }) => {
    const contract = contracts.find(({ lotNumber }) => lotNumber === number);
    const decision = decisions.find(({ lotNumber }) => lotNumber === number);
    const sent = letters.filter(({ decisionId, sentOn }) => decisionId === decision?.id && sentOn !== null);
    const outcome = publicOutcome({
      decision: decision
        ? {
            outcome: decision.outcome,
            lettersDue: lettersOf(decision.outcome, decision.depositId, decision.basis).length,
            lettersSent: sent.length,
          }
        : null,
      notifiedOn: contract?.notifiedOn ?? null,
    });
    return { number, title, maximumNet, outcome, outcomeLabel: outcome && outcomeLabels[outcome], contract };
  });
  const file = listConsultationFiles(db, id).find(({ version }) => version === published.version);
  return {
    id,
    reference: content.reference,
    object: content.object,
    procedure: procedureLabels[content.procedure],
    state: publicStage(
      past,
      lots.map(({ outcome }) => outcome),
    ),
    sentOn: published.sentOn,
    firstSentOn: publications.at(-1)?.sentOn ?? published.sentOn,
    publishedAt: published.at,
    media: published.media.filter((medium) => medium !== 'direct').map((medium) => mediumLabels[medium]),
    noticeReference: published.noticeReference,
    deadline,
    deadlineTime,
    criteria: content.criteria,
    lots,
    changes: publications
      .filter(({ change }) => change !== null)
      .map(({ version, sentOn, change }) => ({ version, sentOn, change })),
    questions: listQuestions(db, id)
      .filter(({ answer }) => answer !== null)
      .map(({ id: question, question: asked, answer, answeredOn }) => ({ id: question, asked, answer, answeredOn })),
    version: published.version,
    file,
  };
}

export type PublicConsultation = NonNullable<ReturnType<typeof publicConsultation>>;

/** Every advertised consultation, the latest first. */
export function publicConsultations(db: Reads, now: Instant): readonly PublicConsultation[] {
  return listConsultations(db)
    .flatMap(({ id }) => publicConsultation(db, id, now) ?? [])
    .toSorted((a, b) => (a.sentOn < b.sentOn ? 1 : -1));
}
