// French writing of amounts, rates, quantities and dates, the same on screen and in documents.

import type { Day, Instant } from './day';
import type { BasisPoints, Cents, UnitPrice } from './money';

const narrowSpace = '\u202f';
const noBreakSpace = '\u00a0';

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, narrowSpace);
}

function decimal(value: number, scale: number, minimumDecimals: number): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, '0');
  const whole = grouped(digits.slice(0, digits.length - scale));
  let fraction = scale === 0 ? '' : digits.slice(digits.length - scale);
  while (fraction.length > minimumDecimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `,${fraction}`}`;
}

/** '1 234,56 €' with the spaces of French typography. */
export function formatCents(amount: Cents): string {
  return `${decimal(amount, 2, 2)}${noBreakSpace}€`;
}

/** '1 234,56 €', or up to four decimals where the price has them. */
export function formatUnitPrice(price: UnitPrice): string {
  return `${decimal(price, 4, 2)}${noBreakSpace}€`;
}

/** '20 %', '5,5 %'. */
export function formatRate(rate: BasisPoints): string {
  return `${decimal(rate, 2, 0)}${noBreakSpace}%`;
}

/** '12 345'. */
export function formatCount(count: number): string {
  return decimal(count, 0, 0);
}

/** '58 ko', '1,2 Mo': the size of a file, rounded up. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatCount(Math.ceil(bytes / 1000))}${noBreakSpace}ko`
    : `${decimal(Math.ceil(bytes / 100_000), 1, 0)}${noBreakSpace}Mo`;
}

// Making a format costs far more than using it.
const longDay = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** '23 novembre 2026'. */
export function formatDay(value: Day): string {
  const text = longDay.format(new Date(`${value}T00:00:00Z`));
  return text.replace(/^1 /, '1er ');
}

/** '23/11/2026', for narrow columns. */
export function formatDayShort(value: Day): string {
  return value.split('-').reverse().join('/');
}

/** '23 novembre 2026 à 10:30', Paris time. */
export function formatInstant(value: Instant): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(
    new Date(value),
  );
}

/** '12 février 2027 à 12 h 00', from a day and a time 'HH:MM' of Paris. */
export function formatMoment(value: Day, time: string): string {
  return `${formatDay(value)} à ${formatTime(time)}`;
}

/** '12 h 00' from 'HH:MM'. */
export function formatTime(time: string): string {
  return time.replace(':', ' h ');
}

/** '37,50' from hundredths of a point. */
export function formatPoints(hundredths: number): string {
  return (hundredths / 100).toFixed(2).replace('.', ',');
}
