// Picks the dated rule that holds on a day.
import type { InForce } from 'catalog/thresholds/types';
import type { Day } from '~/domain/shared/day';

/** The first rule in force on that day, its first and last days included; undefined when none is. */
export function inForce<Rule extends InForce>(rules: readonly Rule[], on: Day): Rule | undefined {
  return rules.find((rule) => rule.from <= on && (rule.to === null || on <= rule.to));
}
