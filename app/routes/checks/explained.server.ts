// Explains results for the pages that show them: rule in force from when, values compared, missing facts, a link.
import type { Rule } from 'catalog/frameworks/types';
import { comparedValues, holderLabels, linkOf } from '~/domain/checks/explanation';
import { holderOfFact } from '~/domain/checks/missing-facts';
import type { CheckResult } from '~/domain/checks/results';
import { standingOf } from '~/domain/checks/rule-words';
import { parseDay } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { Explanation } from '~/ui/checks/explanation';
import { words } from './words.server';

function periodOf(rule: Pick<Rule, 'from' | 'until'> | undefined): string | null {
  const [from, until] = [rule?.from, rule?.until].map((day) => (day ? parseDay(day) : undefined));
  if (from && until) return `du ${formatDay(from)} au ${formatDay(until)}`;
  return from ? `depuis le ${formatDay(from)}` : until ? `jusqu’au ${formatDay(until)}` : null;
}

/** Explanations by key of the results that are not met, or not decided; frozen ones are explained from what they kept. */
export function explained(
  results: readonly CheckResult[],
  rules: readonly Rule[],
): Readonly<Record<string, Explanation>> {
  const told = results.filter(({ answer }) => answer === 'unmet' || answer === 'unknown');
  return Object.fromEntries(
    told.map((result): [string, Explanation] => {
      const rule = rules.find(({ id, version }) => id === result.ruleId && version === result.ruleVersion);
      return [
        result.key,
        {
          standing: standingOf(result),
          period: periodOf(rule),
          values: comparedValues(result, words),
          missing: result.missing.map((path) => ({
            label: words.label(path),
            from: holderLabels[holderOfFact(path)],
            ofSchool: path.startsWith('school.'),
          })),
          link: linkOf(result) ?? null,
        },
      ];
    }),
  );
}
