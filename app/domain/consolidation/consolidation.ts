// What a consolidation is: signed needs of many communes brought into lots and lines, each line open to its communes.
import type { NeedReason } from '~/domain/campaigns/campaigns';
import type { Day } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import type { Cents, UnitPrice } from '~/domain/shared/money';

/** What communes asked for behind a line: one entry for each line as the answers make it, before any decision. */
export interface LineOrigin {
  readonly key: string;
  readonly productId: string | null;
  readonly category: string;
  readonly label: string;
  readonly unit: string;
  readonly quantity: number;
}

export interface LinePackaging {
  readonly name: string;
  readonly size: number;
  readonly rounding: 'member' | 'total';
  /** Pieces that the communes asked for. */
  readonly asked: number;
  /** Pieces that rounding up to whole packages adds. */
  readonly added: number;
}

/** How the buyer's decisions made a line. */
export interface LineMaking {
  /** Ids of the decisions, in alphabetical order. */
  readonly decisions: readonly string[];
  readonly origins: readonly LineOrigin[];
  /** What a functional need asks for; null when the line keeps its label only. */
  readonly requirement: string | null;
  readonly packaging?: LinePackaging | undefined;
}

/** Part of a share as its commune wrote it. */
export interface AskedNeed {
  readonly label: string;
  readonly unit: string;
  readonly quantity: number;
}

export interface SchoolShare {
  /** Null for needs that the commune has not placed in a school. */
  readonly schoolUai: Uai | null;
  readonly quantity: number;
}

export interface MemberShare {
  readonly communeId: string;
  readonly quantity: number;
  /** The member's part of the line, excluding VAT; null while the line has no estimated price. */
  readonly net: Cents | null;
  readonly schools: readonly SchoolShare[];
  readonly reasons: Readonly<Partial<Record<NeedReason, number>>>;
  /** Quantity asked by budget year; absent where the campaign asks no year. */
  readonly years?: Readonly<Record<number, number>> | undefined;
  /** The commune's own words and quantities, when they are not those of the line. */
  readonly asked?: readonly AskedNeed[] | undefined;
}

/** Where the estimated price of a line comes from: the buyer, the communes' answers, or nobody yet. */
export type PriceOrigin = 'buyer' | 'answers' | 'unknown';

export interface ConsolidatedLine {
  /** Number in the price schedule and in the estimate: lot, then rank, such as '2.014'. */
  readonly number: string;
  /** What makes two needs the same line: the catalogue reference, or the category, unit and label of a free line. */
  readonly key: string;
  readonly productId: string | null;
  readonly category: string;
  readonly label: string;
  readonly unit: string;
  readonly quantity: number;
  /** Excluding VAT. The highest of the answers when they differ: an estimate must not be too low (CCP R2121-1). */
  readonly estimatedUnitPriceNet: UnitPrice | null;
  readonly priceOrigin: PriceOrigin;
  /** Lowest and highest price of the answers, when they differ. */
  readonly priceRange: { readonly lowest: UnitPrice; readonly highest: UnitPrice } | null;
  readonly net: Cents | null;
  readonly shares: readonly MemberShare[];
  /** Absent when the line is as the answers make it. */
  readonly made?: LineMaking | undefined;
}

export interface ConsolidatedLot {
  readonly number: number;
  readonly title: string;
  readonly categories: readonly string[];
  readonly lines: readonly ConsolidatedLine[];
  /** Sum of the priced lines, excluding VAT. */
  readonly net: Cents;
  readonly unpricedLines: number;
}

export interface MemberTotal {
  readonly communeId: string;
  readonly name: string;
  readonly lineCount: number;
  readonly net: Cents;
}

export type ExclusionReason =
  | { readonly kind: 'notStarted' }
  | { readonly kind: 'notSigned' }
  | { readonly kind: 'noNeed' }
  | { readonly kind: 'notInvited' }
  | { readonly kind: 'signedAfterDeadline'; readonly signedOn: Day; readonly closesOn: Day };

export interface ExcludedAnswer {
  readonly communeId: string;
  readonly name: string;
  readonly reason: ExclusionReason;
  /** Quantity that stays out because of it. */
  readonly quantity: number;
}

/** A need of a signed answer that belongs to no lot. */
export interface ExcludedNeed {
  readonly communeId: string;
  readonly needId: string;
  readonly category: string;
  readonly label: string;
  readonly quantity: number;
}

/** Two free lines that may be the same need: shown to the buyer, never merged by themselves. */
export interface SimilarLines {
  readonly first: string;
  readonly second: string;
  /** Common words over all words, in basis points. */
  readonly likeness: number;
}

export interface Consolidation {
  readonly campaignId: string;
  readonly lots: readonly ConsolidatedLot[];
  readonly members: readonly MemberTotal[];
  readonly totalNet: Cents;
  readonly unpricedLines: number;
  readonly excludedAnswers: readonly ExcludedAnswer[];
  readonly excludedNeeds: readonly ExcludedNeed[];
  readonly similarLines: readonly SimilarLines[];
}

/** The French sentence of an exclusion. */
export function exclusionSentence(reason: ExclusionReason): string {
  switch (reason.kind) {
    case 'notStarted':
      return 'Réponse non commencée';
    case 'notSigned':
      return 'Réponse en brouillon, non signée';
    case 'noNeed':
      return 'Aucun besoin déclaré';
    case 'notInvited':
      return 'Commune non invitée à la campagne';
    case 'signedAfterDeadline':
      return `Réponse signée après la date limite (${reason.signedOn.split('-').reverse().join('/')})`;
  }
}
