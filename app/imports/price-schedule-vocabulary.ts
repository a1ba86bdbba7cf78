// The words a price schedule is read with: attributes, categories and the VAT rates in force.
import { searchTerms } from '~/domain/products/search-terms';
import type { BasisPoints } from '~/domain/shared/money';
import type { AttributeDefinition } from './attribute-cells';

export interface PriceScheduleVocabulary {
  readonly attributes: readonly AttributeDefinition[];
  readonly categories: readonly { readonly code: string; readonly names: readonly string[] }[];
  readonly vatRates: readonly BasisPoints[];
}

/** The VAT rates of goods and services in metropolitan France (CGI, art. 278 to 281 nonies), and exemption. */
export const vatRatesInForce: readonly BasisPoints[] = [2000, 1000, 550, 210, 0];

export type CategoryNaming = (text: string) => string | null;

/** The stems of a name, sorted: 'Tablettes' and 'tablette' are the same category. */
function nameKey(text: string): string {
  return searchTerms(text).sort().join(' ');
}

/** Finds the category that a text names, its numbering left aside: 'Lot 1 - Tablettes', '2.3 Ordinateurs portables'. */
export function categoryNaming({ categories }: PriceScheduleVocabulary): CategoryNaming {
  const byName = new Map(categories.flatMap(({ code, names }) => names.map((name) => [nameKey(name), code] as const)));
  // A column of categories repeats a few names over thousands of lines.
  const answers = new Map<string, string | null>();
  return (text) => {
    const answered = answers.get(text);
    if (answered !== undefined) return answered;
    const bare = text.replace(/^\s*(lot\s*)?(n°\s*)?[\dA-Z]{0,2}(\.\d+)*\s*[-–—:.)]\s*/i, '');
    const answer = byName.get(nameKey(bare)) ?? byName.get(nameKey(text)) ?? null;
    answers.set(text, answer);
    return answer;
  };
}
