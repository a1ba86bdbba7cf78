// Facts of a context from flat paths, as the cases write them.
import type { FlatFacts } from 'catalog/frameworks/cases/types';
import type { FactValue, Rule } from 'catalog/frameworks/types';
import { answerRule, type CheckResult } from '~/domain/checks/results';

export function factsOf(flat: FlatFacts): Record<string, Record<string, FactValue>> {
  const facts: Record<string, Record<string, FactValue>> = {};
  for (const [path, value] of Object.entries(flat)) {
    const [context = '', name = ''] = path.split('.');
    facts[context] = { ...facts[context], [name]: value };
  }
  return facts;
}

export const answer = (rule: Rule, flat: FlatFacts): CheckResult =>
  answerRule(rule, { kind: rule.scope, id: 'example' }, factsOf(flat));
