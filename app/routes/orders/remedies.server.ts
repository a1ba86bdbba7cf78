// Puts a cart on trial against one of its rules: what it holds, what its commune may order, and what would comply.
import { listMemberCeilings } from 'db/accords-cadres';
import { catalogueOf } from 'db/catalogue';
import type { Db } from 'db/client';
import { findCart, listOrderLines } from 'db/orders';
import { checkOrder } from '~/domain/checks/check';
import {
  blockingKeys,
  concernedLines,
  concernedSchool,
  quantityRemedies,
  reductionRemedies,
  replacementRemedies,
  type Trial,
} from '~/domain/checks/remedies';
import type { Day } from '~/domain/shared/day';
import { rulesInForce } from '../checks/rules-in-force.server';
import { orderBuilder } from './checking.server';
import { lineToCheck } from './line-to-check.server';

/** The result of a cart by its key, with what would make it met; undefined when the cart has no such result. */
export function remediesOf(db: Db, communeId: string, key: string, today: Day) {
  const cart = findCart(db, communeId);
  if (!cart) return undefined;
  const stored = listOrderLines(db, cart.id, today);
  const rules = rulesInForce(db, today);
  const uais = [...new Set(stored.map(({ line }) => line.schoolUai))];
  const build = orderBuilder(db, cart, uais, today);
  const lines = stored.map(lineToCheck);
  const results = checkOrder(rules, build(lines));
  const result = results.find((one) => one.key === key);
  const rule = rules.find(({ id, version }) => id === result?.ruleId && version === result?.ruleVersion);
  if (!result || !rule) return undefined;
  // Without a ceiling under a lot there is no right to order from it.
  const lots = new Set(listMemberCeilings(db, communeId).map(({ lotId }) => lotId));
  const trial: Trial = {
    rules,
    rule,
    result,
    lines,
    ordered: stored.map(({ line }) => line),
    references: catalogueOf(db, today).references.filter(({ lotId }) => lots.has(lotId)),
    build,
    blocked: blockingKeys(results),
  };
  const schoolId = concernedSchool(trial);
  const [concerned] = concernedLines(trial);
  return {
    result,
    schoolName: stored.find(({ line }) => line.schoolUai === schoolId)?.schoolName ?? null,
    lineLabel: stored.find(({ line }) => line.id === concerned?.id)?.line.label ?? null,
    quantities: quantityRemedies(trial),
    reductions: reductionRemedies(trial),
    replacements: replacementRemedies(trial),
    rules,
  };
}
