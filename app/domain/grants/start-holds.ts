// An order signed before its grant request is received loses the grant: which files hold an order back.
import type { Day } from '~/domain/shared/day';
import { currentState, type FileStep, reachedOn } from './file-steps';

export interface FileOnOrder {
  readonly fileId: string;
  readonly schemeName: string;
  readonly schoolName: string;
  /** The text that forbids starting; null when the scheme has no such rule. */
  readonly article: string | null;
  readonly steps: readonly FileStep[];
  /** The prefect's letter that lets the operation start. */
  readonly waiver: { readonly grantedOn: Day; readonly reference: string } | null;
}

export interface StartHold {
  readonly fileId: string;
  readonly schemeName: string;
  readonly schoolName: string;
  readonly article: string;
}

/**
 * The files that hold an order on a day: a purchase order is the first legal act (CGCT, article R. 2334-24), so it
 * waits for the reception of the request, the prefect's waiver, or a refusal that leaves nothing to lose.
 */
export function startHolds(files: readonly FileOnOrder[], today: Day): readonly StartHold[] {
  return files.flatMap(({ fileId, schemeName, schoolName, article, steps, waiver }) => {
    if (article === null || waiver !== null) return [];
    if (['refused', 'lapsed'].includes(currentState(steps))) return [];
    const received = reachedOn(steps, 'received');
    return received !== undefined && received <= today ? [] : [{ fileId, schemeName, schoolName, article }];
  });
}
