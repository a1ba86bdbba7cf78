// Shapes of the dated rules of public procurement: every entry says where it comes from and how sure it is.

/**
 * How sure an entry is: read in the text itself; read in a page that cites it; known but not read again;
 * or contradicted by a source. Only the first two may be asserted; the others are shown « à vérifier ».
 */
export type Confidence = 'confirmed' | 'confirmedSecondary' | 'recalled' | 'unsure';

export interface Sourced {
  readonly article: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string | undefined;
}

/** First and last day an entry holds, both included; no end yet when `to` is null. Days are 'AAAA-MM-JJ'. */
export interface InForce {
  readonly from: string;
  readonly to: string | null;
}

/** An amount in euro cents, excluding VAT. */
export interface SourcedAmount extends Sourced {
  readonly netCents: number;
}

/** Thresholds of a local authority for supplies and services; each is reached at its amount, not above it. */
export interface ProcedureThresholds extends InForce {
  readonly id: string;
  /** Under it, no publicity and no competition are required. */
  readonly dispense: SourcedAmount;
  /** From it on, the contract is written. */
  readonly written: SourcedAmount;
  /** From it on, the notice goes to the BOAMP or to a journal of legal notices. */
  readonly publicity: SourcedAmount;
  /** From it on, the documents of a published consultation are on the buyer profile. */
  readonly buyerProfile: SourcedAmount;
  /** From it on, a formal procedure and a notice in the JOUE: the European threshold. */
  readonly formal: SourcedAmount;
}

export interface SmallLotRule extends InForce, Sourced {
  readonly id: string;
  /** What a small lot may be spared: the formal procedure, or any procedure. */
  readonly spares: 'formalProcedure' | 'anyProcedure';
  readonly lotBelowNetCents: number;
  /** Largest share of the total of all lots that small lots may reach together, in basis points. */
  readonly cumulativeShareMax: number;
}

export interface InnovativeDispense extends InForce, Sourced {
  readonly needBelowNetCents: number;
  readonly lotBelowNetCents: number;
}

/** Contracts at or above the European threshold are sent to the prefect. */
export interface LegalityControlRule extends InForce, Sourced {
  readonly threshold: 'formal';
}

export interface OpenDataRule extends InForce, Sourced {
  readonly publishFromNetCents: number;
  readonly dispensedContractsFromNetCents: number;
  readonly deadlineMonths: number;
}

export type DeadlineId =
  | 'openCallOffers'
  | 'restrictedCallCandidatures'
  | 'restrictedCallOffers'
  | 'offProfileExtra'
  | 'answersBeforeDeadline'
  | 'standstill'
  | 'awardNotice'
  | 'reasonsOnRequest'
  | 'verification'
  | 'orderRemarks'
  | 'profileDeemedRead'
  | 'adaptedIndicative';

/** A minimum in calendar days; a shorter one holds in the named case. */
export interface DeadlineRule extends InForce, Sourced {
  readonly id: DeadlineId;
  readonly days: number;
  readonly electronicDays?: number;
  readonly priorNoticeDays?: number;
  readonly urgentDays?: number;
  readonly scope: 'formal' | 'adapted' | 'all' | 'execution';
}

export type GreenDuty =
  | 'environmentalCriterion'
  | 'environmentalExecutionCondition'
  | 'sustainableSpecifications'
  | 'socialConditionAtFormal';

export interface GreenRule extends InForce, Sourced {
  readonly duty: GreenDuty;
  /** Motives by which the social condition may be left out, each to be justified in the file. */
  readonly exceptions?: readonly string[];
}

/** A case in which separate lots are not required. */
export interface SingleLotCase extends Sourced {
  readonly id: string;
  readonly label: string;
}

export interface AccordCadreRule extends InForce, Sourced {
  readonly id: 'longestMonths' | 'maximumRequired';
  readonly months?: number;
}

export interface PaymentRule extends InForce, Sourced {
  readonly days: number;
  readonly pointsOverCentralBankRate: number;
  readonly recoveryFeeCents: number;
  readonly interestPaidWithinDays: number;
}

export interface LateInterestRate extends InForce, Sourced {
  /** In basis points a year. */
  readonly rate: number;
}

export interface AdvanceRule extends InForce, Sourced {
  readonly dueAboveNetCents: number;
  readonly dueAboveMonths: number;
  readonly minimumRate: number;
  readonly smallFirmRate: number;
  /** Small firms get the higher rate from buyers whose real operating expenses exceed this amount. */
  readonly smallFirmRateAboveExpensesCents: number;
  readonly repaymentStartsAt: number;
  readonly repaymentEndsAt: number;
}

export interface PenaltyRule extends InForce, Sourced {
  readonly ccag: readonly ('fcs' | 'tic')[];
  /** Penalty = value × days late ÷ divisor. */
  readonly divisor: number;
  readonly cap: number;
  readonly waivedUpToNetCents: number;
  readonly hearingDays: number;
}

export interface TurnoverCap extends InForce, Sourced {
  /** Largest turnover a buyer may ask for, as a multiple of the estimate, in basis points (1.5 is 15 000). */
  readonly factor: number;
}

export interface SpaserRule extends InForce, Sourced {
  readonly annualPurchasesAboveNetCents: number;
}

/** All the rules that decide on a procedure. */
export interface ThresholdCatalogue {
  readonly version: string;
  readonly procedures: readonly ProcedureThresholds[];
  readonly smallLots: readonly SmallLotRule[];
  readonly innovativeDispense: readonly InnovativeDispense[];
  readonly legalityControl: readonly LegalityControlRule[];
  readonly openData: readonly OpenDataRule[];
  readonly deadlines: readonly DeadlineRule[];
  readonly greenRules: readonly GreenRule[];
  readonly accordsCadres: readonly AccordCadreRule[];
  readonly turnoverCaps: readonly TurnoverCap[];
  readonly spaser: readonly SpaserRule[];
  readonly singleLotCases: readonly SingleLotCase[];
}

/** All the rules that hold during the execution of a contract. */
export interface ExecutionCatalogue {
  readonly payment: readonly PaymentRule[];
  readonly lateInterest: readonly LateInterestRate[];
  readonly advances: readonly AdvanceRule[];
  readonly penalties: readonly PenaltyRule[];
}

interface LowOfferTest extends Sourced {
  /** What is said of an offer under the limit. */
  readonly label: string;
}

/** Tests of a low price; shares in basis points. */
export interface LowOfferTests {
  readonly belowDeviation: LowOfferTest & { readonly deviations: number; readonly offersAtLeast: number };
  readonly halfOfMean: LowOfferTest & {
    readonly shareOfMean: number;
    readonly shareOfNext: number;
    readonly offersAtLeast: number;
  };
  readonly doubleMean: LowOfferTest & {
    /** The mean is taken again over the offers up to this share of it. */
    readonly nearMean: number;
    readonly share: number;
    readonly offersAtLeast: number;
  };
  readonly belowEstimate: LowOfferTest & { readonly share: number };
}
