// Brings the signed answers of a campaign into lots and lines: loses nothing, counts nothing twice, ignores their order.
import { type Answer, type Campaign, type InvitedMember, lotOfCategory } from '~/domain/campaigns/campaigns';
import { type Cents, sumCents, type UnitPrice } from '~/domain/shared/money';
import type {
  ConsolidatedLot,
  Consolidation,
  ExcludedAnswer,
  ExcludedNeed,
  ExclusionReason,
  MemberTotal,
} from './consolidation';
import { decidedLines } from './decided-lines';
import type { LineDecision } from './decisions';
import { lineKeys, similarFreeLines } from './line-keys';
import { compareText, consolidatedLot, type PlacedNeed, quantityOf } from './lots';

export interface ConsolidationInput {
  readonly campaign: Pick<Campaign, 'id' | 'closesOn' | 'lots'>;
  readonly invited: readonly InvitedMember[];
  readonly answers: readonly Answer[];
  /** Unit prices estimated by the buyer, by line key: they replace those of the answers. */
  readonly buyerPrices?: Readonly<Record<string, UnitPrice>>;
  /** The buyer's decisions on lines that are not undone, in any order. */
  readonly decisions?: readonly LineDecision[];
}

function exclusionOf(
  answer: Answer,
  input: ConsolidationInput,
  invited: ReadonlySet<string>,
): ExclusionReason | undefined {
  if (!invited.has(answer.communeId)) return { kind: 'notInvited' };
  if (answer.state === 'notStarted') return { kind: 'notStarted' };
  if (answer.state === 'draft') return { kind: 'notSigned' };
  if (answer.state === 'noNeed') return { kind: 'noNeed' };
  const { closesOn } = input.campaign;
  if (answer.signedOn !== null && answer.signedOn > closesOn) {
    return { kind: 'signedAfterDeadline', signedOn: answer.signedOn, closesOn };
  }
  return undefined;
}

function memberTotals(lots: readonly ConsolidatedLot[], answers: readonly Answer[]): MemberTotal[] {
  const names = new Map(answers.map((answer) => [answer.communeId, answer.communeName]));
  const totals = new Map<string, { lineCount: number; nets: Cents[] }>();
  for (const share of lots.flatMap((lot) => lot.lines).flatMap((line) => line.shares)) {
    const total = totals.get(share.communeId) ?? { lineCount: 0, nets: [] };
    total.lineCount += 1;
    if (share.net !== null) total.nets.push(share.net);
    totals.set(share.communeId, total);
  }
  return [...totals]
    .map(([communeId, total]) => ({
      communeId,
      name: names.get(communeId) ?? communeId,
      lineCount: total.lineCount,
      net: sumCents(total.nets),
    }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.communeId, b.communeId));
}

/**
 * Consolidates the signed answers into lots and lines, amounts in cents excluding VAT. A line's amount is its whole
 * quantity at one unit price, split between members by largest remainder: members = lots = total to the cent.
 * Throws when a commune has two answers: that would count it twice.
 */
export function consolidate(input: ConsolidationInput): Consolidation {
  const answers = [...input.answers].sort((a, b) => compareText(a.communeId, b.communeId));
  const known = new Set(answers.map((answer) => answer.communeId));
  if (known.size !== answers.length) throw new RangeError('A commune has two answers');

  const invited = new Set(input.invited.map((member) => member.communeId));
  const keyOf = lineKeys();
  const excludedAnswers: ExcludedAnswer[] = [];
  const excludedNeeds: ExcludedNeed[] = [];
  const placedByLot = new Map<number, Map<string, PlacedNeed[]>>();
  for (const answer of answers) {
    const { communeId, communeName: name } = answer;
    const reason = exclusionOf(answer, input, invited);
    if (reason) {
      excludedAnswers.push({ communeId, name, reason, quantity: quantityOf(answer.needs) });
      continue;
    }
    for (const need of answer.needs) {
      const lot = lotOfCategory(input.campaign.lots, need.category);
      if (!lot) {
        const { id: needId, category, label, quantity } = need;
        excludedNeeds.push({ communeId, needId, category, label, quantity });
        continue;
      }
      const lines = placedByLot.get(lot.number) ?? new Map<string, PlacedNeed[]>();
      const key = keyOf(need);
      const line = lines.get(key) ?? [];
      line.push({ communeId, need, origin: key });
      lines.set(key, line);
      placedByLot.set(lot.number, lines);
    }
  }
  for (const { communeId, name } of input.invited) {
    if (!known.has(communeId)) excludedAnswers.push({ communeId, name, reason: { kind: 'notStarted' }, quantity: 0 });
  }

  const decided = decidedLines(placedByLot, input.decisions ?? [], input.campaign.lots);
  const lots = [...input.campaign.lots]
    .sort((a, b) => a.number - b.number)
    .map((lot) => consolidatedLot(lot, decided.get(lot.number) ?? new Map(), input.buyerPrices ?? {}));
  return {
    campaignId: input.campaign.id,
    lots,
    members: memberTotals(lots, answers),
    totalNet: sumCents(lots.map((lot) => lot.net)),
    unpricedLines: lots.reduce((sum, lot) => sum + lot.unpricedLines, 0),
    excludedAnswers: excludedAnswers.sort(
      (a, b) => compareText(a.name, b.name) || compareText(a.communeId, b.communeId),
    ),
    excludedNeeds: excludedNeeds.sort((a, b) => compareText(a.needId, b.needId)),
    similarLines: similarFreeLines(lots.flatMap((lot) => lot.lines)),
  };
}
