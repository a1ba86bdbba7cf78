// Example cases of a rule: facts that meet it, facts that don't, facts too few to tell, and facts it doesn't concern.
import type { FactPath } from '../facts';
import type { FactValue } from '../types';

export type FlatFacts = Readonly<Partial<Record<FactPath, FactValue>>>;

export interface RuleCases {
  /** Absent for a rule that points something out whenever it applies. */
  readonly met?: FlatFacts;
  readonly unmet: FlatFacts;
  /** Facts that leave the rule undecided; none at all when absent. */
  readonly unknown?: FlatFacts;
  /** Needed when the rule has a condition. */
  readonly notApplicable?: FlatFacts;
  /** The answer when no fact is known: unknown, but for rules that ask whether a document was filed. */
  readonly nothingKnown?: 'unmet' | 'met' | 'notApplicable' | 'unknown';
}
