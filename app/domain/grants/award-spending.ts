// What was really spent on an aided project, and what the grant pays for it: rate, ceiling, advance, refund.
import type { FundingPart } from 'catalog/grants/types';
import type { Day } from '~/domain/shared/day';
import { type BasisPoints, type Cents, cents, shareOf, sumCents, zeroCents } from '~/domain/shared/money';
import { type AssessedLine, type Basis, eligibleCostOf } from './eligible-costs';
import { type FileStep, standingSteps } from './file-steps';

/** One invoice as the balance shows it: the school's share, and what of it the scheme aids. Amounts in cents. */
export interface Spending {
  readonly id: string;
  readonly origin: 'invoice' | 'entered';
  readonly supplier: string;
  readonly number: string;
  readonly label: string;
  readonly invoicedOn: Day;
  /** Service fait: the day, and what attests it. */
  readonly serviceDoneOn: Day | null;
  readonly serviceReference: string | null;
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
  /** By part of the scheme, on its basis. */
  readonly eligible: Readonly<Partial<Record<FundingPart, Cents>>>;
  /** The document of the invoice, when it is held here. */
  readonly documentId: string | null;
}

/** What the counted lines of an invoice bring to each part of a scheme, in cents on its basis. */
export function eligibleByPart(
  lines: readonly AssessedLine[],
  parts: readonly FundingPart[],
  basis: Basis,
): Readonly<Partial<Record<FundingPart, Cents>>> {
  return Object.fromEntries(parts.map((part) => [part, eligibleCostOf(lines, part, basis)]));
}

/** Sum of the eligible parts of an invoice. */
export function eligibleOf(spending: Pick<Spending, 'eligible'>): Cents {
  return sumCents(Object.values(spending.eligible));
}

export interface SpendingTotals {
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
  readonly eligible: Cents;
}

export function spendingTotals(spendings: readonly Spending[]): SpendingTotals {
  return {
    net: sumCents(spendings.map(({ net }) => net)),
    vat: sumCents(spendings.map(({ vat }) => vat)),
    gross: sumCents(spendings.map(({ gross }) => gross)),
    eligible: sumCents(spendings.map(eligibleOf)),
  };
}

export interface Settlement {
  /** Notified amount; null while nothing is awarded. */
  readonly award: Cents | null;
  readonly eligible: Cents;
  /** Spending beyond the highest that the decision aids. */
  readonly beyondBase: Cents;
  /** Rate applied to what was spent; null when parts have their own rates or one is unknown. */
  readonly rate: BasisPoints | null;
  /** What the spending gives at the rate, before the ceiling of the award; null when a rate is unknown. */
  readonly earned: Cents | null;
  /** The lower of the two; null when either is unknown. */
  readonly payable: Cents | null;
  readonly received: Cents;
  /** Still to be received. */
  readonly balance: Cents | null;
  /** Received beyond what is payable: to be paid back. */
  readonly refund: Cents | null;
  /** Award that the spending does not reach. */
  readonly lost: Cents | null;
  /** Eligible spending still missing to reach the whole award; null when it has no single rate. */
  readonly missingSpending: Cents | null;
}

/** The amounts that the funder paid, out of the steps that stand: advance and balance. */
export function receivedIn(steps: readonly FileStep[]): Cents {
  return sumCents(
    standingSteps(steps).flatMap(({ state, amount }) =>
      (state === 'advancePaid' || state === 'paid') && amount !== null ? [amount] : [],
    ),
  );
}

/** The notified amount that stands, the latest told. */
export function awardIn(steps: readonly FileStep[]): Cents | null {
  return standingSteps(steps).findLast(({ state }) => state === 'awarded')?.amount ?? null;
}

/**
 * What the grant pays on what was really spent: the rate on the eligible spending, capped at the spending that the
 * decision aids and at the notified amount, which is a maximum. The decision's own rate replaces those of the scheme.
 */
export function settlementOf(asked: {
  readonly award: Cents | null;
  readonly spendings: readonly Spending[];
  readonly decidedRate: BasisPoints | null;
  readonly highestBase: Cents | null;
  /** Rates of the scheme by part; null where one is set locally and not known. */
  readonly schemeRates: Readonly<Partial<Record<FundingPart, BasisPoints | null>>>;
  readonly received: Cents;
}): Settlement {
  const { award, spendings, received } = asked;
  const eligible = sumCents(spendings.map(eligibleOf));
  const base = cents(Math.min(eligible, asked.highestBase ?? eligible));
  const parts = Object.entries(asked.schemeRates) as [FundingPart, BasisPoints | null][];
  const rates = new Set(parts.map(([, rate]) => rate));
  const rate = asked.decidedRate ?? (rates.size === 1 ? (parts[0]?.[1] ?? null) : null);
  const earned = rate !== null ? shareOf(base, rate) : earnedByPart(spendings, parts, base, eligible);
  const payable = award === null || earned === null ? null : cents(Math.min(award, earned));
  const needed = award === null || rate === null || rate === 0 ? null : Math.ceil((award * 10_000) / rate);
  return {
    award,
    eligible,
    beyondBase: cents(eligible - base),
    rate,
    earned,
    payable,
    received,
    balance: payable === null ? null : cents(Math.max(0, payable - received)),
    refund: payable === null ? null : cents(Math.max(0, received - payable)),
    lost: payable === null || award === null ? null : cents(award - payable),
    missingSpending: needed === null ? null : cents(Math.max(0, needed - base)),
  };
}

/** Parts with rates of their own: a base cut by the decision's ceiling cannot be shared between them, and is unknown. */
function earnedByPart(
  spendings: readonly Spending[],
  parts: readonly (readonly [FundingPart, BasisPoints | null])[],
  base: Cents,
  eligible: Cents,
): Cents | null {
  if (base < eligible || parts.length === 0 || parts.some(([, rate]) => rate === null)) return null;
  return sumCents(
    parts.map(([part, rate]) => shareOf(sumCents(spendings.map((one) => one.eligible[part] ?? zeroCents)), rate ?? 0)),
  );
}

export interface InvoiceDifference {
  readonly number: string;
  readonly computed: Cents;
  readonly stored: Cents;
}

/** The invoices whose lines no longer give the amount that was issued: any refuses the evidence. */
export function invoiceDifferences(
  invoices: readonly { readonly number: string; readonly computed: Cents; readonly stored: Cents | null }[],
): readonly InvoiceDifference[] {
  return invoices.flatMap(({ number, computed, stored }) =>
    stored === computed ? [] : [{ number, computed, stored: stored ?? zeroCents }],
  );
}
