// The same lines seen otherwise: by homogeneous family, and by what the communes asked for.
import { type Cents, sumCents } from '~/domain/shared/money';
import type { ConsolidatedLine, Consolidation, LineOrigin } from './consolidation';
import { compareText } from './lots';

export interface FamilyView {
  readonly family: string;
  readonly lines: readonly ConsolidatedLine[];
  readonly lots: readonly number[];
  readonly net: Cents;
  readonly unpricedLines: number;
}

/**
 * Lines by homogeneous family, the dearest family first, whatever their lots: needs are valued by family
 * (CCP R2121-6). `familyOf` gives the family of a category in the buyer's nomenclature.
 */
export function linesByFamily(consolidation: Consolidation, familyOf: (category: string) => string): FamilyView[] {
  const families = new Map<string, { lines: ConsolidatedLine[]; lots: Set<number> }>();
  for (const lot of consolidation.lots) {
    for (const line of lot.lines) {
      const family = familyOf(line.category);
      const own = families.get(family) ?? { lines: [], lots: new Set<number>() };
      own.lines.push(line);
      own.lots.add(lot.number);
      families.set(family, own);
    }
  }
  return [...families]
    .map(([family, { lines, lots }]) => ({
      family,
      lines,
      lots: [...lots],
      net: sumCents(lines.map(({ net }) => net).filter((net) => net !== null)),
      unpricedLines: lines.filter(({ net }) => net === null).length,
    }))
    .sort((a, b) => b.net - a.net || compareText(a.family, b.family));
}

export interface ReferenceView extends LineOrigin {
  /** Lines of the consolidation that hold it. */
  readonly lines: readonly { readonly number: string; readonly label: string }[];
}

/** What the communes asked for, before any decision: catalogue references first, then free lines, each with its lines. */
export function askedReferences(consolidation: Consolidation): ReferenceView[] {
  const references = new Map<string, ReferenceView>();
  for (const line of consolidation.lots.flatMap((lot) => lot.lines)) {
    const { key, productId, category, label, unit, quantity, number } = line;
    for (const origin of line.made?.origins ?? [{ key, productId, category, label, unit, quantity }]) {
      const before = references.get(origin.key);
      references.set(origin.key, {
        ...origin,
        quantity: origin.quantity + (before?.quantity ?? 0),
        lines: [...(before?.lines ?? []), { number, label }],
      });
    }
  }
  return [...references.values()].sort(
    (a, b) => Number(a.productId === null) - Number(b.productId === null) || compareText(a.label, b.label),
  );
}
