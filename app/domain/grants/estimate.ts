// What a scheme could bring for the lines of a cart or an order, and everything the figure rests on.
import type { ApplicantKind, FundingPart, GrantScheme } from 'catalog/grants/types';
import { type BasisPoints, type Cents, sumCents, zeroCents } from '~/domain/shared/money';
import type { FactDefinitions } from './conditions';
import { assessEligibility, type Eligibility } from './eligibility';
import {
  type AssessedLine,
  assessLines,
  type Basis,
  eligibleCostOf,
  type GrantLine,
  operationCostOf,
} from './eligible-costs';
import type { Facts } from './facts';
import { type GrantAmount, grantAmountOf, type UnusedBase, unusedBaseOf } from './grant-amount';

/** What keeps an estimate from being certain. */
export type Doubt =
  | { readonly kind: 'eligibility' }
  | { readonly kind: 'basis' }
  | { readonly kind: 'rate'; readonly assumed: BasisPoints }
  | { readonly kind: 'lines'; readonly cost: Cents }
  | { readonly kind: 'figures' }
  | { readonly kind: 'stacking' };

export interface Estimate {
  readonly scheme: GrantScheme;
  readonly applicant: ApplicantKind;
  readonly eligibility: Eligibility;
  readonly lines: readonly AssessedLine[];
  readonly basis: Basis;
  readonly costNet: Cents;
  readonly costGross: Cents;
  /** On the basis of the scheme. */
  readonly cost: Cents;
  readonly eligible: Cents;
  readonly eligibleNet: Cents;
  readonly amount: GrantAmount;
  /** Null when a fact is missing; zero when nothing is eligible or a floor is not reached. */
  readonly grant: Cents | null;
  readonly unused: readonly UnusedBase[];
  readonly doubts: readonly Doubt[];
}

/** Facts that the lines themselves answer. */
function factsOfLines(lines: readonly AssessedLine[], facts: Facts): Facts {
  const has = (part: FundingPart) => lines.some((line) => line.counted && line.part === part);
  const covers = {
    value: has('equipment') && has('services'),
    origin: 'Lignes de la commande ou du panier',
  };
  return { 'project.coversEquipmentAndServices': covers, ...facts };
}

function doubtsOf(
  scheme: GrantScheme,
  estimate: Pick<Estimate, 'eligibility' | 'lines' | 'basis'>,
  assumed: BasisPoints | null,
) {
  const doubts: Doubt[] = [];
  if (estimate.eligibility.outcome === 'unknown') doubts.push({ kind: 'eligibility' });
  if (scheme.basis.confidence !== 'confirmed') doubts.push({ kind: 'basis' });
  if (assumed !== null) doubts.push({ kind: 'rate', assumed });
  const open = estimate.lines.filter(
    (line) => line.counted && (line.answer !== 'yes' || line.confidence !== 'confirmed'),
  );
  if (open.length > 0) doubts.push({ kind: 'lines', cost: operationCostOf(open, estimate.basis) });
  const figures = scheme.funding.flatMap((rule) => [
    rule.ratesByTotal ?? (rule.rate.value === null ? undefined : rule.rate),
    rule.maximumCostCents,
    rule.maximumCostPer,
    rule.maximumGrantCents,
  ]);
  if (figures.some((figure) => figure !== undefined && figure.confidence !== 'confirmed'))
    doubts.push({ kind: 'figures' });
  return doubts;
}

/**
 * What a scheme could bring, in cents on its own basis. Lines that the text leaves open are counted and said to be
 * in doubt; where the rate is set locally and not known, the lowest the text allows is assumed and said so.
 */
export function estimateOf(
  scheme: GrantScheme,
  applicant: ApplicantKind,
  key: string,
  given: Facts,
  lines: readonly GrantLine[],
  definitions: FactDefinitions,
): Estimate {
  const open = new Map(
    assessLines(scheme, lines).flatMap(({ line, answer }) => (answer === 'toVerify' ? [[line.id, true] as const] : [])),
  );
  const assessed = assessLines(scheme, lines, open);
  const facts = factsOfLines(assessed, given);
  const rateOpen = scheme.funding.some(({ rate, ratesByTotal }) => rate.value === null && !ratesByTotal);
  const lowest = scheme.funding.find(({ lowestRate }) => lowestRate !== undefined)?.lowestRate?.value ?? null;
  const assumed = rateOpen && facts['operation.requestedRate'] === undefined ? lowest : null;
  const known =
    assumed === null
      ? facts
      : { ...facts, 'operation.requestedRate': { value: assumed, origin: 'Taux le plus bas du texte, par hypothèse' } };
  const basis = scheme.basis.value;
  const parts = [...new Set(scheme.funding.map(({ part }) => part))];
  const costsOn = (on: Basis) => parts.map((part) => [part, eligibleCostOf(assessed, part, on)] as const);
  const amount = grantAmountOf(scheme, [{ key, costs: Object.fromEntries(costsOn(basis)), facts: known }]);
  const eligibility = assessEligibility(scheme, applicant, facts, definitions);
  return {
    scheme,
    applicant,
    eligibility,
    lines: assessed,
    basis,
    costNet: operationCostOf(assessed, 'net'),
    costGross: operationCostOf(assessed, 'gross'),
    cost: operationCostOf(assessed, basis),
    eligible: sumCents(costsOn(basis).map(([, cost]) => cost)),
    eligibleNet: sumCents(costsOn('net').map(([, cost]) => cost)),
    amount,
    grant: amount.total,
    unused: unusedBaseOf(scheme, amount),
    doubts: doubtsOf(scheme, { eligibility, lines: assessed, basis }, assumed),
  };
}

/** Whether an estimate may be proposed: nobody refuses it and it brings something. */
export function brings(estimate: Estimate): boolean {
  return estimate.eligibility.outcome !== 'ineligible' && (estimate.grant ?? zeroCents) > 0;
}
