// Civil dates in Paris.
import { expect, test } from 'vitest';
import { addDays, addMonths, day, dayInParis, daysBetween, parseDay } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';

test('an instant late in the evening in UTC is already tomorrow in Paris', () => {
  expect(dayInParis('2026-07-31T22:30:00.000Z')).toBe('2026-08-01');
  expect(dayInParis('2026-12-31T22:30:00.000Z')).toBe('2026-12-31');
});

test('a day that does not exist is not read', () => {
  expect(parseDay('2026-02-29')).toBeUndefined();
  expect(parseDay('2028-02-29')).toBe('2028-02-29');
  expect(parseDay('23/11/2026')).toBeUndefined();
});

test('a month later is the last day when the month is shorter', () => {
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
  expect(addMonths(day('2026-11-30'), 48)).toBe('2030-11-30');
  expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
  expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
});

test('the first of a month is written 1er', () => {
  expect(formatDay(day('2026-04-01'))).toBe('1er avril 2026');
});
