// What a purchase order and an invoice state: every figure arrives decided, the documents compute nothing.
import type { Day } from '~/domain/shared/day';
import type { Siret, Uai } from '~/domain/shared/identifiers';
import type { BasisPoints, Cents, UnitPrice } from '~/domain/shared/money';

export interface Address {
  readonly lines: readonly string[];
  readonly postalCode: string;
  readonly city: string;
}

/** A public body or a company as a document names it. Null is unknown, and shown as such where the law asks for it. */
export interface Party {
  readonly name: string;
  readonly siret: Siret | null;
  readonly address: Address | null;
  readonly contact?: { readonly name?: string; readonly email?: string; readonly phone?: string };
}

export interface DocumentLine {
  /** Position in the document, from 1; unique. */
  readonly number: number;
  /** Reference in the price schedule. */
  readonly reference: string;
  readonly label: string;
  readonly quantity: number;
  /** Price of one, net, eco-contribution excluded. */
  readonly unitPriceNet: UnitPrice;
  /** quantity x unitPriceNet, eco-contribution excluded. */
  readonly net: Cents;
  readonly vatRate: BasisPoints;
  /** Eco-contribution of one, net; null when the product bears none. */
  readonly unitEcoContributionNet: UnitPrice | null;
  /** Eco-contribution of the line, net; zero when it bears none. */
  readonly ecoContributionNet: Cents;
}

/** VAT of one rate, on the sum of that rate's nets (EN 16931). */
export interface VatShare {
  readonly rate: BasisPoints;
  /** Base of the VAT: lines and eco-contribution of that rate. */
  readonly net: Cents;
  /** Part of `net` that is eco-contribution. */
  readonly ecoContributionNet: Cents;
  readonly vat: Cents;
}

export interface DocumentTotals {
  /** Sum of the lines' nets, eco-contribution excluded. */
  readonly linesNet: Cents;
  readonly ecoContributionNet: Cents;
  /** linesNet + ecoContributionNet. */
  readonly net: Cents;
  readonly vatByRate: readonly VatShare[];
  readonly vat: Cents;
  readonly gross: Cents;
}

/** One place of delivery and what goes there. */
export interface DeliveryPlace {
  readonly name: string;
  /** Null for a town hall or another place that is not a school. */
  readonly uai: Uai | null;
  readonly address: Address | null;
  readonly contact?: { readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly lines: readonly { readonly lineNumber: number; readonly quantity: number }[];
}

/** What the buyer must quote for the invoice to be accepted on Chorus Pro (D2192-2 of the public procurement code). */
export interface InvoicingInstructions {
  readonly siret: Siret;
  readonly serviceCode: string | null;
  readonly commitmentNumber: string | null;
}

/** One reference text held against the order, as it was on the day. */
export interface CheckSummary {
  readonly framework: string;
  readonly ruleVersion: string;
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly notApplicable: number;
  /** What was not met or not known, one sentence each, and what was answered to it. */
  readonly remarks: readonly string[];
}

export interface PurchaseOrderFacts {
  readonly number: string;
  readonly issuedOn: Day;
  /** Number of the purchase order that this one cancels and replaces. */
  readonly replaces: string | null;
  /** Whose purchase order this is, and who numbers it. */
  readonly issuer: Party;
  readonly commitmentNumber: string | null;
  readonly accordCadre: {
    readonly number: string;
    readonly title: string;
    readonly lotNumber: string;
    readonly lotTitle: string;
    /** Which price schedule the prices come from, such as 'BPU n° 2 du 1er septembre 2026'. */
    readonly priceSchedule: string | null;
    readonly endsOn: Day | null;
  };
  readonly holder: Party;
  readonly orderer: Party;
  readonly invoicee: Party;
  readonly payer: Party;
  /** Who will own the goods. */
  readonly owner: Party;
  readonly lines: readonly DocumentLine[];
  readonly totals: DocumentTotals;
  readonly deliveries: readonly DeliveryPlace[];
  /** The contractual deadline in words, and its day when it is known. */
  readonly delivery: { readonly deadline: string; readonly latestDay: Day | null; readonly instructions?: string };
  readonly invoicing: InvoicingInstructions;
  readonly checks: readonly CheckSummary[];
  /** Where the lot stands once this order is counted; null when not stated. */
  readonly ceiling: { readonly maximumNet: Cents; readonly orderedNet: Cents; readonly remainingNet: Cents } | null;
  readonly signatory: { readonly role: string; readonly name: string; readonly delegation: string | null };
  /** Number of the compliance report issued with the order; null when the buyer joined none. */
  readonly reportNumber: string | null;
  /** Budget line of the orderer, such as '21831 - opération 2026-04'. */
  readonly budgetLine: string | null;
  /** Printed on each page of a demonstration, such as 'Démonstration : prix et fournisseurs fictifs'. */
  readonly mention: string | null;
}

export interface InvoiceFacts {
  readonly number: string;
  readonly issuedOn: Day;
  /** 'creditNote' when it cancels an invoice: amounts are then negative. */
  readonly kind: 'invoice' | 'creditNote';
  /** Number of the invoice that a credit note corrects. */
  readonly corrects: string | null;
  readonly issuer: Party & { readonly vatNumber: string | null };
  readonly customer: Party;
  readonly orderNumber: string;
  readonly accordCadreNumber: string | null;
  readonly serviceCode: string | null;
  readonly commitmentNumber: string | null;
  /** Last day of delivery or execution. */
  readonly deliveredOn: Day;
  readonly deliveryPlaces: readonly string[];
  readonly lines: readonly DocumentLine[];
  readonly totals: DocumentTotals;
  /** Sums already paid or withheld, deducted from gross, with their label. */
  readonly deductions: readonly { readonly label: string; readonly gross: Cents }[];
  /** What remains to be paid. */
  readonly payableGross: Cents;
  readonly payment: {
    /** Days of the legal period of payment: 30 for a local authority (R2192-10). */
    readonly termDays: number;
    readonly means: string;
    readonly iban: string | null;
    readonly bic: string | null;
    /** Sentence on late interest and the fixed indemnity; null prints none. */
    readonly lateInterest: string | null;
  };
  readonly notes: readonly string[];
  readonly mention: string | null;
}
