// The amount of a grant, in whole cents: floor, ceiling, rate, ceiling of the grant, in that order.
import type { FactName } from 'catalog/grants/facts';
import type { FundingPart, FundingRule, GrantScheme } from 'catalog/grants/types';
import { type Cents, cents, divideRounded, shareOf, sumCents, zeroCents } from '~/domain/shared/money';
import type { Facts } from './facts';

/** Eligible cost of one school, or of the whole operation, by part, on the basis of the scheme. */
export interface GrantBase {
  /** UAI of the school; 'operation' when the scheme counts the whole. */
  readonly key: string;
  readonly costs: Readonly<Partial<Record<FundingPart, Cents>>>;
  readonly facts: Facts;
}

export type GrantStep =
  | { readonly kind: 'costCapped'; readonly cap: Cents; readonly notAided: Cents; readonly sure: boolean }
  | { readonly kind: 'costFloorNotReached'; readonly floor: Cents; readonly missing: Cents }
  | { readonly kind: 'rateByTotal'; readonly rate: number; readonly total: Cents; readonly sure: boolean }
  /** The rate asked is held to what the text allows. */
  | { readonly kind: 'rateHeld'; readonly asked: number; readonly rate: number; readonly sure: boolean }
  | { readonly kind: 'rateCliff'; readonly from: Cents; readonly loss: Cents; readonly headroom: Cents }
  | { readonly kind: 'grantCapped'; readonly cap: Cents; readonly notPaid: Cents }
  | { readonly kind: 'grantFloorNotReached'; readonly floor: Cents; readonly missing: Cents }
  | { readonly kind: 'grantFloorToVerify'; readonly floor: Cents };

export interface PartGrant {
  readonly part: FundingPart;
  readonly cost: Cents;
  /** Cost the rate applies to, after the ceiling. */
  readonly base: Cents;
  /** Basis points; null when set locally and not given. */
  readonly rate: number | null;
  /** Null when a rate or a fact is missing. */
  readonly grant: Cents | null;
  readonly steps: readonly GrantStep[];
  readonly missing: readonly FactName[];
}

export interface GrantAmount {
  readonly perBase: readonly {
    readonly key: string;
    readonly parts: readonly PartGrant[];
    readonly grant: Cents | null;
  }[];
  /** Null when any part is unknown. */
  readonly total: Cents | null;
  readonly missing: readonly FactName[];
}

/** What the department or prefecture decided for the year; a rate in basis points. */
export interface LocalTerms {
  readonly rate?: number;
  readonly maximumGrant?: Cents;
}

function ratesByTotal(
  rule: FundingRule,
  total: Cents,
): { readonly rate: number; readonly steps: readonly GrantStep[] } | null {
  const bands = rule.ratesByTotal?.value;
  if (!bands) return null;
  const sure = rule.ratesByTotal?.confidence === 'confirmed';
  const index = bands.findIndex(({ upToCents }) => upToCents === null || total <= upToCents);
  const band = bands[index];
  if (!band) throw new RangeError(`No rate for a total of ${total}`);
  const steps: GrantStep[] = [{ kind: 'rateByTotal', rate: band.rate, total, sure }];
  const next = bands[index + 1];
  const edge = band.upToCents === null ? bands[index - 1]?.upToCents : band.upToCents;
  const lower = band.upToCents === null ? band.rate : next?.rate;
  const higher = band.upToCents === null ? bands[index - 1]?.rate : band.rate;
  if (edge != null && lower !== undefined && higher !== undefined && lower < higher) {
    const best = shareOf(cents(edge), higher);
    // Worth a word just under the edge, and above it as long as spending more gives less than the edge gave.
    const near = total <= edge ? (edge - total) * 100 <= edge * 3 : shareOf(total, lower) < best;
    const loss = cents(best - shareOf(cents(edge + 1), lower));
    if (near) steps.push({ kind: 'rateCliff', from: cents(edge), loss, headroom: cents(edge - total) });
  }
  return { rate: band.rate, steps };
}

/** The rate a person asks where the text sets none, held to the lowest and highest the text allows. */
function requestedRate(
  rule: FundingRule,
  facts: Facts,
): { readonly rate: number | null; readonly steps: readonly GrantStep[] } {
  const asked = facts['operation.requestedRate']?.value;
  if (typeof asked !== 'number') return { rate: null, steps: [] };
  const lowest = rule.lowestRate;
  const highest = rule.highestRate;
  const bound = highest && asked > highest.value ? highest : lowest && asked < lowest.value ? lowest : undefined;
  if (!bound) return { rate: asked, steps: [] };
  const sure = bound.confidence === 'confirmed';
  return { rate: bound.value, steps: [{ kind: 'rateHeld', asked, rate: bound.value, sure }] };
}

/** The smallest cost that gives a grant at a rate, in cents. */
function costFor(grant: number, rate: number): bigint {
  return (BigInt(grant) * 10_000n + BigInt(rate) - 1n) / BigInt(rate);
}

function partGrant(rule: FundingRule, base: GrantBase, total: Cents, terms: LocalTerms): PartGrant {
  const cost = base.costs[rule.part] ?? zeroCents;
  const byTotal = ratesByTotal(rule, total);
  const settled = byTotal?.rate ?? terms.rate ?? rule.rate.value;
  const requested = settled === null ? requestedRate(rule, base.facts) : { rate: settled, steps: [] };
  const { rate } = requested;
  const steps: GrantStep[] = [...(byTotal?.steps ?? []), ...requested.steps];
  const told = { part: rule.part, cost, rate };

  const floor = rule.minimumCostCents;
  if (cost > 0 && floor?.confidence === 'confirmed' && cost < floor.value) {
    steps.push({ kind: 'costFloorNotReached', floor: cents(floor.value), missing: cents(floor.value - cost) });
    return { ...told, base: zeroCents, grant: zeroCents, steps, missing: [] };
  }

  let cap = rule.maximumCostCents?.value;
  const per = rule.maximumCostPer;
  if (per && cost > 0) {
    const units = base.facts[per.value.fact]?.value;
    if (typeof units !== 'number') return { ...told, base: zeroCents, grant: null, steps, missing: [per.value.fact] };
    cap = Math.min(cap ?? Number.MAX_SAFE_INTEGER, units * per.value.cents);
  }
  const capped = cap === undefined ? cost : cents(Math.min(cost, cap));
  if (capped < cost) {
    const sure = (per ?? rule.maximumCostCents)?.confidence === 'confirmed';
    steps.push({ kind: 'costCapped', cap: capped, notAided: cents(cost - capped), sure });
  }
  if (rate === null) return { ...told, base: capped, grant: null, steps, missing: ['operation.requestedRate'] };

  const raw = rule.rounding.value === 'euroDown' ? wholeEurosBelow(shareOf(capped, rate)) : shareOf(capped, rate);
  const grantFloor = rule.minimumGrantCents;
  if (raw > 0 && grantFloor && raw < grantFloor.value) {
    if (grantFloor.confidence === 'confirmed') {
      const missing = cents(Number(costFor(grantFloor.value, rate)) - capped);
      steps.push({ kind: 'grantFloorNotReached', floor: cents(grantFloor.value), missing });
      return { ...told, base: capped, grant: zeroCents, steps, missing: [] };
    }
    steps.push({ kind: 'grantFloorToVerify', floor: cents(grantFloor.value) });
  }
  const highest = Math.min(rule.maximumGrantCents?.value ?? raw, terms.maximumGrant ?? raw);
  if (raw > highest) steps.push({ kind: 'grantCapped', cap: cents(highest), notPaid: cents(raw - highest) });
  return { ...told, base: capped, grant: cents(Math.min(raw, highest)), steps, missing: [] };
}

export interface UnusedBase {
  readonly part: FundingPart;
  /** Cost that the scheme would still aid, in cents on its basis. */
  readonly cost: Cents;
  /** What that cost would bring. */
  readonly grant: Cents;
}

/** The eligible base that a grant leaves unused under the ceilings of its scheme, part by part. */
export function unusedBaseOf(scheme: GrantScheme, amount: GrantAmount): readonly UnusedBase[] {
  return amount.perBase.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      const rule = scheme.funding.find((candidate) => candidate.part === part.part);
      const { rate, grant } = part;
      if (!rule || grant === null || grant === 0 || rate === null || rate === 0) return [];
      const byCost = rule.maximumCostCents?.value ?? Number.MAX_SAFE_INTEGER;
      const byGrant = rule.maximumGrantCents
        ? Number(costFor(rule.maximumGrantCents.value, rate))
        : Number.MAX_SAFE_INTEGER;
      const whole = Math.min(byCost, byGrant);
      if (whole === Number.MAX_SAFE_INTEGER || whole <= part.base) return [];
      const most = Math.min(shareOf(cents(whole), rate), rule.maximumGrantCents?.value ?? Number.MAX_SAFE_INTEGER);
      return [{ part: part.part, cost: cents(whole - part.base), grant: cents(Math.max(0, most - grant)) }];
    }),
  );
}

/** Whole euros, the cents dropped: what a form that takes no cents can hold without asking too much. */
export function wholeEurosBelow(amount: Cents): Cents {
  return cents(amount - (amount % 100));
}

/** Merges bases into one, for a scheme that counts the whole operation. */
function whole(bases: readonly GrantBase[]): GrantBase {
  const parts = new Set(bases.flatMap(({ costs }) => Object.keys(costs) as FundingPart[]));
  const costs = Object.fromEntries(
    [...parts].map((part) => [part, sumCents(bases.map((base) => base.costs[part] ?? zeroCents))]),
  );
  return { key: 'operation', costs, facts: bases[0]?.facts ?? {} };
}

/**
 * The grant of a scheme, in cents, on costs given on the scheme's basis. A floor or fact that is not confirmed
 * never takes a grant away; a rate or count that is missing makes the amount unknown, not zero.
 */
export function grantAmountOf(scheme: GrantScheme, bases: readonly GrantBase[], terms: LocalTerms = {}): GrantAmount {
  const total = sumCents(bases.flatMap(({ costs }) => Object.values(costs)));
  const counted = scheme.funding.every(({ per }) => per === 'school') ? bases : [whole(bases)];
  const perBase = counted.map((base) => {
    const parts = scheme.funding.map((rule) => partGrant(rule, base, total, terms));
    const grants = parts.map(({ grant }) => grant);
    return { key: base.key, parts, grant: knownSum(grants) };
  });
  return {
    perBase,
    total: knownSum(perBase.map(({ grant }) => grant)),
    missing: [...new Set(perBase.flatMap(({ parts }) => parts.flatMap(({ missing }) => missing)))],
  };
}

function knownSum(amounts: readonly (Cents | null)[]): Cents | null {
  const known = amounts.filter((amount): amount is Cents => amount !== null);
  return known.length === amounts.length ? sumCents(known) : null;
}

/** What is paid in the end: an award is a maximum, the rate applies to what was really spent. */
export function settledGrant(award: Cents, realBase: Cents, rate: number): Cents {
  return cents(Math.min(award, shareOf(realBase, rate)));
}

/**
 * FCTVA on a gross cost, in cents, at a rate in parts per hundred thousand. `deducted`: State grants computed
 * on the gross amount (CGCT, article R. 1615-3, read in a version closed on 1 January 2021).
 */
export function fctvaOf(gross: Cents, deducted: Cents, ratePerHundredThousand: number): Cents {
  const base = Math.max(0, gross - deducted);
  return cents(divideRounded(BigInt(base) * BigInt(ratePerHundredThousand), 100_000n));
}
