// The steps of a grant file after it is prepared: a table of what may follow what, and what the dated rows say today.
import type { Day, Instant } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';

export type FileState =
  | 'prepared'
  | 'deposited'
  | 'received'
  | 'complete'
  | 'awarded'
  | 'refused'
  | 'agreementSigned'
  | 'advancePaid'
  | 'balanceRequested'
  | 'paid'
  | 'lapsed';

/** One dated row: what happened on which day, told by whom and when. A row that `cancels` another takes it back. */
export interface FileStep {
  readonly id: string;
  readonly state: FileState;
  readonly on: Day;
  /** The funder's number, or the reference of the letter. */
  readonly reference: string | null;
  readonly amount: Cents | null;
  readonly comment: string | null;
  readonly cancels: string | null;
  readonly at: Instant;
}

/** What may follow each state. A funder may answer late or skip a step: each row says what really happened. */
export const fileTransitions: Readonly<Record<FileState, readonly FileState[]>> = {
  prepared: ['deposited'],
  deposited: ['received', 'refused'],
  received: ['complete', 'awarded', 'refused'],
  complete: ['awarded', 'refused'],
  awarded: ['agreementSigned', 'advancePaid', 'balanceRequested', 'lapsed'],
  refused: [],
  agreementSigned: ['advancePaid', 'balanceRequested', 'lapsed'],
  advancePaid: ['balanceRequested', 'lapsed'],
  balanceRequested: ['paid', 'lapsed'],
  paid: [],
  lapsed: [],
};

export const fileStateLabels: Readonly<Record<FileState, string>> = {
  prepared: 'En préparation',
  deposited: 'Déposé',
  received: 'Reçu par le financeur',
  complete: 'Complet',
  awarded: 'Aide accordée',
  refused: 'Refusé',
  agreementSigned: 'Convention signée',
  advancePaid: 'Avance versée',
  balanceRequested: 'Solde demandé',
  paid: 'Soldé',
  lapsed: 'Caduc',
};

/** The rows that stand, in the order they were told: what was cancelled is left out, with what cancelled it. */
export function standingSteps(steps: readonly FileStep[]): readonly FileStep[] {
  const cancelled = new Set(steps.flatMap(({ cancels }) => (cancels === null ? [] : [cancels])));
  return steps.filter(({ id, cancels }) => cancels === null && !cancelled.has(id));
}

/** Where the file stands. */
export function currentState(steps: readonly FileStep[]): FileState {
  return standingSteps(steps).at(-1)?.state ?? 'prepared';
}

/** The day the file reached a state, the latest told; undefined when it did not. */
export function reachedOn(steps: readonly FileStep[], state: FileState): Day | undefined {
  return standingSteps(steps).findLast((step) => step.state === state)?.on;
}
