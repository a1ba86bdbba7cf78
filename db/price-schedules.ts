// Applies a price schedule that a buyer confirmed to the references and prices of its lot, in one transaction.
import { createHash } from 'node:crypto';
import type {
  BlankChoices,
  CurrentReference,
  LineDecision,
  PriceScheduleChanges,
} from '~/domain/products/price-schedule-changes';
import type { ScheduleLine } from '~/domain/products/schedule-line';
import { addDays, type Day, type Instant } from '~/domain/shared/day';
import type { Tx } from './client';
import { addPrice, addProduct, changeProduct, endPrice } from './products';

/** What is kept of a received file: what it says, and what the buyer chose for its blanks. */
export interface KeptReport {
  readonly sheets: readonly KeptSheet[];
  readonly lines: readonly ScheduleLine[];
  readonly passedOver: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly kind: string;
    readonly text: string;
  }[];
  readonly choices: BlankChoices;
}

interface KeptSheet {
  readonly name: string;
  readonly state: string;
  readonly columns: readonly { readonly name: string; readonly header: string; readonly meaning: string | null }[];
}

/** Digest of what a schedule would do: the same decisions on the same references give the same digest. */
export function digestOf({ decisions, absent }: PriceScheduleChanges): string {
  const deeds = decisions.map((decision) => [
    decision.kind,
    'id' in decision ? decision.id : null,
    'facts' in decision ? decision.facts : null,
    'changes' in decision ? decision.changes : null,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([deeds, absent.map(({ id }) => id)]))
    .digest('hex');
}

export interface Application {
  readonly lotId: string;
  readonly priceScheduleId: string;
  readonly effectiveOn: Day;
  readonly at: Instant;
}

/** Writes the created and changed references; returns how many of each decision there were. */
export function applyDecisions(tx: Tx, decisions: readonly LineDecision[], application: Application) {
  const { lotId, priceScheduleId, effectiveOn, at } = application;
  const counts = { created: 0, changed: 0, unchanged: 0, repeated: 0, refused: 0 };
  for (const decision of decisions) {
    counts[decision.kind] += 1;
    if (decision.kind !== 'created' && decision.kind !== 'changed') continue;
    const { unitPriceNet, vatRate, ecoContributionNet } = decision.facts;
    const price = { unitPriceNet, vatRate, ecoContributionNet, validFrom: effectiveOn, priceScheduleId };
    if (decision.kind === 'created') {
      addPrice(tx, addProduct(tx, lotId, decision.facts, at), price);
      continue;
    }
    changeProduct(tx, decision.id, decision.facts);
    if (decision.newPrice) addPrice(tx, decision.id, price);
  }
  return counts;
}

/** Ends the prices of references that the file no longer names, on the eve of its effect. */
export function endAbsent(tx: Tx, absent: readonly CurrentReference[], effectiveOn: Day): void {
  for (const { id } of absent) endPrice(tx, id, addDays(effectiveOn, -1));
}
