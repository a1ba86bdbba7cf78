// The earliest dates of a consultation, counted from the day it is launched.
import type { Confidence, DeadlineId } from 'catalog/thresholds/types';
import { addDays, type Day } from '~/domain/shared/day';
import { sameOrNextWorkingDay, sameOrPreviousWorkingDay } from '~/domain/shared/holidays';
import type { ProcedureFacts } from './duties';
import { inForce } from './in-force';

/** Days added to the legal minimum, as pages disagree on whether it counts clear days. */
export const safetyDays = 2;

export interface CalendarStep {
  readonly kind: 'launch' | 'earliestDeadline' | 'advisedDeadline' | 'lastAnswers' | 'indicativeDeadline';
  readonly day: Day;
  /** Calendar days counted from the launch, or back from the deadline. */
  readonly days: number;
  readonly article: string;
  readonly confidence: Confidence;
}

export interface ConsultationCalendar {
  /** First deadline for offers that the law allows; null where it sets no minimum. */
  readonly earliestDeadline: Day | null;
  readonly steps: readonly CalendarStep[];
}

/**
 * The calendar of a procedure: the day of dispatch is not counted, a term that falls on a Saturday, a Sunday or a
 * holiday moves to the next working day. An adapted procedure has no minimum: an indicative date is given, to be checked.
 */
export function consultationCalendar({ procedure, question, catalogue }: ProcedureFacts): ConsultationCalendar {
  const { launchDay } = question;
  const rule = (id: DeadlineId) =>
    inForce(
      catalogue.deadlines.filter((deadline) => deadline.id === id),
      launchDay,
    );
  const launch: CalendarStep = {
    kind: 'launch',
    day: launchDay,
    days: 0,
    article: 'CCP R2121-3',
    confidence: 'confirmed',
  };
  if (procedure === 'dispense') return { earliestDeadline: null, steps: [launch] };
  if (procedure !== 'openCall') {
    const indicative = rule('adaptedIndicative');
    if (!indicative) return { earliestDeadline: null, steps: [launch] };
    const { days, article, confidence } = indicative;
    const step: CalendarStep = {
      kind: 'indicativeDeadline',
      day: sameOrNextWorkingDay(addDays(launchDay, days)),
      days,
      article,
      confidence,
    };
    return { earliestDeadline: null, steps: [launch, step] };
  }
  const offers = rule('openCallOffers');
  if (!offers) return { earliestDeadline: null, steps: [launch] };
  const candidates = [
    offers.days,
    question.electronicOffers ? offers.electronicDays : undefined,
    question.priorNotice ? offers.priorNoticeDays : undefined,
    question.urgent ? offers.urgentDays : undefined,
  ].filter((days) => days !== undefined);
  const extra = question.documentsOnProfile ? 0 : (rule('offProfileExtra')?.days ?? 0);
  const days = Math.min(...candidates) + extra;
  const earliestDeadline = sameOrNextWorkingDay(addDays(launchDay, days));
  const advised = sameOrNextWorkingDay(addDays(earliestDeadline, safetyDays));
  const { article, confidence } = offers;
  const steps: CalendarStep[] = [
    launch,
    { kind: 'earliestDeadline', day: earliestDeadline, days, article, confidence },
    { kind: 'advisedDeadline', day: advised, days: days + safetyDays, article, confidence },
  ];
  const answers = rule('answersBeforeDeadline');
  if (answers) {
    const before = question.urgent ? (answers.urgentDays ?? answers.days) : answers.days;
    steps.push({
      kind: 'lastAnswers',
      day: sameOrPreviousWorkingDay(addDays(advised, -before)),
      days: before,
      article: answers.article,
      confidence: answers.confidence,
    });
  }
  return { earliestDeadline, steps };
}
