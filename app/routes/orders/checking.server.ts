// Holds a cart or an order against the rules: gathers the facts that catalogue, lines, schools and commune give.
import type { Reads } from 'db/client';
import { listOrderLines, type OrderLine } from 'db/orders';
import { findSchool } from 'db/organisations';
import { orderFactsOfLines, schoolAfterOrder } from '~/domain/checks/after-order';
import { checkOrder, type LineToCheck, type OrderToCheck } from '~/domain/checks/check';
import { equipmentBefore } from '~/domain/checks/equipment-today';
import type { CheckResult } from '~/domain/checks/results';
import type { Day } from '~/domain/shared/day';
import { rulesInForce } from '../checks/rules-in-force.server';
import { readEquipment, schoolFactsOf } from '../organisations/school-facts.server';
import { lineToCheck } from './line-to-check.server';

const whole = { kind: 'syndicat' } as const;

/**
 * How an order of these schools is known on a day, whatever its lines: the declared and delivered equipment is read
 * once, so that other lines can be tried.
 */
export function orderBuilder(
  db: Reads,
  order: { readonly id: string },
  uais: readonly string[],
  today: Day,
): (lines: readonly LineToCheck[]) => OrderToCheck {
  const known = uais.flatMap((uai) => {
    const found = findSchool(db, uai, whole);
    if (!found) return [];
    const before = equipmentBefore(readEquipment(db, found.school.uai, order.id).counts);
    return [{ uai, before, facts: schoolFactsOf(db, found.school) }];
  });
  return (lines) => ({
    id: order.id,
    day: today,
    buyer: { kind: 'commune' },
    order: orderFactsOfLines(lines),
    schools: Object.fromEntries(
      known.map(({ uai, before, facts }) => {
        const own = lines.filter(({ schoolId }) => schoolId === uai);
        return [uai, { ...facts, ...schoolAfterOrder(before, own) }];
      }),
    ),
    lines,
  });
}

/** What is known of an order with these lines on a day; unknown facts stay unknown. */
export function orderToCheck(
  db: Reads,
  order: { readonly id: string },
  lines: readonly OrderLine[],
  today: Day,
): OrderToCheck {
  const uais = [...new Set(lines.map(({ line }) => line.schoolUai))];
  return orderBuilder(db, order, uais, today)(lines.map(lineToCheck));
}

/** All results for the lines of a commune's order, under the rules of a day. */
export function checkLines(
  db: Reads,
  order: { readonly id: string; readonly communeId: string },
  lines: readonly OrderLine[],
  today: Day,
): readonly CheckResult[] {
  return checkOrder(rulesInForce(db, today), orderToCheck(db, order, lines, today));
}

/** The results for an order as it stands in the database. */
export function checkStoredOrder(
  db: Reads,
  order: { readonly id: string; readonly communeId: string },
  today: Day,
): readonly CheckResult[] {
  return checkLines(db, order, listOrderLines(db, order.id, today), today);
}

/**
 * What only the supplier or the syndicat can prove is asked of the buyer on acceptance, not of the secretary: an
 * undecided binding rule, or a reservation that stands because nothing at all is known of the product.
 */
export function asksTheSyndicat({ effect, evidence, inputs }: CheckResult): boolean {
  if (evidence.from !== 'supplier' && evidence.from !== 'syndicat') return false;
  if (effect === 'needsJustification') return true;
  const ofProduct = Object.entries(inputs).filter(
    ([path]) => path.startsWith('product.') && path !== 'product.category',
  );
  return effect === 'needsAcknowledgement' && ofProduct.length > 0 && ofProduct.every(([, value]) => value === null);
}
