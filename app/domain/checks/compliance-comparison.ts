// Where the compliance of compared references differs, rule by rule.
import type { Answer, CheckResult } from './results';

export interface ComparedRule {
  readonly ruleId: string;
  readonly title: string;
  readonly citation: string;
  /** In the order of the references; null where the rule does not look at the reference. */
  readonly answers: readonly (Answer | null)[];
  readonly differs: boolean;
}

/** One row per rule that looks at one of the references at least, those that differ first, in the order of the rules. */
export function compareCompliance(results: readonly (readonly CheckResult[])[]): readonly ComparedRule[] {
  const rules = new Map(results.flat().map((result) => [result.ruleId, result]));
  const rows = [...rules.values()].map(({ ruleId, title, citation }): ComparedRule => {
    const answers = results.map((own) => own.find((result) => result.ruleId === ruleId)?.answer ?? null);
    return { ruleId, title, citation, answers, differs: new Set(answers).size > 1 };
  });
  return [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)];
}
