// The buyer's year under AGEC with and without a cart or an open order: only for the categories that it concerns.

import { categories, isCategoryCode } from 'catalog/products/categories';
import { agecCategories, agecRates } from 'catalog/thresholds/agec';
import type { Reads } from 'db/client';
import type { OrderLine } from 'db/orders';
import { categoryYear, type YearLine } from '~/domain/checks/agec-year';
import { type Day, yearOf } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { readYearOf } from '../checks/year.server';

const agecOf = (category: string) => (isCategoryCode(category) ? categories[category].agec : null);

/** Lines that the commune itself will pay; what the syndicat buys and resells is counted in the syndicat's year. */
function yearLineOf({ line, category, attributes, mode }: OrderLine): YearLine | undefined {
  const agec = agecOf(category);
  if (agec === null || mode === 'wholesaler') return undefined;
  const { condition: said, reuseProof } = line.facts;
  const condition = said ?? attributes['condition'];
  return {
    id: line.id,
    number: 'à commander',
    label: line.label,
    category: agec,
    net: cents(line.net + line.ecoNet),
    condition: typeof condition === 'string' ? condition : null,
    reuseProof: typeof reuseProof === 'boolean' ? reuseProof : null,
    recycled: null,
  };
}

/** For each category of the lines that has a minimum: the share of reuse so far, and with these lines, not yet issued. */
export function cartYear(db: Reads, communeId: string, lines: readonly OrderLine[], today: Day) {
  const year = yearOf(today);
  const asked = lines.flatMap((line) => yearLineOf(line) ?? []);
  const resold = lines.filter(({ category, mode }) => mode === 'wholesaler' && agecOf(category) !== null).length;
  if (asked.length === 0) return { buyerId: communeId, year, resold, categories: [] };
  const known = readYearOf(db, communeId, year, today);
  return {
    buyerId: communeId,
    year,
    resold,
    categories: known.figures.flatMap(({ category, reuseShare, minimumReuse }) => {
      if (minimumReuse === null || !asked.some((line) => line.category === category)) return [];
      const after = categoryYear(category, year, agecRates, [...known.lines, ...asked], known.entries);
      return [
        {
          label: agecCategories[category],
          before: reuseShare,
          after: after.reuseShare,
          minimum: minimumReuse,
          missing: after.missingReuse,
        },
      ];
    }),
  };
}
