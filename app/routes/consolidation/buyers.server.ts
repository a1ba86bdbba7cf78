// The identified buyers of a campaign: members of the centrale, or of its groupement, with an enforceable act on a day.
import type { Reads } from 'db/client';
import type { FrozenNeeds } from 'db/consolidation';
import { findConvention, listConventionActs } from 'db/conventions';
import { listMembershipActs } from 'db/memberships';
import type { Campaign } from '~/domain/campaigns/campaigns';
import {
  buyerFaultsText,
  type ExcludedBuyer,
  type GroupingKind,
  type IdentifiedBuyers,
  identifiedBuyers,
  latecomers,
  type MemberActs,
} from '~/domain/organisations/identified-buyers';
import { addDays, type Day } from '~/domain/shared/day';
import { orNotFound } from '../guard.server';

/** What a campaign is run for, in words and by its id when it is a convention. */
export function groupingOf(
  db: Reads,
  { conventionId }: Pick<Campaign, 'conventionId'>,
): Required<FrozenNeeds>['grouping'] {
  if (conventionId === null) return { kind: 'centrale' };
  const { id, reference } = orNotFound(findConvention(db, conventionId, { kind: 'syndicat' }));
  return { kind: 'convention', id, reference };
}

function actsOf(db: Reads, conventionId: string | null): { acts: readonly MemberActs[]; kind: GroupingKind } {
  return conventionId === null
    ? { acts: listMembershipActs(db), kind: 'centrale' }
    : { acts: listConventionActs(db, conventionId), kind: 'convention' };
}

/** Who would be an identified buyer of a campaign frozen on a day, and who would not, with the reasons. */
export function buyersOn(db: Reads, campaign: Pick<Campaign, 'conventionId'>, on: Day): IdentifiedBuyers {
  const { acts, kind } = actsOf(db, campaign.conventionId);
  return identifiedBuyers(acts, on, kind);
}

/** Members left out, as a page lists them. */
export function shownExclusions(excluded: readonly ExcludedBuyer[]) {
  return excluded.map(({ communeId, name, faults }) => ({ communeId, name, why: buyerFaultsText(faults) }));
}

/** Members of a later day that may not order under what was frozen without them (CCP R2162-6). */
export function latecomersOf(db: Reads, needs: FrozenNeeds, today: Day) {
  const conventionId = needs.grouping?.kind === 'convention' ? needs.grouping.id : null;
  const { acts, kind } = actsOf(db, conventionId);
  return latecomers(acts, new Set(needs.buyers.map(({ communeId }) => communeId)), today, kind);
}

/**
 * The convention of frozen needs with the identified buyers whose acts do not all stand the day before a sending: the
 * convention must be in force before the procedure is launched. Undefined for the centrale.
 */
export function unreadyBuyers(db: Reads, { grouping, buyers }: FrozenNeeds, sentOn: Day) {
  if (grouping?.kind !== 'convention') return undefined;
  const frozen = new Set(buyers.map(({ communeId }) => communeId));
  const acts = listConventionActs(db, grouping.id).filter(({ communeId }) => frozen.has(communeId));
  const { excluded } = identifiedBuyers(acts, addDays(sentOn, -1), 'convention');
  const { startsOn, endsOn } = orNotFound(findConvention(db, grouping.id, { kind: 'syndicat' })).terms;
  return { reference: grouping.reference, startsOn, endsOn, unready: excluded };
}
