// Which schemes together bring most to an operation within the law, and how that is reached, step by step.
import { type BasisPoints, type Cents, cents, sumCents, zeroCents } from '~/domain/shared/money';
import type { Basis } from './eligible-costs';
import type { Doubt, Estimate } from './estimate';
import { type Aid, type FunderKind, minimumOwnShareOf } from './financing-plan';
import { wholeEurosBelow } from './grant-amount';

export interface CombinedAid {
  readonly schemeId: string;
  readonly label: string;
  readonly funder: FunderKind;
  /** What the scheme gives alone. */
  readonly alone: Cents;
  /** What is asked of it here, never more. */
  readonly amount: Cents;
  readonly doubts: readonly Doubt[];
}

export type CombinationStep =
  | { readonly kind: 'operation'; readonly cost: Cents; readonly basis: Basis }
  | { readonly kind: 'known'; readonly label: string; readonly amount: Cents }
  | { readonly kind: 'aid'; readonly label: string; readonly amount: Cents }
  | { readonly kind: 'shareCut'; readonly label: string; readonly share: BasisPoints; readonly cut: Cents }
  | { readonly kind: 'dotationsCut'; readonly label: string; readonly maximum: Cents; readonly cut: Cents }
  | { readonly kind: 'ownShareCut'; readonly label: string; readonly minimum: Cents; readonly cut: Cents }
  | { readonly kind: 'ownShare'; readonly amount: Cents; readonly minimum: Cents };

export interface Combination {
  readonly basis: Basis;
  readonly cost: Cents;
  readonly aids: readonly CombinedAid[];
  /** What the schemes bring, aids already known apart. */
  readonly total: Cents;
  readonly ownShare: Cents;
  readonly minimumOwnShare: Cents;
  readonly steps: readonly CombinationStep[];
  /** A text met on the way is to be verified, stacking included. */
  readonly toVerify: boolean;
  /** Lines that more than one of the schemes pays. */
  readonly sharedLines: readonly string[];
}

interface Draft {
  readonly estimate: Estimate;
  amount: Cents;
}

function floorShare(amount: Cents, share: BasisPoints): Cents {
  return cents(Number((BigInt(amount) * BigInt(share)) / 10_000n));
}

/** Lowers a draft to leave room, in whole euros where its form takes no cents; what it lost. */
function lower(draft: Draft, by: Cents): Cents {
  const left = cents(Math.max(0, draft.amount - by));
  const rounded = draft.estimate.scheme.funding.some(({ rounding }) => rounding.value === 'euroDown')
    ? wholeEurosBelow(left)
    : left;
  const lost = cents(draft.amount - rounded);
  draft.amount = rounded;
  return lost;
}

function floorOf({ scheme }: Estimate): number {
  const floors = scheme.funding.map(({ minimumGrantCents }) => minimumGrantCents);
  return Math.max(0, ...floors.map((floor) => (floor?.confidence === 'confirmed' ? floor.value : 0)));
}

function stackingOf(estimates: readonly Estimate[], known: readonly Aid[]): 'forbidden' | 'toVerify' | 'admitted' {
  const others = known.some(({ funder, amount }) => funder !== 'private' && amount > 0);
  if (estimates.length < 2 && !others) return 'admitted';
  const answers = estimates.map(({ scheme }) => scheme.stacking.otherPublicAid);
  if (answers.some(({ value, confidence }) => value === 'forbidden' && confidence === 'confirmed')) return 'forbidden';
  const open = answers.some(
    ({ value, confidence }) => confidence !== 'confirmed' || value === 'toVerify' || value === 'forbidden',
  );
  return open ? 'toVerify' : 'admitted';
}

const labelOf = ({ estimate }: Draft) => estimate.scheme.shortName;

/**
 * The most that these schemes bring together, lowered in the order of the texts: each scheme's own share of the
 * cost, the State dotations' 80 % of the net eligible cost (CGCT R. 2334-27), the owner's 20 % (CGCT L. 1111-10).
 * Undefined when the texts forbid it or a floor is lost on the way. The plan stands net as soon as one scheme does.
 */
export function combine(estimates: readonly Estimate[], known: readonly Aid[]): Combination | undefined {
  const stacking = stackingOf(estimates, known);
  const first = estimates[0];
  if (stacking === 'forbidden' || !first) return undefined;
  const basis: Basis = estimates.some((estimate) => estimate.basis === 'net') ? 'net' : 'gross';
  const cost = basis === 'net' ? first.costNet : first.costGross;
  const steps: CombinationStep[] = [
    { kind: 'operation', cost, basis },
    ...known.map(({ label, amount }) => ({ kind: 'known' as const, label, amount })),
  ];
  const drafts: Draft[] = [...estimates]
    .sort((a, b) => a.doubts.length - b.doubts.length || (b.grant ?? 0) - (a.grant ?? 0))
    .map((estimate) => ({ estimate, amount: estimate.grant ?? zeroCents }));
  for (const draft of drafts) {
    steps.push({ kind: 'aid', label: labelOf(draft), amount: draft.amount });
    const share = draft.estimate.scheme.stacking.highestShare?.value ?? null;
    const most = share === null ? draft.amount : floorShare(cost, share);
    if (share !== null && draft.amount > most) {
      steps.push({ kind: 'shareCut', label: labelOf(draft), share, cut: lower(draft, cents(draft.amount - most)) });
    }
  }
  cutDotations(drafts, known, steps);
  const privateMoney = sumCents(known.filter(({ funder }) => funder === 'private').map(({ amount }) => amount));
  const knownPublic = sumCents(known.filter(({ funder }) => funder !== 'private').map(({ amount }) => amount));
  const minimum = minimumOwnShareOf(cost, privateMoney);
  const room = cents(Math.max(0, cost - privateMoney - minimum - knownPublic));
  cutTo(drafts, room, (label, cut) => steps.push({ kind: 'ownShareCut', label, minimum, cut }));
  if (drafts.some(({ estimate, amount }) => amount === 0 || amount < floorOf(estimate))) return undefined;
  const total = sumCents(drafts.map(({ amount }) => amount));
  const ownShare = cents(Math.max(0, cost - privateMoney - knownPublic - total));
  steps.push({ kind: 'ownShare', amount: ownShare, minimum });
  const paid = drafts.flatMap(({ estimate }) =>
    estimate.lines.filter(({ counted }) => counted).map(({ line }) => line.id),
  );
  return {
    basis,
    cost,
    aids: drafts.map(({ estimate, amount }) => ({
      schemeId: estimate.scheme.id,
      label: estimate.scheme.shortName,
      funder: estimate.scheme.funderKind,
      alone: estimate.grant ?? zeroCents,
      amount,
      doubts: estimate.doubts,
    })),
    total,
    ownShare,
    minimumOwnShare: minimum,
    steps,
    toVerify: stacking === 'toVerify' || estimates.some(({ doubts }) => doubts.length > 0),
    sharedLines: [...new Set(paid.filter((id, index) => paid.indexOf(id) !== index))],
  };
}

/** Lowers the last drafts first, until their sum fits the room. */
function cutTo(drafts: readonly Draft[], room: Cents, told: (label: string, cut: Cents) => void): void {
  for (const draft of [...drafts].reverse()) {
    const excess = sumCents(drafts.map(({ amount }) => amount)) - room;
    if (excess <= 0) return;
    const cut = lower(draft, cents(excess));
    if (cut > 0) told(labelOf(draft), cut);
  }
}

function cutDotations(drafts: readonly Draft[], known: readonly Aid[], steps: CombinationStep[]): void {
  const ruled = drafts.filter(({ estimate }) => {
    const dotations = estimate.scheme.stacking.stateDotations?.value;
    return dotations?.schemes.includes(estimate.scheme.id) === true;
  });
  const dotations = ruled[0]?.estimate.scheme.stacking.stateDotations?.value;
  if (!dotations) return;
  const eligible = Math.max(...ruled.map(({ estimate }) => estimate.eligibleNet));
  const maximum = floorShare(cents(eligible), dotations.share);
  const already = known.filter(({ schemeId }) => schemeId !== null && dotations.schemes.includes(schemeId));
  const room = cents(Math.max(0, maximum - sumCents(already.map(({ amount }) => amount))));
  cutTo(ruled, room, (label, cut) => steps.push({ kind: 'dotationsCut', label, maximum, cut }));
}

function subsets<T>(of: readonly T[]): readonly (readonly T[])[] {
  const all: (readonly T[])[] = [[]];
  for (const one of of) all.push(...all.map((set) => [...set, one]));
  return all.slice(1);
}

/** Most schemes searched together: beyond, those that bring least are left out of the search. */
const searched = 8;

const better = (a: Combination, b: Combination) =>
  b.total - a.total || a.aids.length - b.aids.length || Number(a.toVerify) - Number(b.toVerify);

/**
 * The combination that brings most, and the one that brings most without anything left to verify (null when none).
 * Every subset of the schemes is tried; between two that bring the same, the one with fewer files is kept.
 */
export function bestCombinations(
  estimates: readonly Estimate[],
  known: readonly Aid[],
): { readonly best: Combination | null; readonly certain: Combination | null } {
  const tried = [...estimates].sort((a, b) => (b.grant ?? 0) - (a.grant ?? 0)).slice(0, searched);
  const lawful = subsets(tried)
    .flatMap((subset) => combine(subset, known) ?? [])
    .sort(better);
  return { best: lawful[0] ?? null, certain: lawful.find(({ toVerify }) => !toVerify) ?? null };
}
