// What the rules about schools say of a school as it will stand once its open orders are delivered, without a new order.
import type { SchoolFact } from 'catalog/frameworks/facts';
import type { Condition, FactReference, Rule } from 'catalog/frameworks/types';
import type { Day } from '~/domain/shared/day';
import { type FactsOf, rulesInForce } from './check';
import { pathsOf } from './conditions';
import { answerRule, type CheckResult } from './results';

/** The count that tells whether a school has anything of a category. */
const presence: Readonly<Record<string, FactReference>> = {
  accessPoint: '$school.accessPointsAfter',
  tablet: '$school.mobileDevicesAfter',
  laptop: '$school.mobileDevicesAfter',
  desktop: '$school.classComputersAfter',
  chargingTrolley: '$school.chargingSlotsAfter',
  chargingCase: '$school.chargingSlotsAfter',
  networkSwitch: '$school.poeBudgetW',
};

/** Rules about an order's own facts (its delivery) say nothing of a school by itself. */
function readsOrder(rule: Rule): boolean {
  const paths = [...(rule.when ? pathsOf(rule.when) : []), ...(rule.require ? pathsOf(rule.require) : [])];
  return paths.some((path) => path.startsWith('order.'));
}

/** The rule with the condition that the school has, or will have, equipment of its categories; undefined when nothing says so. */
function forSchool(rule: Rule, ordered: ReadonlySet<string>): Rule | undefined {
  if (!rule.categories || rule.categories.some((category) => ordered.has(category))) return rule;
  const counts = [...new Set(rule.categories.flatMap((category) => presence[category] ?? []))];
  if (counts.length === 0) return undefined;
  const has: Condition = { any: counts.map((count) => ({ gte: [count, 1] as const })) };
  return { ...rule, when: rule.when ? { all: [has, rule.when] } : has };
}

/** Holds a school against the rules about schools in force on a day. `ordered`: categories of its orders, delivered or not. */
export function checkSchool(
  rules: readonly Rule[],
  checked: {
    readonly uai: string;
    readonly day: Day;
    readonly school: FactsOf<SchoolFact>;
    readonly ordered: ReadonlySet<string>;
  },
): readonly CheckResult[] {
  return rulesInForce(rules, checked.day)
    .filter((rule) => rule.scope === 'school' && !readsOrder(rule))
    .flatMap((rule) => forSchool(rule, checked.ordered) ?? [])
    .map((rule) =>
      answerRule(rule, { kind: 'school', id: checked.uai }, { buyer: { kind: 'commune' }, school: checked.school }),
    );
}
