// Figures of a decision as a person types them in a form.

import { parseAmount } from '~/domain/shared/amount-text';
import { type BasisPoints, type Cents, cents } from '~/domain/shared/money';

/** Basis points of '50', '33,33' or '40 %'; undefined when it is no rate from 0 to 100 %. */
export function parseRate(text: string): BasisPoints | undefined {
  const value = parseAmount(text.replace('%', ''));
  return value === undefined || value < 0 || value > 10_000 ? undefined : value;
}

/** '1234,56', as a field holds an amount; '' when there is none. */
export function centsText(amount: Cents | null): string {
  return amount === null ? '' : (amount / 100).toFixed(2).replace('.', ',');
}

/** '33,33', as a field holds a rate in %; '' when there is none. */
export function rateText(rate: BasisPoints | null): string {
  return rate === null ? '' : centsText(cents(rate)).replace(/,00$/, '');
}
