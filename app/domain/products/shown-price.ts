// What one unit costs a person who pays VAT: the eco-contribution apart, and included in what is paid.
import { type BasisPoints, type Cents, cents, netOf, shareOf, type UnitPrice } from '../shared/money';

/** Gross price of one unit in cents, its eco-contribution included: VAT on the sum of both nets, rounded once. */
export function unitGross(price: {
  readonly unitPriceNet: UnitPrice;
  readonly ecoContributionNet: UnitPrice;
  readonly vatRate: BasisPoints;
}): Cents {
  const net = cents(netOf(1, price.unitPriceNet) + netOf(1, price.ecoContributionNet));
  return cents(net + shareOf(net, price.vatRate));
}
