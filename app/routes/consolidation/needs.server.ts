// The needs of a campaign for the buyer: those frozen when they are, else those of the answers as they stand.
import { thresholds } from 'catalog/thresholds';
import { listAnswers } from 'db/campaign-answers';
import { findCampaign, listInvited } from 'db/campaigns';
import type { Reads } from 'db/client';
import { type FrozenNeeds, findConsolidation, type StoredConsolidation } from 'db/consolidation';
import { listStandingDecisions } from 'db/line-decisions';
import type { Campaign } from '~/domain/campaigns/campaigns';
import { type ConsolidationInput, consolidate } from '~/domain/consolidation/consolidate';
import { type Consolidation, exclusionSentence } from '~/domain/consolidation/consolidation';
import { consolidationDifferences, type Difference } from '~/domain/consolidation/reconciliation';
import { proposal, proposedMaximum } from '~/domain/consultations/consultation';
import { chooseProcedure, type ProcedureOutcome, type ProcedureQuestion } from '~/domain/consultations/procedure';
import type { Day } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import { type UnitPrice, zeroCents } from '~/domain/shared/money';
import { orNotFound } from '../guard.server';
import { buyersOn, groupingOf } from './buyers.server';

export interface ConsolidatedNeeds {
  readonly campaign: Campaign;
  readonly consolidation: Consolidation;
  readonly differences: readonly Difference[];
  readonly stored: StoredConsolidation | undefined;
}

/** What the present answers and decisions of a campaign are consolidated from, whether or not it is frozen. */
export function consolidationInput(
  db: Reads,
  campaign: Campaign,
  buyerPrices: Readonly<Record<string, UnitPrice>> = {},
  buyersOfDay?: Day,
): ConsolidationInput {
  const left = buyersOfDay === undefined ? [] : buyersOn(db, campaign, buyersOfDay).excluded;
  const out = new Set(left.map(({ communeId }) => communeId));
  return {
    campaign,
    invited: listInvited(db, campaign).filter(({ communeId }) => !out.has(communeId)),
    answers: listAnswers(db, campaign.id, { kind: 'syndicat' }).filter(({ communeId }) => !out.has(communeId)),
    buyerPrices,
    decisions: listStandingDecisions(db, campaign.id).map(({ decision }) => decision),
  };
}

/**
 * The consolidated needs of a campaign; prices of the buyer count only before they are frozen. With a day, only the needs
 * of those who would be identified buyers on it: those that freezing keeps (CCP R2162-6).
 */
export function consolidatedNeeds(
  db: Reads,
  campaignId: string | undefined,
  buyerPrices: Readonly<Record<string, UnitPrice>> = {},
  buyersOfDay?: Day,
): ConsolidatedNeeds {
  const campaign = orNotFound(findCampaign(db, campaignId ?? ''));
  const stored = findConsolidation(db, campaign.id);
  if (stored) return { campaign, consolidation: stored.needs.consolidation, differences: [], stored };
  const input = consolidationInput(db, campaign, buyerPrices, buyersOfDay);
  const consolidation = consolidate(input);
  return { campaign, consolidation, differences: consolidationDifferences(consolidation, input), stored };
}

/** What freezing keeps of a campaign on a day: its terms, its identified buyers, who is left out and why, every line. */
export function needsToFreeze(db: Reads, { campaign, consolidation }: ConsolidatedNeeds, today: Day): FrozenNeeds {
  const { id, title, closesOn, lots } = campaign;
  const { buyers, excluded } = buyersOn(db, campaign, today);
  return {
    campaign: { id, title, closesOn, lots },
    grouping: groupingOf(db, campaign),
    buyers,
    excludedBuyers: excluded,
    decisions: listStandingDecisions(db, id).map(({ decision, reason, at, by }) => ({ ...decision, reason, at, by })),
    consolidation,
  };
}

/** The schools that the shares of a consolidation name. */
export function schoolsOf(consolidation: Consolidation): readonly Uai[] {
  const shares = consolidation.lots.flatMap((lot) => lot.lines).flatMap((line) => line.shares);
  return [...new Set(shares.flatMap((share) => share.schools.flatMap((school) => school.schoolUai ?? [])))];
}

/** The question put to the thresholds before any choice: priced lots at their proposed maximum, launched today. */
export function firstQuestion({ lots }: Consolidation, today: Day): ProcedureQuestion {
  const { coveredMonths, marginRate, months } = proposal;
  return {
    lots: lots
      .filter((lot) => lot.net > 0)
      .map(({ number, net }) => ({ number, maximumNet: proposedMaximum(net, coveredMonths, months, marginRate) })),
    durationMonths: months,
    launchDay: today,
    alreadyBoughtNet: zeroCents,
    accordCadre: true,
    electronicOffers: true,
    documentsOnProfile: true,
    priorNotice: false,
    urgent: false,
    longDurationReason: null,
  };
}

/** The procedure that the needs would require today, before any choice. */
export function firstAdvice(consolidation: Consolidation, today: Day): ProcedureOutcome {
  return chooseProcedure(firstQuestion(consolidation, today), thresholds);
}

/** What stands beside the lines: answers left out, members who have not begun, free lines that look alike. */
export function asideOf({ excludedAnswers, similarLines, lots }: Consolidation) {
  const labels = new Map(lots.flatMap((lot) => lot.lines).map((line) => [line.key, `${line.number} ${line.label}`]));
  return {
    excluded: excludedAnswers
      .filter(({ reason }) => reason.kind !== 'notStarted')
      .map(({ name, reason, quantity }) => ({ name, why: exclusionSentence(reason), quantity })),
    silent: excludedAnswers.filter(({ reason }) => reason.kind === 'notStarted').length,
    similar: similarLines.map(({ first, second, likeness }) => ({
      keys: [first, second],
      first: labels.get(first) ?? first,
      second: labels.get(second) ?? second,
      likeness,
    })),
  };
}
