// Keeps a draft of a rule of the syndicat: new, another version of a rule, or in place of what the draft said.
import { rules as shippedRules } from 'catalog/frameworks';
import { listPolicies, writeDraft } from 'db/checks';
import type { Tx } from 'db/client';
import { addDeed } from 'db/records';
import type { Instant } from '~/domain/shared/day';
import type { ReadDraft } from './policy-form.server';

const ownPrefix = 'SYN-';

/** The id of a rule that the syndicat writes itself: the next of its series. */
function nextRuleId(known: readonly string[]): string {
  const numbers = known.filter((id) => id.startsWith(ownPrefix)).map((id) => Number(id.slice(ownPrefix.length)));
  return `${ownPrefix}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

/** Writes the draft and its journal row; returns its id, that of the draft already under way when the rule has one. */
export function keepDraft(
  tx: Tx,
  { id, ruleId, policy }: ReadDraft,
  by: { readonly userId: string; readonly now: Instant },
): string | 'unknownRule' | 'adopted' {
  const all = listPolicies(tx);
  const written = all.find((row) => row.id === id);
  if (written?.adoptedOn) return 'adopted';
  const isKnown = (wanted: string) =>
    all.some((row) => row.ruleId === wanted) ||
    shippedRules.some((rule) => rule.id === wanted && rule.nature === 'syndicatPolicy');
  if (ruleId !== undefined && !isKnown(ruleId)) return 'unknownRule';
  const rule = written?.ruleId ?? ruleId ?? nextRuleId(all.map((row) => row.ruleId));
  const own = all.filter((row) => row.ruleId === rule);
  const underWay = own.find((row) => row.adoptedOn === null && row.id !== id);
  if (underWay) return underWay.id;
  const version = written?.version ?? Math.max(0, ...own.map((row) => row.version)) + 1;
  writeDraft(tx, { id, ruleId: rule, version, rule: policy }, by);
  addDeed(tx, {
    at: by.now,
    userId: by.userId,
    deed: written ? 'policy.changed' : 'policy.drafted',
    subjectKind: 'rule',
    subjectId: rule,
    detail: { version, title: policy.title },
  });
  return id;
}
