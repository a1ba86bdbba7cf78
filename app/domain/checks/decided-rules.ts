// The rules as the syndicat decided them: what Préau ships, switched by its buyers, with the rules its assembly voted.
import type { Rule } from 'catalog/frameworks/types';
import { type Day, dayInParis, type Instant } from '../shared/day';

export interface RuleSwitch {
  readonly ruleId: string;
  readonly enabled: boolean;
  readonly at: Instant;
}

export interface Decisions {
  readonly switches: readonly RuleSwitch[];
  /** Versions voted by the assembly, with their deliberation and their days. */
  readonly policies: readonly Rule[];
}

/**
 * Whether a buyer may switch the rule. A law read in its source binds whatever the syndicat thinks of it, and a rule
 * of the syndicat is switched by a vote.
 */
export function switchability(rule: Rule): 'free' | 'law' | 'vote' {
  if (rule.nature === 'syndicatPolicy') return 'vote';
  return rule.opposable && rule.confidence === 'confirmed' && rule.enabled ? 'law' : 'free';
}

/** A text that nobody has confirmed may be pointed out once it is switched on, but never stops an order. */
const tempered = (rule: Rule): Rule =>
  rule.confidence !== 'confirmed' && rule.severity === 'blocking' ? { ...rule, severity: 'reservation' } : rule;

/** Every rule with its switch as it stood on a day; the dates of each still say whether it is in force. */
export function decidedRules(shipped: readonly Rule[], decisions: Decisions, day: Day): readonly Rule[] {
  const switches = new Map<string, RuleSwitch>();
  for (const one of decisions.switches) {
    const last = switches.get(one.ruleId);
    if (dayInParis(one.at) <= day && (last === undefined || last.at <= one.at)) switches.set(one.ruleId, one);
  }
  const own = shipped
    .filter(({ nature }) => nature !== 'syndicatPolicy')
    .map((rule) => {
      const switched = switches.get(rule.id);
      if (switched === undefined || switchability(rule) !== 'free') return tempered(rule);
      return { ...tempered(rule), enabled: switched.enabled };
    });
  return [...own, ...decisions.policies];
}

export type RuleStatus = 'inForce' | 'off' | 'later' | 'ended' | 'proposed' | 'draft';

/** Where a version of a rule stands on a day. */
export function statusOf(rule: Rule, day: Day): RuleStatus {
  if (rule.nature === 'syndicatPolicy' && rule.deliberation === undefined) {
    return rule.edition === 'projet' ? 'draft' : 'proposed';
  }
  if (rule.until !== null && rule.until < day) return 'ended';
  if (!rule.enabled) return 'off';
  return rule.from !== null && rule.from > day ? 'later' : 'inForce';
}
