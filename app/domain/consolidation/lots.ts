// One lot of a consolidation: needs of one key become one line, with one price and exact shares.
import type { CampaignLot, Need } from '~/domain/campaigns/campaigns';
import { type Cents, netOf, splitByLargestRemainder, sumCents, type UnitPrice } from '~/domain/shared/money';
import type { ConsolidatedLine, ConsolidatedLot, MemberShare, PriceOrigin } from './consolidation';
import { normalisedLabel } from './line-keys';

export interface PlacedNeed {
  readonly communeId: string;
  readonly need: Need;
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

function sharesOf(needs: readonly PlacedNeed[], lineNet: Cents | null): MemberShare[] {
  const byMember = new Map<string, Need[]>();
  for (const { communeId, need } of needs) byMember.set(communeId, [...(byMember.get(communeId) ?? []), need]);
  const members = [...byMember].sort(([a], [b]) => compareText(a, b));
  const quantities = members.map(([, own]) => quantityOf(own));
  const nets = lineNet === null ? null : splitByLargestRemainder(lineNet, quantities);
  return members.map(([communeId, own], index) => {
    const schools = new Map<Need['schoolUai'], number>();
    const reasons: Partial<Record<Need['reason'], number>> = {};
    for (const need of [...own].sort((a, b) => compareText(a.reason, b.reason))) {
      schools.set(need.schoolUai, (schools.get(need.schoolUai) ?? 0) + need.quantity);
      reasons[need.reason] = (reasons[need.reason] ?? 0) + need.quantity;
    }
    return {
      communeId,
      quantity: quantities[index] ?? 0,
      net: nets?.[index] ?? null,
      schools: [...schools]
        .sort(([a], [b]) => compareText(a ?? '', b ?? ''))
        .map(([schoolUai, quantity]) => ({ schoolUai, quantity })),
      reasons,
    };
  });
}

/**
 * The lines of a lot, in the order of its categories then of their labels, numbered '2.014'.
 * Amounts in cents excluding VAT; a line without any price has none, and is counted apart.
 */
export function consolidatedLot(
  lot: CampaignLot,
  placed: ReadonlyMap<string, readonly PlacedNeed[]>,
  buyerPrices: Readonly<Record<string, UnitPrice>>,
): ConsolidatedLot {
  const unnumbered = [...placed].map(([key, needs]) => {
    const { label, unit } = commonLabel(needs);
    const { price, origin, range } = priceOf(needs, buyerPrices[key]);
    const quantity = quantityOf(needs.map(({ need }) => need));
    const net = price === null ? null : netOf(quantity, price);
    const first = needs[0]?.need;
    return {
      key,
      productId: first?.productId ?? null,
      category: needs.map(({ need }) => need.category).sort()[0] ?? '',
      label,
      unit,
      quantity,
      estimatedUnitPriceNet: price,
      priceOrigin: origin,
      priceRange: range,
      net,
      shares: sharesOf(needs, net),
    };
  });
  const lines: ConsolidatedLine[] = unnumbered
    .sort(
      (a, b) =>
        lot.categories.indexOf(a.category) - lot.categories.indexOf(b.category) ||
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
