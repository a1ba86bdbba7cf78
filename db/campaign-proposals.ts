// Store of what a commune asked or ordered before, for its next answer to start from.
import { and, asc, desc, eq, gte, inArray, isNotNull, ne } from 'drizzle-orm';
import type { PastLine } from '~/domain/campaigns/proposals';
import { committedStates } from '~/domain/orders/order-states';
import type { Day, Instant } from '~/domain/shared/day';
import { findAnswer } from './campaign-answers';
import type { Reads } from './client';
import { campaignAnswers, campaigns, orderLines, orders, products } from './schema';

/** The last needs that a commune signed in another campaign: its title, when, and the lines; none without a line. */
export function findLastSigned(
  db: Reads,
  communeId: string,
  exceptCampaignId: string,
): { readonly title: string; readonly signedAt: Instant; readonly lines: readonly PastLine[] } | undefined {
  const last = db
    .select({ id: campaigns.id, title: campaigns.title, signedAt: campaignAnswers.signedAt })
    .from(campaignAnswers)
    .innerJoin(campaigns, eq(campaigns.id, campaignAnswers.campaignId))
    .where(
      and(
        eq(campaignAnswers.communeId, communeId),
        eq(campaignAnswers.state, 'signed'),
        eq(campaignAnswers.noNeed, false),
        ne(campaignAnswers.campaignId, exceptCampaignId),
        isNotNull(campaignAnswers.signedAt),
      ),
    )
    .orderBy(desc(campaignAnswers.signedAt))
    .get();
  if (!last?.signedAt) return undefined;
  const lines = findAnswer(db, last.id, communeId)?.needs.map(({ id: _, ...line }) => line) ?? [];
  return { title: last.title, signedAt: last.signedAt, lines };
}

/** The lines that a commune ordered since a day, neither returned nor cancelled, the earliest first. */
export function listOrderedLines(db: Reads, communeId: string, since: Day): readonly PastLine[] {
  return db
    .select({
      schoolUai: orderLines.schoolUai,
      productId: orderLines.productId,
      category: products.category,
      label: orderLines.label,
      unit: orderLines.unit,
      quantity: orderLines.quantity,
      estimatedUnitPriceNet: orderLines.unitPriceNet,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(and(eq(orders.communeId, communeId), inArray(orders.state, committedStates), gte(orders.submittedAt, since)))
    .orderBy(asc(orders.submittedAt), asc(orderLines.position))
    .all()
    .map((line) => ({ ...line, reason: 'renewal' as const }));
}
