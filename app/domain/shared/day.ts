// Civil dates in Paris. A Day is text 'AAAA-MM-JJ', so days compare and sort as strings.

declare const dayBrand: unique symbol;
export type Day = string & { readonly [dayBrand]: true };

/** An instant, ISO 8601 in UTC, as stored: '2026-11-23T09:30:00.000Z'. */
export type Instant = string;

/** Reads 'AAAA-MM-JJ' as a Day; undefined when it is no such calendar date. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : undefined;
}

/** A Day written in code. Throws when it is not one. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new RangeError(`Not a day: ${text}`);
  return parsed;
}

// en-CA writes AAAA-MM-JJ; making a format costs far more than using it.
const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** The civil date in Paris at an instant. */
export function dayInParis(instant: Instant): Day {
  return paris.format(new Date(instant)) as Day;
}

const parisTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', timeStyle: 'medium' });

/** The time in Paris at an instant, 'HH:MM:SS'. */
export function timeInParis(instant: Instant): string {
  return parisTime.format(new Date(instant));
}

/** The day n days after (or before, when n is negative). */
export function addDays(from: Day, n: number): Day {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10) as Day;
}

/** The same day n months later; the last of the month when that day does not exist. */
export function addMonths(from: Day, n: number): Day {
  const [year, month, dayOfMonth] = from.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + n + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + n, Math.min(dayOfMonth, lastOfMonth))).toISOString().slice(0, 10) as Day;
}

/** Whole days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The civil year of a day. */
export function yearOf(value: Day): number {
  return Number(value.slice(0, 4));
}
