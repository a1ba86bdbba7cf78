// The consolidated lines seen by homogeneous family and by reference, in the words of the syndicat's nomenclature.
import { categories, type HomogeneousFamily, homogeneousFamilyLabels } from 'catalog/products/categories';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import { askedReferences, linesByFamily } from '~/domain/consolidation/views';

const known: Readonly<Record<string, { readonly label: string; readonly family: HomogeneousFamily }>> = categories;

/** Families with their label; a category that the nomenclature ignores is said to be without family. */
export function familyViews(consolidation: Consolidation) {
  return linesByFamily(consolidation, (category) => known[category]?.family ?? '').map((view) => ({
    ...view,
    label: homogeneousFamilyLabels[view.family as HomogeneousFamily] ?? 'Sans famille homogène',
  }));
}

/** What was asked, with the label of its category. */
export function referenceViews(consolidation: Consolidation) {
  return askedReferences(consolidation).map((view) => ({
    ...view,
    categoryLabel: known[view.category]?.label ?? view.category,
  }));
}
