// Schemes compared for the same lines of one school: amounts, the best lawful combination, and the cash it asks for.
import { fctvaRate } from 'catalog/grants';
import type { Reads } from 'db/client';
import { findGrantSchool, listOrdersOfSchool, readGrantOrder } from 'db/grants';
import type { Scope } from '~/domain/accounts/permissions';
import { cashFlowOf } from '~/domain/grants/cash-flow';
import { bestCombinations, type Combination } from '~/domain/grants/combination';
import { callPeriod } from '~/domain/grants/eligibility';
import { brings, type Estimate } from '~/domain/grants/estimate';
import {
  adviceOf,
  combinationStepText,
  doubtText,
  moveText,
  nothingText,
  periodText,
  signedText,
} from '~/domain/grants/estimate-wording';
import type { Aid } from '~/domain/grants/financing-plan';
import { fctvaOf } from '~/domain/grants/grant-amount';
import { basisLabels } from '~/domain/grants/plan-wording';
import { outcomeLabels, refusalTexts } from '~/domain/grants/wording';
import { parseAmount } from '~/domain/shared/amount-text';
import { addDays, addMonths, type Day, parseDay } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import { cents, sumCents, zeroCents } from '~/domain/shared/money';
import { estimateFor, factsOf, readSaid } from './estimating.server';
import { listCurrentSchemes } from './schemes.server';
import { orderLabel, outcomeTones } from './shown.server';
import { grantTexts } from './texts.server';

const { definitions } = grantTexts;

/** A rate as typed, in basis points: '40' or '37,5'. Undefined when it is none. */
export function readRate(text: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  const rate = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
  return rate !== undefined && rate <= 10_000 ? rate : undefined;
}

function knownAids(search: URLSearchParams): readonly Aid[] {
  const amount = parseAmount(search.get('autres') ?? '');
  if (amount === undefined || amount <= 0) return [];
  const label = 'autres aides publiques déclarées';
  return [{ id: 'known', funder: 'otherPublic', label, schemeId: null, amount, state: 'planned', reference: null }];
}

function shownEstimate(estimate: Estimate, today: Day) {
  const { scheme, eligibility } = estimate;
  const worth = brings(estimate) ? estimate.grant : null;
  return {
    id: scheme.id,
    name: scheme.shortName,
    period: periodText(scheme, today),
    outcome: outcomeLabels[eligibility.outcome],
    tone: outcomeTones[eligibility.outcome],
    basis: basisLabels[estimate.basis],
    eligible: estimate.eligible,
    grant: worth,
    ownShare: worth === null ? null : cents(Math.max(0, estimate.cost - worth)),
    rateOpen: scheme.funding.some(({ rate, ratesByTotal }) => rate.value === null && !ratesByTotal),
    remarks: [
      ...(eligibility.outcome === 'ineligible' ? refusalTexts(eligibility, definitions) : []),
      ...(worth === null && eligibility.outcome !== 'ineligible' ? [nothingText(estimate, definitions)] : []),
      ...estimate.doubts.map((doubt) => `${doubtText(doubt, estimate, definitions)}.`),
    ],
  };
}

function shownCombination({ aids, steps, total, ownShare, basis, cost, toVerify, sharedLines }: Combination) {
  return {
    aids: aids.map(({ label, amount, alone }) => ({ label, amount, cut: cents(alone - amount) })),
    steps: steps.map(combinationStepText),
    total,
    ownShare,
    cost,
    basis: basisLabels[basis],
    toVerify,
    sharedLines: sharedLines.length,
  };
}

function dateOf(search: URLSearchParams, name: string, otherwise: Day): Day {
  return parseDay(search.get(name) ?? '') ?? otherwise;
}

function shownCash(combination: Combination, estimates: readonly Estimate[], search: URLSearchParams, today: Day) {
  const startsOn = dateOf(search, 'debut', addMonths(today, 3));
  const paidOn = dateOf(search, 'paiement', addDays(startsOn, 60));
  const balanceOn = dateOf(search, 'solde', addMonths(paidOn, 4));
  const first = estimates[0];
  const gross = first?.costGross ?? zeroCents;
  const years = search.get('fctva');
  const flow = cashFlowOf({
    costGross: gross,
    aids: combination.aids.flatMap(({ schemeId, label, amount }) => {
      const scheme = estimates.find((estimate) => estimate.scheme.id === schemeId)?.scheme;
      return scheme ? [{ label, amount, advance: scheme.payment.advance }] : [];
    }),
    fctva: fctvaOf(gross, zeroCents, fctvaRate.investment),
    startsOn,
    paidOn,
    balanceOn,
    fctvaYears: years === '0' ? 0 : years === '1' ? 1 : 2,
  });
  return {
    startsOn,
    paidOn,
    balanceOn,
    fctvaYears: years === '0' || years === '1' ? years : '2',
    toAdvance: flow.toAdvance,
    finalCost: flow.finalCost,
    moves: flow.moves.map((move) => ({
      label: moveText(move),
      on: typeof move.on === 'number' ? String(move.on) : formatDay(move.on),
      amount: signedText(move.amount),
      balance: signedText(move.balance),
      sure: move.sure,
    })),
  };
}

/** Everything the comparison shows; undefined when the school is not within the scope. */
export function shownComparison(db: Reads, scope: Scope, search: URLSearchParams, today: Day) {
  const uai = search.get('ecole') ?? '';
  const place = findGrantSchool(db, uai, scope);
  if (!place) return undefined;
  const orders = listOrdersOfSchool(db, uai, scope);
  const orderId = search.get('commande') ?? orders[0]?.id ?? null;
  const order = orderId === null ? undefined : readGrantOrder(db, orderId, scope);
  if (orderId !== null && !order) return undefined;
  const known = factsOf(place, readSaid(db, scope));
  const estimates = listCurrentSchemes(db, today).map((scheme) => {
    const rate = readRate(search.get(`taux-${scheme.id}`) ?? '');
    return estimateFor(db, scheme, { place, known, order, today, rate });
  });
  const open = estimates.filter(({ scheme }) => !['closed', 'unknown'].includes(callPeriod(scheme, today)));
  const now = open.filter(({ scheme }) => callPeriod(scheme, today) !== 'notYetOpen').filter(brings);
  const aids = knownAids(search);
  const { best, certain } = bestCombinations(now, aids);
  const [first] = estimates;
  return {
    uai,
    school: place.school.name,
    commune: place.organisation.name,
    orderId,
    orderLabel: orders.filter(({ id }) => id === orderId).map(orderLabel)[0] ?? null,
    orders: orders.map((one) => ({ value: one.id, label: orderLabel(one) })),
    hasLines: first !== undefined && first.lines.length > 0,
    costNet: first?.costNet ?? zeroCents,
    costGross: first?.costGross ?? zeroCents,
    others: aids.length === 0 ? '' : formatCents(sumCents(aids.map(({ amount }) => amount))),
    rates: Object.fromEntries([...search].filter(([name]) => name.startsWith('taux-'))),
    schemes: open.map((estimate) => shownEstimate(estimate, today)),
    closed: estimates.filter((estimate) => !open.includes(estimate)).map((estimate) => shownEstimate(estimate, today)),
    best: best && shownCombination(best),
    certain: certain && best && certain.total < best.total ? shownCombination(certain) : null,
    cash: best && shownCash(best, estimates, search, today),
    advice: now.flatMap(adviceOf),
  };
}
