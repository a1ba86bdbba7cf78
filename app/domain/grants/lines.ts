// Turns the lines of an order into the lines of a grant file, VAT shared out so that they add up to the order.
import {
  type BasisPoints,
  type Cents,
  cents,
  shareOf,
  splitByLargestRemainder,
  sumCents,
  type UnitPrice,
} from '~/domain/shared/money';
import type { GrantLine } from './eligible-costs';

export interface OrderedLine {
  readonly id: string;
  readonly schoolUai: string;
  readonly reference: string;
  readonly label: string;
  readonly categoryCode: string;
  readonly categoryLabel: string;
  readonly quantity: number;
  readonly unitPriceNet: UnitPrice;
  readonly vatRate: BasisPoints;
  readonly net: Cents;
  readonly ecoNet: Cents;
}

/**
 * Lines of one school out of a whole order. Net includes the eco-contribution, as it is paid. VAT is computed
 * per rate on the sum of the order and split by largest remainder: the schools together equal the order.
 */
export function grantLinesOf(order: readonly OrderedLine[], schoolUai: string): readonly GrantLine[] {
  const vatByLine = new Map<string, Cents>();
  for (const rate of new Set(order.map(({ vatRate }) => vatRate))) {
    const lines = order.filter(({ vatRate }) => vatRate === rate);
    const nets = lines.map(({ net, ecoNet }) => cents(net + ecoNet));
    const total = sumCents(nets);
    const shares = total === 0 ? nets : splitByLargestRemainder(shareOf(total, rate), nets);
    lines.forEach((line, index) => {
      vatByLine.set(line.id, shares[index] ?? cents(0));
    });
  }
  return order
    .filter((line) => line.schoolUai === schoolUai)
    .map((line) => {
      const totalNet = cents(line.net + line.ecoNet);
      const vat = vatByLine.get(line.id) ?? cents(0);
      return {
        id: line.id,
        schoolUai: line.schoolUai,
        reference: line.reference,
        label: line.label,
        categoryCode: line.categoryCode,
        categoryLabel: line.categoryLabel,
        quantity: line.quantity,
        unitPriceNet: line.unitPriceNet,
        totalNet,
        vat,
        totalGross: cents(totalNet + vat),
      };
    });
}
