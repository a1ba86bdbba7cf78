// Reads the form of a typical need: its title, then so many of each reference.
import { z } from 'zod';
import { largestQuantity } from '~/domain/campaigns/answering';
import type { KitLine } from '~/domain/campaigns/kits';

/** References that the form can hold. */
export const kitLineCount = 8;

export const kitSchema = z.object({
  id: z.uuid(),
  title: z.string().trim().min(3, 'Donnez un intitulé d’au moins trois caractères.').max(80),
});

/** The lines of the form, rows left empty apart; messages by field. */
export function readKitLines(
  form: FormData,
  references: readonly { readonly id: string; readonly label: string; readonly category: string }[],
): { readonly lines: readonly KitLine[]; readonly problems: Readonly<Record<string, string>> } {
  const lines: KitLine[] = [];
  const problems: Record<string, string> = {};
  for (let rank = 1; rank <= kitLineCount; rank += 1) {
    const productId = String(form.get(`product${rank}`) ?? '').trim();
    const typed = String(form.get(`quantity${rank}`) ?? '').trim();
    if (productId === '' && typed === '') continue;
    const reference = references.find(({ id }) => id === productId);
    const quantity = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
    if (!reference) problems[`product${rank}`] = 'Choisissez une référence de la liste.';
    if (quantity < 1 || quantity > largestQuantity)
      problems[`quantity${rank}`] = `Écrivez un nombre entier de 1 à ${largestQuantity}.`;
    if (reference) lines.push({ productId, label: reference.label, category: reference.category, quantity });
  }
  return { lines, problems };
}
