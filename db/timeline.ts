// Store of the time line: the dates of campaigns, consultations, contracts and accords-cadres, and what was noted as done.
import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { AccordCadreDates, CampaignDates, ConsultationDates } from '~/domain/consultations/timeline';
import type { ContractActs } from '~/domain/consultations/timeline-contracts';
import { committedStates } from '~/domain/orders/order-states';
import { type Day, dayInParis } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';
import { listAccordsCadres } from './accords-cadres';
import { listAwardLetters, listAwardSessions, listLotDecisions } from './award';
import { listCampaigns, listInvited } from './campaigns';
import type { Reads, Tx } from './client';
import { findConsultation, listConsultations } from './consultations';
import { listRenewals } from './contract-renewals';
import { revisionDatesOf } from './contract-revisions';
import { listAmendments, listContracts } from './contracts';
import { listPublications } from './offers';
import { campaignAnswers, consultationQuestions, dutiesDone, orderLines, orders } from './schema';

/** Campaigns already open whose needs are not frozen; a commune's with its own answer, where it is invited. */
export function listCampaignDates(db: Reads, scope: Scope, today: Day): readonly CampaignDates[] {
  const running = listCampaigns(db).filter(({ opensOn, frozenAt }) => opensOn <= today && frozenAt === null);
  return running.flatMap((campaign): CampaignDates[] => {
    const { id, title, closesOn, closedAt } = campaign;
    const known = { id, title, closesOn, closedOn: closedAt === null ? null : dayInParis(closedAt) };
    if (scope.kind === 'syndicat') return [known];
    if (!listInvited(db, campaign).some(({ communeId }) => communeId === scope.communeId)) return [];
    const own = and(eq(campaignAnswers.campaignId, id), eq(campaignAnswers.communeId, scope.communeId));
    const answer = db.select({ signedAt: campaignAnswers.signedAt }).from(campaignAnswers).where(own).get();
    return [{ ...known, answeredOn: answer?.signedAt ? dayInParis(answer.signedAt) : null }];
  });
}

function unanswered(db: Reads, consultationId: string): number {
  const open = and(eq(consultationQuestions.consultationId, consultationId), isNull(consultationQuestions.answer));
  return db.select({ n: count() }).from(consultationQuestions).where(open).get()?.n ?? 0;
}

/** The first day of signature that the letters of a lot leave once all are sent; null before. */
function signableFrom(letters: ReturnType<typeof listAwardLetters>): Day | null {
  if (letters.length === 0 || letters.some(({ sentOn }) => sentOn === null)) return null;
  return (
    letters
      .flatMap((letter) => letter.signableFrom ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

/** The dates of every consultation; `procedure` and urgency come from what was published, else from the caller. */
export function listConsultationDates(
  db: Reads,
  plannedProcedure: (id: string) => ConsultationDates['procedure'],
): readonly ConsultationDates[] {
  return listConsultations(db).flatMap(({ id, reference, launchOn }): ConsultationDates[] => {
    const stored = findConsultation(db, id);
    if (!stored) return [];
    const publications = listPublications(db, id);
    const [inForce] = publications;
    const first = publications.at(-1);
    const letters = listAwardLetters(db, id);
    return [
      {
        id,
        reference,
        procedure: inForce ? inForce.content.procedure : plannedProcedure(id),
        launchOn,
        urgent: stored.choices.urgent,
        published:
          inForce && first
            ? {
                sentOn: first.sentOn,
                deadline: inForce.deadline,
                offersValidityDays: inForce.content.offersValidityDays,
                lots: inForce.content.lots.map(({ number }) => number),
              }
            : null,
        unansweredQuestions: unanswered(db, id),
        extendedUntil:
          listAwardSessions(db, id)
            .flatMap((one) => one.extendedUntil ?? [])
            .toSorted()
            .at(-1) ?? null,
        decisions: listLotDecisions(db, id).map((decision) => ({
          lot: decision.lotNumber,
          decidedOn: decision.decidedOn,
          signableFrom: signableFrom(letters.filter(({ decisionId }) => decisionId === decision.id)),
        })),
      },
    ];
  });
}

/** What the standing orders of a lot took of its maximum, net, order by order on the day each was submitted. */
function listOrderedByDay(db: Reads, lotId: string) {
  return db
    .select({ at: orders.submittedAt, net: sql<Cents>`sum(${orderLines.net} + ${orderLines.ecoNet})` })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orderLines.lotId, lotId), inArray(orders.state, [...committedStates])))
    .groupBy(orders.id)
    .all()
    .flatMap(({ at, net }) => (at === null ? [] : [{ on: dayInParis(at), net }]));
}

/** The acts of every signed contract, with the accord-cadre that its schedule opened, if any. */
export function listContractActs(db: Reads): readonly (ContractActs & { readonly accordCadreId: string | null })[] {
  return listContracts(db).map(({ contract, accordCadreId }) => ({
    ...contract,
    lot: contract.lotNumber,
    amendments: listAmendments(db, contract.id),
    renewalDecisions: listRenewals(db, contract.id),
    revision: revisionDatesOf(db, contract),
    maximumNet: listAmendments(db, contract.id).at(-1)?.maximumNetAfter ?? contract.maximumNet,
    ordered: contract.lotId === null ? [] : listOrderedByDay(db, contract.lotId),
    accordCadreId,
  }));
}

/** The accords-cadres in force on a day, or to come, but those given. */
export function listAccordCadreDates(
  db: Reads,
  today: Day,
  but: readonly (string | null)[],
): readonly AccordCadreDates[] {
  return listAccordsCadres(db).filter(({ id, endsOn }) => endsOn >= today && !but.includes(id));
}

/** What was noted as done, by entry of the time line. */
export function listDutiesDone(db: Reads): ReadonlyMap<string, Day> {
  return new Map(
    db
      .select()
      .from(dutiesDone)
      .all()
      .map(({ entryId, doneOn }) => [entryId, doneOn]),
  );
}

/** Notes a duty as done, once; says whether it was recorded. */
export function addDutyDone(tx: Tx, done: typeof dutiesDone.$inferInsert): boolean {
  return tx.insert(dutiesDone).values(done).onConflictDoNothing().run().changes === 1;
}
