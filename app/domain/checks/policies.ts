// A rule that the syndicat proposes is switched on by the vote of its assembly, and by nothing else.
import type { Rule } from 'catalog/frameworks/types';
import type { Day } from '~/domain/shared/day';

export interface Adoption {
  readonly adoptedOn: Day;
  /** Number of the deliberation. */
  readonly reference: string;
}

/** The rule as voted, checked from the day of the vote. Throws on a rule that is not the syndicat's. */
export function adoptPolicy(rule: Rule, adoption: Adoption): Rule {
  if (rule.nature !== 'syndicatPolicy') throw new TypeError(`Not a rule of the syndicat: ${rule.id}`);
  return { ...rule, enabled: true, from: adoption.adoptedOn, deliberation: { ...adoption } };
}
