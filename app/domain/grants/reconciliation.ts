// Holds the sums of a file against each other before anything is issued: to the cent, or the difference is told.
import { type Cents, cents, sumCents } from '~/domain/shared/money';
import type { Dossier } from './dossier';

export interface Difference {
  readonly between: 'linesAndCost' | 'resourcesAndCost';
  readonly amount: Cents;
}

/** The differences between lines, costs and plan; none when the file holds together. */
export function differencesOf({ lines, amounts, plan }: Dossier): readonly Difference[] {
  const linesGross = sumCents(lines.map(({ line }) => cents(line.totalNet + line.vat)));
  const differences: Difference[] = [
    { between: 'linesAndCost', amount: cents(linesGross - amounts.gross.cost) },
    ...(plan === null
      ? []
      : [
          {
            between: 'resourcesAndCost' as const,
            amount: cents(sumCents(plan.resources.map(({ aid }) => aid.amount)) + plan.ownShare - plan.cost),
          },
        ]),
  ];
  return differences.filter(({ amount }) => amount !== 0);
}
