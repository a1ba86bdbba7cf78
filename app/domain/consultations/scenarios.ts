// What would change if a member left, a lot failed, prices or maxima moved: computed beside the needs, never written.
import type { ConsolidatedLine, ConsolidatedLot } from '~/domain/consolidation/consolidation';
import {
  type BasisPoints,
  type Cents,
  cents,
  divideRounded,
  netOf,
  splitByLargestRemainder,
  sumCents,
  unitPrice,
  zeroCents,
} from '~/domain/shared/money';
import { proposal, proposedMaximum } from './consultation';

export interface Scenario {
  readonly leaving: readonly string[];
  readonly failedLots: readonly number[];
  /** Signed: 800 is prices 8 % higher. */
  readonly priceRate: BasisPoints;
  readonly maximumRate: BasisPoints;
}

/** What every scenario starts from. Amounts net, in cents. */
export interface ScenarioBasis {
  readonly lots: readonly ConsolidatedLot[];
  readonly members: readonly { readonly communeId: string; readonly name: string }[];
  /** The buyer's maxima; null before any choice: each scenario then has the maximum proposed for its own needs. */
  readonly maxima: readonly { readonly number: number; readonly maximumNet: Cents }[] | null;
  /** Months that the needs cover, and months of the accord-cadre: needs are extended from the first to the second. */
  readonly coveredMonths: number;
  readonly months: number;
}

export interface ScenarioLot {
  readonly number: number;
  readonly title: string;
  readonly failed: boolean;
  readonly needNet: Cents;
  /** The need over the whole duration. */
  readonly extendedNet: Cents;
  readonly maximumNet: Cents;
  /** What the maximum leaves above the extended need; negative when it does not cover it. */
  readonly roomNet: Cents;
}

export interface ScenarioMember {
  readonly communeId: string;
  readonly name: string;
  readonly needNet: Cents;
  /** Its part of all needs. */
  readonly share: BasisPoints;
  /** Its part of the extended needs that the maxima no longer cover. */
  readonly uncoveredNet: Cents;
}

export interface ScenarioResult {
  readonly lots: readonly ScenarioLot[];
  readonly members: readonly ScenarioMember[];
  readonly needNet: Cents;
  readonly maximumNet: Cents;
}

export const asIs: Scenario = { leaving: [], failedLots: [], priceRate: 0, maximumRate: 0 };

/** An amount, of ten-thousandths or of cents, moved by a signed rate. */
function moved(amount: number, rate: BasisPoints): number {
  return divideRounded(BigInt(amount) * BigInt(10_000 + rate), 10_000n);
}

interface Share {
  readonly communeId: string;
  readonly net: Cents;
}

/** The parts of a line that stay, at the moved price: they add up to the line to the cent. */
function sharesLeft(line: ConsolidatedLine, scenario: Scenario): readonly Share[] {
  const { estimatedUnitPriceNet: price } = line;
  const staying = line.shares.filter(({ communeId }) => !scenario.leaving.includes(communeId));
  const quantities = staying.map(({ quantity }) => quantity);
  const quantity = quantities.reduce((sum, one) => sum + one, 0);
  if (price === null || quantity === 0) return [];
  const net = netOf(quantity, unitPrice(moved(price, scenario.priceRate)));
  const nets = splitByLargestRemainder(net, quantities);
  return staying.map(({ communeId }, index) => ({ communeId, net: nets[index] ?? zeroCents }));
}

function addTo(totals: Map<string, number>, shares: readonly Share[]): void {
  for (const { communeId, net } of shares) totals.set(communeId, (totals.get(communeId) ?? 0) + net);
}

/** Part of a whole in basis points; nothing of nothing is nothing. */
export function partOf(part: Cents, whole: Cents): BasisPoints {
  return whole === 0 ? 0 : divideRounded(BigInt(part) * 10_000n, BigInt(whole));
}

/** Lots, members and totals under a scenario. A failed lot is not bought: its needs stay with the communes. */
export function scenarioResult(basis: ScenarioBasis, scenario: Scenario): ScenarioResult {
  const needs = new Map<string, number>();
  const uncovered = new Map<string, number>();
  const lots = basis.lots
    .filter(({ lines }) => lines.length > 0)
    .map((lot): ScenarioLot => {
      const failed = scenario.failedLots.includes(lot.number);
      const asked = lot.lines.flatMap((line) => sharesLeft(line, scenario));
      const shares = failed ? [] : asked;
      addTo(needs, shares);
      const needNet = sumCents(shares.map(({ net }) => net));
      const { coveredMonths } = basis;
      const months = Math.max(basis.months, coveredMonths);
      const extendedNet = cents(divideRounded(BigInt(needNet) * BigInt(months), BigInt(coveredMonths)));
      const chosen = basis.maxima?.find(({ number }) => number === lot.number)?.maximumNet ?? zeroCents;
      const askedNet = sumCents(asked.map(({ net }) => net));
      const before = basis.maxima ? chosen : proposedMaximum(askedNet, coveredMonths, months, proposal.marginRate);
      const maximumNet = cents(moved(before, scenario.maximumRate));
      const roomNet = cents(maximumNet - extendedNet);
      if (roomNet < 0 && needNet > 0) {
        const missing = splitByLargestRemainder(
          cents(-roomNet),
          shares.map(({ net }) => net),
        );
        addTo(
          uncovered,
          shares.map(({ communeId }, index) => ({ communeId, net: missing[index] ?? zeroCents })),
        );
      }
      return { number: lot.number, title: lot.title, failed, needNet, extendedNet, maximumNet, roomNet };
    });
  const needNet = sumCents(lots.map((lot) => lot.needNet));
  return {
    lots,
    members: basis.members.map(({ communeId, name }) => {
      const own = cents(needs.get(communeId) ?? 0);
      const uncoveredNet = cents(uncovered.get(communeId) ?? 0);
      return { communeId, name, needNet: own, share: partOf(own, needNet), uncoveredNet };
    }),
    needNet,
    maximumNet: sumCents(lots.map((lot) => lot.maximumNet)),
  };
}

const percentPattern = /^[+-]?\d{1,3}([.,]\d{1,2})?$/;

/** '8', '-10', '2,5' as a signed rate; undefined when it is none, or takes everything away. */
export function parseSignedRate(text: string): BasisPoints | undefined {
  const trimmed = text.trim().replace('\u2212', '-');
  if (!percentPattern.test(trimmed)) return undefined;
  const rate = Math.round(Number(trimmed.replace(',', '.')) * 100);
  return rate > -10_000 ? rate : undefined;
}

/** A scenario as a part of an address: 'depart=a,b;lots=2;prix=8;maximum=-10'. */
export function scenarioText(scenario: Scenario): string {
  const parts = [
    scenario.leaving.length > 0 ? `depart=${[...scenario.leaving].sort().join(',')}` : '',
    scenario.failedLots.length > 0 ? `lots=${[...scenario.failedLots].sort((a, b) => a - b).join(',')}` : '',
    scenario.priceRate === 0 ? '' : `prix=${scenario.priceRate / 100}`,
    scenario.maximumRate === 0 ? '' : `maximum=${scenario.maximumRate / 100}`,
  ];
  return parts.filter((part) => part !== '').join(';');
}

/** The scenario that an address gives; what is not understood in it is left out. */
export function parseScenario(text: string): Scenario {
  const parts = new Map(text.split(';').map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']));
  const list = (name: string) => [...new Set((parts.get(name) ?? '').split(',').filter((one) => one !== ''))];
  return {
    leaving: list('depart'),
    failedLots: list('lots')
      .filter((one) => /^\d{1,3}$/.test(one))
      .map(Number),
    priceRate: parseSignedRate(parts.get('prix') ?? '') ?? 0,
    maximumRate: parseSignedRate(parts.get('maximum') ?? '') ?? 0,
  };
}
