// Totals of lines: net, eco-contribution apart, VAT by rate on the sum of that rate's nets, gross.
import { type BasisPoints, type Cents, cents, netOf, shareOf, sumCents, type UnitPrice } from '../shared/money';

export interface PricedLine {
  readonly quantity: number;
  /** Price of one, net, eco-contribution excluded. */
  readonly unitPriceNet: UnitPrice;
  /** Eco-contribution of one, net. */
  readonly ecoContributionNet: UnitPrice;
  readonly vatRate: BasisPoints;
}

export interface AmountedLine extends PricedLine {
  /** quantity x unitPriceNet. */
  readonly net: Cents;
  /** quantity x ecoContributionNet. */
  readonly ecoNet: Cents;
}

export interface VatOfRate {
  readonly rate: BasisPoints;
  /** Base of the VAT: lines and eco-contribution of that rate. */
  readonly net: Cents;
  /** Part of `net` that is eco-contribution. */
  readonly ecoContributionNet: Cents;
  readonly vat: Cents;
}

export interface Totals {
  /** Sum of the lines' nets, eco-contribution excluded. */
  readonly linesNet: Cents;
  readonly ecoContributionNet: Cents;
  /** linesNet + ecoContributionNet. */
  readonly net: Cents;
  readonly vatByRate: readonly VatOfRate[];
  readonly vat: Cents;
  readonly gross: Cents;
}

/** The amounts of a line, in cents net: each is rounded once, on the whole quantity. */
export function amountsOf(line: PricedLine): { readonly net: Cents; readonly ecoNet: Cents } {
  return { net: netOf(line.quantity, line.unitPriceNet), ecoNet: netOf(line.quantity, line.ecoContributionNet) };
}

/**
 * The amounts of part of a line, in cents net: what this part adds to the parts `before` it, so that the parts of a
 * line add up to its amounts exactly, whatever the price's decimals.
 */
export function amountsOfPart(
  line: PricedLine,
  part: { readonly before: number; readonly quantity: number },
): { readonly net: Cents; readonly ecoNet: Cents } {
  const before = amountsOf({ ...line, quantity: part.before });
  const after = amountsOf({ ...line, quantity: part.before + part.quantity });
  return { net: cents(after.net - before.net), ecoNet: cents(after.ecoNet - before.ecoNet) };
}

/** Totals in cents of lines that carry their amounts; VAT per rate on the sum of its nets (EN 16931, BR-S-08 and BR-CO-17). */
export function totalsOf(lines: readonly Pick<AmountedLine, 'net' | 'ecoNet' | 'vatRate'>[]): Totals {
  const rates = [...new Set(lines.map(({ vatRate }) => vatRate))].sort((a, b) => b - a);
  const vatByRate = rates.map((rate) => {
    const ofRate = lines.filter(({ vatRate }) => vatRate === rate);
    const ecoContributionNet = sumCents(ofRate.map(({ ecoNet }) => ecoNet));
    const net = sumCents([...ofRate.map((line) => line.net), ecoContributionNet]);
    return { rate, net, ecoContributionNet, vat: shareOf(net, rate) };
  });
  const linesNet = sumCents(lines.map(({ net }) => net));
  const ecoContributionNet = sumCents(lines.map(({ ecoNet }) => ecoNet));
  const net = cents(linesNet + ecoContributionNet);
  const vat = sumCents(vatByRate.map((share) => share.vat));
  return { linesNet, ecoContributionNet, net, vatByRate, vat, gross: cents(net + vat) };
}
