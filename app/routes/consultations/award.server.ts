// Brings together the award of a consultation: what may be decided, what was decided, and what followed lot by lot.
import { award } from 'catalog/award';
import { thresholds } from 'catalog/thresholds';
import { listAwardDisputes, listAwardLetters, listAwardSessions, listLotDecisions } from 'db/award';
import type { Reads } from 'db/client';
import { listContracts } from 'db/contracts';
import { awardBasis, offersValidUntil } from '~/domain/consultations/award';
import { type Standstill, standstillAfter } from '~/domain/consultations/standstill';
import type { Instant } from '~/domain/shared/day';
import { notFound } from '../guard.server';
import { analysesOf, conductOf } from './conduct.server';

/** A published consultation with its analysis, its decisions and their sequel. */
export function awardOf(db: Reads, id: string | undefined, now: Instant) {
  const conduct = conductOf(db, id, now);
  const { published, register, prepared } = conduct;
  const analyses = analysesOf(db, conduct);
  const consultationId = prepared.consultation.id;
  const criteria = published?.content.criteria ?? [];
  const sessions = listAwardSessions(db, consultationId);
  return {
    conduct,
    analyses,
    consultationId,
    bases: new Map(analyses.map((analysis) => [analysis.lot.number, awardBasis(analysis, criteria, register, award)])),
    sessions,
    decisions: listLotDecisions(db, consultationId),
    letters: listAwardLetters(db, consultationId),
    disputes: listAwardDisputes(db, consultationId),
    contracts: listContracts(db, consultationId).map(({ contract }) => contract),
    validUntil: published && offersValidUntil(published.deadline, published.content.offersValidityDays),
    extendedUntil: sessions.reduce<(typeof sessions)[number]['extendedUntil']>(
      (latest, { extendedUntil: day }) => (day !== null && (latest === null || day > latest) ? day : latest),
      null,
    ),
  };
}

export type Award = ReturnType<typeof awardOf>;

/** What follows the decision on one lot; ends with 404 when the lot is not decided. */
export function awardedLot(award: Award, lot: string | undefined) {
  const { conduct } = award;
  const decision = award.decisions.find((one) => String(one.lotNumber) === lot);
  if (!decision || !conduct.published) return notFound();
  const { content } = conduct.published;
  const letters = award.letters.filter(({ decisionId }) => decisionId === decision.id);
  const { basis } = decision;
  const rejections = letters.filter(({ kind }) => kind !== 'award');
  const latest = rejections.reduce<(typeof rejections)[number] | undefined>(
    (last, letter) => (letter.sentOn !== null && (!last || letter.sentOn > (last.sentOn ?? '')) ? letter : last),
    undefined,
  );
  const tenderers = basis.ranking.length + basis.setAside.length;
  const electronic = rejections.every((letter) => letter.electronic);
  const standstill: Standstill | undefined =
    latest?.sentOn && tenderers > 1
      ? standstillAfter(latest.sentOn, electronic, content.procedure, thresholds)
      : undefined;
  return {
    ...award,
    published: conduct.published,
    decision,
    letters,
    chosen: basis.ranking.find(({ depositId }) => depositId === decision.depositId),
    onlyCandidate: tenderers === 1,
    standstill,
    disputes: award.disputes.filter(({ lotNumber }) => lotNumber === decision.lotNumber),
    contract: award.contracts.find(({ lotNumber }) => lotNumber === decision.lotNumber),
  };
}

export type AwardedLot = ReturnType<typeof awardedLot>;
