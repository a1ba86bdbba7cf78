// One lot of a consolidation: needs of one key become one line, with one price and exact shares.
import type { CampaignLot, Need } from '~/domain/campaigns/campaigns';
import { netOf, splitByLargestRemainder, sumCents, type UnitPrice } from '~/domain/shared/money';
import type { ConsolidatedLine, ConsolidatedLot, LineMaking, MemberShare, PriceOrigin } from './consolidation';
import type { PackageDecision } from './decisions';
import { normalisedLabel } from './line-keys';
import { packaged } from './packaging';

export interface PlacedNeed {
  readonly communeId: string;
  readonly need: Need;
  /** Key of the line that the answers alone put it in. */
  readonly origin: string;
}

/** A line before its amounts: its needs, and what decisions made of it. */
export interface PlacedLine {
  readonly needs: readonly PlacedNeed[];
  /** Ids of the decisions that made it; empty for a line as the answers make it. */
  readonly decisions: readonly string[];
  /** Replaces what the needs say. */
  readonly named?: { readonly label: string; readonly unit: string };
  readonly placedAs?: {
    readonly category: string;
    readonly productId: string | null;
    readonly requirement: string | null;
  };
  readonly packaging?: PackageDecision;
}

/** Order of texts by code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function quantityOf(needs: readonly Need[]): number {
  return needs.reduce((sum, need) => sum + need.quantity, 0);
}

/** The label most often given; the first in alphabetical order on a tie, so that the order of answers does not matter. */
function commonLabel(needs: readonly PlacedNeed[]): { label: string; unit: string } {
  const counts = new Map<string, { label: string; unit: string; count: number }>();
  for (const { need } of needs) {
    const label = need.label.trim();
    const key = `${label}|${need.unit}`;
    counts.set(key, { label, unit: need.unit, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [first] = [...counts.values()].sort(
    (a, b) => b.count - a.count || compareText(a.label, b.label) || compareText(a.unit, b.unit),
  );
  if (!first) throw new RangeError('A line without needs');
  return first;
}

function priceOf(needs: readonly PlacedNeed[], buyerPrice: UnitPrice | undefined) {
  const given = needs
    .map(({ need }) => need.estimatedUnitPriceNet)
    .filter((price) => price !== null)
    .sort((a, b) => a - b);
  const lowest = given.at(0);
  const highest = given.at(-1);
  const range = lowest !== undefined && highest !== undefined && lowest !== highest ? { lowest, highest } : null;
  const origin: PriceOrigin = buyerPrice !== undefined ? 'buyer' : highest !== undefined ? 'answers' : 'unknown';
  return { price: buyerPrice ?? highest ?? null, origin, range };
}

/** The words of a commune, when they are not those of the line. */
function askedOf(own: readonly Need[], line: { readonly label: string; readonly unit: string }) {
  const asked = new Map<string, { label: string; unit: string; quantity: number }>();
  for (const { label: text, unit, quantity } of own) {
    const label = text.trim();
    const key = `${label}|${unit}`;
    asked.set(key, { label, unit, quantity: (asked.get(key)?.quantity ?? 0) + quantity });
  }
  const words = [...asked.values()].sort((a, b) => compareText(a.label, b.label) || compareText(a.unit, b.unit));
  return words.every(({ label, unit }) => label === line.label && unit === line.unit) ? {} : { asked: words };
}

function bySchool(own: readonly Need[], added: number): MemberShare['schools'] {
  const schools = new Map<Need['schoolUai'], number>();
  for (const need of own) schools.set(need.schoolUai, (schools.get(need.schoolUai) ?? 0) + need.quantity);
  if (added > 0) schools.set(null, (schools.get(null) ?? 0) + added);
  return [...schools]
    .sort(([a], [b]) => compareText(a ?? '', b ?? ''))
    .map(([schoolUai, quantity]) => ({ schoolUai, quantity }));
}

function byReason(own: readonly Need[]): MemberShare['reasons'] {
  const reasons: Partial<Record<Need['reason'], number>> = {};
  for (const need of [...own].sort((a, b) => compareText(a.reason, b.reason))) {
    reasons[need.reason] = (reasons[need.reason] ?? 0) + need.quantity;
  }
  return reasons;
}

/** Quantities asked by year; nothing where no year is asked, so that the digest of such needs does not change. */
function byYear(own: readonly Need[]): Pick<MemberShare, 'years'> {
  const years: Record<number, number> = {};
  for (const { year, quantity } of own) if (year != null) years[year] = (years[year] ?? 0) + quantity;
  return Object.keys(years).length === 0 ? {} : { years };
}

/** Members of a line in order, each with its own needs. */
function membersOf(needs: readonly PlacedNeed[]): readonly (readonly [communeId: string, own: Need[]])[] {
  const byMember = new Map<string, Need[]>();
  for (const { communeId, need } of needs) {
    const own = byMember.get(communeId);
    if (own) own.push(need);
    else byMember.set(communeId, [need]);
  }
  return [...byMember].sort(([a], [b]) => compareText(a, b));
}

function originsOf(needs: readonly PlacedNeed[]): LineMaking['origins'] {
  const byOrigin = new Map<string, PlacedNeed[]>();
  for (const placed of needs) byOrigin.set(placed.origin, [...(byOrigin.get(placed.origin) ?? []), placed]);
  return [...byOrigin]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, own]) => {
      const { label, unit } = commonLabel(own);
      const quantity = quantityOf(own.map(({ need }) => need));
      return { key, productId: own[0]?.need.productId ?? null, category: lowestCategory(own), label, unit, quantity };
    });
}

function lowestCategory(needs: readonly PlacedNeed[]): string {
  return needs.reduce((low, { need }) => (low === '' || need.category < low ? need.category : low), '');
}

function lineOf(key: string, placed: PlacedLine, buyerPrice: UnitPrice | undefined): Omit<ConsolidatedLine, 'number'> {
  const { needs, decisions } = placed;
  const { label, unit } = placed.named ?? commonLabel(needs);
  const { price, origin, range } = priceOf(needs, buyerPrice);
  const members = membersOf(needs);
  const asked = members.map(([, own]) => quantityOf(own));
  const { quantities, packaging } = packaged(asked, placed.packaging);
  const quantity = quantities.reduce((sum, one) => sum + one, 0);
  const net = price === null ? null : netOf(quantity, price);
  const nets = net === null ? null : splitByLargestRemainder(net, quantities);
  const sold = placed.packaging ? `${unit}, par ${placed.packaging.name} de ${placed.packaging.size}` : unit;
  const requirement = placed.placedAs?.requirement ?? null;
  return {
    key,
    productId: placed.placedAs ? placed.placedAs.productId : (needs[0]?.need.productId ?? null),
    category: placed.placedAs?.category ?? lowestCategory(needs),
    label,
    unit: sold,
    quantity,
    estimatedUnitPriceNet: price,
    priceOrigin: origin,
    priceRange: range,
    net,
    shares: members.map(([communeId, own], index) => ({
      communeId,
      quantity: quantities[index] ?? 0,
      net: nets?.[index] ?? null,
      schools: bySchool(own, (quantities[index] ?? 0) - (asked[index] ?? 0)),
      reasons: byReason(own),
      ...byYear(own),
      ...askedOf(own, { label, unit }),
    })),
    ...(decisions.length === 0
      ? {}
      : { made: { decisions, origins: originsOf(needs), requirement, ...(packaging ? { packaging } : {}) } }),
  };
}

/**
 * The lines of a lot, in the order of its categories then of their labels, numbered '2.014'.
 * Amounts in cents excluding VAT; a line without any price has none, and is counted apart.
 */
export function consolidatedLot(
  lot: CampaignLot,
  placed: ReadonlyMap<string, PlacedLine>,
  buyerPrices: Readonly<Record<string, UnitPrice>>,
): ConsolidatedLot {
  const rank = new Map(lot.categories.map((category, index) => [category, index]));
  const unnumbered = [...placed].map(([key, line]) => lineOf(key, line, buyerPrices[key]));
  const lines: ConsolidatedLine[] = unnumbered
    .sort(
      (a, b) =>
        (rank.get(a.category) ?? rank.size) - (rank.get(b.category) ?? rank.size) ||
        compareText(normalisedLabel(a.label), normalisedLabel(b.label)) ||
        compareText(a.key, b.key),
    )
    .map((line, index) => ({ number: `${lot.number}.${String(index + 1).padStart(3, '0')}`, ...line }));
  return {
    number: lot.number,
    title: lot.title,
    categories: lot.categories,
    lines,
    net: sumCents(lines.map((line) => line.net).filter((net) => net !== null)),
    unpricedLines: lines.filter((line) => line.net === null).length,
  };
}
