// Brings a convention together: its members that day, what each owes, the needs of its campaign, and its text.

import { conventionClauses } from 'catalog/clauses/convention';
import type { Reads } from 'db/client';
import { canonicalDigest } from 'db/consolidation';
import {
  type Convention,
  findConvention,
  listCampaignsOfConvention,
  listConventionMembers,
  listConventionTexts,
  listCostWeights,
} from 'db/conventions';
import { findSyndicat } from 'db/organisations';
import type { ConventionFacts, ConventionNeeds } from '~/documents/organisations/convention-facts';
import type { Scope } from '~/domain/accounts/permissions';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import { costShares } from '~/domain/organisations/cost-shares';
import { letterhead } from '~/domain/organisations/letterhead';
import { type Day, dayInParis } from '~/domain/shared/day';
import { type Cents, zeroCents } from '~/domain/shared/money';
import { consolidatedNeeds } from '../consolidation/needs.server';
import { orNotFound } from '../guard.server';

/** The shares of a consolidation, member by member, in the order of its lines. */
function memberLines(consolidation: Consolidation): ConventionNeeds['members'] {
  const lines = consolidation.lots.flatMap((lot) => lot.lines);
  return consolidation.members.map(({ communeId, name, net }) => ({
    name,
    net,
    lines: lines.flatMap(({ number, label, unit, shares }) => {
      const share = shares.find((one) => one.communeId === communeId);
      return share ? [{ number, label, unit, quantity: share.quantity, net: share.net }] : [];
    }),
  }));
}

/** The needs of the campaign run for a convention: the last one frozen, else the last one. */
function needsOf(db: Reads, conventionId: string) {
  const campaigns = listCampaignsOfConvention(db, conventionId);
  const campaign = campaigns.find(({ frozenAt }) => frozenAt !== null) ?? campaigns[0];
  if (!campaign) return undefined;
  const { consolidation } = consolidatedNeeds(db, campaign.id);
  return { campaign, consolidation };
}

/** A convention that the scope may see, with its members on a day and what follows from them. */
export function readConvention(db: Reads, id: string | undefined, scope: Scope, today: Day) {
  const convention = orNotFound(findConvention(db, id ?? '', scope));
  const stays = listConventionMembers(db, convention.id, { kind: 'syndicat' });
  const standing = stays.filter(({ member }) => member.withdrawnOn === null || member.withdrawnOn > today);
  const needs = needsOf(db, convention.id);
  const netOf = new Map<string, Cents>(needs?.consolidation.members.map(({ communeId, net }) => [communeId, net]));
  const weights = listCostWeights(
    db,
    standing.map(({ member }) => member.communeId),
  );
  const shares = costShares(
    convention.terms.cost,
    standing.map(({ member: { communeId }, name }) => ({
      communeId,
      name,
      weights: {
        inhabitants: weights.get(communeId)?.inhabitants ?? 0,
        pupils: weights.get(communeId)?.pupils ?? 0,
        needs: netOf.get(communeId) ?? zeroCents,
      },
    })),
  );
  return { convention, stays, standing, needs, shares };
}

export type ReadConvention = ReturnType<typeof readConvention>;

/** What the text of a convention says, but its version and its day. */
export function conventionFacts(
  db: Reads,
  { convention, standing, needs, shares }: ReadConvention,
  demonstration: boolean,
): Omit<ConventionFacts, 'version' | 'issuedOn'> {
  const { reference, terms }: Convention = convention;
  return {
    reference,
    issuer: letterhead(findSyndicat(db)),
    ...(demonstration ? { mention: 'Démonstration : syndicat et prix fictifs' } : {}),
    terms,
    clauses: conventionClauses,
    members: standing.map(({ member, name, siren, siret }) => ({
      name,
      siren,
      siret,
      representative: member.representative,
      deliberationNumber: member.deliberationNumber,
      deliberationOn: member.deliberationOn,
      enforceableOn: member.enforceableOn,
      signedOn: member.signedOn,
    })),
    shares: 'kind' in shares ? null : shares,
    needs: needs
      ? {
          campaignTitle: needs.campaign.title,
          frozenOn: needs.campaign.frozenAt === null ? null : dayInParis(needs.campaign.frozenAt),
          members: memberLines(needs.consolidation),
          totalNet: needs.consolidation.totalNet,
        }
      : null,
  };
}

/** The texts issued of a convention, and whether the last one still says what the convention says. */
export function issuedTexts(db: Reads, read: ReadConvention, demonstration: boolean) {
  const texts = listConventionTexts(db, read.convention.id);
  const current = canonicalDigest(conventionFacts(db, read, demonstration));
  return { texts, upToDate: texts[0]?.inputDigest === current, digest: current };
}
