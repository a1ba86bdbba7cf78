// Reads amounts as French people type them.
import { type Cents, cents } from './money';

/** Cents of '1 234,5', '1234.50 €' or '12'; undefined when it is no amount, or has more than two decimals. */
export function parseAmount(text: string): Cents | undefined {
  const compact = text.replace(/[\s\u202f\u00a0€]/g, '');
  const match = /^(-?)(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(compact);
  if (!match) return undefined;
  const [, sign, whole, fraction = ''] = match;
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return cents(sign === '-' ? -value : value);
}
