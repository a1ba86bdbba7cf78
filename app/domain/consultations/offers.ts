// A filled price schedule held against the file that was sent: what is wrong in it, and the estimate that it gives.
import { type Cents, netOf, sumCents, type UnitPrice } from '~/domain/shared/money';

/** A line as published: what a candidate may not change. */
export interface PublishedLine {
  readonly number: string;
  readonly designation: string;
  readonly unit: string;
  readonly quantity: number;
}

export interface PublishedLot {
  readonly number: number;
  readonly title: string;
  readonly maximumNet: Cents;
  readonly lines: readonly PublishedLine[];
}

/** A row of the BPU as a candidate filled it in. */
export interface ScheduleRow {
  readonly row: number;
  readonly number: string;
  readonly designation: string | null;
  readonly unit: string | null;
  readonly unitPriceNet: UnitPrice | 'unreadable' | null;
  /** What the cell shows, when it is no price. */
  readonly priceText: string | null;
  readonly hidden: boolean;
  readonly vatRate: number | null;
  readonly ecoContributionNet: UnitPrice | null;
  readonly model: string | null;
  readonly condition: string | null;
  readonly warrantyYears: number | null;
  readonly repairability: string | null;
  readonly deliveryDays: number | null;
}

/** A row of the DQE as returned: its figures are compared, never taken. */
export interface EstimateRow {
  readonly row: number;
  readonly number: string;
  readonly quantity: number | null;
  readonly unitPriceNet: UnitPrice | null;
  readonly net: Cents | null;
}

export interface ReadOffer {
  readonly schedule: readonly ScheduleRow[];
  readonly estimate: readonly EstimateRow[];
  readonly declaredTotalNet: Cents | null;
  /** Sheets that were hidden, or that the file sent did not have. */
  readonly strangeSheets: readonly string[];
}

export type OfferFinding =
  | { readonly kind: 'lineMissing'; readonly number: string }
  | { readonly kind: 'lineAdded'; readonly number: string; readonly row: number }
  | { readonly kind: 'twoPrices'; readonly number: string; readonly rows: readonly number[] }
  | {
      readonly kind: 'designationChanged' | 'unitChanged';
      readonly number: string;
      readonly row: number;
      readonly sent: string;
      readonly returned: string;
    }
  | { readonly kind: 'priceMissing' | 'priceZero'; readonly number: string; readonly row: number }
  | { readonly kind: 'priceUnreadable'; readonly number: string; readonly row: number; readonly text: string }
  | { readonly kind: 'rowHidden'; readonly number: string; readonly row: number }
  | {
      readonly kind: 'quantityChanged';
      readonly number: string;
      readonly row: number;
      readonly sent: number;
      readonly returned: number;
    }
  | {
      readonly kind: 'otherPriceInEstimate';
      readonly number: string;
      readonly row: number;
      readonly schedule: UnitPrice;
      readonly estimate: UnitPrice;
    }
  | {
      readonly kind: 'lineArithmetic';
      readonly number: string;
      readonly row: number;
      readonly declared: Cents;
      readonly recomputed: Cents;
    }
  | { readonly kind: 'totalArithmetic'; readonly declared: Cents; readonly recomputed: Cents }
  | { readonly kind: 'strangeSheet'; readonly name: string };

/**
 * `irregular`: the schedule is incomplete or altered; a regularisation may be asked (CCP R2152-2).
 * `corrected`: an error of calculation that the rules of the consultation let the buyer correct from the schedule.
 */
export type FindingWeight = 'irregular' | 'corrected' | 'toAsk';

/** What a finding means for the offer. */
export function weightOf({ kind }: OfferFinding): FindingWeight {
  if (kind === 'lineArithmetic' || kind === 'totalArithmetic' || kind === 'otherPriceInEstimate') return 'corrected';
  if (kind === 'strangeSheet' || kind === 'rowHidden' || kind === 'quantityChanged') return 'toAsk';
  return 'irregular';
}

export interface AssessedOffer {
  readonly findings: readonly OfferFinding[];
  /** Quantity times the price of the schedule, summed over the published lines; null while a price is missing. */
  readonly recomputedNet: Cents | null;
  readonly declaredNet: Cents | null;
}

const words = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase().replace(/^'/, '');

function scheduleFindings(line: PublishedLine, rows: readonly ScheduleRow[]): OfferFinding[] {
  const { number } = line;
  const [first] = rows;
  if (!first) return [{ kind: 'lineMissing', number }];
  const findings: OfferFinding[] = [];
  if (rows.length > 1) findings.push({ kind: 'twoPrices', number, rows: rows.map(({ row }) => row) });
  for (const row of rows) {
    const at = { number, row: row.row };
    if (words(row.designation ?? '') !== words(line.designation))
      findings.push({ kind: 'designationChanged', ...at, sent: line.designation, returned: row.designation ?? '' });
    if (words(row.unit ?? '') !== words(line.unit))
      findings.push({ kind: 'unitChanged', ...at, sent: line.unit, returned: row.unit ?? '' });
    if (row.unitPriceNet === null) findings.push({ kind: 'priceMissing', ...at });
    else if (row.unitPriceNet === 'unreadable')
      findings.push({ kind: 'priceUnreadable', ...at, text: row.priceText ?? '' });
    else if (row.unitPriceNet <= 0) findings.push({ kind: 'priceZero', ...at });
    if (row.hidden) findings.push({ kind: 'rowHidden', ...at });
  }
  return findings;
}

function priceOf(rows: readonly ScheduleRow[]): UnitPrice | null {
  const price = rows.length === 1 ? rows[0]?.unitPriceNet : null;
  return typeof price === 'number' && price > 0 ? price : null;
}

function estimateFindings(line: PublishedLine, price: UnitPrice | null, rows: readonly EstimateRow[]): OfferFinding[] {
  return rows.flatMap((row) => {
    const at = { number: line.number, row: row.row };
    const findings: OfferFinding[] = [];
    if (row.quantity !== null && row.quantity !== line.quantity)
      findings.push({ kind: 'quantityChanged', ...at, sent: line.quantity, returned: row.quantity });
    if (price === null) return findings;
    if (row.unitPriceNet !== null && row.unitPriceNet !== price)
      findings.push({ kind: 'otherPriceInEstimate', ...at, schedule: price, estimate: row.unitPriceNet });
    const recomputed = netOf(line.quantity, price);
    if (row.net !== null && row.net !== recomputed)
      findings.push({ kind: 'lineArithmetic', ...at, declared: row.net, recomputed });
    return findings;
  });
}

/**
 * Holds a returned schedule and estimate against the lot as published. A price is only ever read in the schedule
 * (BPU), never taken from the estimate (Conseil d’État, 25 March 2013); amounts in cents, net.
 */
export function assessOffer(lot: PublishedLot, offer: ReadOffer): AssessedOffer {
  const rowsOf = <R extends { readonly number: string }>(rows: readonly R[], number: string) =>
    rows.filter((row) => words(row.number) === words(number));
  const findings: OfferFinding[] = offer.strangeSheets.map((name) => ({ kind: 'strangeSheet', name }));
  const nets: (Cents | null)[] = [];
  for (const line of lot.lines) {
    const rows = rowsOf(offer.schedule, line.number);
    const price = priceOf(rows);
    findings.push(
      ...scheduleFindings(line, rows),
      ...estimateFindings(line, price, rowsOf(offer.estimate, line.number)),
    );
    nets.push(price === null ? null : netOf(line.quantity, price));
  }
  const known = new Set(lot.lines.map(({ number }) => words(number)));
  for (const { number, row } of offer.schedule)
    if (!known.has(words(number))) findings.push({ kind: 'lineAdded', number, row });
  const priced = nets.flatMap((net) => (net === null ? [] : [net]));
  const recomputedNet = priced.length === nets.length && nets.length > 0 ? sumCents(priced) : null;
  const declaredNet = offer.declaredTotalNet;
  if (recomputedNet !== null && declaredNet !== null && recomputedNet !== declaredNet)
    findings.push({ kind: 'totalArithmetic', declared: declaredNet, recomputed: recomputedNet });
  return { findings, recomputedNet, declaredNet };
}
