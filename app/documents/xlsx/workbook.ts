// A workbook that goes out, as plain values: what each cell holds, who may change it, how it prints.
import type { Day } from '~/domain/shared/day';
import type { BasisPoints, Cents, UnitPrice } from '~/domain/shared/money';

export type CellValue =
  | { readonly text: string }
  | { readonly count: number }
  | { readonly amount: Cents }
  | { readonly unitPrice: UnitPrice }
  | { readonly rate: BasisPoints }
  | { readonly day: Day };

/**
 * A formula keeps its value beside it, as a reader that does not recalculate shows that value.
 * In the text, `{row}` is the cell's own row, `{first}` and `{last}` the rows of the table: `C{row}*D{row}`, `SUM(E{first}:E{last})`.
 */
export interface Formula {
  readonly formula: string;
  /** Null where the value depends on a cell that is still to be filled in. */
  readonly value: CellValue | null;
}

export type Cell = CellValue | Formula | null;

export type CellFormat = 'text' | 'count' | 'amount' | 'unitPrice' | 'rate' | 'day';

export type Validation =
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'wholeNumber'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'decimal'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'textLength'; readonly maximum: number };

export interface SheetColumn {
  readonly label: string;
  /** Width in characters. */
  readonly width: number;
  readonly format: CellFormat;
  /** True when the recipient fills this column in: unlocked and tinted. */
  readonly open?: boolean;
  readonly validation?: Validation;
}

export interface Sheet {
  /** Name of the tab; what Excel forbids in it is replaced. */
  readonly name: string;
  /** Lines above the table; the first is its title. */
  readonly heading: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows in bold under the table. */
  readonly totals?: readonly (readonly Cell[])[];
  /** Lines under the table. */
  readonly notes?: readonly string[];
  /** Locks all but the open columns. No password: it guards against slips, not against malice. */
  readonly protected?: boolean;
  readonly orientation?: 'portrait' | 'landscape';
}

export interface Workbook {
  readonly title: string;
  readonly issuer: string;
  /** Number or reference, printed at the foot of each page. */
  readonly reference: string;
  readonly date: Day;
  /** Printed at the foot of each page, such as 'Démonstration : prix fictifs'. */
  readonly mention?: string;
  readonly sheets: readonly Sheet[];
}
