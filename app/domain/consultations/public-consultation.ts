// What anyone may know of a procedure: only what its publication, its outcome and the law already make public.
import type { Day } from '~/domain/shared/day';
import type { LotOutcome } from './award';
import type { Medium } from './publication';

export type PublicStage = 'open' | 'analysis' | 'finished';

export const publicStageLabels: Readonly<Record<PublicStage, string>> = {
  open: 'Offres attendues',
  analysis: 'Offres à l’examen',
  finished: 'Terminée',
};

/** Media that address everyone: a direct request of quotes is between the buyer and those it asked. */
export function isAdvertised(media: readonly Medium[]): boolean {
  return media.some((medium) => medium !== 'direct');
}

export interface LotKnown {
  /** The decision that holds, if any, and whether every candidate has been written to. */
  readonly decision: { readonly outcome: LotOutcome; readonly lettersDue: number; readonly lettersSent: number } | null;
  /** The holder received its contract on this day. */
  readonly notifiedOn: Day | null;
}

/** The outcome of a lot once it is public: a contract that is notified, or an end that every candidate was told. */
export function publicOutcome({ decision, notifiedOn }: LotKnown): LotOutcome | null {
  if (decision === null) return null;
  if (decision.outcome === 'awarded') return notifiedOn === null ? null : 'awarded';
  return decision.lettersSent >= decision.lettersDue ? decision.outcome : null;
}

/** Where a procedure stands for the public. */
export function publicStage(past: boolean, outcomes: readonly (LotOutcome | null)[]): PublicStage {
  if (!past) return 'open';
  return outcomes.every((outcome) => outcome !== null) ? 'finished' : 'analysis';
}
