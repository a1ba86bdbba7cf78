// Whether a consolidation may be frozen: every reason against it, with its figures.
import {
  type Campaign,
  type CampaignState,
  campaignState,
  campaignStateLabels,
  campaignTransitions,
} from '~/domain/campaigns/campaigns';
import type { Day } from '~/domain/shared/day';
import { formatCount } from '~/domain/shared/format';
import type { Consolidation } from './consolidation';
import { type Difference, differenceSentence } from './reconciliation';

export type FreezeRefusal =
  | { readonly kind: 'campaignState'; readonly state: CampaignState }
  | { readonly kind: 'noBuyer' }
  | { readonly kind: 'noLine' }
  | { readonly kind: 'unpricedLines'; readonly numbers: readonly string[] }
  | { readonly kind: 'needsOutsideLots'; readonly count: number }
  | { readonly kind: 'difference'; readonly difference: Difference };

/** Every reason against freezing on that day; empty when it may be frozen. */
export function freezeRefusals(
  campaign: Campaign,
  consolidation: Consolidation,
  differences: readonly Difference[],
  today: Day,
  buyerCount?: number,
): readonly FreezeRefusal[] {
  const refusals: FreezeRefusal[] = [];
  const state = campaignState(campaign, today);
  if (campaignTransitions[state].freeze === undefined) refusals.push({ kind: 'campaignState', state });
  const lines = consolidation.lots.flatMap((lot) => lot.lines);
  if (buyerCount === 0) refusals.push({ kind: 'noBuyer' });
  if (lines.length === 0) refusals.push({ kind: 'noLine' });
  const unpriced = lines.filter((line) => line.net === null).map((line) => line.number);
  if (unpriced.length > 0) refusals.push({ kind: 'unpricedLines', numbers: unpriced });
  if (consolidation.excludedNeeds.length > 0) {
    refusals.push({ kind: 'needsOutsideLots', count: consolidation.excludedNeeds.length });
  }
  for (const difference of differences) refusals.push({ kind: 'difference', difference });
  return refusals;
}

/** The French sentence of a refusal. */
export function freezeRefusalSentence(refusal: FreezeRefusal): string {
  switch (refusal.kind) {
    case 'campaignState':
      return `La campagne est à l’état « ${campaignStateLabels[refusal.state]} » : elle doit être close, et pas encore figée.`;
    case 'noBuyer':
      return 'Aucun acheteur identifié : aucune commune n’a ce jour une délibération exécutoire et, pour un groupement, une convention signée (CCP R2162-6).';
    case 'noLine':
      return 'Aucun besoin signé : il n’y a rien à figer.';
    case 'unpricedLines':
      return `Sans prix estimé, la valeur du besoin ne peut pas être calculée (CCP R2121-1) : ligne(s) ${refusal.numbers.join(', ')}.`;
    case 'needsOutsideLots':
      return `${formatCount(refusal.count)} besoin(s) signé(s) ne relèvent d’aucun lot.`;
    case 'difference':
      return differenceSentence(refusal.difference);
  }
}
