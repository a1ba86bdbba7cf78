// Compares the consolidation of the present answers with the frozen one, or with one that was looked at before.
import { findCampaign } from 'db/campaigns';
import type { Reads } from 'db/client';
import { findConsolidation } from 'db/consolidation';
import { findLook, listLooks } from 'db/line-decisions';
import { z } from 'zod';
import { consolidationChanges } from '~/domain/consolidation/changes';
import { consolidate } from '~/domain/consolidation/consolidate';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import type { UnitPrice } from '~/domain/shared/money';
import { type AskedBy, orNotFound } from '../guard.server';
import { consolidationInput } from './needs.server';

/** The id of a look, made in the form. */
export const lookSchema = z.object({ id: z.uuid() });

/** Prices that the buyer gave, so that a comparison does not call their absence a change. */
function buyerPricesOf(consolidation: Consolidation | undefined): Record<string, UnitPrice> {
  const lines = consolidation?.lots.flatMap((lot) => lot.lines) ?? [];
  return Object.fromEntries(
    lines.flatMap(({ key, priceOrigin, estimatedUnitPriceNet: price }) =>
      priceOrigin === 'buyer' && price !== null ? [[key, price]] : [],
    ),
  );
}

/** The consolidation of the answers as they stand, frozen or not, at the prices the buyer gave on freezing. */
export function presentConsolidation({ db, params }: { readonly db: Reads; readonly params: AskedBy['params'] }) {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const stored = findConsolidation(db, campaign.id);
  const prices = buyerPricesOf(stored?.needs.consolidation);
  return { campaign, stored, present: consolidate(consolidationInput(db, campaign, prices)) };
}

/** What moved since the wanted moment: the freeze, a look of the address, or the last look. */
export function changesSince(asked: AskedBy) {
  const { campaign, stored, present } = presentConsolidation(asked);
  const looks = listLooks(asked.db, campaign.id);
  const wanted = asked.url.searchParams.get('depuis') ?? (stored ? 'gel' : (looks[0]?.id ?? ''));
  const before = wanted === 'gel' ? stored?.needs.consolidation : findLook(asked.db, campaign.id, wanted);
  return {
    campaign: { id: campaign.id, title: campaign.title },
    wanted,
    looks,
    frozenAt: stored?.frozenAt ?? null,
    changes: before && consolidationChanges(before, present),
  };
}
