// What moved between two consolidations: lines, communes, quantities and amounts.
import { type Cents, cents, zeroCents } from '~/domain/shared/money';
import type { ConsolidatedLine, Consolidation } from './consolidation';
import { compareText } from './lots';

export interface Moved {
  readonly quantityBefore: number;
  readonly quantityAfter: number;
  readonly netBefore: Cents;
  readonly netAfter: Cents;
}

export interface LineChange extends Moved {
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Number and label after, or before when the line is gone. */
  readonly number: string;
  readonly label: string;
  readonly lotBefore: number | null;
  readonly lotAfter: number | null;
  readonly communes: readonly (Moved & { readonly communeId: string; readonly name: string })[];
}

export interface MemberChange {
  readonly communeId: string;
  readonly name: string;
  readonly netBefore: Cents;
  readonly netAfter: Cents;
}

export interface ConsolidationChanges {
  readonly lines: readonly LineChange[];
  readonly members: readonly MemberChange[];
  readonly totalBefore: Cents;
  readonly totalAfter: Cents;
}

interface Placed {
  readonly lot: number;
  readonly line: ConsolidatedLine;
}

function linesByKey(consolidation: Consolidation): ReadonlyMap<string, Placed> {
  return new Map(
    consolidation.lots.flatMap((lot) => lot.lines.map((line) => [line.key, { lot: lot.number, line }] as const)),
  );
}

function sharesByMember(line: ConsolidatedLine | undefined) {
  return new Map((line?.shares ?? []).map((share) => [share.communeId, share]));
}

function communeChanges(before: Placed | undefined, after: Placed | undefined, names: ReadonlyMap<string, string>) {
  const were = sharesByMember(before?.line);
  const are = sharesByMember(after?.line);
  return [...new Set([...were.keys(), ...are.keys()])]
    .map((communeId) => ({
      communeId,
      name: names.get(communeId) ?? communeId,
      quantityBefore: were.get(communeId)?.quantity ?? 0,
      quantityAfter: are.get(communeId)?.quantity ?? 0,
      netBefore: were.get(communeId)?.net ?? zeroCents,
      netAfter: are.get(communeId)?.net ?? zeroCents,
    }))
    .filter((one) => one.quantityBefore !== one.quantityAfter || one.netBefore !== one.netAfter)
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.communeId, b.communeId));
}

/**
 * Every line and every commune that differs, with its figures before and after; unknown prices count for nothing.
 * Lines are recognised by their key, so that a new number alone is no change. Amounts net, in cents.
 */
export function consolidationChanges(before: Consolidation, after: Consolidation): ConsolidationChanges {
  const names = new Map([...before.members, ...after.members].map(({ communeId, name }) => [communeId, name]));
  const were = linesByKey(before);
  const are = linesByKey(after);
  const lines = [...new Set([...are.keys(), ...were.keys()])].flatMap((key): LineChange[] => {
    const old = were.get(key);
    const present = are.get(key);
    const shown = present ?? old;
    if (!shown) return [];
    const communes = communeChanges(old, present, names);
    const sameLabel = old?.line.label === present?.line.label && old?.lot === present?.lot;
    if (communes.length === 0 && sameLabel) return [];
    return [
      {
        key,
        kind: old === undefined ? 'added' : present === undefined ? 'removed' : 'changed',
        number: shown.line.number,
        label: shown.line.label,
        lotBefore: old?.lot ?? null,
        lotAfter: present?.lot ?? null,
        quantityBefore: old?.line.quantity ?? 0,
        quantityAfter: present?.line.quantity ?? 0,
        netBefore: old?.line.net ?? zeroCents,
        netAfter: present?.line.net ?? zeroCents,
        communes,
      },
    ];
  });
  const netOf = (consolidation: Consolidation) => new Map(consolidation.members.map((one) => [one.communeId, one.net]));
  const wereNets = netOf(before);
  const areNets = netOf(after);
  const members = [...names]
    .map(([communeId, name]) => ({
      communeId,
      name,
      netBefore: wereNets.get(communeId) ?? zeroCents,
      netAfter: areNets.get(communeId) ?? zeroCents,
    }))
    .filter(({ netBefore, netAfter }) => netBefore !== netAfter)
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.communeId, b.communeId));
  return {
    lines: lines.sort((a, b) => compareText(a.number, b.number) || compareText(a.key, b.key)),
    members,
    totalBefore: cents(before.totalNet),
    totalAfter: cents(after.totalNet),
  };
}
