// The page of a rule: what it says and cites, what it needs, what was decided about it and what may still be.
import { randomUUID } from 'node:crypto';
import { cases } from 'catalog/frameworks/cases';
import type { FactPath } from 'catalog/frameworks/facts';
import type { Condition, FactValue, Rule } from 'catalog/frameworks/types';
import { categories, isCategoryCode } from 'catalog/products/categories';
import { listPolicies, listRuleSwitches } from 'db/checks';
import { isAllowed } from '~/domain/accounts/permissions';
import { conditionInFrench, ruleInFrench } from '~/domain/checks/condition-in-french';
import { pathsOf } from '~/domain/checks/conditions';
import { statusOf, switchability } from '~/domain/checks/decided-rules';
import { citationOf, mayBlock } from '~/domain/checks/results';
import { countOutcomes } from '~/domain/checks/trial';
import type { Day } from '~/domain/shared/day';
import { type AskedBy, orNotFound } from '../guard.server';
import { findShelved } from './rule-shelf.server';
import { isTriedOnOrders, tryOnCatalogue, tryOnPastOrders } from './trial.server';
import { describeFact, words } from './words.server';

const conditionsOf = (rule: Rule): readonly Condition[] => [
  ...(rule.when ? [rule.when] : []),
  ...(rule.require ? [rule.require] : []),
];

const caseLabels = {
  met: 'conforme',
  unmet: 'non conforme',
  unknown: 'non évaluable',
  notApplicable: 'sans objet',
} as const;

/** The example cases of a shipped rule, with the names of their facts. */
function shownCases(id: string) {
  return Object.entries(caseLabels).flatMap(([kind, answer]) => {
    const example = cases[id]?.[kind as keyof typeof caseLabels];
    if (!example) return [];
    const given = Object.entries(example) as [FactPath, FactValue][];
    return [
      { answer, facts: given.map(([path, value]) => ({ label: words.label(path), value: words.value(path, value) })) },
    ];
  });
}

/** What a person reads of one version of a rule. */
export function shownRule(rule: Rule, today: Day) {
  const paths = [...new Set<FactPath>(conditionsOf(rule).flatMap(pathsOf))];
  return {
    ...rule,
    status: statusOf(rule, today),
    sentence: ruleInFrench(rule, words),
    // A reader sees the name of the value that a check will write there.
    message: rule.message.replaceAll(/\{([\w.]+)\}/g, (_, path: FactPath) => `[${words.label(path)}]`),
    when: rule.when ? conditionInFrench(rule.when, words) : null,
    require: rule.require ? conditionInFrench(rule.require, words) : null,
    citation: citationOf(rule),
    blocks: mayBlock(rule),
    categories: (rule.categories ?? []).map((code) => ({
      code,
      label: isCategoryCode(code) ? categories[code].plural : code,
    })),
    facts: paths.map((path) => ({
      path,
      label: describeFact(path)?.label ?? path,
      derived: describeFact(path)?.derived === true,
    })),
  };
}

export type ShownRule = ReturnType<typeof shownRule>;

function trialOf(db: AskedBy['db'], rule: Rule, today: Day) {
  const { tried, since, total, leftOut } = tryOnPastOrders(db, rule, undefined, today);
  return { since, total, leftOut, counts: countOutcomes(tried) };
}

/** The rule of the address, its versions and its decisions; ends with 404 when there is none. */
export function readRulePage({ db, params, today, user }: AskedBy) {
  const decides = isAllowed(user.roles, 'rule.decide');
  const { rule, versions } = orNotFound(findShelved(db, params['id'] ?? '', today, decides));
  const { concerned, capped, answers } = tryOnCatalogue(db, rule, today);
  const rows = listPolicies(db).filter(({ ruleId }) => ruleId === rule.id);
  const draft = rows.find(({ adoptedOn }) => adoptedOn === null);
  return {
    rule: shownRule(rule, today),
    // A rule that the syndicat took up may ask another figure than the one shipped: its examples no longer hold.
    cases: rows.length === 0 ? shownCases(rule.id) : [],
    versions: versions
      .filter((one) => one !== rule)
      .map((one) => ({
        ...shownRule(one, today),
        id: rows.find(({ version }) => version === one.version)?.id ?? null,
      })),
    policyId: rows.find(({ version }) => version === rule.version)?.id ?? null,
    draftId: draft?.id ?? null,
    switches: listRuleSwitches(db).filter(({ ruleId }) => ruleId === rule.id),
    // A rule of a year or of a consultation looks at no reference, nor at an order.
    touches: rule.scope === 'year' || rule.scope === 'consultation' ? rule.scope : ('references' as const),
    catalogue: { concerned, capped, answers },
    trial: decides && isTriedOnOrders(rule) ? trialOf(db, rule, today) : null,
    switchability: switchability(rule),
    may: { decide: decides },
    /** Names the switch that the form will make: sent twice, it is one switch. */
    nextSwitchId: randomUUID(),
    today,
  };
}
