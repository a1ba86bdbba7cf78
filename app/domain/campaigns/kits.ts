// Typical needs: a kit holds so many of each reference, and adding it to an answer writes ordinary lines.
import type { Uai } from '~/domain/shared/identifiers';
import type { UnitPrice } from '~/domain/shared/money';
import { largestQuantity } from './answering';
import { type CampaignLot, lotOfCategory, type Need, type NeedReason } from './campaigns';

export interface KitLine {
  readonly productId: string;
  readonly label: string;
  readonly category: string;
  /** Per kit. */
  readonly quantity: number;
}

export interface NeedKit {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly KitLine[];
}

export type KitRefusal =
  | { readonly kind: 'noLine' }
  | { readonly kind: 'twice'; readonly label: string }
  | { readonly kind: 'outsideCampaign'; readonly label: string }
  | { readonly kind: 'titleTaken'; readonly title: string };

/** Every reason against a kit of a campaign; empty when it may be offered to the communes. */
export function kitRefusals(
  kit: Pick<NeedKit, 'title' | 'lines'>,
  lots: readonly CampaignLot[],
  others: readonly Pick<NeedKit, 'title'>[],
): readonly KitRefusal[] {
  const { title, lines } = kit;
  const refusals: KitRefusal[] = lines.length === 0 ? [{ kind: 'noLine' }] : [];
  const seen = new Set<string>();
  for (const { productId, label, category } of lines) {
    if (seen.has(productId)) refusals.push({ kind: 'twice', label });
    seen.add(productId);
    if (!lotOfCategory(lots, category)) refusals.push({ kind: 'outsideCampaign', label });
  }
  const same = (other: string) => other.localeCompare(title, 'fr', { sensitivity: 'base' }) === 0;
  if (others.some((other) => same(other.title))) refusals.push({ kind: 'titleTaken', title });
  return refusals;
}

/** The French sentence of a refusal. */
export function kitRefusalSentence(refusal: KitRefusal): string {
  switch (refusal.kind) {
    case 'noLine':
      return 'Choisissez au moins une référence et sa quantité.';
    case 'twice':
      return `${refusal.label} : la référence est choisie deux fois, additionnez les quantités.`;
    case 'outsideCampaign':
      return `${refusal.label} : sa catégorie n’est pas recensée par la campagne.`;
    case 'titleTaken':
      return `Un besoin type s’appelle déjà « ${refusal.title} ».`;
  }
}

/** What a commune asks for: how many kits, where, why, for which year. */
export interface AskedKits {
  readonly count: number;
  readonly schoolUai: Uai | null;
  readonly reason: NeedReason;
  readonly year: number | null;
}

/** The most kits that keep every line within the largest quantity of a line. */
export function mostKits({ lines }: Pick<NeedKit, 'lines'>): number {
  return Math.floor(largestQuantity / Math.max(1, ...lines.map(({ quantity }) => quantity)));
}

/**
 * The ordinary lines that so many kits make, each at the price of its reference that day; `ids` gives the identifier
 * of each line, the same for the same form.
 */
export function needsOfKits(
  kit: NeedKit,
  { count, ...placed }: AskedKits,
  references: ReadonlyMap<string, { readonly unit: string; readonly unitPriceNet: UnitPrice }>,
  ids: (position: number) => string,
): readonly Need[] {
  return kit.lines.flatMap(({ productId, label, category, quantity }, position): Need[] => {
    const reference = references.get(productId);
    if (!reference) return [];
    return [
      {
        ...placed,
        id: ids(position),
        productId,
        category,
        label,
        unit: reference.unit,
        quantity: quantity * count,
        estimatedUnitPriceNet: reference.unitPriceNet,
        kit: kit.title,
      },
    ];
  });
}
