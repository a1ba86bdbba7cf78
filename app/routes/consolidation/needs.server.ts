// The needs of a campaign for the buyer: those frozen when they are, else those of the answers as they stand.
import { thresholds } from 'catalog/thresholds';
import { listAnswers } from 'db/campaign-answers';
import { findCampaign, listInvited, listMembers } from 'db/campaigns';
import type { Reads } from 'db/client';
import { type FrozenNeeds, findConsolidation, type StoredConsolidation } from 'db/consolidation';
import type { Campaign } from '~/domain/campaigns/campaigns';
import { type ConsolidationInput, consolidate } from '~/domain/consolidation/consolidate';
import { type Consolidation, exclusionSentence } from '~/domain/consolidation/consolidation';
import { consolidationDifferences, type Difference } from '~/domain/consolidation/reconciliation';
import { proposal, proposedMaximum } from '~/domain/consultations/consultation';
import { chooseProcedure, type ProcedureOutcome } from '~/domain/consultations/procedure';
import type { Day } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import { type UnitPrice, zeroCents } from '~/domain/shared/money';
import { orNotFound } from '../guard.server';

export interface ConsolidatedNeeds {
  readonly campaign: Campaign;
  readonly consolidation: Consolidation;
  readonly differences: readonly Difference[];
  readonly stored: StoredConsolidation | undefined;
}

/** The consolidated needs of a campaign; prices of the buyer count only before they are frozen. */
export function consolidatedNeeds(
  db: Reads,
  campaignId: string | undefined,
  buyerPrices: Readonly<Record<string, UnitPrice>> = {},
): ConsolidatedNeeds {
  const campaign = orNotFound(findCampaign(db, campaignId ?? ''));
  const stored = findConsolidation(db, campaign.id);
  if (stored) return { campaign, consolidation: stored.needs.consolidation, differences: [], stored };
  const input: ConsolidationInput = {
    campaign,
    invited: listInvited(db, campaign),
    answers: listAnswers(db, campaign.id, { kind: 'syndicat' }),
    buyerPrices,
  };
  const consolidation = consolidate(input);
  return { campaign, consolidation, differences: consolidationDifferences(consolidation, input), stored };
}

/** What freezing keeps of a campaign on a day: its terms, the members of the centrale, and every line. */
export function needsToFreeze(db: Reads, { campaign, consolidation }: ConsolidatedNeeds, today: Day): FrozenNeeds {
  const { id, title, closesOn, lots } = campaign;
  return { campaign: { id, title, closesOn, lots }, buyers: listMembers(db, today), consolidation };
}

/** The schools that the shares of a consolidation name. */
export function schoolsOf(consolidation: Consolidation): readonly Uai[] {
  const shares = consolidation.lots.flatMap((lot) => lot.lines).flatMap((line) => line.shares);
  return [...new Set(shares.flatMap((share) => share.schools.flatMap((school) => school.schoolUai ?? [])))];
}

/** The procedure that the needs would require today, before any choice: priced lots at their proposed maximum. */
export function firstAdvice({ lots }: Consolidation, today: Day): ProcedureOutcome {
  const { coveredMonths, marginRate, months } = proposal;
  return chooseProcedure(
    {
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
    },
    thresholds,
  );
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
      first: labels.get(first) ?? first,
      second: labels.get(second) ?? second,
      likeness,
    })),
  };
}
