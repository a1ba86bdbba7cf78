// Settles what lines of a price schedule say together: one price cell for several lines, one reference twice.
import { referenceKey } from '~/domain/products/price-schedule-changes';
import type { LineProblem, ScheduleLine } from '~/domain/products/schedule-line';
import type { Draft } from './price-schedule-line';

/** Refuses the lines that share one merged price cell. */
export function withSharedPricesRefused(drafts: readonly Draft[]): ScheduleLine[] {
  const shares = new Map<string, number>();
  for (const { priceOrigin } of drafts) {
    if (priceOrigin) shares.set(priceOrigin.key, (shares.get(priceOrigin.key) ?? 0) + 1);
  }
  return drafts.map(({ line, priceOrigin }) => {
    if (priceOrigin === null || (shares.get(priceOrigin.key) ?? 0) < 2) return line;
    const at = { sheet: line.sheet, row: line.row, column: priceOrigin.column };
    const problem: LineProblem = { tag: 'mergedPrice', cell: priceOrigin.text, severity: 'refusal', at };
    return { ...line, unitPriceNet: null, problems: [...line.problems, problem] };
  });
}

/** A reference written several times: the same line again is kept once, different lines are all refused. */
export function withRepeatsSettled(lines: readonly ScheduleLine[]): ScheduleLine[] {
  const groups = new Map<string, ScheduleLine[]>();
  for (const line of lines) {
    if (line.reference === null) continue;
    const key = referenceKey(line.reference);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return lines.map((line) => {
    const group = line.reference === null ? [] : (groups.get(referenceKey(line.reference)) ?? []);
    const [first] = group;
    if (!first || group.length < 2 || line.reference === null) return line;
    const at = { sheet: line.sheet, row: line.row, column: null };
    if (group.some((other) => factsKey(other) !== factsKey(first))) {
      const rows = group.map(({ sheet, row }) => ({ sheet, row }));
      const problem: LineProblem = { tag: 'referenceTwice', reference: line.reference, rows, severity: 'refusal', at };
      return { ...line, problems: [...line.problems, problem] };
    }
    if (line === first) return line;
    const repeated: LineProblem = {
      tag: 'lineRepeated',
      reference: line.reference,
      first: { sheet: first.sheet, row: first.row },
      severity: 'warning',
      at,
    };
    return { ...line, problems: [...line.problems, repeated] };
  });
}

function factsKey({ label, unitPriceNet, vatRate, ecoContributionNet }: ScheduleLine): string {
  return JSON.stringify([label?.toLowerCase(), unitPriceNet, vatRate, ecoContributionNet]);
}
