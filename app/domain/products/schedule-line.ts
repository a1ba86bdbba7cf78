// A line of a price schedule (BPU) as a file states it, with every problem met on the way and where.
import type { Day } from '../shared/day';
import type { BasisPoints, UnitPrice } from '../shared/money';
import type { AttributeValues } from './attribute-values';

/** Where a cell stands in the file, as the person sees it there. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  /** 'D'; null when the whole row is meant. */
  readonly column: string | null;
}

/** A problem that keeps the line out of the catalogue. */
export type LineRefusal =
  | { readonly tag: 'missingReference' }
  | { readonly tag: 'missingLabel' }
  | { readonly tag: 'missingPrice' }
  | { readonly tag: 'textInPrice'; readonly cell: string }
  | { readonly tag: 'ambiguousPrice'; readonly cell: string }
  | { readonly tag: 'negativePrice'; readonly cell: string }
  | { readonly tag: 'zeroPrice'; readonly cell: string }
  | { readonly tag: 'priceTooLarge'; readonly cell: string }
  | { readonly tag: 'tooManyDecimals'; readonly cell: string }
  | { readonly tag: 'grossPrice'; readonly cell: string }
  /** One price over several lines: nothing says whose it is. */
  | { readonly tag: 'mergedPrice'; readonly cell: string }
  | { readonly tag: 'missingVatRate' }
  | { readonly tag: 'unknownVatRate'; readonly cell: string; readonly allowed: readonly BasisPoints[] }
  | { readonly tag: 'missingEcoContribution' }
  | { readonly tag: 'unreadableEcoContribution'; readonly cell: string }
  | { readonly tag: 'formulaWithoutValue'; readonly cell: string }
  | { readonly tag: 'errorInCell'; readonly cell: string }
  | {
      readonly tag: 'referenceTwice';
      readonly reference: string;
      readonly rows: readonly { sheet: string; row: number }[];
    }
  /** A new reference must have one to be found. */
  | { readonly tag: 'missingCategory' }
  /** Prices are never rewritten: a new one starts after those already recorded. */
  | { readonly tag: 'laterPrice'; readonly validFrom: Day };

/** A problem that leaves the line importable: the person is told, and decides. */
export type LineWarning =
  | { readonly tag: 'lineRepeated'; readonly reference: string; readonly first: { sheet: string; row: number } }
  | { readonly tag: 'computedPrice'; readonly cell: string }
  | { readonly tag: 'hiddenRow' }
  | { readonly tag: 'hiddenColumn'; readonly cell: string }
  | { readonly tag: 'grossMismatch'; readonly cell: string; readonly expectedGross: string }
  | { readonly tag: 'vatRateAssumed'; readonly vatRate: BasisPoints }
  | { readonly tag: 'ecoContributionAssumed' }
  | { readonly tag: 'unitAssumed'; readonly unit: string }
  | { readonly tag: 'categoryAssumed'; readonly category: string }
  | { readonly tag: 'unknownCategory'; readonly cell: string }
  | {
      readonly tag: 'unreadableAttribute';
      readonly attribute: string;
      readonly cell: string;
      readonly expected: string;
    };

export type LineProblem = (LineRefusal | LineWarning) & {
  readonly severity: 'refusal' | 'warning';
  readonly at: CellPlace;
};

export interface ScheduleLine {
  readonly sheet: string;
  readonly row: number;
  readonly reference: string | null;
  readonly manufacturerReference: string | null;
  readonly label: string | null;
  readonly brand: string | null;
  readonly model: string | null;
  readonly description: string | null;
  readonly unit: string | null;
  /** Code of the category, from its column or from the section title above the line. */
  readonly category: string | null;
  readonly unitPriceNet: UnitPrice | null;
  readonly vatRate: BasisPoints | null;
  readonly ecoContributionNet: UnitPrice | null;
  /** What the file states only: an absent attribute is unknown, and says nothing against what is known elsewhere. */
  readonly attributes: AttributeValues;
  readonly problems: readonly LineProblem[];
}

/** The refusals of a line; an importable line has none. */
export function refusalsOf(line: Pick<ScheduleLine, 'problems'>): LineProblem[] {
  return line.problems.filter(({ severity }) => severity === 'refusal');
}
