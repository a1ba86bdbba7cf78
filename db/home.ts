// Figures of the home page: what waits for the signed-in person.
import { and, count, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { OrderState } from '~/domain/orders/order-states';
import type { Day } from '~/domain/shared/day';
import type { Reads } from './client';
import { campaignAnswers, campaigns, orders, products, schools } from './schema';

/** Number of orders in each state that has some, within the scope. */
export function countOrdersByState(db: Reads, scope: Scope): Readonly<Partial<Record<OrderState, number>>> {
  const rows = db
    .select({ state: orders.state, n: count() })
    .from(orders)
    .where(scope.kind === 'syndicat' ? undefined : eq(orders.communeId, scope.communeId))
    .groupBy(orders.state)
    .all();
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

/** Campaigns open on a day; for a commune, with the state of its answer. */
export function listOpenCampaigns(db: Reads, scope: Scope, today: Day) {
  const answerOfCommune = and(
    eq(campaignAnswers.campaignId, campaigns.id),
    eq(campaignAnswers.communeId, scope.kind === 'commune' ? scope.communeId : ''),
  );
  return db
    .select({
      id: campaigns.id,
      title: campaigns.title,
      closesOn: campaigns.closesOn,
      answerState: campaignAnswers.state,
    })
    .from(campaigns)
    .leftJoin(campaignAnswers, answerOfCommune)
    .where(and(lte(campaigns.opensOn, today), gte(campaigns.closesOn, today), isNull(campaigns.closedAt)))
    .orderBy(campaigns.closesOn)
    .all();
}

/** Size of the catalogue and of the territory within the scope. */
export function countTerritory(db: Reads, scope: Scope): { readonly products: number; readonly schools: number } {
  const productCount = db.select({ n: count() }).from(products).get();
  const schoolCount = db
    .select({ n: count() })
    .from(schools)
    .where(scope.kind === 'syndicat' ? undefined : eq(schools.communeId, scope.communeId))
    .get();
  return { products: productCount?.n ?? 0, schools: schoolCount?.n ?? 0 };
}
