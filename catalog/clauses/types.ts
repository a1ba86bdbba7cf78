// Shape of the clauses of market documents: text with named blanks, its legal basis, and how sure that basis is.
import type { Confidence } from '../thresholds/types';

/** What must be true of the consultation for a clause to stand; all of them together. */
export type ClauseCondition =
  | 'tic'
  | 'fcs'
  | 'dispense'
  | 'adapted'
  | 'openCall'
  | 'firm'
  | 'revisable'
  | 'renewals'
  | 'noRenewal'
  | 'negotiation'
  | 'noNegotiation'
  | 'social'
  | 'environmental'
  | 'severalLots'
  | 'oneLot'
  | 'anyOffers'
  | 'offerLimit'
  | 'anyAwards'
  | 'awardLimit'
  | 'inversePrice'
  | 'gapPrice'
  | 'quadraticPrice';

/** What the writer inserts after the text of a clause. */
export type ClauseInsert = 'lots' | 'maxima' | 'buyers' | 'criteria' | 'pieces' | 'derogations';

export interface Clause {
  readonly id: string;
  /** Day this wording was fixed, 'AAAA-MM-JJ': a clause is never edited once in force, a new version replaces it. */
  readonly version: string;
  readonly title: string;
  readonly basis: string;
  readonly confidence: Confidence;
  readonly when?: readonly ClauseCondition[];
  /** Blanks in braces; a paragraph that starts with « • » is an item of a list. */
  readonly paragraphs: readonly string[];
  readonly insert?: ClauseInsert;
  /** The articles of each general conditions that the clause departs from. */
  readonly derogation?: {
    readonly subject: string;
    readonly fcs: string;
    readonly tic: string;
    /** Sureness of the numbering, CCAG by CCAG. */
    readonly ticConfidence: Confidence;
  };
}

export const clauseBlanks = [
  'reference',
  'object',
  'syndicat',
  'contactEmail',
  'profileAddress',
  'court',
  'procedureLabel',
  'procedureArticles',
  'ccagName',
  'ccagShort',
  'firmMonths',
  'renewals',
  'renewalMonths',
  'renewalNotice',
  'totalMonths',
  'lotCount',
  'offerLimit',
  'awardLimit',
  'buyerCount',
  'deadline',
  'deadlineTime',
  'validityDays',
  'deliveryDays',
  'warrantyYears',
  'priceMonth',
  'launchMonth',
  'paymentDays',
  'recoveryFee',
  'interestPoints',
  'penaltyDivisor',
  'penaltyCap',
  'hearingDays',
  'questionDays',
  'turnoverFactor',
  'standstillDays',
  'derogation',
] as const;
export type ClauseBlank = (typeof clauseBlanks)[number];
