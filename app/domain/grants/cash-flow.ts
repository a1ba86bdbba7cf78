// When the money of an operation goes out and comes in: what a commune must be able to advance.
import type { Sourced } from 'catalog/grants/types';
import { type Day, yearOf } from '~/domain/shared/day';
import { type Cents, cents, shareOf } from '~/domain/shared/money';

export interface PaidAid {
  readonly label: string;
  readonly amount: Cents;
  /** Basis points paid when the operation starts; null where it is not known: all is counted with the balance. */
  readonly advance: Sourced<number | null>;
}

export interface CashFlowInput {
  readonly costGross: Cents;
  readonly aids: readonly PaidAid[];
  readonly fctva: Cents;
  readonly startsOn: Day;
  readonly paidOn: Day;
  readonly balanceOn: Day;
  /** Years between the payment and the compensation of its VAT. */
  readonly fctvaYears: 0 | 1 | 2;
}

export interface CashMove {
  readonly kind: 'advance' | 'payment' | 'balance' | 'fctva';
  readonly label: string;
  /** The day, or the year alone where the text gives no more. */
  readonly on: Day | number;
  /** In cents: what comes in is above zero. */
  readonly amount: number;
  /** What the operation has cost the commune's cash so far, below zero while money is out. */
  readonly balance: number;
  /** The share or the date rests on a text that was read. */
  readonly sure: boolean;
}

export interface CashFlow {
  readonly moves: readonly CashMove[];
  /** The most that is out at once. */
  readonly toAdvance: Cents;
  /** What is never paid back. */
  readonly finalCost: Cents;
}

const yearFirst = (on: Day | number) => (typeof on === 'number' ? `${on}-12-31` : on);

/** The moves in order, in cents; money in comes after money out of the same day, so that the need is never understated. */
export function cashFlowOf(input: CashFlowInput): CashFlow {
  const advances = input.aids.map((aid) => ({
    aid,
    advance: aid.advance.value === null ? cents(0) : shareOf(aid.amount, aid.advance.value),
  }));
  const moves = [
    ...advances
      .filter(({ advance }) => advance > 0)
      .map(({ aid, advance }) => ({
        kind: 'advance' as const,
        label: aid.label,
        on: input.startsOn,
        amount: advance as number,
        sure: aid.advance.confidence === 'confirmed',
      })),
    { kind: 'payment' as const, label: '', on: input.paidOn, amount: -input.costGross, sure: true },
    ...advances
      .filter(({ aid, advance }) => aid.amount > advance)
      .map(({ aid, advance }) => ({
        kind: 'balance' as const,
        label: aid.label,
        on: input.balanceOn,
        amount: aid.amount - advance,
        sure: false,
      })),
    {
      kind: 'fctva' as const,
      label: 'FCTVA',
      on: yearOf(input.paidOn) + input.fctvaYears,
      amount: input.fctva as number,
      sure: false,
    },
  ].filter(({ amount }) => amount !== 0);
  const ordered = moves
    .map((move, index) => ({ move, index }))
    .sort((a, b) => {
      const [first, second] = [yearFirst(a.move.on), yearFirst(b.move.on)];
      if (first !== second) return first < second ? -1 : 1;
      return Math.sign(a.move.amount) - Math.sign(b.move.amount) || a.index - b.index;
    });
  let balance = 0;
  const told = ordered.map(({ move }) => {
    balance += move.amount;
    return { ...move, balance };
  });
  return {
    moves: told,
    toAdvance: cents(Math.max(0, ...told.map((move) => -move.balance))),
    finalCost: cents(Math.max(0, -balance)),
  };
}
