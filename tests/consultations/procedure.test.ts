// The procedure a need requires, at each threshold and at each boundary day since 2018.

import { thresholds } from 'catalog/thresholds';
import { expect, test } from 'vitest';
import {
  chooseProcedure,
  type Procedure,
  type ProcedureAdvice,
  type ProcedureQuestion,
} from '~/domain/consultations/procedure';
import {
  calendarStepSentence,
  dutySentence,
  procedureRefusalSentence,
  reasonSentence,
  smallLotSentence,
} from '~/domain/consultations/sentences';
import { addDays, day } from '~/domain/shared/day';
import { easterSunday, isWorkingDay, publicHolidays, sameOrNextWorkingDay } from '~/domain/shared/holidays';
import { cents, zeroCents } from '~/domain/shared/money';

function aQuestion(over: Partial<ProcedureQuestion> = {}): ProcedureQuestion {
  return {
    lots: [{ number: 1, maximumNet: cents(10_000_000) }],
    durationMonths: 48,
    launchDay: day('2026-12-01'),
    alreadyBoughtNet: zeroCents,
    accordCadre: true,
    electronicOffers: true,
    documentsOnProfile: true,
    priorNotice: false,
    urgent: false,
    longDurationReason: null,
    ...over,
  };
}

function advise(over: Partial<ProcedureQuestion> = {}): ProcedureAdvice {
  const outcome = chooseProcedure(aQuestion(over), thresholds);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals));
  return outcome.advice;
}

function procedureAt(euros: number, launchDay: string): Procedure {
  return advise({ lots: [{ number: 1, maximumNet: cents(euros * 100) }], launchDay: day(launchDay) }).procedure;
}

test('at each threshold in force, one cent below and the threshold itself fall on each side', () => {
  for (const row of thresholds.procedures) {
    for (const launchDay of [row.from, row.to]) {
      const at = (netCents: number) =>
        advise({ lots: [{ number: 1, maximumNet: cents(netCents) }], launchDay: day(launchDay) });
      expect(at(row.dispense.netCents - 1).procedure).toBe('dispense');
      expect(at(row.dispense.netCents).procedure).toBe('adapted');
      expect(at(row.publicity.netCents - 1).procedure).toBe('adapted');
      expect(at(row.publicity.netCents).procedure).toBe('adaptedPublished');
      expect(at(row.formal.netCents - 1).procedure).toBe('adaptedPublished');
      expect(at(row.formal.netCents).procedure).toBe('openCall');
      expect(at(row.formal.netCents).thresholds.id).toBe(row.id);
    }
  }
});

test('the same need changes procedure on the day a threshold changes', () => {
  const cases: readonly (readonly [number, string, Procedure, string, Procedure])[] = [
    [30_000, '2019-12-31', 'adapted', '2020-01-01', 'dispense'],
    [214_500, '2019-12-31', 'adaptedPublished', '2020-01-01', 'openCall'],
    [214_500, '2021-12-31', 'openCall', '2022-01-01', 'adaptedPublished'],
    [218_000, '2023-12-31', 'openCall', '2024-01-01', 'adaptedPublished'],
    [218_000, '2025-12-31', 'adaptedPublished', '2026-01-01', 'openCall'],
    [55_000, '2026-03-31', 'adapted', '2026-04-01', 'dispense'],
    [215_500, '2026-03-31', 'adaptedPublished', '2026-04-01', 'adaptedPublished'],
  ];
  for (const [euros, before, procedureBefore, after, procedureAfter] of cases) {
    expect(procedureAt(euros, before)).toBe(procedureBefore);
    expect(procedureAt(euros, after)).toBe(procedureAfter);
  }
});

test('the value adds every lot at its maximum and what was already bought of the same family', () => {
  const lots = [
    { number: 1, maximumNet: cents(10_000_000) },
    { number: 2, maximumNet: cents(9_000_000) },
  ];
  expect(advise({ lots }).procedure).toBe('adaptedPublished');
  const advice = advise({ lots, alreadyBoughtNet: cents(2_600_000) });
  expect(advice).toMatchObject({ procedure: 'openCall', lotsNet: 19_000_000, valueNet: 21_600_000 });
});

test('the environmental criterion is required from 21 August 2026 and the execution condition from 22 August', () => {
  const kinds = (launchDay: string, maximumNet = 10_000_000) =>
    advise({ launchDay: day(launchDay), lots: [{ number: 1, maximumNet: cents(maximumNet) }] }).duties.map(
      (duty) => duty.kind,
    );
  expect(kinds('2026-08-20')).not.toContain('environmentalCriterion');
  expect(kinds('2026-08-21')).toContain('environmentalCriterion');
  expect(kinds('2026-08-21')).not.toContain('environmentalExecutionCondition');
  expect(kinds('2026-08-22')).toContain('environmentalExecutionCondition');
  expect(kinds('2026-08-22')).toContain('sustainableSpecifications');
  expect(kinds('2026-08-22')).not.toContain('socialConditionAtFormal');
  expect(kinds('2026-08-22', 21_600_000)).toContain('socialConditionAtFormal');
});

test('publicity, buyer profile and legality control follow the value', () => {
  const duties = (euros: number) => advise({ lots: [{ number: 1, maximumNet: cents(euros * 100) }] }).duties;
  const medium = (euros: number) => duties(euros).find((duty) => duty.kind === 'publicity');
  expect(medium(59_999)).toMatchObject({ medium: 'none' });
  expect(medium(60_000)).toMatchObject({ medium: 'freeAdapted' });
  expect(medium(90_000)).toMatchObject({ medium: 'boampOrJournal', article: 'CCP R2131-12' });
  expect(medium(216_000)).toMatchObject({ medium: 'boampAndJoue', article: 'CCP R2131-16' });
  const kinds = (euros: number) => duties(euros).map((duty) => duty.kind);
  expect(kinds(59_999)).not.toContain('buyerProfile');
  expect(kinds(60_000)).toContain('buyerProfile');
  expect(kinds(215_999)).not.toContain('legalityControl');
  expect(kinds(216_000)).toContain('legalityControl');
  expect(kinds(24_999)).not.toContain('writtenContract');
  expect(kinds(25_000)).toContain('writtenContract');
});

test('small lots are spared up to 20 % of all lots, the smallest first', () => {
  const lots = [300_000, 79_999, 40_000, 30_000, 80_000].map((euros, index) => ({
    number: index + 1,
    maximumNet: cents(euros * 100),
  }));
  const advice = advise({ lots });
  expect(advice.smallLots.find((option) => option.spares === 'formalProcedure')).toMatchObject({
    lots: [4, 3],
    cumulativeNet: 7_000_000,
    cumulativeMaxNet: 10_599_980,
    leftOut: [2],
  });
  expect(advice.smallLots.find((option) => option.spares === 'anyProcedure')).toMatchObject({
    lots: [4, 3],
    leftOut: [],
  });
  expect(advise({ lots, launchDay: day('2026-03-31') }).smallLots.map((option) => option.spares)).toEqual([
    'formalProcedure',
  ]);
});

test('the calendar of an open call counts 30 days with electronic offers and moves off weekends and holidays', () => {
  const lots = [{ number: 1, maximumNet: cents(50_000_000) }];
  // 30 days after 1 December 2026 is Thursday 31 December; one more day would be a holiday.
  expect(advise({ lots }).calendar.earliestDeadline).toBe('2026-12-31');
  expect(advise({ lots, launchDay: day('2026-12-02') }).calendar.earliestDeadline).toBe('2027-01-04');
  expect(advise({ lots, electronicOffers: false }).calendar.earliestDeadline).toBe('2027-01-05');
  expect(advise({ lots, documentsOnProfile: false }).calendar.earliestDeadline).toBe('2027-01-05');
  expect(advise({ lots, urgent: true }).calendar.earliestDeadline).toBe('2026-12-16');
  const answers = advise({ lots }).calendar.steps.find((step) => step.kind === 'lastAnswers');
  expect(answers?.day).toBe('2026-12-29');
});

test('an adapted procedure has no legal minimum: the date given is indicative and marked to be checked', () => {
  const { calendar } = advise();
  expect(calendar.earliestDeadline).toBeNull();
  expect(calendar.steps.at(-1)).toMatchObject({ kind: 'indicativeDeadline', confidence: 'unsure' });
});

test('all reasons against choosing are given at once', () => {
  const outcome = chooseProcedure(
    aQuestion({ lots: [{ number: 2, maximumNet: zeroCents }], durationMonths: 60, launchDay: day('2028-01-01') }),
    thresholds,
  );
  expect(outcome).toEqual({
    kind: 'refused',
    refusals: [
      { kind: 'maximumMissing', lots: [2], article: 'CCP R2162-4' },
      { kind: 'tooLong', months: 60, longest: 48, article: 'CCP L2125-1' },
      { kind: 'noThresholds', launchDay: '2028-01-01' },
    ],
  });
  if (outcome.kind === 'refused')
    for (const refusal of outcome.refusals) expect(procedureRefusalSentence(refusal)).toMatch(/\.$/);
  expect(advise({ durationMonths: 60, longDurationReason: 'Amortissement des équipements' }).procedure).toBe(
    'adaptedPublished',
  );
});

test('each reason, duty, date and small lot is said in one French sentence', () => {
  const lots = [300_000, 30_000].map((euros, index) => ({ number: index + 1, maximumNet: cents(euros * 100) }));
  for (const advice of [advise({ lots }), advise(), advise({ lots: [{ number: 1, maximumNet: cents(100) }] })]) {
    for (const reason of advice.reasons) expect(reasonSentence(reason)).toMatch(/€/);
    for (const duty of advice.duties) expect(dutySentence(duty)).toMatch(/\.$/);
    for (const step of advice.calendar.steps) expect(calendarStepSentence(step)).not.toBe('');
    for (const option of advice.smallLots) expect(smallLotSentence(option)).toMatch(/lot 2/);
  }
});

test('there are eleven holidays a year, and Easter falls where it does', () => {
  expect(easterSunday(2026)).toBe('2026-04-05');
  expect(easterSunday(2027)).toBe('2027-03-28');
  expect(easterSunday(2038)).toBe('2038-04-25');
  expect(publicHolidays(2026)).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ]);
  expect(isWorkingDay(day('2026-12-25'))).toBe(false);
  expect(sameOrNextWorkingDay(day('2026-12-25'))).toBe('2026-12-28');
  for (let offset = 0; offset < 400; offset += 1) {
    expect(isWorkingDay(sameOrNextWorkingDay(addDays(day('2026-01-01'), offset)))).toBe(true);
  }
});
