// What is known of a school on a day: the directory, what was declared, what was delivered since and is still to come.
import type { SchoolFact } from 'catalog/frameworks/facts';
import type { Reads } from 'db/client';
import { listSchoolLines } from 'db/orders';
import { listStartingPoint, readStartingPoint } from 'db/organisations';
import type { schools } from 'db/schema';
import type { FactsOf } from '~/domain/checks/check';
import { type EquipmentCount, equipmentOf } from '~/domain/checks/equipment-today';
import { lineToCheck } from '../orders/line-to-check.server';

type School = typeof schools.$inferSelect;

/** The counts of a school; the lines of one order may be left out, as when that order is being checked. */
export function readEquipment(db: Reads, uai: string, exceptOrderId?: string) {
  const lines = listSchoolLines(db, uai, exceptOrderId);
  const counts: readonly EquipmentCount[] = equipmentOf(
    listStartingPoint(db, uai),
    lines.map((line) => ({
      line: lineToCheck(line),
      orderId: line.line.orderId,
      ordered: line.line.quantity,
      delivered: line.delivered,
    })),
  );
  return { counts, lines };
}

/** What rules may read of a school, its equipment aside. */
export function schoolFactsOf(db: Reads, school: School): FactsOf<SchoolFact> {
  const level = school.nursery && school.elementary ? 'primaire' : school.nursery ? 'maternelle' : 'elementaire';
  return {
    ...readStartingPoint(db, school.uai),
    sector: 'public',
    level,
    classes: school.classes,
    pupils: school.pupils,
  };
}
