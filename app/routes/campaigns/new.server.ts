// Reads the form that opens a campaign: its dates, then its lots with their categories.
import { categories } from 'catalog/products/categories';
import { z } from 'zod';
import type { CampaignLot } from '~/domain/campaigns/campaigns';
import { dayField } from './fields.server';

/** Lots that the form can hold. */
export const lotCount = 8;

/** Budget years as typed, '2027, 2028'; null when one expression of needs covers them all. */
const yearsField = z
  .string()
  .trim()
  .default('')
  .transform((text, context): readonly number[] | null => {
    if (text === '') return null;
    const years = text.split(/[\s,;]+/).filter((part) => part !== '');
    const sound = years.every((year) => /^20\d\d$/.test(year)) && new Set(years).size === years.length;
    if (sound && years.length >= 2 && years.length <= 4) return years.map(Number).sort((a, b) => a - b);
    context.addIssue({ code: 'custom', message: 'Donnez de deux à quatre années, comme 2027, 2028, ou laissez vide.' });
    return z.NEVER;
  });

export const campaignSchema = z
  .object({
    id: z.uuid(),
    title: z.string().trim().min(3, 'Donnez un titre d’au moins trois caractères.').max(160),
    description: z
      .string()
      .trim()
      .max(2000)
      .transform((text) => text || null),
    conventionId: z
      .string()
      .trim()
      .default('')
      .transform((text) => text || null),
    years: yearsField,
    opensOn: dayField,
    closesOn: dayField,
    announced: z.literal('on').optional(),
  })
  .refine(({ opensOn, closesOn }) => closesOn >= opensOn, {
    path: ['closesOn'],
    message: 'Le dernier jour précède l’ouverture.',
  });

/** The categories chosen for each lot of the form, in order. */
export function chosenCategories(form: FormData): readonly (readonly string[])[] {
  return Array.from({ length: lotCount }, (_, index) => form.getAll(`lotCategories${index + 1}[]`).map(String));
}

/** The lots of the form, renumbered without gap; messages by field where a lot is incomplete or a category stands twice. */
export function readLots(form: FormData): {
  readonly lots: readonly CampaignLot[];
  readonly problems: Readonly<Record<string, string>>;
} {
  const chosen = chosenCategories(form);
  const problems: Record<string, string> = {};
  const seen = new Set<string>();
  const lots: CampaignLot[] = [];
  chosen.forEach((codes, index) => {
    const field = `lotTitle${index + 1}`;
    const title = String(form.get(field) ?? '')
      .trim()
      .slice(0, 120);
    if (title === '' && codes.length === 0) return;
    if (title === '') problems[field] = `Lot ${index + 1} : donnez un intitulé.`;
    else if (codes.length === 0) problems[field] = `Lot ${index + 1} : choisissez au moins une catégorie.`;
    for (const code of codes) {
      const category = (categories as Readonly<Record<string, { readonly label: string }>>)[code];
      if (!category) problems[field] = `Lot ${index + 1} : la catégorie « ${code} » n’existe pas.`;
      else if (seen.has(code)) {
        problems[field] = `Lot ${index + 1} : la catégorie « ${category.label} » est déjà dans un autre lot.`;
      }
      seen.add(code);
    }
    lots.push({ number: lots.length + 1, title, categories: codes });
  });
  if (lots.length === 0) problems['lotTitle1'] = 'Décrivez au moins un lot.';
  return { lots, problems };
}
