// Exact decimals for files that machines read: digits moved by a comma, never divided.
import type { BasisPoints, Cents, UnitPrice } from '~/domain/shared/money';

function shifted(value: number, scale: number, least: number): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, '0');
  const whole = digits.slice(0, -scale);
  let fraction = digits.slice(-scale);
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** '1234.50'. */
export function centsDecimal(amount: Cents): string {
  return shifted(amount, 2, 2);
}

/** '289.00', '0.0375': two decimals at least, four at most. */
export function unitPriceDecimal(price: UnitPrice): string {
  return shifted(price, 4, 2);
}

/** '20', '5.5': the rate in percent. */
export function percentDecimal(rate: BasisPoints): string {
  return shifted(rate, 2, 0);
}
