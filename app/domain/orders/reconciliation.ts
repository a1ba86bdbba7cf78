// Before a document or an export: price x quantity = lines = schools = lots = document, to the cent, or the differences.
import { type Cents, cents, sumCents } from '../shared/money';
import { type AmountedLine, amountsOf, type Totals, totalsOf } from './totals';

export interface ReconciledLine extends AmountedLine {
  readonly reference: string;
  readonly lotId: string;
  readonly schoolUai: string;
}

export interface Difference {
  /** What was added up: a line's reference, 'lots', 'écoles', 'document'. */
  readonly where: string;
  readonly expected: Cents;
  readonly found: Cents;
}

function sumsBy(lines: readonly ReconciledLine[], key: (line: ReconciledLine) => string): Cents {
  const sums = new Map<string, Cents>();
  for (const line of lines) sums.set(key(line), cents((sums.get(key(line)) ?? 0) + line.net + line.ecoNet));
  return sumCents(sums.values());
}

/** All differences, in cents net, between the lines as stored, their recomputation, their sums and what a document states. */
export function reconcile(lines: readonly ReconciledLine[], documents: readonly Totals[]): readonly Difference[] {
  const differences: Difference[] = [];
  const compare = (where: string, expected: Cents, found: Cents) => {
    if (expected !== found) differences.push({ where, expected, found });
  };
  for (const line of lines) {
    const { net, ecoNet } = amountsOf(line);
    compare(`ligne ${line.reference}`, net, line.net);
    compare(`éco-participation de la ligne ${line.reference}`, ecoNet, line.ecoNet);
  }
  const { net } = totalsOf(lines);
  compare(
    'lots',
    net,
    sumsBy(lines, ({ lotId }) => lotId),
  );
  compare(
    'écoles',
    net,
    sumsBy(lines, ({ schoolUai }) => schoolUai),
  );
  compare('documents', net, sumCents(documents.map((totals) => totals.net)));
  for (const totals of documents) {
    compare('TVA du document', sumCents(totals.vatByRate.map(({ vat }) => vat)), totals.vat);
    compare('TTC du document', cents(totals.net + totals.vat), totals.gross);
  }
  return differences;
}
