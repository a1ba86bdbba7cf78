// Who would come first at other weights of the price, in sentences.
import type { WinnerRange } from './sensitivity';

/** Sentences on the ranges around the weight that the consultation gives to the price. */
export function sensitivityTexts(
  winners: readonly WinnerRange[],
  weight: number,
  nameOf: (offerId: string) => string,
): readonly string[] {
  const here = winners.find(({ from, to }) => from <= weight && weight <= to);
  if (!here) return [];
  const names = (range: WinnerRange) => range.winners.map(nameOf).join(' et ');
  const leads = (range: WinnerRange) =>
    range.winners.length > 1 ? `${names(range)} sont à égalité en tête` : `${names(range)} passe en tête`;
  if (winners.length === 1) return [`${names(here)} reste en tête quel que soit le poids du prix.`];
  return winners.flatMap((range) => {
    if (range === here) return [];
    const below = range.to < here.from;
    const bound = below
      ? `${range.to}\u00a0% ou moins${range.from > 0 ? ` (à partir de ${range.from}\u00a0%)` : ''}`
      : `${range.from}\u00a0% ou plus${range.to < 100 ? ` (jusqu’à ${range.to}\u00a0%)` : ''}`;
    return [`Si le prix pèse ${bound}, ${leads(range)}.`];
  });
}

/** Weight of the price among the criteria, in percent. */
export function priceWeightOf(criteria: readonly { readonly nature: string; readonly weight: number }[]): number {
  return criteria.filter(({ nature }) => nature === 'price').reduce((sum, { weight }) => sum + weight, 0);
}
