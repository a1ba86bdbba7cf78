// Applies the buyer's decisions to the lines of the answers: groups first, then divisions, then packaging.
import { type CampaignLot, lotOfCategory } from '~/domain/campaigns/campaigns';
import {
  type GroupDecision,
  groupKey,
  type LineDecision,
  type PackageDecision,
  partKey,
  type SplitDecision,
} from './decisions';
import { compareText, type PlacedLine, type PlacedNeed } from './lots';
import { splitQuantity } from './packaging';

type LinesByLot = Map<number, Map<string, PlacedLine>>;

/** The last group that a line ends in, and every decision on the way; a group may itself be grouped. */
function groupOf(key: string, groups: ReadonlyMap<string, GroupDecision>) {
  const trail: string[] = [];
  let last: GroupDecision | undefined;
  for (let next = groups.get(key); next && !trail.includes(next.id); next = groups.get(groupKey(next.id))) {
    last = next;
    trail.push(next.id);
  }
  return last && { last, trail };
}

function put(lines: LinesByLot, lot: number, key: string, line: PlacedLine): void {
  const own = lines.get(lot) ?? new Map<string, PlacedLine>();
  const before = own.get(key);
  const decisions = [...new Set([...(before?.decisions ?? []), ...line.decisions])].sort(compareText);
  own.set(key, { ...line, needs: before ? [...before.needs, ...line.needs] : line.needs, decisions });
  lines.set(lot, own);
}

/**
 * Deals the needs of a line into parts, piece by piece in the order of communes and schools, so that each part stays
 * as close to its percentage as whole pieces allow, and no piece is lost.
 */
function dealt(needs: readonly PlacedNeed[], split: SplitDecision): PlacedNeed[][] {
  const parts = split.parts.map((): PlacedNeed[] => []);
  const given = split.parts.map(() => 0);
  let seen = 0;
  const ordered = [...needs].sort(
    (a, b) =>
      compareText(a.communeId, b.communeId) ||
      compareText(a.need.schoolUai ?? '', b.need.schoolUai ?? '') ||
      compareText(a.need.id, b.need.id),
  );
  for (const placed of ordered) {
    const { quantity } = placed.need;
    seen += quantity;
    const due = split.parts.map(({ percent }, index) => Math.max(0, percent * seen - 100 * (given[index] ?? 0)));
    splitQuantity(quantity, due).forEach((own, index) => {
      given[index] = (given[index] ?? 0) + own;
      if (own > 0) parts[index]?.push({ ...placed, need: { ...placed.need, quantity: own } });
    });
  }
  return parts;
}

function grouped(
  placed: ReadonlyMap<number, ReadonlyMap<string, readonly PlacedNeed[]>>,
  decisions: readonly LineDecision[],
  lots: readonly CampaignLot[],
): LinesByLot {
  const groups = new Map(
    decisions
      .filter((decision) => decision.kind === 'group')
      .flatMap((decision) => decision.keys.map((key) => [key, decision] as const)),
  );
  const lines: LinesByLot = new Map();
  for (const [lot, own] of placed) {
    for (const [key, needs] of own) {
      const group = groupOf(key, groups);
      if (!group) {
        put(lines, lot, key, { needs, decisions: [] });
        continue;
      }
      const { id, label, unit, category, productId, requirement } = group.last;
      put(lines, lotOfCategory(lots, category)?.number ?? lot, groupKey(id), {
        needs,
        decisions: group.trail,
        named: { label, unit },
        placedAs: { category, productId, requirement },
      });
    }
  }
  return lines;
}

/**
 * The lines of each lot once decided. Each original line is in one group at most, each line in one division at most:
 * the result does not depend on the order of the decisions. A decision whose lines are gone does nothing.
 */
export function decidedLines(
  placed: ReadonlyMap<number, ReadonlyMap<string, readonly PlacedNeed[]>>,
  inAnyOrder: readonly LineDecision[],
  lots: readonly CampaignLot[],
): ReadonlyMap<number, ReadonlyMap<string, PlacedLine>> {
  const decisions = [...inAnyOrder].sort((a, b) => compareText(a.id, b.id));
  const splits = new Map(decisions.filter((one) => one.kind === 'split').map((one) => [one.key, one]));
  const packages = new Map<string, PackageDecision>(
    decisions.filter((one) => one.kind === 'package').map((one) => [one.key, one]),
  );
  const lines: LinesByLot = new Map();
  const add = (lot: number, key: string, line: PlacedLine) => {
    const packaging = packages.get(key);
    const decided = [...line.decisions, ...(packaging ? [packaging.id] : [])].sort(compareText);
    put(lines, lot, key, { ...line, decisions: decided, ...(packaging ? { packaging } : {}) });
  };
  for (const [lot, own] of grouped(placed, decisions, lots)) {
    for (const [key, line] of own) {
      const split = splits.get(key);
      if (!split) {
        add(lot, key, line);
        continue;
      }
      dealt(line.needs, split).forEach((needs, index) => {
        const part = split.parts[index];
        if (!part || needs.length === 0) return;
        const target = lots.some(({ number }) => number === part.lotNumber) ? part.lotNumber : lot;
        const unit = line.named?.unit ?? needs[0]?.need.unit ?? '';
        add(target, partKey(split.id, index), {
          ...line,
          needs,
          decisions: [...line.decisions, split.id],
          named: { label: part.label, unit },
        });
      });
    }
  }
  return lines;
}
