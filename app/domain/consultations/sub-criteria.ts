// What evaluators mark: each criterion other than the price, or each of its sub-criteria where it has some.
import type { Criterion } from './consultation';

export interface SubCriterion {
  readonly label: string;
  /** Whole percent points; those of a criterion sum to its weight. */
  readonly weight: number;
}

export interface MarkedItem {
  /** Rank of the criterion, from 0. */
  readonly criterion: number;
  /** Rank of the sub-criterion, from 0; 0 where the criterion has none. */
  readonly part: number;
  /** Its name in forms: '1', or '1.0' for a sub-criterion. */
  readonly key: string;
  readonly label: string;
  readonly weight: number;
}

/** The items to mark, in the order of the criteria. A price is computed, never marked. */
export function markedItems(criteria: readonly Criterion[]): readonly MarkedItem[] {
  return criteria.flatMap(({ nature, label, weight, subCriteria = [] }, criterion): MarkedItem[] => {
    if (nature === 'price') return [];
    if (subCriteria.length === 0) return [{ criterion, part: 0, key: String(criterion), label, weight }];
    return subCriteria.map((sub, part) => ({
      criterion,
      part,
      key: `${criterion}.${part}`,
      label: `${label}\u202f: ${sub.label}`,
      weight: sub.weight,
    }));
  });
}

export type SubCriteriaRefusal =
  | { readonly kind: 'subWeights'; readonly label: string; readonly sum: number; readonly weight: number }
  | { readonly kind: 'subCriteriaOfPrice'; readonly label: string }
  | { readonly kind: 'subCriterionTwice'; readonly label: string; readonly sub: string };

/** Every reason against the sub-criteria of a consultation; empty when they stand. */
export function subCriteriaRefusals(criteria: readonly Criterion[]): readonly SubCriteriaRefusal[] {
  return criteria.flatMap(({ nature, label, weight, subCriteria = [] }): SubCriteriaRefusal[] => {
    if (subCriteria.length === 0) return [];
    if (nature === 'price') return [{ kind: 'subCriteriaOfPrice', label }];
    const sum = subCriteria.reduce((total, sub) => total + sub.weight, 0);
    const twice = subCriteria.filter((sub, rank) => subCriteria.findIndex((one) => one.label === sub.label) < rank);
    return [
      ...(sum === weight ? [] : [{ kind: 'subWeights', label, sum, weight } as const]),
      ...twice.map((sub) => ({ kind: 'subCriterionTwice', label, sub: sub.label }) as const),
    ];
  });
}

/** The French sentence of a refusal. */
export function subCriteriaRefusalSentence(refusal: SubCriteriaRefusal): string {
  switch (refusal.kind) {
    case 'subWeights':
      return `Critère « ${refusal.label} » : ses sous-critères totalisent ${refusal.sum} points, et non ${refusal.weight}.`;
    case 'subCriteriaOfPrice':
      return `Critère « ${refusal.label} » : le prix se calcule par sa formule, sans sous-critère.`;
    case 'subCriterionTwice':
      return `Critère « ${refusal.label} » : le sous-critère « ${refusal.sub} » est écrit deux fois.`;
  }
}
