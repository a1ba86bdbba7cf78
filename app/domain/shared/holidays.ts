// The eleven public holidays of mainland France (code du travail, article L3133-1), and the working days they leave.
import { addDays, type Day, day, yearOf } from './day';

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const pad = (value: number) => String(value).padStart(2, '0');
  return day(`${year}-${pad(Math.floor(f / 31))}-${pad((f % 31) + 1)}`);
}

/** The eleven holidays of a year, in order. */
export function publicHolidays(year: number): readonly Day[] {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((rest) =>
    day(`${year}-${rest}`),
  );
  return [...fixed, addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)].sort();
}

/** Whether a day is neither a Saturday, a Sunday nor a public holiday. */
export function isWorkingDay(value: Day): boolean {
  const weekday = new Date(`${value}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !publicHolidays(yearOf(value)).includes(value);
}

/** The day itself when it is a working day, else the first one after it. */
export function sameOrNextWorkingDay(value: Day): Day {
  let found = value;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/** The day itself when it is a working day, else the last one before it. */
export function sameOrPreviousWorkingDay(value: Day): Day {
  let found = value;
  while (!isWorkingDay(found)) found = addDays(found, -1);
  return found;
}
