// The days between the rejection letters and the signature of the contract.
import type { Confidence, ThresholdCatalogue } from 'catalog/thresholds/types';
import { addDays, type Day } from '~/domain/shared/day';
import { sameOrNextWorkingDay } from '~/domain/shared/holidays';
import { inForce } from './in-force';
import type { Procedure } from './procedure';

export interface Standstill {
  readonly days: number;
  /** Last day on which nothing is signed. */
  readonly lastDay: Day;
  /** First day on which the contract may be signed. */
  readonly signableFrom: Day;
  readonly article: string;
  readonly confidence: Confidence;
}

/**
 * The standstill that follows letters sent on a day; undefined where the law asks for none (CCP R2182-1, formal
 * procedures only). Whole days, the day of sending not counted; a term that falls on a Saturday, a Sunday or a holiday
 * moves to the next working day: the most careful reading, as texts are read in several ways.
 */
export function standstillAfter(
  sentOn: Day,
  electronic: boolean,
  procedure: Procedure,
  catalogue: Pick<ThresholdCatalogue, 'deadlines'>,
): Standstill | undefined {
  if (procedure !== 'openCall') return undefined;
  const rules = catalogue.deadlines.filter(({ id }) => id === 'standstill');
  const rule = inForce(rules, sentOn);
  if (!rule) return undefined;
  const days = electronic ? (rule.electronicDays ?? rule.days) : rule.days;
  const lastDay = sameOrNextWorkingDay(addDays(sentOn, days));
  const { article, confidence } = rule;
  return { days, lastDay, signableFrom: addDays(lastDay, 1), article, confidence };
}
