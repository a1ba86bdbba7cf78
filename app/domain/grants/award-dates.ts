// The dates of an awarded grant: what must be done before when, from the decision or from the text, and how near it is.
import type { Confidence, GrantScheme } from 'catalog/grants/types';
import { addMonths, type Day, daysBetween } from '~/domain/shared/day';
import { currentState, type FileState, type FileStep, reachedOn } from './file-steps';

export type AwardDateKind = 'agreement' | 'start' | 'completion' | 'evidence' | 'results';

export interface AwardTerms {
  readonly agreementBefore: Day | null;
  readonly startBefore: Day | null;
  readonly completeBefore: Day | null;
  readonly evidenceBefore: Day | null;
  readonly resultsBefore: Day | null;
  readonly startedOn: Day | null;
  readonly completedOn: Day | null;
}

export interface AwardDate {
  readonly kind: AwardDateKind;
  readonly on: Day;
  /** 'decision': told by a person; 'scheme': counted from the months of the published text. */
  readonly origin: 'decision' | 'scheme';
  readonly confidence: Confidence;
  readonly note: string | null;
  /** The day it was done; null while it is not. */
  readonly doneOn: Day | null;
}

export const awardDateLabels: Readonly<Record<AwardDateKind, string>> = {
  agreement: 'Signer la convention au plus tard',
  start: 'Commencer l’opération au plus tard',
  completion: 'Achever l’opération au plus tard',
  evidence: 'Demander le solde au plus tard',
  results: 'Remettre le bilan au plus tard',
};

/**
 * The dates to hold, in their order. What the decision says comes first; else the months of the scheme, from the award
 * (DETR: start within two years, CGCT article R. 2334-28) and from the start (four years, R. 2334-29).
 * `resultsOn`: the day the results were told; null while they are not.
 */
export function awardDatesOf(
  scheme: Pick<GrantScheme, 'deadlines'>,
  terms: AwardTerms | undefined,
  steps: readonly FileStep[],
  resultsOn: Day | null,
): readonly AwardDate[] {
  const awarded = reachedOn(steps, 'awarded');
  if (awarded === undefined) return [];
  const startedOn = terms?.startedOn ?? null;
  const completedOn = terms?.completedOn ?? null;
  const requestedOn = reachedOn(steps, 'balanceRequested') ?? null;
  // A funder that pays has signed, even when nobody noted the day of the agreement.
  const signedOn = reachedOn(steps, 'agreementSigned') ?? reachedOn(steps, 'advancePaid') ?? requestedOn;
  const { startWithinMonths, completeWithinMonths } = scheme.deadlines;
  const counted = (
    kind: AwardDateKind,
    from: Day | null,
    within: typeof startWithinMonths,
    doneOn: Day | null,
  ): AwardDate[] =>
    from === null || within.value === null
      ? []
      : [
          {
            kind,
            on: addMonths(from, within.value),
            origin: 'scheme',
            confidence: within.confidence,
            note: within.note ?? null,
            doneOn,
          },
        ];
  const decided = (kind: AwardDateKind, on: Day, doneOn: Day | null): AwardDate[] => [
    { kind, on, origin: 'decision', confidence: 'confirmed', note: null, doneOn },
  ];
  return [
    ...(terms?.agreementBefore ? decided('agreement', terms.agreementBefore, signedOn) : []),
    ...(terms?.startBefore
      ? decided('start', terms.startBefore, startedOn)
      : counted('start', awarded, startWithinMonths, startedOn)),
    ...(terms?.completeBefore
      ? decided('completion', terms.completeBefore, completedOn)
      : counted('completion', startedOn, completeWithinMonths, completedOn)),
    ...(terms?.evidenceBefore ? decided('evidence', terms.evidenceBefore, requestedOn) : []),
    ...(terms?.resultsBefore ? decided('results', terms.resultsBefore, resultsOn) : []),
  ];
}

export type Nearness = 'done' | 'doneLate' | 'passed' | 'near' | 'ahead';

/** Days before a date from which it is called near. */
export const nearDays = 60;

/** How near a date is on a day. */
export function nearnessOf(date: Pick<AwardDate, 'on' | 'doneOn'>, today: Day): Nearness {
  if (date.doneOn !== null) return date.doneOn <= date.on ? 'done' : 'doneLate';
  if (date.on < today) return 'passed';
  return daysBetween(today, date.on) <= nearDays ? 'near' : 'ahead';
}

/** The dates that still hold in a state: none once refused or lapsed, the results alone once all is paid. */
export function datesThatHold(dates: readonly AwardDate[], state: FileState): readonly AwardDate[] {
  if (state === 'refused' || state === 'lapsed') return [];
  return state === 'paid' ? dates.filter(({ kind }) => kind === 'results') : dates;
}

/** The dates that ask for a deed: near or passed, of a file that still runs. */
export function pressingDates(
  dates: readonly AwardDate[],
  steps: readonly FileStep[],
  today: Day,
): readonly AwardDate[] {
  return datesThatHold(dates, currentState(steps)).filter((date) =>
    ['near', 'passed'].includes(nearnessOf(date, today)),
  );
}
