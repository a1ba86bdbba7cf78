// The needs of a campaign for the buyer: those frozen when they are, else those of the answers as they stand.
import { listAnswers } from 'db/campaign-answers';
import { findCampaign, listInvited, listMembers } from 'db/campaigns';
import type { Reads } from 'db/client';
import { type FrozenNeeds, findConsolidation, type StoredConsolidation } from 'db/consolidation';
import type { Campaign } from '~/domain/campaigns/campaigns';
import { type ConsolidationInput, consolidate } from '~/domain/consolidation/consolidate';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import { consolidationDifferences, type Difference } from '~/domain/consolidation/reconciliation';
import type { Day } from '~/domain/shared/day';
import type { UnitPrice } from '~/domain/shared/money';
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
