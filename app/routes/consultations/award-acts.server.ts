// Records a decision on lots with its minutes and its act, issued once and stored in the transaction of the decision.
import { randomUUID } from 'node:crypto';
import { award as catalogue } from 'catalog/award';
import { addAwardSession, addLotDecision } from 'db/award';
import type { Tx } from 'db/client';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import {
  type AwardActFacts,
  awardActsTemplateVersion,
  awardDecisionModel,
  caoMinutesModel,
} from '~/documents/consultations/award-acts';
import type { AwardQuestion, ProposedDecision, Session } from '~/domain/consultations/award';
import { limitedBasis, lotDesignations } from '~/domain/consultations/award-limits';
import type { Day, Instant } from '~/domain/shared/day';
import type { Platform } from '~/platform/context';
import { type BothFormats, renderBoth, storeBoth } from '../both-formats.server';
import type { Award } from './award.server';
import { issuerOf, lastReport } from './report-facts.server';

export interface Proposed {
  readonly id: string;
  readonly session: Session;
  readonly extendedUntil: Day | null;
  readonly decisions: readonly ProposedDecision[];
}

/** The question that the guards answer: what is proposed, held against what is known. */
export function awardQuestion(
  tx: Parameters<typeof lastReport>[0],
  award: Award,
  proposed: Proposed,
  today: Day,
  demonstration: boolean,
): AwardQuestion | undefined {
  const { conduct, analyses, bases, decisions, contracts, validUntil } = award;
  const { published, opening } = conduct;
  if (!published || validUntil === undefined) return undefined;
  const report = lastReport(tx, conduct, analyses, demonstration);
  const held = new Map(decisions.map(({ lotNumber, depositId }) => [lotNumber, depositId]));
  const rules = lotDesignations(published.content, bases, held, proposed.decisions);
  const limit = published.content.lotLimits?.awards ?? null;
  const latest = [award.extendedUntil, proposed.extendedUntil].filter((day) => day !== null).sort();
  return {
    procedure: published.content.procedure,
    opened: opening !== undefined,
    report,
    validUntil,
    extendedUntil: latest.at(-1) ?? null,
    session: proposed.session,
    decisions: proposed.decisions,
    bases: new Map([...bases].map(([lot, basis]) => [lot, limitedBasis(basis, limit, rules.get(lot))])),
    designations: rules,
    decided: new Map(
      decisions.map(({ lotNumber, depositId }) => [
        lotNumber,
        { depositId, signed: contracts.some((contract) => contract.lotNumber === lotNumber) },
      ]),
    ),
    today,
  };
}

export interface RenderedActs {
  readonly minutes: BothFormats | null;
  readonly decision: BothFormats;
}

/** The minutes, when the CAO sat, and the decision. */
export async function renderActs(
  platform: Platform,
  award: Award,
  question: AwardQuestion,
): Promise<RenderedActs | undefined> {
  const { published } = award.conduct;
  const { report, session } = question;
  if (!published || !report) return undefined;
  const facts: AwardActFacts = {
    ...issuerOf(platform.db, platform.demonstration),
    publication: published,
    session,
    reportVersion: report.version,
    reportOn: report.on,
    validUntil: question.extendedUntil ?? question.validUntil,
    lots: question.decisions.flatMap((decision) => {
      const lot = published.content.lots.find(({ number }) => number === decision.lotNumber);
      const basis = question.bases.get(decision.lotNumber);
      return lot && basis ? [{ ...lot, decision, basis }] : [];
    }),
    catalogue,
  };
  return {
    minutes: session.body === 'cao' ? await renderBoth(platform, caoMinutesModel(facts)) : null,
    decision: await renderBoth(platform, awardDecisionModel(facts)),
  };
}

/** Writes the session, its documents and the decisions; a second sending of the form writes nothing. */
export function recordAward(
  tx: Tx,
  award: Award,
  proposed: Proposed,
  acts: RenderedActs,
  { bases, report }: AwardQuestion,
  by: { readonly userId: string; readonly now: Instant; readonly today: Day },
): void {
  const { consultationId, conduct } = award;
  if (award.sessions.some(({ id }) => id === proposed.id)) return;
  const { reference } = conduct.prepared.consultation;
  const rank = award.sessions.length + 1;
  const about = {
    issuerId: findSyndicat(tx).id,
    communeId: null,
    issuedOn: by.today,
    issuedAt: by.now,
    issuedBy: by.userId,
    templateVersion: awardActsTemplateVersion,
  };
  const minutes =
    acts.minutes &&
    storeBoth(tx, acts.minutes, {
      ...about,
      kind: 'awardMinutes',
      number: `${reference}-PV-${rank}`,
      title: `Procès-verbal de la CAO, ${reference}`,
      fileName: `pv-cao-${reference}-${rank}`,
    });
  const decision = storeBoth(tx, acts.decision, {
    ...about,
    kind: 'awardDecision',
    number: `${reference}-DEC-${rank}`,
    title: `Décision d’attribution, ${reference}`,
    fileName: `decision-${reference}-${rank}`,
  });
  addAwardSession(tx, {
    id: proposed.id,
    consultationId,
    ...proposed.session,
    extendedUntil: proposed.extendedUntil,
    reportVersion: report?.version ?? 0,
    minutesPdfId: minutes?.pdfDocumentId ?? null,
    minutesDocxId: minutes?.docxDocumentId ?? null,
    decisionPdfId: decision.pdfDocumentId,
    decisionDocxId: decision.docxDocumentId,
    at: by.now,
    byUserId: by.userId,
  });
  for (const { lotNumber, outcome, depositId, reason, votes } of proposed.decisions) {
    const basis = bases.get(lotNumber);
    const analysed = award.analyses.find(({ lot }) => lot.number === lotNumber);
    if (!basis) continue;
    const offer = analysed?.offers.find((one) => one.depositId === depositId)?.offer;
    addLotDecision(tx, {
      id: randomUUID(),
      sessionId: proposed.id,
      consultationId,
      lotNumber,
      outcome,
      depositId,
      offerId: offer?.id ?? null,
      offerNet: basis.ranking.find((one) => one.depositId === depositId)?.priceNet ?? null,
      votesFor: votes?.votesFor ?? null,
      votesAgainst: votes?.votesAgainst ?? null,
      abstentions: votes?.abstentions ?? null,
      reason,
      basis,
      decidedOn: proposed.session.decidedOn,
      at: by.now,
      byUserId: by.userId,
    });
  }
  const subject = { subjectKind: 'consultation', subjectId: consultationId };
  const detail = { ...proposed.session, decisions: proposed.decisions, reportVersion: report?.version };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'consultation.decided', ...subject, detail });
}
