// What a grant scheme says: plain dated data, so that a new call is a new entry and not new code.
import type { CategoryCode } from '../products/categories';
import type { FactName } from './facts';
import type { PieceCode } from './pieces';
import type { SectionId } from './sections';
import type { SourceId } from './sources';

/**
 * How sure a value is. `confirmed`: read in a source that is named. `recalled`: commonly known, not read.
 * `unsure`: not settled. Only a confirmed value may refuse anything; the others show 'à vérifier'.
 */
export type Confidence = 'confirmed' | 'recalled' | 'unsure';

/** A value with what it rests on. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
  readonly note?: string;
}

/** A condition over facts. A fact that is not known makes it unknown, never false. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: FactName; readonly is: boolean | string }
  | { readonly fact: FactName; readonly oneOf: readonly string[] }
  | { readonly fact: FactName; readonly includes: string }
  | { readonly fact: FactName; readonly atMost: number }
  | { readonly fact: FactName; readonly below: number }
  | { readonly fact: FactName; readonly above: number };

export type ApplicantKind =
  | 'commune'
  | 'rpiCommune'
  | 'epci'
  | 'schoolSyndicate'
  | 'communeSyndicate'
  | 'closedSyndicate'
  | 'openSyndicate'
  | 'petr';

export interface Criterion {
  readonly id: string;
  readonly appliesTo: readonly ApplicantKind[];
  /** Absent when the criterion only informs. */
  readonly condition?: Condition;
  readonly severity: 'blocking' | 'reservation' | 'information';
  /** What the text asks, in French, as shown beside the answer. */
  readonly statement: string;
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
  readonly note?: string;
}

export interface ExpenseKind {
  readonly code: string;
  readonly label: string;
  readonly part: FundingPart;
  /** Codes of product categories. */
  readonly categories: readonly CategoryCode[];
  readonly eligible: 'yes' | 'no' | 'toVerify' | 'byDepartment';
  readonly condition?: string;
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
}

export type FundingPart = 'project' | 'equipment' | 'services' | 'operation';

/** Who pays, as a financing plan sorts resources. */
export type FunderKind = 'state' | 'region' | 'department' | 'epci' | 'europe' | 'otherPublic' | 'private';

export interface FundingRule {
  readonly part: FundingPart;
  readonly per: 'school' | 'operation' | 'project';
  /** In basis points; null when it is set locally, year by year. */
  readonly rate: Sourced<number | null>;
  /** Rates chosen by the cost of the whole project, all parts together; they replace `rate`. */
  readonly ratesByTotal?: Sourced<readonly { readonly upToCents: number | null; readonly rate: number }[]>;
  readonly lowestRate?: Sourced<number>;
  readonly highestRate?: Sourced<number>;
  readonly minimumCostCents?: Sourced<number>;
  readonly maximumCostCents?: Sourced<number>;
  readonly maximumCostPer?: Sourced<{ readonly fact: FactName; readonly cents: number }>;
  readonly minimumGrantCents?: Sourced<number>;
  readonly maximumGrantCents?: Sourced<number>;
  /** How the amount of the request is rounded. */
  readonly rounding: Sourced<'cent' | 'euroDown'>;
}

export interface RequiredPiece {
  readonly piece: PieceCode;
  readonly stage: 'application' | 'agreement' | 'execution' | 'payment';
  readonly required: 'always' | 'ifEpci' | 'ifObtained' | 'ifDelegated' | 'byDepartment' | 'optional' | 'atBalance';
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
  readonly note?: string;
}

/** A date as precisely as the source gives it: 'AAAA', 'AAAA-MM' or 'AAAA-MM-JJ'. */
export type PartialDate = string;

/** Whether another public aid may pay the same operation. */
export type OtherPublicAid = 'toVerify' | 'admittedLocally' | 'admitted' | 'forbidden';

export interface GrantScheme {
  readonly id: string;
  /** A published version is never edited: a correction is another version. */
  readonly version: number;
  readonly name: string;
  readonly shortName: string;
  /** `open`: takes applications between its dates. `yearly`: opens each year, on dates set locally. */
  readonly status: 'closed' | 'yearly' | 'open' | 'toVerify';
  readonly period: {
    readonly opensOn: PartialDate | null;
    readonly closesOn: PartialDate | null;
    readonly confidence: Confidence;
    readonly sources: readonly SourceId[];
    readonly note?: string;
  };
  readonly legalTexts: readonly Sourced<string>[];
  readonly envelopeCents: Sourced<number> | null;
  readonly funder: string;
  readonly funderKind: FunderKind;
  readonly operator: Sourced<string> | null;
  readonly instructor: string;
  readonly depositedWith: Sourced<string>;
  readonly applicants: readonly {
    readonly kind: ApplicantKind;
    readonly condition?: string;
    readonly confidence: Confidence;
    readonly sources: readonly SourceId[];
  }[];
  readonly criteria: readonly Criterion[];
  /** Whether the rate applies to amounts net or gross of VAT. */
  readonly basis: Sourced<'net' | 'gross'>;
  readonly expenses: readonly ExpenseKind[];
  readonly funding: readonly FundingRule[];
  readonly stacking: {
    /** Highest share of the cost that the call itself pays, in basis points. */
    readonly highestShare: Sourced<number> | null;
    readonly otherPublicAid: Sourced<OtherPublicAid>;
    /** State dotations that may not pass together a share of the net eligible cost. */
    readonly stateDotations?: Sourced<{ readonly share: number; readonly schemes: readonly string[] }>;
  };
  /** Rates, categories and dates are set department by department, year by year. */
  readonly localTerms?: true;
  /** Nothing may be signed before the request is received: a purchase order is the first legal act. */
  readonly start?: Sourced<'afterReception'> & { readonly article: string };
  /** In basis points of the grant; null where it is not known. */
  readonly payment: {
    readonly advance: Sourced<number | null>;
    /** Advance and instalments together. */
    readonly beforeBalance: Sourced<number | null>;
    readonly terms: string;
  };
  readonly deadlines: {
    /** Months from the notification of the award; null where it is not known. */
    readonly startWithinMonths: Sourced<number | null>;
    /** Months from the start. */
    readonly completeWithinMonths: Sourced<number | null>;
  };
  readonly pieces: readonly RequiredPiece[];
  /** Parts of the application file, in the order of the call's specification. */
  readonly sections: readonly SectionId[];
  /** Titles of the points of the specification, in its order, as far as they could be read. */
  readonly specificationPoints: Sourced<readonly string[]> | null;
  readonly circuit: readonly { readonly step: string; readonly what: string; readonly confidence: Confidence }[];
}

/** What a department retains of a scheme with local terms, for one year; null is not known. */
export interface DepartmentTerms {
  readonly schemeId: string;
  readonly departmentCode: string;
  readonly year: number;
  /** Whether school digital equipment is among its categories. */
  readonly retained: boolean | null;
  readonly category: string | null;
  /** Basis points of the eligible cost. */
  readonly lowestRate: number | null;
  readonly highestRate: number | null;
  readonly minimumCostCents: number | null;
  readonly maximumCostCents: number | null;
  readonly maximumGrantCents: number | null;
  readonly advanceRate: number | null;
  readonly opensOn: PartialDate | null;
  readonly closesOn: PartialDate | null;
  readonly source: string | null;
  readonly confidence: Confidence;
}
