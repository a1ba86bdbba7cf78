// Example cases of a rule: facts that meet it, facts that don't, and facts it doesn't concern.
import type { FactPath } from 'catalog/frameworks/facts';
import type { FactValue } from 'catalog/frameworks/types';
import type { Answer } from '~/domain/checks/results';

export type FlatFacts = Readonly<Partial<Record<FactPath, FactValue>>>;

export interface RuleCases {
  /** Absent for a rule that points something out whenever it applies. */
  readonly met?: FlatFacts;
  readonly unmet: FlatFacts;
  /** Needed when the rule has a condition. */
  readonly notApplicable?: FlatFacts;
  /** The answer when no fact is known: unknown, but for rules that ask whether a document was filed. */
  readonly nothingKnown?: Answer;
}
