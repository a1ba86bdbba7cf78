// Lines of an order with what the pages, the checks and the documents need to know of product, lot and school.
import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Day } from '~/domain/shared/day';
import type { Reads } from '../client';
import { accordsCadres, lots, orderLines, organisations, prices, products, schools } from '../schema';

const current = alias(prices, 'current_price');

/** The lines of an order in their order; `current` is the price in force on the day, absent when none is. */
export function listOrderLines(db: Reads, orderId: string, today: Day) {
  return db
    .select({
      line: orderLines,
      category: products.category,
      brand: products.brand,
      attributes: products.attributes,
      schoolName: schools.name,
      lotNumber: lots.number,
      lotTitle: lots.title,
      accordCadreId: accordsCadres.id,
      accordCadreReference: accordsCadres.reference,
      mode: accordsCadres.mode,
      holderName: organisations.name,
      current: {
        id: current.id,
        unitPriceNet: current.unitPriceNet,
        ecoContributionNet: current.ecoContributionNet,
        vatRate: current.vatRate,
      },
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(schools, eq(schools.uai, orderLines.schoolUai))
    .innerJoin(lots, eq(lots.id, orderLines.lotId))
    .innerJoin(accordsCadres, eq(accordsCadres.id, lots.accordCadreId))
    .innerJoin(organisations, eq(organisations.id, lots.holderId))
    .leftJoin(
      current,
      and(
        eq(current.productId, orderLines.productId),
        lte(current.validFrom, today),
        or(isNull(current.validTo), gte(current.validTo, today)),
      ),
    )
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(schools.name), asc(lots.number), asc(orderLines.position))
    .all();
}

export type OrderLine = ReturnType<typeof listOrderLines>[number];
