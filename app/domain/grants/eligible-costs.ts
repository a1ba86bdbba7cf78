// Which lines of an order or a cart a scheme accepts, and what they cost on each basis.
import type { Confidence, ExpenseKind, FundingPart, GrantScheme } from 'catalog/grants/types';
import type { Cents, UnitPrice } from '~/domain/shared/money';
import { sumCents } from '~/domain/shared/money';

export type Basis = 'net' | 'gross';

/** A line as the order or cart remembers it. */
export interface GrantLine {
  readonly id: string;
  /** The school it is for; null when it serves several. */
  readonly schoolUai: string | null;
  readonly reference: string;
  readonly label: string;
  readonly categoryCode: string;
  readonly categoryLabel: string;
  readonly quantity: number;
  readonly unitPriceNet: UnitPrice;
  readonly totalNet: Cents;
  readonly vat: Cents;
  readonly totalGross: Cents;
}

export interface AssessedLine {
  readonly line: GrantLine;
  readonly part: FundingPart | null;
  readonly expenseLabel: string | null;
  /** `unlisted`: no text of the scheme names this category. */
  readonly answer: 'yes' | 'no' | 'toVerify' | 'unlisted';
  readonly confidence: Confidence;
  readonly condition: string | null;
  /** Whether it counts in the base: a sure yes, or a person's decision where the text leaves it open. */
  readonly counted: boolean;
}

function answerOf(expense: ExpenseKind | undefined): AssessedLine['answer'] {
  if (!expense) return 'unlisted';
  if (expense.eligible === 'byDepartment') return 'toVerify';
  return expense.eligible === 'no' && expense.confidence !== 'confirmed' ? 'toVerify' : expense.eligible;
}

/**
 * Holds each line against the eligible purchases of a scheme. `decisions` tells, by line, what a person chose
 * where the text leaves it open; it has no effect on a line the text clearly excludes.
 */
export function assessLines(
  scheme: GrantScheme,
  lines: readonly GrantLine[],
  decisions: ReadonlyMap<string, boolean> = new Map(),
): readonly AssessedLine[] {
  return lines.map((line) => {
    const expense = scheme.expenses.find((candidate) =>
      candidate.categories.some((code) => code === line.categoryCode),
    );
    const answer = answerOf(expense);
    const counted =
      answer === 'yes' ? (decisions.get(line.id) ?? true) : answer !== 'no' && decisions.get(line.id) === true;
    return {
      line,
      part: expense?.part ?? null,
      expenseLabel: expense?.label ?? null,
      answer,
      confidence: expense?.confidence ?? 'unsure',
      condition: expense?.condition ?? null,
      counted,
    };
  });
}

/** Sum of the counted lines of one part, on a basis, in cents. */
export function eligibleCostOf(lines: readonly AssessedLine[], part: FundingPart, basis: Basis): Cents {
  return sumCents(
    lines
      .filter((assessed) => assessed.counted && (assessed.part ?? part) === part)
      .map(({ line }) => (basis === 'net' ? line.totalNet : line.totalGross)),
  );
}

/** Sum of all lines, counted or not, on a basis, in cents: the cost of the operation. */
export function operationCostOf(lines: readonly AssessedLine[], basis: Basis): Cents {
  return sumCents(lines.map(({ line }) => (basis === 'net' ? line.totalNet : line.totalGross)));
}
