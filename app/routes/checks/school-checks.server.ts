// Holds a school, as it stands with its open orders, against the rules of today.
import type { Reads } from 'db/client';
import type { schools } from 'db/schema';
import { schoolAfterOrder } from '~/domain/checks/after-order';
import { equipmentBefore } from '~/domain/checks/equipment-today';
import { checkSchool } from '~/domain/checks/school';
import type { Day } from '~/domain/shared/day';
import { readEquipment, schoolFactsOf } from '../organisations/school-facts.server';
import { rulesInForce } from './rules-in-force.server';

/** The results, the counts behind them, and the open orders that bring something. */
export function checkSchoolToday(db: Reads, school: typeof schools.$inferSelect, today: Day) {
  const { counts, lines } = readEquipment(db, school.uai);
  const results = checkSchool(rulesInForce(db, today), {
    uai: school.uai,
    day: today,
    school: { ...schoolFactsOf(db, school), ...schoolAfterOrder(equipmentBefore(counts), []) },
    ordered: new Set(lines.map(({ category }) => category)),
  });
  const open = lines.filter(({ orderState }) => orderState !== 'delivered');
  const openOrders = [
    ...new Map(open.map(({ line, orderReference }) => [line.orderId, orderReference ?? ''])).entries(),
  ].map(([id, reference]) => ({ id, reference }));
  return { results, counts, openOrders };
}
