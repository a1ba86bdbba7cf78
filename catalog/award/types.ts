// Shapes of what the award and the life of a contract rely on: each entry says where it comes from and how sure it is.
import type { InForce, Sourced } from '../thresholds/types';

/** A sentence of a letter, with its article. */
export interface AwardSentence extends Sourced {
  readonly text: string;
}

/** What the awardee must send before the signature. */
export interface AwardCertificate extends Sourced {
  readonly code: string;
  readonly label: string;
  /** Asked of every awardee, or only of those it concerns. */
  readonly always: boolean;
}

/** A piece that the rules of the consultation ask of every candidate. */
export interface CandidacyPiece extends Sourced {
  readonly code: string;
  readonly label: string;
}

/** Why a candidacy may be declared inadmissible. */
export interface CandidacyGround extends Sourced {
  readonly code: string;
  readonly label: string;
}

/** What the presentation report of a procedure holds. */
export type PresentationItemId =
  | 'buyer'
  | 'excluded'
  | 'selected'
  | 'rejected'
  | 'holder'
  | 'procedure'
  | 'allotment'
  | 'turnover'
  | 'otherMeans'
  | 'priorExchanges'
  | 'conflicts'
  | 'abandonment'
  | 'conditions';

export interface PresentationItem extends Sourced {
  readonly label: string;
}

/** A case in which a contract may be changed without a new procedure. */
export interface AmendmentCase extends Sourced, InForce {
  readonly kind: 'clause' | 'additional' | 'unforeseen' | 'holder' | 'notSubstantial' | 'low';
  readonly label: string;
  /** Largest share of the initial amount, in basis points; null without a limit. */
  readonly shareMax: number | null;
  /** Whether the limit holds for all changes of the case together, or for each one. */
  readonly cumulative: boolean;
  /** Whether the total of these changes must also stay under the European threshold. */
  readonly underFormal: boolean;
}

/** The revision of prices as the shipped clause fixes it; what a buyer reworded is typed from the CCAP signed. */
export interface RevisionPreset extends Sourced {
  readonly clauseId: string;
  /** Shares of the formula, in basis points. */
  readonly fixedShare: number;
  readonly indexShare: number;
  readonly indexLabel: string;
  readonly everyMonths: number;
  /** Rise above which the buyer may end the contract, in basis points. */
  readonly safeguardShare: number;
  readonly rounding: Sourced & {
    readonly coefficientDecimals: number;
    readonly mode: 'half' | 'up' | 'down';
    readonly priceDecimals: 2 | 4;
  };
}

/** A ground on which a contract is terminated before its term. */
export interface TerminationGround extends Sourced {
  readonly code: string;
  readonly label: string;
}

/** Texts behind the dates of the time line that no rule computes. */
export type TimelineArticles = Readonly<
  Record<'needs' | 'launch' | 'offers' | 'validity' | 'standstill' | 'end', Sourced>
>;

/** Days after the signature in which a contract is sent to the prefect. */
export interface PrefectTransmission extends Sourced {
  readonly daysAfterSignature: number;
}

/** When the holder shows its insurance. */
export interface InsuranceCertificate extends Sourced {
  readonly daysAfterNotification: number;
}

/** When the national notice may appear at the earliest, if the European one has not. */
export interface NationalPublication extends Sourced {
  readonly daysAfterSending: number;
}

/** Shares of a maximum, in basis points and rising, at which the buyer is told to prepare what follows. */
export interface MaximumAlerts extends Sourced {
  readonly shares: readonly number[];
}

export interface AwardCatalogue {
  readonly timeline: TimelineArticles;
  readonly prefectTransmission: PrefectTransmission;
  readonly insuranceCertificate: InsuranceCertificate;
  readonly nationalPublication: NationalPublication;
  readonly maximumAlerts: MaximumAlerts;
  readonly closing: { readonly term: Sourced; readonly maximum: Sourced };
  readonly terminationGrounds: readonly TerminationGround[];
  readonly version: string;
  readonly certificates: readonly AwardCertificate[];
  readonly candidacyPieces: readonly CandidacyPiece[];
  readonly candidacyGrounds: readonly CandidacyGround[];
  /** The latest moment to examine candidacies, and what the request to complete them follows. */
  readonly candidacyRules: { readonly examination: Sourced; readonly completion: Sourced };
  readonly amendments: readonly AmendmentCase[];
  /** Above this share of the initial amount, the CAO gives its opinion on a change of a contract it awarded. */
  readonly caoOpinion: Sourced & { readonly shareAbove: number };
  /** What the notice of a renewal follows; its months are those of the contract. */
  readonly renewalNotice: Sourced & {
    /** Days ahead of the last day to refuse in which the buyer is told: time for a decision and its letter. */
    readonly alertDays: number;
  };
  readonly revision: RevisionPreset;
  readonly quorum: Sourced;
  readonly standstillCounting: Sourced;
  readonly oneCandidate: Sourced;
  readonly disputeSuspends: Sourced;
  readonly sentences: Readonly<Record<AwardSentenceId, AwardSentence>>;
}

export type AwardSentenceId =
  | 'rejectionFormal'
  | 'rejectionAdapted'
  | 'noStandstill'
  | 'secrets'
  | 'moreOnRequest'
  | 'interimBefore'
  | 'interimAfter'
  | 'validity'
  | 'excess'
  | 'withoutFollowUp'
  | 'unsuccessful'
  | 'awardIsNoContract'
  | 'certificates'
  | 'notification';
