// Reads the form that opens a catalogue: the mode, the day of the prices, the blanks of the schedule, the ceilings.
import { z } from 'zod';
import { parseAmount } from '~/domain/shared/amount-text';
import type { Cents } from '~/domain/shared/money';
import { vatRatesInForce } from '~/imports/price-schedule-vocabulary';
import { dayField } from '../campaigns/fields.server';
import type { Blanks } from './catalogue-opening.server';

export const openingSchema = z.object({
  mode: z.enum(['wholesaler', 'intermediary'], { error: 'Choisissez qui commande et qui paie.' }),
  effectiveOn: dayField,
  digest: z.string().max(64),
});

/** What is said of blanks, in an address or in a form. */
export function readBlanks(given: { get(name: string): unknown }): Blanks {
  return {
    vatRate: vatRatesInForce.find((rate) => String(rate) === given.get('vatRate')) ?? null,
    noEcoContribution: given.get('noEcoContribution') === 'on',
  };
}

/** The ceilings typed, buyer by buyer, net; one left empty gives no right to order. Names those that can't be read. */
export function readCeilings(
  form: FormData,
  buyers: readonly { readonly communeId: string; readonly name: string }[],
): {
  readonly ceilings: readonly { readonly communeId: string; readonly name: string; readonly maximumNet: Cents }[];
  readonly unreadable: readonly string[];
} {
  const unreadable: string[] = [];
  const ceilings = buyers.flatMap(({ communeId, name }) => {
    const typed = String(form.get(`ceiling-${communeId}`) ?? '').trim();
    if (typed === '') return [];
    const maximumNet = parseAmount(typed);
    if (maximumNet !== undefined && maximumNet > 0) return [{ communeId, name, maximumNet }];
    unreadable.push(name);
    return [];
  });
  return { ceilings, unreadable };
}
