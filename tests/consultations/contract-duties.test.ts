// The dates that follow an award: the standstill, and the duties that run from the signature and the notification.
import { award } from 'catalog/award';
import { thresholds } from 'catalog/thresholds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContractDates, contractDuties } from '~/domain/consultations/contract-duties';
import { standstillAfter } from '~/domain/consultations/standstill';
import { addDays, type Day, day, daysBetween } from '~/domain/shared/day';
import { isWorkingDay } from '~/domain/shared/holidays';
import { cents } from '~/domain/shared/money';

const anyDay = fc.integer({ min: 0, max: 2000 }).map((offset): Day => addDays(day('2026-01-01'), offset));

test('between the letters and the signature lie at least eleven whole days, sixteen on paper, ending on a working day', () => {
  fc.assert(
    fc.property(anyDay, fc.boolean(), (sentOn, electronic) => {
      const found = standstillAfter(sentOn, electronic, 'openCall', thresholds);
      const days = electronic ? 11 : 16;
      expect(found?.days).toBe(days);
      // Neither the day of sending nor the day of signature is one of them.
      const whole = daysBetween(sentOn, found?.signableFrom ?? sentOn) - 1;
      expect(whole).toBeGreaterThanOrEqual(days);
      expect(isWorkingDay(found?.lastDay ?? sentOn)).toBe(true);
      // Never longer than the longest run of days off asks for: Easter and Christmas give four at most.
      expect(whole).toBeLessThanOrEqual(days + 4);
    }),
  );
});

test('letters of Thursday 7 January 2027 let the contract be signed on the 19th, and an adapted procedure waits for nothing', () => {
  expect(standstillAfter(day('2027-01-07'), true, 'openCall', thresholds)).toMatchObject({
    lastDay: '2027-01-18',
    signableFrom: '2027-01-19',
    article: 'CCP R2182-1',
  });
  // Eleven days after Tuesday 5 January end on Saturday 16: the term moves to Monday 18.
  expect(standstillAfter(day('2027-01-05'), true, 'openCall', thresholds)?.signableFrom).toBe('2027-01-19');
  expect(standstillAfter(day('2027-01-05'), true, 'adaptedPublished', thresholds)).toBeUndefined();
});

const formal: ContractDates = {
  procedure: 'openCall',
  needNet: cents(400_000_00),
  signedOn: day('2027-01-20'),
  notifiedOn: day('2027-01-25'),
  startsOn: day('2027-01-25'),
  endsOn: day('2031-01-24'),
  firmMonths: 12,
  renewals: 3,
  renewalMonths: 12,
  renewalNoticeMonths: 3,
  renewalDecisions: [],
  revision: null,
  amendments: [{ number: 1, notifiedOn: day('2028-12-31') }],
};

test('a formal contract owes its notice in thirty days, its insurance in fifteen, its data in two months, and says when each renewal is refused at last', () => {
  expect(contractDuties(formal, thresholds, award).map(({ kind, number, due }) => [kind, number, due])).toEqual([
    ['insurance', null, '2027-02-09'],
    ['awardNotice', null, '2027-02-19'],
    ['openData', null, '2027-03-25'],
    ['renewal', 1, '2027-10-24'],
    ['renewal', 2, '2028-10-24'],
    ['amendmentOpenData', 1, '2029-02-28'],
    ['renewal', 3, '2029-10-24'],
    ['end', null, '2031-01-24'],
  ]);
});

test('before the notification only the notice is owed, and a small adapted contract owes no data', () => {
  const signed = { ...formal, notifiedOn: null, startsOn: null, endsOn: null, amendments: [] };
  expect(contractDuties(signed, thresholds, award).map(({ kind }) => kind)).toEqual(['awardNotice']);
  const small = { ...formal, procedure: 'adapted' as const, needNet: cents(39_999_99), renewals: 0, amendments: [] };
  expect(contractDuties(small, thresholds, award).map(({ kind }) => kind)).toEqual(['insurance', 'end']);
});
