// Small lots that may be spared a formal procedure, or any procedure, within a share of all lots.
import type { SmallLotRule } from 'catalog/thresholds/types';
import type { Day } from '~/domain/shared/day';
import { type BasisPoints, type Cents, cents, sumCents } from '~/domain/shared/money';
import { inForce } from './in-force';
import type { Procedure } from './procedure';

export interface SmallLotOption {
  readonly ruleId: string;
  readonly spares: SmallLotRule['spares'];
  readonly article: string;
  readonly lotBelowNet: Cents;
  /** Lots that may use it together, the smallest first. */
  readonly lots: readonly number[];
  readonly cumulativeNet: Cents;
  readonly shareMax: BasisPoints;
  /** Largest cumulative amount the share allows. */
  readonly cumulativeMaxNet: Cents;
  /** Lots small enough that the share no longer lets in. */
  readonly leftOut: readonly number[];
}

/**
 * For each rule in force that would spare something, the lots under its amount, the smallest first, as long as their
 * sum stays within its share of the total of all lots (CCP R2123-1, 2° and R2122-8). Amounts excluding VAT.
 */
export function smallLotOptions(
  lots: readonly { readonly number: number; readonly maximumNet: Cents }[],
  procedure: Procedure,
  rules: readonly SmallLotRule[],
  launchDay: Day,
): readonly SmallLotOption[] {
  const total = sumCents(lots.map((lot) => lot.maximumNet));
  return rules
    .filter((rule) => inForce([rule], launchDay) !== undefined)
    .filter((rule) => (rule.spares === 'formalProcedure' ? procedure === 'openCall' : procedure !== 'dispense'))
    .flatMap((rule) => {
      const cumulativeMaxNet = cents(Math.floor((total * rule.cumulativeShareMax) / 10_000));
      const small = lots
        .filter((lot) => lot.maximumNet < rule.lotBelowNetCents)
        .sort((a, b) => a.maximumNet - b.maximumNet || a.number - b.number);
      const kept: number[] = [];
      const leftOut: number[] = [];
      let cumulative = 0;
      for (const lot of small) {
        if (leftOut.length === 0 && cumulative + lot.maximumNet <= cumulativeMaxNet) {
          kept.push(lot.number);
          cumulative += lot.maximumNet;
        } else leftOut.push(lot.number);
      }
      if (kept.length === 0) return [];
      return [
        {
          ruleId: rule.id,
          spares: rule.spares,
          article: rule.article,
          lotBelowNet: cents(rule.lotBelowNetCents),
          lots: kept,
          cumulativeNet: cents(cumulative),
          shareMax: rule.cumulativeShareMax,
          cumulativeMaxNet,
          leftOut,
        },
      ];
    });
}
