// Shape of a rule: plain data, the same for a published text and for a rule that the syndicat writes.
import type { FactPath } from './facts';

export type FactValue = boolean | number | string | readonly string[];

/** A fact by its path, after a dollar: '$product.ramGb'. */
export type FactReference = `$${FactPath}`;

/** A fact, a literal, or a computation over them. */
export type Operand =
  | FactReference
  | FactValue
  | { readonly mul: readonly [Operand, Operand] }
  | { readonly div: readonly [Operand, Operand] }
  | { readonly ceil: Operand }
  /** A day and a number of years. */
  | { readonly addYears: readonly [Operand, number] };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly known: FactReference }
  | { readonly eq: readonly [FactReference, Operand] }
  | { readonly ne: readonly [FactReference, Operand] }
  | { readonly gte: readonly [FactReference, Operand] }
  | { readonly lte: readonly [FactReference, Operand] }
  | { readonly gt: readonly [FactReference, Operand] }
  | { readonly lt: readonly [FactReference, Operand] }
  | { readonly in: readonly [FactReference, readonly string[]] }
  | { readonly nin: readonly [FactReference, readonly string[]] }
  | { readonly intersects: readonly [FactReference, readonly string[]] };

export type RuleScope = 'product' | 'line' | 'school' | 'order' | 'year' | 'consultation';
/** When the check is made: reference entered, order submitted, goods received, market prepared, year closed. */
export type RuleStage = 'catalogue' | 'order' | 'reception' | 'consultation' | 'year';
export type RuleSeverity = 'blocking' | 'reservation' | 'recommendation';
export type RuleNature =
  | 'law'
  | 'decree'
  | 'euRegulation'
  | 'circular'
  | 'nationalFramework'
  | 'nationalGuide'
  | 'academicGuide'
  | 'syndicatPolicy';
export type EvidenceSupplier = 'supplier' | 'secretary' | 'school' | 'syndicat';

export interface Source {
  readonly title: string;
  /** Public address, or the reference under which the text is found. */
  readonly reference: string;
}

export interface Rule {
  readonly id: string;
  readonly version: number;
  /** First and last day on which this version is checked; null is unbounded. */
  readonly from: string | null;
  readonly until: string | null;
  readonly title: string;
  /** The text and the edition of it that was read. */
  readonly framework: string;
  readonly edition: string;
  readonly article: string;
  readonly nature: RuleNature;
  /** Binds the buyer or the supplier in law. */
  readonly opposable: boolean;
  readonly sources: readonly Source[];
  /** Confirmed: read in a source. Recalled or unsure: to be verified, never asserted. */
  readonly confidence: 'confirmed' | 'recalled' | 'unsure';
  readonly enabled: boolean;
  /** The vote that makes a rule of the syndicat binding on its members' orders. */
  readonly deliberation?: { readonly adoptedOn: string; readonly reference: string };
  readonly scope: RuleScope;
  readonly stage: RuleStage;
  /** Concerned categories; absent, the rule looks at no category. */
  readonly categories?: readonly string[];
  readonly when?: Condition;
  /** False: to be pointed out whenever the rule applies. */
  readonly require: Condition | false;
  readonly severity: RuleSeverity;
  /** What to do, for a secretary; {school.classes} is replaced by the value. */
  readonly message: string;
  /** What proves the fact, and who has it. */
  readonly evidence: { readonly what: string; readonly from: EvidenceSupplier };
  /** What remains to be verified in the text. */
  readonly note?: string;
}
