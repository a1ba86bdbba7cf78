// Counts a consolidation again from the answers, by another path, and returns every difference.
import { type Answer, lotOfCategory } from '~/domain/campaigns/campaigns';
import { formatCents, formatCount } from '~/domain/shared/format';
import { type Cents, cents, netOf, sumCents } from '~/domain/shared/money';
import type { ConsolidationInput } from './consolidate';
import type { ConsolidatedLine, Consolidation } from './consolidation';
import { lineKeys } from './line-keys';

export type Difference =
  | { readonly kind: 'quantityFromAnswers'; readonly line: string; readonly expected: number; readonly found: number }
  | { readonly kind: 'quantityOfShares'; readonly line: string; readonly expected: number; readonly found: number }
  | { readonly kind: 'quantityOfSchools'; readonly line: string; readonly expected: number; readonly found: number }
  | { readonly kind: 'lineMissing'; readonly line: string; readonly expected: number }
  | { readonly kind: 'lineTwice'; readonly line: string }
  | { readonly kind: 'lineNet'; readonly line: string; readonly expected: Cents; readonly found: Cents }
  | { readonly kind: 'sharesNet'; readonly line: string; readonly expected: Cents; readonly found: Cents }
  | { readonly kind: 'lotNet'; readonly lot: number; readonly expected: Cents; readonly found: Cents }
  | { readonly kind: 'memberNet'; readonly member: string; readonly expected: Cents; readonly found: Cents }
  | { readonly kind: 'totalOfLots'; readonly expected: Cents; readonly found: Cents }
  | { readonly kind: 'totalOfMembers'; readonly expected: Cents; readonly found: Cents };

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function counted(answers: readonly Answer[], input: ConsolidationInput): Map<string, number> {
  const invited = new Set(input.invited.map((member) => member.communeId));
  const quantities = new Map<string, number>();
  const keyOf = lineKeys();
  for (const answer of answers) {
    const late = answer.signedOn !== null && answer.signedOn > input.campaign.closesOn;
    if (answer.state !== 'signed' || late || !invited.has(answer.communeId)) continue;
    for (const need of answer.needs) {
      if (!lotOfCategory(input.campaign.lots, need.category)) continue;
      const key = keyOf(need);
      quantities.set(key, (quantities.get(key) ?? 0) + need.quantity);
    }
  }
  return quantities;
}

function lineDifferences(line: ConsolidatedLine): Difference[] {
  const differences: Difference[] = [];
  const ofShares = sum(line.shares.map((share) => share.quantity));
  if (ofShares !== line.quantity) {
    differences.push({ kind: 'quantityOfShares', line: line.number, expected: line.quantity, found: ofShares });
  }
  const ofSchools = sum(line.shares.flatMap((share) => share.schools.map((school) => school.quantity)));
  if (ofSchools !== line.quantity) {
    differences.push({ kind: 'quantityOfSchools', line: line.number, expected: line.quantity, found: ofSchools });
  }
  if (line.estimatedUnitPriceNet !== null && line.net !== null) {
    const expected = netOf(line.quantity, line.estimatedUnitPriceNet);
    if (expected !== line.net) differences.push({ kind: 'lineNet', line: line.number, expected, found: line.net });
    const found = sumCents(line.shares.map((share) => share.net).filter((net) => net !== null));
    if (found !== line.net) differences.push({ kind: 'sharesNet', line: line.number, expected: line.net, found });
  }
  return differences;
}

/**
 * Every difference between a consolidation and the answers it claims to hold, and between its own totals. Decisions
 * only move needs between lines: what each line says it comes from must give the answers back.
 * answers = lines = members = schools in quantity; price × quantity = members = lots = total to the cent.
 * An empty list means that it may be frozen or printed.
 */
export function consolidationDifferences(
  consolidation: Consolidation,
  input: ConsolidationInput,
): readonly Difference[] {
  const differences: Difference[] = [];
  const lines = consolidation.lots.flatMap((lot) => lot.lines);
  const expectedQuantities = counted(input.answers, input);
  const held = new Map<string, { lines: string[]; quantity: number }>();
  const seen = new Set<string>();
  for (const line of lines) {
    if (seen.has(line.key)) differences.push({ kind: 'lineTwice', line: line.number });
    seen.add(line.key);
    const origins = line.made?.origins ?? [{ key: line.key, quantity: line.quantity }];
    for (const { key, quantity } of origins) {
      const before = held.get(key);
      held.set(key, {
        lines: [...(before?.lines ?? []), line.number],
        quantity: (before?.quantity ?? 0) + quantity,
      });
    }
    const expected = sum(origins.map(({ quantity }) => quantity)) + (line.made?.packaging?.added ?? 0);
    if (expected !== line.quantity) {
      differences.push({ kind: 'quantityFromAnswers', line: line.number, expected, found: line.quantity });
    }
    differences.push(...lineDifferences(line));
  }
  for (const [key, { lines: holders, quantity: found }] of held) {
    const expected = expectedQuantities.get(key) ?? 0;
    if (expected !== found) {
      differences.push({ kind: 'quantityFromAnswers', line: holders.join(' + '), expected, found });
    }
  }
  for (const [key, expected] of expectedQuantities) {
    if (!held.has(key)) differences.push({ kind: 'lineMissing', line: key, expected });
  }
  for (const lot of consolidation.lots) {
    const expected = sumCents(lot.lines.map((line) => line.net).filter((net) => net !== null));
    if (expected !== lot.net) differences.push({ kind: 'lotNet', lot: lot.number, expected, found: lot.net });
  }
  const ofMember = new Map<string, number>();
  for (const { communeId, net } of lines.flatMap((line) => line.shares)) {
    ofMember.set(communeId, (ofMember.get(communeId) ?? 0) + (net ?? 0));
  }
  for (const member of consolidation.members) {
    const expected = cents(ofMember.get(member.communeId) ?? 0);
    if (expected !== member.net)
      differences.push({ kind: 'memberNet', member: member.name, expected, found: member.net });
  }
  const ofLots = sumCents(consolidation.lots.map((lot) => lot.net));
  if (ofLots !== consolidation.totalNet) {
    differences.push({ kind: 'totalOfLots', expected: consolidation.totalNet, found: ofLots });
  }
  const ofMembers = sumCents(consolidation.members.map((member) => member.net));
  if (ofMembers !== consolidation.totalNet) {
    differences.push({ kind: 'totalOfMembers', expected: consolidation.totalNet, found: ofMembers });
  }
  return differences;
}

/** The French sentence of a difference, with both figures. */
export function differenceSentence(difference: Difference): string {
  switch (difference.kind) {
    case 'quantityFromAnswers':
      return `Ligne ${difference.line} : les réponses totalisent ${formatCount(difference.expected)}, la ligne ${formatCount(difference.found)}.`;
    case 'quantityOfShares':
      return `Ligne ${difference.line} : quantité ${formatCount(difference.expected)}, somme des communes ${formatCount(difference.found)}.`;
    case 'quantityOfSchools':
      return `Ligne ${difference.line} : quantité ${formatCount(difference.expected)}, somme des écoles ${formatCount(difference.found)}.`;
    case 'lineMissing':
      return `Le besoin ${difference.line} (${formatCount(difference.expected)}) n’est dans aucune ligne.`;
    case 'lineTwice':
      return `La ligne ${difference.line} figure deux fois.`;
    case 'lineNet':
      return `Ligne ${difference.line} : prix × quantité donne ${formatCents(difference.expected)}, la ligne ${formatCents(difference.found)}.`;
    case 'sharesNet':
      return `Ligne ${difference.line} : montant ${formatCents(difference.expected)}, somme des communes ${formatCents(difference.found)}.`;
    case 'lotNet':
      return `Lot ${difference.lot} : somme des lignes ${formatCents(difference.expected)}, montant du lot ${formatCents(difference.found)}.`;
    case 'memberNet':
      return `${difference.member} : somme de ses lignes ${formatCents(difference.expected)}, montant de la commune ${formatCents(difference.found)}.`;
    case 'totalOfLots':
      return `Total ${formatCents(difference.expected)}, somme des lots ${formatCents(difference.found)}.`;
    case 'totalOfMembers':
      return `Total ${formatCents(difference.expected)}, somme des communes ${formatCents(difference.found)}.`;
  }
}
