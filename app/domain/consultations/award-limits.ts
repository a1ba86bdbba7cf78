// What the limit on lots by candidate does to an award: whom the rules designate, and what its acts and letters say of it.
import type { AwardBasis, AwardCandidate, ProposedDecision } from './award';
import { designations, type LotDesignation, lotsBySize, noLotLimits, passedOver } from './lot-limits';
import type { PublishedContent } from './publication';

/** What the rules designate when these decisions are taken with those that hold; of all lots, decided or not. */
export function lotDesignations(
  { lots, lotLimits = noLotLimits }: Pick<PublishedContent, 'lots' | 'lotLimits'>,
  bases: ReadonlyMap<number, AwardBasis>,
  held: ReadonlyMap<number, string | null>,
  proposed: readonly Pick<ProposedDecision, 'lotNumber' | 'depositId'>[],
): ReadonlyMap<number, LotDesignation> {
  return designations({
    limit: lotLimits.awards,
    order: lotsBySize(lots),
    rankings: new Map([...bases].map(([lot, { ranking }]) => [lot, ranking])),
    decided: held,
    proposed: new Map(proposed.map(({ lotNumber, depositId }) => [lotNumber, depositId])),
  });
}

/** A basis with what the limit on lots does to its candidates. */
export function limitedBasis(basis: AwardBasis, limit: number | null, rules: LotDesignation | undefined): AwardBasis {
  if (limit === null || !rules) return basis;
  const held = passedOver(basis.ranking, rules);
  const ranking = basis.ranking.map((one) => ({ ...one, holds: held.get(one.depositId) }));
  return { ...basis, ranking, awardLimit: limit };
}

/** The ranked candidates that the limit on lots sets aside. */
export function limitedCandidates({ ranking }: AwardBasis): readonly AwardCandidate[] {
  return ranking.filter(({ holds = [] }) => holds.length > 0);
}

/** Why a ranked candidate is not awarded a lot: it holds as many as the rules of the consultation allow. */
export function limitText({ holds = [] }: AwardCandidate, { awardLimit }: AwardBasis): string {
  return `Le règlement de la consultation limite à ${awardLimit} le nombre de lots attribués à un même candidat, par maximum décroissant : cette limite est atteinte avec le(s) lot(s) ${holds.join(', ')}, et l’offre suivante est retenue (CCP L2113-10 et R2113-1).`;
}
