// Thresholds, duties and terms on the day before and the day of each change since 2018, with amounts written here by hand.
import { thresholds } from 'catalog/thresholds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blanksOf } from '~/documents/consultations/clause-text';
import { inForce } from '~/domain/consultations/in-force';
import { chooseProcedure, type Procedure, type ProcedureQuestion } from '~/domain/consultations/procedure';
import { lastAnswerDay } from '~/domain/consultations/publication';
import { standstillAfter } from '~/domain/consultations/standstill';
import { addDays, type Day, day, daysBetween } from '~/domain/shared/day';
import { isWorkingDay } from '~/domain/shared/holidays';
import { cents, zeroCents } from '~/domain/shared/money';
import { aSubject } from './builders';

function advise(launch: string, lots: readonly number[], over: Partial<ProcedureQuestion> = {}) {
  const question: ProcedureQuestion = {
    lots: lots.map((netCents, index) => ({ number: index + 1, maximumNet: cents(netCents) })),
    durationMonths: 48,
    launchDay: day(launch),
    alreadyBoughtNet: zeroCents,
    accordCadre: true,
    electronicOffers: true,
    documentsOnProfile: true,
    priorNotice: false,
    urgent: false,
    longDurationReason: null,
    ...over,
  };
  const outcome = chooseProcedure(question, thresholds);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals));
  return outcome.advice;
}

/** Euros: dispense below, published from, buyer profile from, formal from; on the first and the last day of each row. */
const rows = [
  ['2018-01-01', '2019-12-31', 25_000, 90_000, 25_000, 221_000],
  ['2020-01-01', '2021-12-31', 40_000, 90_000, 40_000, 214_000],
  ['2022-01-01', '2023-12-31', 40_000, 90_000, 40_000, 215_000],
  ['2024-01-01', '2025-12-31', 40_000, 90_000, 40_000, 221_000],
  ['2026-01-01', '2026-03-31', 40_000, 90_000, 40_000, 216_000],
  ['2026-04-01', '2027-12-31', 60_000, 90_000, 60_000, 216_000],
] as const;

test('on the first and the last day of each row, each amount changes sides at the cent', () => {
  for (const [from, to, dispense, published, profile, formal] of rows) {
    for (const launch of [from, to]) {
      const at = (euros: number, less = 0): Procedure => advise(launch, [euros * 100 - less]).procedure;
      expect([launch, at(dispense, 1), at(dispense)]).toEqual([launch, 'dispense', 'adapted']);
      expect([launch, at(published, 1), at(published)]).toEqual([launch, 'adapted', 'adaptedPublished']);
      expect([launch, at(formal, 1), at(formal)]).toEqual([launch, 'adaptedPublished', 'openCall']);
      const kinds = (euros: number, less = 0) => advise(launch, [euros * 100 - less]).duties.map(({ kind }) => kind);
      expect(kinds(profile, 1)).not.toContain('buyerProfile');
      expect(kinds(profile)).toContain('buyerProfile');
      expect(kinds(25_000, 1)).not.toContain('writtenContract');
      expect(kinds(25_000)).toContain('writtenContract');
      // The transmission to the prefect follows the European threshold since 2020 (CGCT D2131-5-1).
      if (launch >= '2020-01-01') {
        expect(kinds(formal, 1)).not.toContain('legalityControl');
        expect(kinds(formal)).toContain('legalityControl');
      }
    }
  }
});

test('no day since 2018 is without a row, and none has two', () => {
  for (let on = day('2018-01-01'); on <= '2027-12-31'; on = addDays(on, 1)) {
    const found = rows.filter(([from, to]) => from <= on && on <= to);
    expect(found).toHaveLength(1);
    const [, , dispense, , , formal] = found[0] ?? rows[0];
    const row = inForce(thresholds.procedures, on);
    expect([on, row?.dispense.netCents, row?.formal.netCents]).toEqual([on, dispense * 100, formal * 100]);
  }
});

test('green and social duties start on their own day, the day before they are not there', () => {
  const kinds = (launch: string, euros: number) => advise(launch, [euros * 100]).duties.map(({ kind }) => kind);
  const cases = [
    ['environmentalCriterion', '2026-08-20', '2026-08-21', 100_000],
    ['environmentalExecutionCondition', '2026-08-21', '2026-08-22', 100_000],
    ['sustainableSpecifications', '2026-08-21', '2026-08-22', 100_000],
    ['socialConditionAtFormal', '2026-08-21', '2026-08-22', 216_000],
  ] as const;
  for (const [duty, before, from, euros] of cases) {
    expect(kinds(before, euros)).not.toContain(duty);
    expect(kinds(from, euros)).toContain(duty);
  }
  expect(kinds('2026-08-22', 215_999)).not.toContain('socialConditionAtFormal');
});

test('open data are owed from 40 000 euros since 2024, and the minimum turnover falls to 1.5 times in 2026', () => {
  const kinds = (launch: string, netCents: number) => advise(launch, [netCents]).duties.map(({ kind }) => kind);
  for (const launch of ['2024-01-01', '2026-03-31', '2026-04-01']) {
    expect(kinds(launch, 3_999_999)).not.toContain('openData');
    expect(kinds(launch, 4_000_000)).toContain('openData');
  }
  const factor = (launch: string) => blanksOf({ ...aSubject(), launchDay: day(launch) }).turnoverFactor;
  expect([factor('2025-12-31'), factor('2026-01-01')]).toEqual(['2', '1,5']);
});

test('small lots are spared below 80 000 euros each and up to a fifth of all lots, to the cent', () => {
  const spared = (launch: string, small: number, whole: number) =>
    advise(launch, [whole - small, small])
      .smallLots.filter(({ spares }) => spares === 'formalProcedure')
      .flatMap(({ lots }) => lots);
  expect(spared('2026-12-01', 7_999_999, 50_000_000)).toEqual([2]);
  expect(spared('2026-12-01', 8_000_000, 50_000_000)).toEqual([]);
  expect(spared('2026-12-01', 6_000_000, 30_000_000)).toEqual([2]);
  expect(spared('2026-12-01', 6_000_001, 30_000_000)).toEqual([]);
  const dispensed = (launch: string, small: number) =>
    advise(launch, [100_000_000, small])
      .smallLots.filter(({ spares }) => spares === 'anyProcedure')
      .flatMap(({ lots }) => lots);
  expect(dispensed('2026-04-01', 5_999_999)).toEqual([2]);
  expect(dispensed('2026-04-01', 6_000_000)).toEqual([]);
  expect(dispensed('2026-03-31', 5_999_999)).toEqual([]);
});

/** Sending of the notice, days of the rule, first deadline counted by hand with the calendars of those years. */
const terms = [
  ['2026-12-01', {}, '2026-12-31', '30 days end on a Thursday'],
  ['2026-12-02', {}, '2027-01-04', 'New Year’s Day is a Friday: Monday'],
  ['2027-02-26', {}, '2027-03-30', '28 March is Easter Sunday, the 29th Easter Monday'],
  ['2026-03-06', {}, '2026-04-07', '5 April is Easter Sunday, the 6th Easter Monday'],
  ['2026-04-14', {}, '2026-05-15', '14 May is Ascension Day'],
  ['2026-12-01', { electronicOffers: false }, '2027-01-05', '35 days'],
  ['2026-12-01', { documentsOnProfile: false }, '2027-01-05', '30 days and 5'],
  ['2026-12-01', { priorNotice: true }, '2026-12-16', '15 days'],
  ['2026-12-01', { urgent: true, documentsOnProfile: false }, '2026-12-21', '15 days and 5 end on a Monday'],
] as const;

test('the first deadline of an open call is counted from the day after the notice, and ends on a working day', () => {
  for (const [sent, over, expected, why] of terms)
    expect([why, advise(sent, [50_000_000], over).calendar.earliestDeadline]).toEqual([why, expected]);
  const launch = fc.integer({ min: 0, max: daysBetween(day('2019-04-01'), day('2027-11-01')) });
  fc.assert(
    fc.property(launch, fc.boolean(), fc.boolean(), (offset, electronicOffers, documentsOnProfile) => {
      const sent = addDays(day('2019-04-01'), offset);
      const { earliestDeadline } = advise(sent, [50_000_000], { electronicOffers, documentsOnProfile }).calendar;
      const least = (electronicOffers ? 30 : 35) + (documentsOnProfile ? 0 : 5);
      const end = earliestDeadline as Day;
      expect(isWorkingDay(end)).toBe(true);
      expect(daysBetween(sent, end)).toBeGreaterThanOrEqual(least);
      for (let between = addDays(sent, least); between < end; between = addDays(between, 1))
        expect(isWorkingDay(between)).toBe(false);
    }),
  );
});

test('answers come six days before the deadline, four when urgent, on the working day before if need be', () => {
  expect(lastAnswerDay(day('2027-01-13'), 6)).toBe('2027-01-07');
  // Six days before Thursday 7 January is New Year’s Day.
  expect(lastAnswerDay(day('2027-01-07'), 6)).toBe('2026-12-31');
  expect(lastAnswerDay(day('2027-01-14'), 4)).toBe('2027-01-08');
});

test('nothing is signed for eleven whole days after electronic letters, sixteen otherwise, and only in formal procedures', () => {
  const from = (sent: string, electronic: boolean) =>
    standstillAfter(day(sent), electronic, 'openCall', thresholds)?.signableFrom;
  expect(from('2027-01-07', true)).toBe('2027-01-19');
  expect(from('2027-01-07', false)).toBe('2027-01-26');
  // Eleven days after 19 March 2027 is 30 March, the day after Easter Monday.
  expect(from('2027-03-19', true)).toBe('2027-03-31');
  expect(from('2027-03-17', true)).toBe('2027-03-31');
  expect(standstillAfter(day('2027-01-07'), true, 'adaptedPublished', thresholds)).toBeUndefined();
});
