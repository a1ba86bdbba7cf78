// Holds open orders again against the rules of today, and says what changed since their submission.
import type { FactPath } from 'catalog/frameworks/facts';
import type { FactValue, Rule } from 'catalog/frameworks/types';
import { listRechecks } from 'db/checks';
import type { Reads } from 'db/client';
import { countOpenOrders, listFrozenChecks, listOpenOrders, listOrderLines } from 'db/orders';
import { checkOrder } from '~/domain/checks/check';
import { type Difference, differencesOf, isWorse } from '~/domain/checks/differences';
import type { CheckResult } from '~/domain/checks/results';
import { type OrderState, openStates } from '~/domain/orders/order-states';
import type { Day } from '~/domain/shared/day';
import { effectWords, type ShownDifference } from '~/ui/checks/differences';
import { orderToCheck } from '../orders/checking.server';
import { rulesInForce } from './rules-in-force.server';
import { words } from './words.server';

/** Open orders checked on one page; beyond, the latest are and the page says how many are left. */
const mostOpen = 200;

export const isOpen = (state: OrderState) => openStates.includes(state);

const written = (path: FactPath, value: FactValue | null) => (value === null ? 'inconnu' : words.value(path, value));

function effectText({ effect, answer, sentence }: CheckResult): string {
  if (effect === 'none') return answer === 'met' ? 'respectée' : 'sans objet';
  return `${effectWords[effect]} (${sentence.replace(/\.$/, '')})`;
}

function causesOf({ kind, before, now, ruleChanged, facts }: Difference): readonly string[] {
  if (kind === 'added') return [`règle contrôlée depuis (version ${now?.ruleVersion})`];
  if (kind === 'gone') return ['règle terminée ou éteinte depuis'];
  const versions =
    before?.ruleVersion === now?.ruleVersion ? '' : ` (version ${before?.ruleVersion} puis ${now?.ruleVersion})`;
  return [
    ...(ruleChanged ? [`la règle a changé${versions}`] : []),
    ...facts.map(
      ({ path, before: then, now: today }) =>
        `${words.label(path)}\u00a0: ${written(path, then)}, puis ${written(path, today)}`,
    ),
  ];
}

/** A difference in words; `subjects` names what each result is about. */
export function shownDifference(difference: Difference, subjects: Readonly<Record<string, string>>): ShownDifference {
  const { before, now } = difference;
  const either = (now ?? before) as CheckResult;
  return {
    key: either.key,
    title: either.title,
    subject: subjects[either.subject.id] ?? '',
    before: before && effectText(before),
    now: now && effectText(now),
    worse: isWorse(difference),
    because: causesOf(difference),
    citation: either.citation,
  };
}

interface Rechecked {
  readonly results: readonly CheckResult[];
  readonly differences: readonly ShownDifference[];
}

/** The results of an order under the rules of today, and how they differ from those frozen on submission. */
export function recheck(
  db: Reads,
  order: { readonly id: string },
  today: Day,
  rules: readonly Rule[] = rulesInForce(db, today),
): Rechecked {
  const lines = listOrderLines(db, order.id, today);
  const results = checkOrder(rules, orderToCheck(db, order, lines, today));
  const subjects = Object.fromEntries(
    lines.flatMap(({ line, schoolName }) => [
      [line.id, `${line.label} (${schoolName})`],
      [line.productId, line.label],
      [line.schoolUai, schoolName],
    ]),
  );
  const differences = differencesOf(listFrozenChecks(db, order.id), results);
  return { results, differences: differences.map((one) => shownDifference(one, subjects)) };
}

/** What the page of an order shows: differences of today while it is open, and those that a buyer recorded. */
export function readChanges(db: Reads, order: { readonly id: string; readonly state: OrderState }, today: Day) {
  return {
    differences: isOpen(order.state) ? recheck(db, order, today).differences : [],
    recorded: listRechecks(db, order.id).map((row) => ({
      ...row,
      differences: row.differences as readonly ShownDifference[],
    })),
  };
}

/** The open orders whose checks have changed since their submission, those that became stricter first. */
export function listChangedOrders(db: Reads, today: Day) {
  const rules = rulesInForce(db, today);
  const open = listOpenOrders(db, mostOpen);
  const changed = open.flatMap((order) => {
    const { differences } = recheck(db, order, today, rules);
    const stricter = differences.filter(({ worse }) => worse);
    if (differences.length === 0) return [];
    const titles = [...new Set((stricter.length > 0 ? stricter : differences).map(({ title }) => title))];
    return [{ ...order, differences: differences.length, stricter: stricter.length, titles: titles.slice(0, 4) }];
  });
  const total = countOpenOrders(db);
  return {
    orders: changed.toSorted((a, b) => b.stricter - a.stricter),
    checked: open.length,
    leftOut: total - open.length,
  };
}
