// Limits on lots: how many one candidate may answer, how many it may be awarded, and what follows when they are reached.
import type { Cents } from '~/domain/shared/money';

/** CCP L2113-10; null where there is no limit. */
export interface LotLimits {
  /** Lots that one candidate may present offers for. */
  readonly offers: number | null;
  /** Lots that one candidate may be awarded. */
  readonly awards: number | null;
}

export const noLotLimits: LotLimits = { offers: null, awards: null };

interface Sized {
  readonly number: number;
  readonly maximumNet: Cents;
}

/** The order in which limits are applied: by decreasing maximum, then by number (rule of the consultation, CCP R2113-1). */
export function lotsBySize(lots: readonly Sized[]): readonly number[] {
  return lots.toSorted((a, b) => b.maximumNet - a.maximumNet || a.number - b.number).map(({ number }) => number);
}

/** Of the lots that a candidate answers, those beyond the limit on offers: its offers for them are not examined. */
export function lotsBeyond(limits: LotLimits, lots: readonly Sized[], answered: readonly number[]): readonly number[] {
  if (limits.offers === null) return [];
  return lotsBySize(lots.filter(({ number }) => answered.includes(number))).slice(limits.offers);
}

export type LotLimitRefusal =
  | { readonly kind: 'limitTooHigh'; readonly limit: number; readonly lots: number }
  | { readonly kind: 'awardsAboveOffers'; readonly awards: number; readonly offers: number };

/** Why limits can't stand: one that limits nothing, or more awards than offers. */
export function lotLimitRefusals({ offers, awards }: LotLimits, lots: number): readonly LotLimitRefusal[] {
  const tooHigh = [offers, awards].flatMap((limit): LotLimitRefusal[] =>
    limit !== null && (limit < 1 || limit >= lots) ? [{ kind: 'limitTooHigh', limit, lots }] : [],
  );
  const above = offers !== null && awards !== null && awards > offers;
  return above ? [...tooHigh, { kind: 'awardsAboveOffers', awards, offers }] : tooHigh;
}

/** The French sentence of a refusal. */
export function lotLimitRefusalSentence(refusal: LotLimitRefusal): string {
  switch (refusal.kind) {
    case 'limitTooHigh':
      return `Limiter à ${refusal.limit} lot(s) ne limite rien dans une consultation de ${refusal.lots} lot(s) : laissez la limite vide, ou donnez un nombre inférieur (CCP L2113-10).`;
    case 'awardsAboveOffers':
      return `Un candidat ne peut se voir attribuer plus de lots (${refusal.awards}) qu’il ne peut présenter d’offres (${refusal.offers}).`;
  }
}

/** What the pieces say of the limits, in the same words in each. */
export function lotLimitsText({ offers, awards }: LotLimits, lots: number): string {
  if (lots === 1) return 'un seul lot';
  const offered =
    offers === null
      ? 'offre possible pour un, plusieurs ou tous les lots'
      : `offre pour ${offers === 1 ? 'un seul lot' : `${offers} lots au plus`}`;
  return `${offered}, attribution ${awards === null ? 'sans limite' : awards === 1 ? 'd’un seul lot' : `de ${awards} lots au plus`}`;
}

export interface RankedForLot {
  readonly depositId: string;
  readonly rank: number | null;
}

export interface LimitQuestion {
  readonly limit: number | null;
  /** Lots in the order the limit is applied. */
  readonly order: readonly number[];
  readonly rankings: ReadonlyMap<number, readonly RankedForLot[]>;
  /** Lots with a decision that holds: the candidate's deposit, or null when the lot is awarded to nobody. */
  readonly decided: ReadonlyMap<number, string | null>;
  /** Decisions under examination, taken as they are for the lots that come after theirs. */
  readonly proposed?: ReadonlyMap<number, string | null>;
}

export interface LotDesignation {
  /** Deposits that the rules designate: one, several at a tie, none without a ranked offer. */
  readonly designated: readonly string[];
  /** Deposits at their limit, with the lots that take them there. */
  readonly atLimit: ReadonlyMap<string, readonly number[]>;
  /** Every ranked offer is of a candidate at its limit: the limit does not apply to this lot. */
  readonly waived: boolean;
}

function firstOf(ranking: readonly RankedForLot[]): readonly string[] {
  const best = Math.min(...ranking.flatMap(({ rank }) => rank ?? []));
  return ranking.filter(({ rank }) => rank === best).map(({ depositId }) => depositId);
}

/**
 * Whom the rules of the consultation designate for each lot: lots are taken by decreasing maximum, and a candidate that
 * holds as many lots as the limit allows gives way to the next one, unless nobody else is ranked (CCP R2113-1).
 * Lots already decided count whatever their place in the order.
 */
export function designations({
  limit,
  order,
  rankings,
  decided,
  proposed = new Map(),
}: LimitQuestion): ReadonlyMap<number, LotDesignation> {
  const found = new Map<number, LotDesignation>();
  const holders = new Map<number, string>();
  for (const [lot, id] of decided) if (id !== null && !proposed.has(lot)) holders.set(lot, id);
  for (const lot of order) {
    const ranking = (rankings.get(lot) ?? []).filter(({ rank }) => rank !== null);
    const atLimit = new Map<string, readonly number[]>();
    for (const { depositId } of ranking) {
      const held = order.filter((other) => other !== lot && holders.get(other) === depositId);
      if (limit !== null && held.length >= limit) atLimit.set(depositId, held);
    }
    const free = ranking.filter(({ depositId }) => !atLimit.has(depositId));
    const waived = free.length === 0 && ranking.length > 0;
    const designated = firstOf(waived ? ranking : free);
    found.set(lot, { designated, atLimit, waived });
    const [only, ...others] = designated;
    const byRule = decided.has(lot) || others.length > 0 ? undefined : only;
    const holder = proposed.has(lot) ? proposed.get(lot) : byRule;
    if (holder) holders.set(lot, holder);
  }
  return found;
}

/** The candidates at their limit that are ranked before the one designated, with the lots that they hold. */
export function passedOver(
  ranking: readonly RankedForLot[],
  { designated, atLimit, waived }: LotDesignation,
): ReadonlyMap<string, readonly number[]> {
  const chosen = ranking.find(({ depositId }) => designated.includes(depositId))?.rank ?? 0;
  const before = ranking.filter(({ rank }) => rank !== null && rank < chosen);
  if (waived) return new Map();
  return new Map([...atLimit].filter(([id]) => before.some(({ depositId }) => depositId === id)));
}
