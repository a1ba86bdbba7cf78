// The equipment that a buyer withdrew in a civil year: how much went to reuse, and between what bounds when unknown.
import type { Rule } from 'catalog/frameworks/types';
import type { BasisPoints } from '../shared/money';
import { pathsOf } from './conditions';

/** Where withdrawn equipment goes, in the words of the fact of an order. */
export const exitRoutes = ['publicTransfer', 'sale', 'donation', 'ecoOrganisation', 'supplierTakeBack'] as const;
export type ExitRoute = (typeof exitRoutes)[number];

/** A batch of computer equipment of under ten years that left, or waits to leave. */
export interface WithdrawnBatch {
  readonly id: string;
  readonly label: string;
  readonly quantity: number;
  /** Null while it is not decided. */
  readonly route: ExitRoute | null;
  /** Whether it was directed to reuse; null while nobody knows. */
  readonly reused: boolean | null;
}

export interface WithdrawnYear {
  /** Withdrawn items; null while nobody said anything of the year. */
  readonly stock: number | null;
  /** Share directed to reuse, rounded down: certain, and once every unknown is settled in its favour. */
  readonly reuseShare: { readonly least: BasisPoints; readonly most: BasisPoints } | null;
}

/** The withdrawals of a year; `none` is somebody's word that nothing was withdrawn, and a batch outweighs it. */
export function withdrawnYear(batches: readonly WithdrawnBatch[], none: boolean): WithdrawnYear {
  const count = (of: readonly WithdrawnBatch[]) => of.reduce((sum, { quantity }) => sum + quantity, 0);
  const stock = count(batches);
  if (stock === 0) return { stock: none ? 0 : null, reuseShare: null };
  const share = (items: number) => Math.floor((items * 10_000) / stock);
  const certain = count(batches.filter(({ reused }) => reused === true));
  const possible = count(batches.filter(({ reused }) => reused !== false));
  return { stock, reuseShare: { least: share(certain), most: share(possible) } };
}

/** Whether a rule of a year looks at withdrawn equipment, and so at the year as a whole. */
export function looksAtWithdrawals({ when, require: asked }: Pick<Rule, 'when' | 'require'>): boolean {
  const paths = [...(when ? pathsOf(when) : []), ...(asked ? pathsOf(asked) : [])];
  return paths.some((path) => path === 'year.withdrawnStock' || path === 'year.withdrawnReuseBasisPoints');
}
