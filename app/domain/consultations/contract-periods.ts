// The periods of a contract: the firm one, then each renewal, tacit unless refused in writing before its limit day.
import { addDays, addMonths, type Day } from '~/domain/shared/day';

export type RenewalOutcome = 'renewed' | 'refused';

/** A decision on a renewal; it binds once the holder has received its letter. */
export interface RenewalDecision {
  readonly number: number;
  readonly outcome: RenewalOutcome;
  readonly decidedOn: Day;
  readonly receivedOn: Day | null;
}

export interface PeriodTerms {
  readonly startsOn: Day | null;
  /** Last day, renewals included, as amended. */
  readonly endsOn: Day | null;
  readonly firmMonths: number;
  readonly renewals: number;
  readonly renewalMonths: number;
  /** Months before the end of a period in which a refusal is received. */
  readonly renewalNoticeMonths: number;
}

export interface RenewalTerm {
  /** From 1. */
  readonly number: number;
  /** Last day of the period before it: where the contract ends if it is refused. */
  readonly previousEnd: Day;
  /** Last day on which the holder receives a refusal. */
  readonly decideBy: Day;
}

export type PeriodState =
  | 'firm'
  /** Nothing binds yet and a refusal is still possible. */
  | 'open'
  | 'renewed'
  /** The limit day passed without a refusal received. */
  | 'tacit'
  | 'refused'
  /** The contract ends before it. */
  | 'void';

export interface ContractPeriod {
  /** 0 for the firm period, then the number of the renewal. */
  readonly number: number;
  readonly from: Day;
  readonly to: Day;
  readonly decideBy: Day | null;
  readonly state: PeriodState;
}

/** Last day of a contract that starts on a day and lasts whole months. */
export function lastDayOf(startsOn: Day, months: number): Day {
  return addDays(addMonths(startsOn, months), -1);
}

/** When each renewal published is refused at last; none before the notification. */
export function renewalTerms(terms: PeriodTerms): readonly RenewalTerm[] {
  const { startsOn, firmMonths, renewals, renewalMonths, renewalNoticeMonths } = terms;
  if (startsOn === null) return [];
  return Array.from({ length: renewals }, (_, index): RenewalTerm => {
    const previousEnd = lastDayOf(startsOn, firmMonths + index * renewalMonths);
    return { number: index + 1, previousEnd, decideBy: addMonths(previousEnd, -renewalNoticeMonths) };
  });
}

/** The decision that holds on a renewal: the latest, decisions being given in the order they were taken. */
export function holdingDecision<D extends RenewalDecision>(decisions: readonly D[], number: number): D | undefined {
  return decisions.findLast((one) => one.number === number);
}

/** The periods published, each with its state on a day; none before the notification. */
export function contractPeriods(
  terms: PeriodTerms,
  decisions: readonly RenewalDecision[],
  today: Day,
): readonly ContractPeriod[] {
  const { startsOn, endsOn, firmMonths, renewals, renewalMonths } = terms;
  if (startsOn === null || endsOn === null) return [];
  const published = (number: number) => lastDayOf(startsOn, firmMonths + number * renewalMonths);
  const lastDay = (number: number) => {
    const day = published(number);
    // An amendment may have moved the last day of all.
    return number === renewals || day > endsOn ? endsOn : day;
  };
  const firm: ContractPeriod = { number: 0, from: startsOn, to: lastDay(0), decideBy: null, state: 'firm' };
  const next = renewalTerms(terms).map(({ number, previousEnd, decideBy }): ContractPeriod => {
    const from = addDays(previousEnd, 1);
    const decision = holdingDecision(decisions, number);
    const known = { number, from, decideBy };
    if (decision?.outcome === 'refused' && decision.receivedOn !== null)
      return { ...known, to: published(number), state: 'refused' };
    if (from > endsOn) return { ...known, to: published(number), state: 'void' };
    const state = decision?.outcome === 'renewed' ? 'renewed' : today > decideBy ? 'tacit' : 'open';
    return { ...known, to: lastDay(number), state };
  });
  return [firm, ...next];
}

export const periodStateLabels: Readonly<Record<PeriodState, string>> = {
  firm: 'ferme',
  open: 'à décider',
  renewed: 'reconduite',
  tacit: 'reconduite tacitement',
  refused: 'non reconduite',
  void: 'sans objet',
};

/** The name of a period, as documents and pages say it. */
export function periodName(number: number): string {
  return number === 0 ? 'Période ferme' : `Reconduction ${number}`;
}
