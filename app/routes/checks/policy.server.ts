// The page of one version written by the syndicat: what it says, what it would change, its vote and its end.
import type { Rule } from 'catalog/frameworks/types';
import { findPolicy, listPolicies } from 'db/checks';
import { isAllowed } from '~/domain/accounts/permissions';
import { statusOf } from '~/domain/checks/decided-rules';
import { countOutcomes } from '~/domain/checks/trial';
import { addDays } from '~/domain/shared/day';
import { type AskedBy, notFound, orNotFound } from '../guard.server';
import { shownRule } from './rule.server';
import { readPolicy } from './rules-in-force.server';
import { isTriedOnOrders, tryOnCatalogue, tryOnPastOrders } from './trial.server';

const mostShown = 50;

function trialOf(db: AskedBy['db'], rule: Rule, inForce: Rule | undefined, today: AskedBy['today']) {
  if (!isTriedOnOrders(rule)) return null;
  const { tried, ...trial } = tryOnPastOrders(db, rule, inForce, today);
  const touched = tried
    .filter(({ outcome, before }) =>
      before === null ? outcome !== 'untouched' && outcome !== 'met' : before !== outcome,
    )
    .toSorted((a, b) => a.order.reference.localeCompare(b.order.reference));
  return {
    ...trial,
    counts: countOutcomes(tried),
    orders: touched.slice(0, mostShown),
    more: Math.max(0, touched.length - mostShown),
  };
}

/** The version of the address; a draft is seen by those who decide, and ends with 404 for the others. */
export function readPolicyPage({ db, params, user, today }: AskedBy) {
  const row = orNotFound(findPolicy(db, params['id'] ?? ''));
  const decides = isAllowed(user.roles, 'rule.decide');
  const isDraft = row.adoptedOn === null;
  if (isDraft && !decides) return notFound();
  const rule = readPolicy(row);
  const inForce = listPolicies(db)
    .filter((one) => one.ruleId === row.ruleId && one.id !== row.id)
    .map(readPolicy)
    .find((one) => statusOf(one, today) === 'inForce');
  const { products: _, ...catalogue } = tryOnCatalogue(db, rule, today);
  return {
    id: row.id,
    rule: shownRule(rule, today),
    isDraft,
    documentId: row.documentId,
    adoptedAt: row.adoptedAt,
    endReason: row.endReason,
    inForce: inForce ? { version: inForce.version, sentence: shownRule(inForce, today).sentence } : null,
    catalogue,
    trial: isDraft && decides ? trialOf(db, rule, inForce, today) : null,
    may: { decide: decides, end: decides && !isDraft && (row.until === null || row.until >= today) },
    today,
    yesterday: addDays(today, -1),
  };
}
