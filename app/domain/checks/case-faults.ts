// What is wrong with the example cases of a rule: one is missing, or answers something else.
import type { FlatFacts, RuleCases } from 'catalog/frameworks/cases/types';
import type { Condition, FactValue, Rule } from 'catalog/frameworks/types';
import { type Answer, answerRule } from './results';

export type CaseFault =
  | { readonly tag: 'caseMissing'; readonly expected: Answer }
  | { readonly tag: 'caseAnswers'; readonly expected: Answer; readonly found: Answer };

const answerWords: Readonly<Record<Answer, string>> = {
  met: 'conforme',
  unmet: 'non conforme',
  unknown: 'non évaluable',
  notApplicable: 'sans objet',
};

/** The French sentence of a fault. */
export function caseFaultSentence(fault: CaseFault): string {
  return fault.tag === 'caseMissing'
    ? `il manque un exemple « ${answerWords[fault.expected]} »`
    : `l’exemple « ${answerWords[fault.expected]} » répond « ${answerWords[fault.found]} »`;
}

function contextsFrom(flat: FlatFacts): Record<string, Record<string, FactValue>> {
  const facts: Record<string, Record<string, FactValue>> = {};
  for (const [path, value] of Object.entries(flat)) {
    const [context = '', name = ''] = path.split('.');
    facts[context] = { ...facts[context], [name]: value };
  }
  return facts;
}

/** Answers a rule for the facts of an example. */
export const answerExample = (rule: Rule, flat: FlatFacts) =>
  answerRule(rule, { kind: rule.scope, id: 'example' }, contextsFrom(flat));

/** Whether a condition compares something: one that only asks what was filed always has its answer. */
function compares(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(compares);
  if ('any' in condition) return condition.any.some(compares);
  return 'not' in condition ? compares(condition.not) : !('known' in condition);
}

const mayBeUnknown = ({ when, require }: Rule) =>
  (when !== undefined && compares(when)) || (require !== false && compares(require));

/** Every fault of a rule's examples: met, unmet, unknown, and not applicable where the rule can answer so. */
export function faultsOfCases(rule: Rule, cases: RuleCases | undefined): readonly CaseFault[] {
  if (cases === undefined) return [{ tag: 'caseMissing', expected: 'unmet' }];
  const expected: readonly (readonly [Answer, FlatFacts | undefined])[] = [
    ...(rule.require === false ? [] : [['met', cases.met] as const]),
    ['unmet', cases.unmet],
    ...(mayBeUnknown(rule) ? [['unknown', cases.unknown ?? {}] as const] : []),
    ...(rule.when ? [['notApplicable', cases.notApplicable] as const] : []),
  ];
  return expected.flatMap(([answer, flat]): readonly CaseFault[] => {
    if (flat === undefined) return [{ tag: 'caseMissing', expected: answer }];
    const found = answerExample(rule, flat).answer;
    return found === answer ? [] : [{ tag: 'caseAnswers', expected: answer, found }];
  });
}
