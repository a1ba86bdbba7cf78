// What the members of a groupement pay for its coordination: nothing, a fee each, or shares of a cost by a key.
import { type Cents, splitByLargestRemainder, sumCents, zeroCents } from '~/domain/shared/money';

export const costKeys = ['inhabitants', 'pupils', 'needs'] as const;
export type CostKey = (typeof costKeys)[number];

export const costKeyLabels: Readonly<Record<CostKey, string>> = {
  inhabitants: 'nombre d’habitants',
  pupils: 'nombre d’élèves des écoles publiques',
  needs: 'montant des besoins recensés',
};

/** Amounts are net: a contribution between members of a groupement bears no VAT here. */
export type CostRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly feeNet: Cents }
  | { readonly kind: 'proRata'; readonly costNet: Cents; readonly key: CostKey };

export interface CostMember {
  readonly communeId: string;
  readonly name: string;
  /** Whole numbers; needs in net cents. */
  readonly weights: Readonly<Record<CostKey, number>>;
}

export interface CostShare {
  readonly communeId: string;
  readonly name: string;
  /** Null when the key does not matter. */
  readonly weight: number | null;
  readonly shareNet: Cents;
}

export interface CostShares {
  readonly shares: readonly CostShare[];
  readonly totalNet: Cents;
}

export type CostRefusal = { readonly kind: 'noWeight'; readonly key: CostKey };

/** The share of each member, to the cent: shares of a cost add up to it, by largest remainder. Net cents. */
export function costShares(rule: CostRule, members: readonly CostMember[]): CostShares | CostRefusal {
  if (rule.kind === 'none' || members.length === 0) return { shares: [], totalNet: zeroCents };
  const named = members.map(({ communeId, name }) => ({ communeId, name }));
  if (rule.kind === 'fixed') {
    const shares = named.map((member) => ({ ...member, weight: null, shareNet: rule.feeNet }));
    return { shares, totalNet: sumCents(shares.map(({ shareNet }) => shareNet)) };
  }
  const weights = members.map((member) => member.weights[rule.key]);
  if (weights.every((weight) => weight === 0)) return { kind: 'noWeight', key: rule.key };
  const parts = splitByLargestRemainder(rule.costNet, weights);
  const shares = named.map((member, index) => ({
    ...member,
    weight: weights[index] ?? 0,
    shareNet: parts[index] ?? zeroCents,
  }));
  return { shares, totalNet: rule.costNet };
}

/** The French sentence of a refusal. */
export function costRefusalSentence({ key }: CostRefusal): string {
  return `Aucun membre n’a de ${costKeyLabels[key]} connu : la répartition n’est pas calculable.`;
}
