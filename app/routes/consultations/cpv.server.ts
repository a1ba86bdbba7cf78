// CPV codes of a consultation: those that categories carry, and the labels of those chosen.
import { cpvList } from 'catalog/codes/cpv';
import { categories } from 'catalog/products/categories';
import type { ConsultationChoices } from '~/domain/consultations/consultation';

const ofCategories: Readonly<Record<string, { readonly cpv: string }>> = categories;

/** The CPV code of a category; undefined for one the catalogue does not hold. */
export function categoryCpv(category: string): string | undefined {
  return ofCategories[category]?.cpv;
}

/** French label of each code chosen for a lot, by code. */
export function cpvLabelsOf({ lots }: Pick<ConsultationChoices, 'lots'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lots.flatMap(({ cpv }) =>
      cpv === undefined ? [] : [[cpv, cpvList.labels[cpv] ?? 'Code hors de la liste de 2008']],
    ),
  );
}
